"""The promises of Blobs: evidence comes back byte for byte, until it is deleted."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import client_of
from tests.contract.conftest import ON_MINISTACK
from vangnet.rigs.aws.blobs import S3Blobs
from vangnet.rigs.embedded.folder import FileBlobs
from vangnet.rigs.simulation.world import MemoryBlobs
from vangnet.shell.ports import Blobs, StoreUnavailable

EVERY_BYTE = bytes(range(256)) * 40


@pytest.fixture
def aws_blobs(ministack: Ministack) -> Iterator[S3Blobs]:
    """Give blobs in a versioned bucket of this test alone."""
    name = f"vangnet-{secrets.token_hex(6)}"
    with client_of(ministack, "s3") as s3:
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        yield S3Blobs(s3, name)


@pytest.fixture(params=["embedded", "simulation", pytest.param("aws", marks=ON_MINISTACK)])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    """Give each implementation in turn, empty."""
    if request.param == "simulation":
        return MemoryBlobs()
    found: Blobs = request.getfixturevalue("aws_blobs") if request.param == "aws" else FileBlobs(tmp_path)
    return found


def test_an_unknown_blob_is_none(blobs: Blobs) -> None:
    """What was never put is not there, and that is no error."""
    assert blobs.get("E7K2") is None


@pytest.mark.parametrize("content", [EVERY_BYTE, b""])
def test_what_was_put_comes_back(blobs: Blobs, content: bytes) -> None:
    """Every byte comes back, of an empty blob none."""
    blobs.put("E7K2", content)
    blobs.put("E7K3", b"another")

    assert blobs.get("E7K2") == content


def test_the_same_again_changes_nothing(blobs: Blobs) -> None:
    """Whoever is not sure whether it was kept may put it again."""
    blobs.put("E7K2", EVERY_BYTE)
    blobs.put("E7K2", EVERY_BYTE)

    assert blobs.get("E7K2") == EVERY_BYTE


def test_evidence_is_never_overwritten(blobs: Blobs) -> None:
    """Other bytes under a name that is taken are refused, and what was kept stays."""
    blobs.put("E7K2", b"as received")

    with pytest.raises(StoreUnavailable, match="another one has its name"):
        blobs.put("E7K2", b"something else")
    assert blobs.get("E7K2") == b"as received"


def test_a_name_is_free_again_once_it_was_deleted(blobs: Blobs) -> None:
    """What was deleted stands in nobody's way."""
    blobs.put("E7K2", b"one")
    blobs.delete("E7K2")
    blobs.put("E7K2", b"two")

    assert blobs.get("E7K2") == b"two"


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
