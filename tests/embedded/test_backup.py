"""A copy that is made while others write can be put back, and a copy of which a byte changed cannot."""

import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schemas.commands.alarm import Acknowledge
from schemas.commands.intake import FileReport
from tests.web.site import example
from vangnet.intake.evidence import EvidenceRoom
from vangnet.rigs.embedded.backup import CannotBackUp, back_up, restore
from vangnet.rigs.embedded.rig import EmbeddedStage

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\nbeeld"
WRITES_MIN = 20  # Of another, while the copy is made.
LARGE_BYTES = 60 * 1024 * 1024


@contextmanager
def staged(data: Path, at: datetime = NOON) -> Iterator[EmbeddedStage]:
    """Open a data directory at a moment."""
    stage = EmbeddedStage(example(), at, data)
    try:
        yield stage
    finally:
        stage.close()


def reported(stage: EmbeddedStage, once: str = "een") -> str:
    """File a threat with a picture, and let everything follow."""
    ports = stage.engine.ports
    room = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)
    file = room.receive("scherm.png", PICTURE)
    report = {"account": "Ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}
    command = FileReport.model_validate(report | {"evidence": [file.model_dump()]})
    filed = stage.engine.file_report("r.bakker", command, once=once)
    stage.following.tick(f"case/{filed.reference}")
    return filed.reference


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of a directory with one answered and one unanswered alarm."""
    with staged(tmp_path / "data") as stage:
        stage.engine.do("g.mulder", reported(stage, "een"), Acknowledge())
        reported(stage, "twee")
        back_up(tmp_path / "data", tmp_path / "copy", NOON)
    return tmp_path / "copy"


def test_what_was_copied_is_put_back(copied: Path, tmp_path: Path) -> None:
    """Every report word for word, every file byte for byte."""
    restore(copied, tmp_path / "new")

    with staged(tmp_path / "new") as stage:
        for once in ("een", "twee"):
            reference = stage.engine.names.reference("r.bakker", once, 0)
            case = stage.engine.streams.load(f"case/{reference}").case
            ports = stage.engine.ports
            room = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)
            assert case.report is not None
            assert case.report.account == "Ik weet waar je woont."
            assert room.content(case.report.evidence[0]) == PICTURE


def test_nobody_is_alarmed_twice_for_what_was_acknowledged(copied: Path, tmp_path: Path) -> None:
    """After the sweep the answered alarm is quiet, and the other goes on along its chain, once."""
    restore(copied, tmp_path / "new")

    with staged(tmp_path / "new", NOON + timedelta(minutes=11)) as stage:
        answered, other = (stage.engine.names.reference("r.bakker", once, 0) for once in ("een", "twee"))
        before = len([one for one in stage.gone() if one.message.about == answered])
        stage.following.sweep()
        stage.following.sweep()

        assert len([one for one in stage.gone() if one.message.about == answered]) == before
        told = [
            one.message.person for one in stage.gone() if (one.message.about, one.message.channel) == (other, "sms")
        ]
        assert told.count("g.peters") == 1


def test_the_copy_is_whole_while_another_writes(tmp_path: Path) -> None:
    """It ends, though a writer never pauses; what it holds is sound, and the writer goes on."""
    data, stop, written = tmp_path / "data", threading.Event(), [0]
    with staged(data):
        with closing(sqlite3.connect(data / "vangnet.db")) as filler:
            filler.execute("CREATE TABLE filler (bytes BLOB)")
            filler.execute("INSERT INTO filler VALUES (zeroblob(?))", (LARGE_BYTES,))
            filler.commit()

        def write() -> None:
            with closing(sqlite3.connect(data / "vangnet.db", timeout=30)) as writer:
                while not stop.is_set():
                    writer.execute("INSERT INTO filler VALUES (randomblob(2000))")
                    writer.commit()
                    written[0] += 1

        thread = threading.Thread(target=write)
        thread.start()
        while written[0] < WRITES_MIN:
            time.sleep(0.001)
        back_up(data, tmp_path / "copy", NOON)
        after = written[0]
        stop.set()
        thread.join()

    assert after > WRITES_MIN
    with closing(sqlite3.connect(tmp_path / "copy" / "vangnet.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM filler").fetchone()[0] > WRITES_MIN


def test_a_changed_byte_is_refused(copied: Path, tmp_path: Path) -> None:
    """In any file of the copy; nothing is put back then."""
    files = [file for file in copied.rglob("*") if file.is_file() and file.name != "manifest.json"]
    assert len(files) == 5
    for file in files:
        whole = file.read_bytes()
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(CannotBackUp, match=file.name):
            restore(copied, tmp_path / "new")
        file.write_bytes(whole)

    assert not (tmp_path / "new").exists()
    restore(copied, tmp_path / "new")


@pytest.mark.parametrize("name", ["key", "VERSION", "vangnet.db", "evidence"])
def test_a_copy_of_which_something_is_missing_is_refused(copied: Path, tmp_path: Path, name: str) -> None:
    """The file is named."""
    gone = next((copied / name).iterdir()) if name == "evidence" else copied / name
    gone.unlink()

    with pytest.raises(CannotBackUp, match=gone.name):
        restore(copied, tmp_path / "new")


def test_what_nobody_copied_is_refused(copied: Path, tmp_path: Path) -> None:
    """A file that was laid into the copy is not put back with it."""
    (copied / "evidence" / "extra").write_bytes(b"x")

    with pytest.raises(CannotBackUp, match="extra"):
        restore(copied, tmp_path / "new")


@pytest.mark.parametrize(
    "manifest",
    ["", "{}", "[]", '{"format": 9, "data_version": 1, "files": {}}', '{"format": 1, "data_version": 99, "files": {}}'],
)
def test_a_manifest_that_cannot_be_used(copied: Path, tmp_path: Path, manifest: str) -> None:
    """Unreadable, or of a newer version: nothing is put back."""
    (copied / "manifest.json").write_text(manifest)

    with pytest.raises(CannotBackUp, match=r"use another copy|newer version"):
        restore(copied, tmp_path / "new")


def test_a_manifest_that_leads_elsewhere(copied: Path, tmp_path: Path) -> None:
    """A name that climbs out of the copy is no file of it."""
    manifest = json.loads((copied / "manifest.json").read_text())
    manifest["files"]["../elsewhere"] = "0" * 64
    (copied / "manifest.json").write_text(json.dumps(manifest))
    (tmp_path / "elsewhere").write_bytes(b"x")

    with pytest.raises(CannotBackUp, match="elsewhere"):
        restore(copied, tmp_path / "new")


def test_a_copy_that_was_never_finished_is_refused(copied: Path, tmp_path: Path) -> None:
    """The manifest is written last."""
    (copied / "manifest.json").unlink()

    with pytest.raises(CannotBackUp, match="no finished copy"):
        restore(copied, tmp_path / "new")


def test_nothing_is_written_over(copied: Path, tmp_path: Path) -> None:
    """Neither another copy, nor the data of a house that works."""
    with pytest.raises(CannotBackUp, match="not empty"):
        back_up(tmp_path / "data", copied, NOON)
    with pytest.raises(CannotBackUp, match="not empty"):
        restore(copied, tmp_path / "data")


def test_there_is_nothing_to_copy(tmp_path: Path) -> None:
    """A directory without data is not taken for one."""
    with pytest.raises(CannotBackUp, match="no data"):
        back_up(tmp_path / "nowhere", tmp_path / "copy", NOON)


def test_a_restore_that_was_cut_short_begins_anew(copied: Path, tmp_path: Path) -> None:
    """What was half put back is put away."""
    shutil.copytree(copied, tmp_path / "new.new")

    assert restore(copied, tmp_path / "new") == 5
    assert not (tmp_path / "new.new").exists()
