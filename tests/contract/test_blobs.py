"""The promises of Blobs: evidence comes back byte for byte, until it is deleted."""

from pathlib import Path

import pytest

from vangnet.rigs.embedded.folder import FileBlobs
from vangnet.rigs.simulation.world import MemoryBlobs
from vangnet.shell.ports import Blobs, StoreUnavailable

EVERY_BYTE = bytes(range(256)) * 40


@pytest.fixture(params=["embedded", "simulation"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    """Give each implementation in turn, empty."""
    return FileBlobs(tmp_path) if request.param == "embedded" else MemoryBlobs()


def test_an_unknown_blob_is_none(blobs: Blobs) -> None:
    """What was never put is not there, and that is no error."""
    assert blobs.get("E7K2") is None


@pytest.mark.parametrize("content", [EVERY_BYTE, b""])
def test_what_was_put_comes_back(blobs: Blobs, content: bytes) -> None:
    """Every byte comes back, of an empty blob none."""
    blobs.put("E7K2", content)
    blobs.put("E7K3", b"another")

    assert blobs.get("E7K2") == content


def test_the_last_put_counts(blobs: Blobs) -> None:
    """A blob that is put again is the new one."""
    blobs.put("E7K2", b"longer than what comes")
    blobs.put("E7K2", b"short")

    assert blobs.get("E7K2") == b"short"


def test_a_deleted_blob_is_gone(blobs: Blobs) -> None:
    """It is not given any more, twice is harmless, and others stay."""
    blobs.put("E7K2", b"one")
    blobs.put("E7K3", b"two")
    blobs.delete("E7K2")
    blobs.delete("E7K2")

    assert (blobs.get("E7K2"), blobs.get("E7K3")) == (None, b"two")


def test_a_deleted_blob_leaves_no_bytes(tmp_path: Path) -> None:
    """No file of the folder holds it, half-written ones included."""
    blobs = FileBlobs(tmp_path)
    blobs.put("E7K2", EVERY_BYTE)
    blobs.delete("E7K2")

    assert list(tmp_path.iterdir()) == []


def test_a_blob_is_durable(tmp_path: Path) -> None:
    """Another object on the same folder has it."""
    FileBlobs(tmp_path).put("E7K2", b"kept")

    assert FileBlobs(tmp_path).get("E7K2") == b"kept"


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "..", "a/../../b", "", "\0"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """Whatever a blob is called, it lies in the folder of the evidence."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    FileBlobs(folder).put(name, b"kept")

    assert [file.name for file in tmp_path.iterdir()] == ["evidence"]
    assert FileBlobs(folder).get(name) == b"kept"


def test_a_folder_that_is_gone_is_unavailable(tmp_path: Path) -> None:
    """Evidence that could not be kept is refused, never taken as kept."""
    with pytest.raises(StoreUnavailable):
        FileBlobs(tmp_path / "gone").put("E7K2", b"lost")
