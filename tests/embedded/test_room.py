"""Room that is not there at the start, and room that comes back: one sentence, and on it goes."""

import resource
import shutil
import time
from pathlib import Path

import pytest

from tests.embedded.served import Answer, Served, serving
from tests.embedded.test_many_at_once import Form

ACCOUNT = "Dit had ik getypt: ik weet waar je woont."
PATIENCE_SECONDS = 45.0
NO_LIMIT = resource.RLIM_INFINITY


def no_room() -> None:
    """Let the program write no byte to a file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, NO_LIMIT))


def give_room(served: Served, size: int) -> None:
    """Say how large a file the running program may write, as a disk that fills and is emptied."""
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (size, NO_LIMIT))


def report(served: Served, token: str, key: str) -> Answer:
    """Send a report."""
    sent = {"account": f"{ACCOUNT} {key}", "happened_at": "unknown", "channel": "phone"}
    return served.call("/api/v1/reports", token, sent, **{"Idempotency-Key": key})


def said_without_room(data: Path) -> str:
    """Start without room, and return what is said: no `ready`, and nothing of the code."""
    served = Served(data, limit=no_room)
    code, said = served.ended()
    if served.process.stdout:
        served.process.stdout.close()
    assert code == 1
    assert "ready" not in said.splitlines()
    assert "Traceback" not in said
    return said


def test_a_first_start_on_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    """It names the directory; with room the next start goes well."""
    data = tmp_path / "data"
    assert f"The data directory {data} cannot be written" in said_without_room(data)

    with serving(data) as served:
        assert served.call("/api/v1/health").json["status"] == "ok"


@pytest.mark.parametrize("lost", ["vangnet.db", "key"])
def test_a_start_on_a_full_disk_says_what_could_not_be_written(tmp_path: Path, lost: str) -> None:
    """Each file in turn is the first that does not fit; what was made before is used by the next start."""
    data = tmp_path / "data"
    with serving(data) as served:
        served.stop()
    for file in [data / lost, *data.glob("vangnet.db*")]:
        file.unlink(missing_ok=True)
    said = said_without_room(data)

    assert str(data) in said
    assert "cannot be" in said


def test_when_there_is_room_again_it_goes_on(tmp_path: Path) -> None:
    """Refused while the disk is full; then the same form and the same report are taken, once, and health is well."""
    with serving(tmp_path / "data") as served:
        token = served.token("r.bakker")
        kept = report(served, token, "eerst").json["reference"]
        form = Form(served)
        form.post("/inloggen", wie="r.yilmaz")
        form.post("/melden", veilig="ja")
        form.post("/melden/wat", account=ACCOUNT, knop="controle")
        give_room(served, 1_000)
        assert report(served, token, "vol").status == 503
        assert served.call("/api/v1/health").json["troubles"] == ["store"]
        assert served.call(f"/api/v1/cases/{kept}", token).status == 503  # A look that cannot be kept is no look.

        give_room(served, NO_LIMIT)
        until_well(served)
        form.post("/melden/controle", knop="verstuur")
        assert "Melding ontvangen" in form.page
        first, again = (report(served, token, "vol") for _ in range(2))
        assert (first.status, again.status) == (201, 201)
        assert first.json["reference"] == again.json["reference"]
        cases = served.call("/api/v1/cases", served.token("g.mulder")).json["cases"]
        assert len(cases) == 3


def until_well(served: Served) -> None:
    """Wait until health is well; it finds out by itself that there is room."""
    end = time.monotonic() + PATIENCE_SECONDS
    while served.call("/api/v1/health").status != 200:
        assert time.monotonic() < end, "health never became well"
        time.sleep(0.1)


def test_a_data_directory_that_was_removed_is_said_by_health_too(tmp_path: Path) -> None:
    """No report is answered as stored that would be gone with it."""
    with serving(tmp_path / "data") as served:
        token = served.token("r.bakker")
        assert report(served, token, "eerst").status == 201
        shutil.rmtree(tmp_path / "data")

        assert report(served, token, "weg").status == 503
        assert served.call("/api/v1/health").json["troubles"] == ["store"]
        assert not (tmp_path / "data").exists()


def test_half_written_files_of_a_killed_process_are_removed_at_the_start(tmp_path: Path) -> None:
    """Nobody was told that they were kept."""
    data = tmp_path / "data"
    with serving(data) as served:
        served.kill()
    (data / "evidence" / "7K2.new").write_bytes(b"half")
    (data / "VERSION.new").write_bytes(b"")

    with serving(data):
        assert list(data.rglob("*.new")) == []
