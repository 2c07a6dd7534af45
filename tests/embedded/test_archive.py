"""`vangnet export` and `import`, as an operator types them: whole or not at all, for the owner only."""

import hashlib
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.contract.lived import archived_folder, lived, reported, staged
from tests.embedded.served import serving
from tests.embedded.test_commands import said
from vangnet.rigs.embedded.archiving import CannotArchive, export_data, import_data, opened
from vangnet.rigs.embedded.backup import back_up, restore
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import Append, StoredEvent

STREAMS, LARGE_BYTES = 200, 200_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data directory with a report."""
    with staged(tmp_path / "data") as stage:
        reported(stage, "een")
    return tmp_path / "data"


@pytest.mark.parametrize("rehearsal", [False, True])
def test_out_and_in_again(data: Path, tmp_path: Path, *, rehearsal: bool) -> None:
    """The commands say what went and what to do with the file; a rehearsal tells nobody anything."""
    code, words = said(data, "export", str(tmp_path / "archive.zip"))
    assert code == 0, words
    assert hashlib.sha256((tmp_path / "archive.zip").read_bytes()).hexdigest() in words
    assert "1 files" in words

    command = ("import", *(("--rehearsal",) if rehearsal else ()), str(tmp_path / "archive.zip"))
    code, words = said(tmp_path / "new", *command)
    assert code == 0, words
    assert ("Nothing that is due was done" in words) == rehearsal
    assert ("were due" in words) != rehearsal


def test_it_is_for_its_owner_only(data: Path, tmp_path: Path) -> None:
    """The archive and the hashing key that came with one can be read by nobody else."""
    export_data(data, tmp_path / "archive.zip")
    import_data(tmp_path / "archive.zip", tmp_path / "new")

    modes = {file: stat.S_IMODE((tmp_path / file).stat().st_mode) for file in ("archive.zip", "new/hashing-key", "new")}
    assert modes == {"archive.zip": 0o600, "new/hashing-key": 0o600, "new": 0o700}


def test_not_while_it_is_served(tmp_path: Path) -> None:
    """A process that serves the directory keeps it to itself, and nothing is left behind."""
    with serving(tmp_path / "data"):
        code, words = said(tmp_path / "data", "export", str(tmp_path / "archive.zip"))

    assert code == 1
    assert "in use by another Vangnet" in words
    assert [file.name for file in tmp_path.iterdir() if "archive" in file.name] == []


def test_nothing_is_written_over(data: Path, tmp_path: Path) -> None:
    """Neither another archive nor data."""
    (tmp_path / "archive.zip").write_bytes(b"another")
    with pytest.raises(CannotArchive, match="there already"):
        export_data(data, tmp_path / "archive.zip")
    export_data(data, tmp_path / "second.zip")
    with pytest.raises(CannotArchive, match="not empty"):
        import_data(tmp_path / "second.zip", data)

    assert (tmp_path / "archive.zip").read_bytes() == b"another"


def test_there_is_nothing_to_export(tmp_path: Path) -> None:
    """A directory without data is not taken for one, and is not made."""
    with pytest.raises(CannotArchive, match="no data"):
        export_data(tmp_path / "nowhere", tmp_path / "archive.zip")

    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_cannot_be_made_leaves_nothing(data: Path, tmp_path: Path) -> None:
    """A damaged stream, a folder that is not there: no half of an archive lies anywhere."""
    with pytest.raises(CannotArchive, match="cannot be written"):
        export_data(data, tmp_path / "nowhere" / "archive.zip")
    (data / "key").write_bytes(bytes(32))
    with pytest.raises(CannotArchive, match="No archive was made: The stream"):
        export_data(data, tmp_path / "archive.zip")

    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_a_damaged_archive_leaves_nothing(data: Path, tmp_path: Path) -> None:
    """The directory is as it was before: not there, or empty."""
    export_data(data, tmp_path / "archive.zip")
    content = (tmp_path / "archive.zip").read_bytes()
    middle = len(content) // 2
    (tmp_path / "archive.zip").write_bytes(content[:middle] + b"?!" + content[middle + 2 :])
    (tmp_path / "new").mkdir()

    with pytest.raises(CannotArchive, match="Nothing was taken in"):
        import_data(tmp_path / "archive.zip", tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_an_import_that_was_cut_short_begins_anew(data: Path, tmp_path: Path) -> None:
    """What was half taken in is put away, and a directory that is half of one does not start."""
    export_data(data, tmp_path / "archive.zip")
    (tmp_path / "new.new").mkdir()
    (tmp_path / "new.new" / "vangnet.db").write_bytes(b"half")

    import_data(tmp_path / "archive.zip", tmp_path / "new")

    assert not (tmp_path / "new.new").exists()
    assert archived_folder(tmp_path / "new") == (tmp_path / "archive.zip").read_bytes()


def test_the_hashing_key_goes_along_with_copies(data: Path, tmp_path: Path) -> None:
    """A copy of what was taken in has it and can be put back; without it, or damaged, nothing starts."""
    export_data(data, tmp_path / "archive.zip")
    import_data(tmp_path / "archive.zip", tmp_path / "new")
    with staged(data) as stage:
        code = stage.engine.names.link_code("r", "a", "p")
        back_up(tmp_path / "new", tmp_path / "copy", stage.engine.ports.clock.now())
    restore(tmp_path / "copy", tmp_path / "again")

    with staged(tmp_path / "again") as stage:
        assert stage.engine.names.link_code("r", "a", "p") == code
    (tmp_path / "again" / "hashing-key").write_bytes(b"short")
    with pytest.raises(CannotStart, match="damaged"), staged(tmp_path / "again"):
        pass
    (tmp_path / "again" / "hashing-key").unlink()
    with pytest.raises(CannotStart, match="hashing key is not that of the archive"), staged(tmp_path / "again"):
        pass


def test_the_archive_is_a_plain_zip(tmp_path: Path) -> None:
    """Any program opens it: nothing is compressed or dated, and the files stand in a fixed order."""
    lived(tmp_path / "data")
    export_data(tmp_path / "data", tmp_path / "archive.zip")

    with zipfile.ZipFile(tmp_path / "archive.zip") as held:
        infos = held.infolist()
        assert held.testzip() is None
    names = [one.filename for one in infos]
    assert names[:2] == ["keys.json", "streams.jsonl"]
    assert names[-1] == "manifest.json"
    assert names[2:-1] == sorted(names[2:-1])
    assert {(one.date_time, one.compress_type) for one in infos} == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)}


def test_one_stream_at_a_time_is_in_memory(tmp_path: Path) -> None:
    """Out of a store of many megabytes, and into one, only some of it is in memory at once."""
    text = "x" * LARGE_BYTES
    with opened(tmp_path / "data") as parts:
        for number in range(STREAMS):
            event = StoredEvent(1, {"type": "NoteAdded", "text": text}, {})
            parts.store.append(Append(f"case/{number:04}", [event], 0, "begin"))
    tracemalloc.start()
    try:
        export_data(tmp_path / "data", tmp_path / "archive.zip")
        import_data(tmp_path / "archive.zip", tmp_path / "new")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (tmp_path / "archive.zip").stat().st_size > STREAMS * LARGE_BYTES
    assert most < STREAMS * LARGE_BYTES / 4
