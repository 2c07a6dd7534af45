"""A disk that is full, and one that is gone: a clear sentence, nothing half written, and all that was answered kept."""

import resource
import shutil
import sqlite3
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.embedded.served import Answer, Served, serving
from tests.embedded.test_many_at_once import Form

FILE_LIMIT = 700_000  # Bytes that a file may have: the room that this disk has.
LONG = "Ik weet waar je woont. " + "En zo ging het door. " * 1_500
REPORTS_MAX = 200


def little_room() -> None:
    """Let the program write no file beyond the limit, as a full disk would."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_LIMIT, FILE_LIMIT))


def fill(served: Served, token: str) -> tuple[dict[str, str], Answer]:
    """Report until nothing is taken any more; return what was answered, and the refusal."""
    answered: dict[str, str] = {}
    for number in range(REPORTS_MAX):
        account = f"{number:04} {LONG}"
        answer = served.call(
            "/api/v1/reports", token, {"account": account, "happened_at": "unknown", "channel": "phone"}
        )
        if answer.status != 201:
            return answered, answer
        answered[answer.json["reference"]] = account
    raise AssertionError("the disk never became full")


def form_on_a_full_disk(served: Served) -> tuple[int, str]:
    """Go through the form and send it; return the status and the page."""
    form = Form(served)
    form.post("/inloggen", wie="r.yilmaz")
    form.post("/melden", veilig="ja")
    form.post("/melden/wat", account=f"Dit had ik getypt. {LONG}", knop="controle")
    with pytest.raises(urllib.error.HTTPError) as caught:
        form.post("/melden/controle", knop="verstuur")
    with caught.value as answer:
        return answer.code, answer.read().decode()


def send_file(served: Served, token: str) -> int:
    """Send a file that is larger than the room; return the status."""
    content = b"x" * (FILE_LIMIT + 1_000)
    body = (
        b'--grens\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
        + content
        + b"\r\n--grens--\r\n"
    )
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "multipart/form-data; boundary=grens"}
    request = urllib.request.Request(served.address + "/api/v1/evidence", data=body, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """201 until there is no room, then 503 in words; afterwards all that was answered is there, and no more."""
    data = tmp_path / "data"
    with serving(data, limit=little_room) as served:
        token = served.token("r.bakker")
        answered, refusal = fill(served, token)
        assert refusal.status == 503
        assert refusal.json["title"]
        assert "niet opgeslagen" in refusal.json["detail"]
        status, page = form_on_a_full_disk(served)
        assert status == 503
        assert "Uw melding is niet opgeslagen" in page
        assert "Dit had ik getypt." in page
        assert served.call("/api/v1/health").status == 503
        served.stop()

    assert answered
    with serving(data) as again:
        griffier = again.token("g.mulder")
        for reference, account in answered.items():
            case = again.call(f"/api/v1/cases/{reference}", griffier).json
            assert case["parts"]["account"]["account"] == account
            assert case["alarms"][0]["told"] == ["g.mulder"]
        listed = again.call("/api/v1/cases", griffier).json["cases"]
        assert {row["reference"] for row in listed} == set(answered)
        assert again.call("/api/v1/health").status == 200
        again.stop()
    with sqlite3.connect(data / "vangnet.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_file_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    """It is refused, and no half of it stays in the folder."""
    with serving(tmp_path / "data", limit=little_room) as served:
        assert send_file(served, served.token("r.bakker")) == 503

        assert list((tmp_path / "data" / "evidence").iterdir()) == []


def test_evidence_that_cannot_be_kept_is_said_while_reports_go_on(tmp_path: Path) -> None:
    """The folder is gone: a file is refused, a report is taken, health says what stands still."""
    with serving(tmp_path / "data") as served:
        token = served.token("r.bakker")
        shutil.rmtree(tmp_path / "data" / "evidence")
        (tmp_path / "data" / "evidence").write_text("geen map")

        assert send_file(served, token) == 503
        report = {"account": "Ik weet je te vinden.", "happened_at": "unknown", "channel": "phone"}
        assert served.call("/api/v1/reports", token, report).status == 201
        assert served.call("/api/v1/health").status == 503


def test_a_database_that_was_taken_away_is_never_written_into_the_void(tmp_path: Path) -> None:
    """What would be lost is not answered as stored."""
    with serving(tmp_path / "data") as served:
        token = served.token("r.bakker")
        (tmp_path / "data" / "vangnet.db").rename(tmp_path / "weg.db")
        report = {"account": "Ik weet je te vinden.", "happened_at": "unknown", "channel": "phone"}

        assert served.call("/api/v1/reports", token, report).status == 503
