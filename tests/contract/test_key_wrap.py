"""The promises of KeyWrap: keys that nobody guesses, wrapped for one stream, and hashes that are the same each time."""

import secrets
from collections.abc import Iterator

import pytest
from cryptography.exceptions import InvalidTag

from tests.cloud.ministack import Ministack
from tests.contract.aws import client_of
from tests.contract.conftest import ON_MINISTACK
from vangnet.rigs.aws.keys import KeyDamaged, KmsKeys
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.simulation.world import SeededKeys
from vangnet.shell.ports import KeyWrap

MASTER = secrets.token_bytes(KEY_LENGTH)
DAMAGE = (InvalidTag, KeyDamaged)


@pytest.fixture
def aws_keys(ministack: Ministack) -> Iterator[KmsKeys]:
    """Give keys by an emulated KMS key of this test alone."""
    with client_of(ministack, "kms") as kms:
        yield KmsKeys(kms, kms.create_key()["KeyMetadata"]["KeyId"], MASTER)


@pytest.fixture(params=["embedded", pytest.param("aws", marks=ON_MINISTACK)])
def sure(request: pytest.FixtureRequest) -> KeyWrap:
    """Give each implementation in turn that holds data of people."""
    if request.param == "embedded":
        return FileKeys(MASTER)
    found: KeyWrap = request.getfixturevalue("aws_keys")
    return found


@pytest.fixture(params=["embedded", "simulation", pytest.param("aws", marks=ON_MINISTACK)])
def keys(request: pytest.FixtureRequest) -> KeyWrap:
    """Give each implementation in turn."""
    if request.param == "simulation":
        return SeededKeys(7)
    found: KeyWrap = request.getfixturevalue("aws_keys") if request.param == "aws" else FileKeys(MASTER)
    return found


def test_a_new_key_is_new(keys: KeyWrap) -> None:
    """Keys have 32 bytes and no two are the same."""
    made = [keys.new_key() for _ in range(100)]

    assert {len(key) for key in made} == {32}
    assert len(set(made)) == 100


def test_what_was_wrapped_is_unwrapped(keys: KeyWrap) -> None:
    """The key of a stream comes back, and its wrapping does not show it."""
    key = keys.new_key()
    wrapped = keys.wrap("case/one", key)

    assert keys.unwrap("case/one", wrapped) == key
    assert key not in wrapped


def test_a_key_is_wrapped_for_its_stream_only(keys: KeyWrap) -> None:
    """Under the name of another stream the key does not come out."""
    key = keys.new_key()
    wrapped = keys.wrap("case/one", key)
    try:
        found = keys.unwrap("case/two", wrapped)
    except DAMAGE:
        found = b""

    assert found != key


def test_a_keyed_hash_is_the_same_each_time(keys: KeyWrap) -> None:
    """The same text for the same purpose gives the same 32 bytes."""
    assert keys.keyed_hash("name", "jansen") == keys.keyed_hash("name", "jansen")
    assert len(keys.keyed_hash("name", "jansen")) == 32


def test_a_keyed_hash_is_of_its_purpose_and_text(keys: KeyWrap) -> None:
    """Another text or another purpose gives another hash, the empty text too."""
    asked = [("name", "jansen"), ("name", "janssen"), ("list", "jansen"), ("name", "")]

    assert len({keys.keyed_hash(purpose, text) for purpose, text in asked}) == 4


@pytest.mark.parametrize("place", [-1, -17, -33, -60])
def test_a_changed_byte_is_noticed(sure: KeyWrap, place: int) -> None:
    """A wrapped key that was tampered with is an error, never another key."""
    wrapped = bytearray(sure.wrap("case/one", secrets.token_bytes(KEY_LENGTH)))
    wrapped[place] ^= 1

    with pytest.raises(DAMAGE):
        sure.unwrap("case/one", bytes(wrapped))


@pytest.mark.parametrize("length", [1, 20, -1])
def test_a_wrapped_key_that_was_cut_is_noticed(sure: KeyWrap, length: int) -> None:
    """What lost bytes is an error, never a shorter key."""
    wrapped = sure.wrap("case/one", secrets.token_bytes(KEY_LENGTH))

    with pytest.raises((*DAMAGE, ValueError)):
        sure.unwrap("case/one", wrapped[:length])


def test_the_same_key_is_wrapped_differently_each_time(sure: KeyWrap) -> None:
    """Two wrappings of one key show nothing of being the same."""
    assert sure.wrap("case/one", MASTER) != sure.wrap("case/one", MASTER)


def test_the_same_key_file_gives_the_same_keys() -> None:
    """After a restart everything that was wrapped opens, and hashes find what they found."""
    key = secrets.token_bytes(KEY_LENGTH)
    wrapped = FileKeys(MASTER).wrap("case/one", key)

    assert FileKeys(MASTER).unwrap("case/one", wrapped) == key
    assert FileKeys(MASTER).keyed_hash("name", "jansen") == FileKeys(MASTER).keyed_hash("name", "jansen")


def test_another_key_file_opens_nothing() -> None:
    """Whoever has the database and another key file has nothing, and finds nobody by hash."""
    other = FileKeys(secrets.token_bytes(KEY_LENGTH))
    wrapped = FileKeys(MASTER).wrap("case/one", secrets.token_bytes(KEY_LENGTH))

    with pytest.raises(InvalidTag):
        other.unwrap("case/one", wrapped)
    assert other.keyed_hash("name", "jansen") != FileKeys(MASTER).keyed_hash("name", "jansen")


@pytest.mark.parametrize("place", [0, 11, 12, 30, -1])
def test_every_byte_of_the_key_files_wrapping_counts(place: int) -> None:
    """A changed byte anywhere, the nonce included, is an error."""
    wrapped = bytearray(FileKeys(MASTER).wrap("case/one", secrets.token_bytes(KEY_LENGTH)))
    wrapped[place] ^= 1

    with pytest.raises(InvalidTag):
        FileKeys(MASTER).unwrap("case/one", bytes(wrapped))
