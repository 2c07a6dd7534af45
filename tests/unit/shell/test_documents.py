"""A case keeps the document it began under, whatever holds today."""

from pathlib import Path

import pytest

from schemas.commands.intake import FileReport
from tests.web.site import MONDAY_NOON, example
from vangnet.cli.documents import reader
from vangnet.protocol.load import load
from vangnet.protocol.tree import ProblemsError
from vangnet.rigs.embedded.clock import SystemClock
from vangnet.rigs.embedded.rig import EmbeddedRig

THREAT = {"account": "Ik weet je te vinden.", "happened_at": "unknown", "channel": "phone"}
SLOWER = "extends: voorbeeldstad\nalarm: {link: 45 minutes}\n"


def test_a_case_goes_on_under_the_document_it_began_under(tmp_path: Path) -> None:
    """The first start had its own minutes; after a change of the document they hold for its cases, and no others."""
    (tmp_path / "eigen.yaml").write_text(SLOWER)
    own = load(str(tmp_path / "eigen.yaml"), reader(tmp_path), today=MONDAY_NOON.date())
    first = EmbeddedRig(own, tmp_path / "data", SystemClock())
    first.engine.keep_document()
    old = first.engine.file_report("r.bakker", FileReport.model_validate(THREAT)).reference
    first.store.close()
    first.folder.close()

    second = EmbeddedRig(example(), tmp_path / "data", SystemClock())
    new = second.engine.file_report("r.bakker", FileReport.model_validate(THREAT)).reference
    links = {}
    for reference in (old, new):
        ctx = second.engine.context(second.engine.streams.load(f"case/{reference}"), "")
        assert ctx.protocol.document.alarm
        links[reference] = ctx.protocol.document.alarm.link
    second.store.close()
    second.folder.close()

    assert links == {old: "45 minutes", new: "10 minutes"}


def test_a_document_that_was_in_force_is_read_though_todays_checks_refuse_it() -> None:
    """It was checked when it came into force; its cases must stay readable."""
    texts = {"oud": "extends: voorbeeldstad\nalarm: {link: 0 minutes}\n"}
    shipped = reader(Path())

    def read(name: str) -> str | None:
        return texts.get(name) or shipped(name)

    with pytest.raises(ProblemsError):
        load("oud", read, today=MONDAY_NOON.date())
    kept = load("oud", read, today=MONDAY_NOON.date(), kept=True)

    assert kept.protocol.document.protocol == "voorbeeldstad"
