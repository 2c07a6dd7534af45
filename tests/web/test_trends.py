"""The page, the file and the call of the figures: counts without anybody's data, for whom the document names."""

import csv
import io

import pytest

from tests.web.site import Site

REPORTS = 6


@pytest.fixture
def counted(site: Site) -> Site:
    """Return a site with six threats and one insult."""
    for _ in range(REPORTS):
        site.report("r.bakker", kinds=["threat"], perpetrators=[{"kind": "person", "name": "Jan de Wit"}])
    site.report("r.yilmaz", kinds=["insult"], place="=1+1")
    return site


def test_the_page_shows_counts_and_hides_small_ones(counted: Site) -> None:
    """With a bar for each that is shown; no name of anybody, and no place where only one happened."""
    page = counted.browser("c.bos").get("/cijfers").text

    assert "Cijfers" in page
    assert "minder dan 5" in page
    assert "<svg" in page
    assert "de Wit" not in page
    assert "Meldingen in deze periode" in page


def test_the_file_is_what_the_page_says(counted: Site) -> None:
    """A spreadsheet opens it, and carries nothing out."""
    given = counted.browser("c.bos").get("/cijfers.csv?periode=2026")
    rows = list(csv.reader(io.StringIO(given.text.removeprefix("\ufeff")), delimiter=";"))

    assert given.headers["Content-Disposition"] == "attachment; filename=cijfers-2026.csv"
    assert rows[0] == ["Naar", "Wat", "Aantal", "Periode ervoor"]
    assert ["Naar ambt", "raadslid", "7", "0"] in rows
    assert ["Naar plaats", "'=1+1", "minder dan 5", "0"] in rows


def test_a_program_gets_the_same(counted: Site) -> None:
    """Hidden is null; another period has nothing; what is no period is said."""
    program = counted.program("g.mulder")
    found = program.get("/api/v1/trends").get_json()
    assert found["total"] == {"name": "", "count": 7, "before": 0, "change": 7}
    assert {"name": "raadslid", "count": 7, "before": 0, "change": 7} in found["tables"]["office"]
    assert [row["count"] for row in found["tables"]["place"]] == [None]

    assert program.get("/api/v1/trends?period=2025-K1").get_json()["total"]["count"] == 0
    assert program.get("/api/v1/trends?period=vorig+jaar").status_code == 400


def test_figures_are_for_whom_the_document_names(counted: Site) -> None:
    """A raadslid sees neither page nor file; a period that is none is no page."""
    assert counted.browser("r.bakker").get("/cijfers").status_code == 403
    assert counted.browser("r.bakker").get("/cijfers.csv").status_code == 403
    assert counted.program("r.bakker").get("/api/v1/trends").status_code == 403
    assert counted.browser("c.bos").get("/cijfers?periode=x").status_code == 404
    assert "/cijfers" in counted.browser("c.bos").get("/werk").text
    assert "/cijfers" not in counted.browser("r.bakker").get("/werk").text
