"""Evidence in S3: what S3 is told, what it keeps after a deletion, and what becomes of failures and lost answers."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, SECRET, Faulty, client_of
from tests.contract.conftest import ON_MINISTACK
from vangnet.rigs.aws.blobs import FOLDER, S3Blobs
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK
CONTENT = b"as received" * 1000


@pytest.fixture
def s3(ministack: Ministack) -> Iterator[Any]:
    """Give a client of the emulated S3."""
    with client_of(ministack, "s3") as client:
        yield client


@pytest.fixture
def bucket(s3: Any) -> str:
    """Give a bucket of this test alone, without versions."""
    name = f"vangnet-{secrets.token_hex(6)}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return name


def test_s3_is_told_what_must_arrive_and_to_overwrite_nothing(s3: Any, bucket: str) -> None:
    """The hash is of the bytes as we have them, so that what is damaged on the way is refused."""
    told = Faulty(s3)
    S3Blobs(told, bucket).put("E7K2", CONTENT)

    [(name, asked)] = told.asked
    assert (name, asked["IfNoneMatch"]) == ("put_object", "*")
    assert base64.b64decode(asked["ChecksumSHA256"]) == hashlib.sha256(CONTENT).digest()


def test_bytes_that_were_damaged_on_the_way_are_not_kept(s3: Any, bucket: str) -> None:
    """A body that does not fit its hash is refused by S3, and nothing is there."""

    class Damaging(Faulty):
        def __getattr__(self, name: str) -> Callable[..., Any]:
            operation = getattr(s3, name)
            if name != "put_object":
                return lambda **asked: operation(**asked)
            return lambda **asked: operation(**asked | {"Body": b"x" + asked["Body"][1:]})

    blobs = S3Blobs(Damaging(s3), bucket)

    with pytest.raises(StoreUnavailable, match=r"BadDigest|InvalidRequest|XAmzContentChecksumMismatch"):
        blobs.put("E7K2", CONTENT)
    assert blobs.get("E7K2") is None


def test_a_lost_answer_is_settled_by_the_same_again(s3: Any, bucket: str) -> None:
    """It was kept and nobody knew; the second time it is known."""
    with pytest.raises(StoreUnavailable, match="ReadTimeoutError"):
        S3Blobs(Faulty(s3, {"put_object": LOST}), bucket).put("E7K2", CONTENT)

    S3Blobs(s3, bucket).put("E7K2", CONTENT)
    assert S3Blobs(s3, bucket).get("E7K2") == CONTENT


@pytest.mark.parametrize("code", ["SlowDown", "AccessDenied", "InternalError", "NoSuchBucket", LOST])
def test_every_failure_is_unavailable_and_tells_its_code_only(s3: Any, bucket: str, code: str) -> None:
    """Nothing counts as absent or kept because S3 could not say; no words of AWS are repeated."""
    blobs = S3Blobs(Faulty(s3, {"put_object": code, "get_object": code, "delete_object": code}), bucket)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: blobs.put("E7K2", CONTENT),
        lambda: blobs.get("E7K2"),
        lambda: blobs.delete("E7K2"),
    )
    S3Blobs(s3, bucket).put("E7K2", CONTENT)

    for attempt in attempts:
        with pytest.raises(StoreUnavailable) as caught:
            attempt()
        assert ("ReadTimeoutError" if code == LOST else code) in str(caught.value)
        assert SECRET not in str(caught.value)


def test_a_deletion_in_a_versioned_bucket_leaves_a_marker(s3: Any, bucket: str) -> None:
    """The evidence is not given any more; the older version waits for the lifecycle."""
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    blobs = S3Blobs(s3, bucket)
    blobs.put("E7K2", CONTENT)
    blobs.delete("E7K2")
    blobs.delete("E7K2")

    versions = s3.list_object_versions(Bucket=bucket, Prefix=FOLDER)
    assert blobs.get("E7K2") is None
    assert len(versions["Versions"]) == 1
    assert any(one["IsLatest"] for one in versions["DeleteMarkers"])


@pytest.mark.parametrize("name", ["../outside", "/etc", "..", "a/../../b", "", "\0", "é?x=1#y"])
def test_no_name_leads_out_of_the_folder(s3: Any, bucket: str, name: str) -> None:
    """Whatever a blob is called, it lies in the folder of the evidence."""
    S3Blobs(s3, bucket).put(name, CONTENT)

    [found] = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert found["Key"].startswith(FOLDER)
    assert "/" not in found["Key"].removeprefix(FOLDER)
    assert S3Blobs(s3, bucket).get(name) == CONTENT
