"""The promises of KeyWrap: keys that nobody guesses, wrapped for one stream, and hashes that are the same each time."""

import secrets
from contextlib import suppress

import pytest
from cryptography.exceptions import InvalidTag

from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.simulation.world import SeededKeys
from vangnet.shell.ports import KeyWrap

MASTER = secrets.token_bytes(KEY_LENGTH)


@pytest.fixture(params=["embedded", "simulation"])
def keys(request: pytest.FixtureRequest) -> KeyWrap:
    """Give each implementation in turn."""
    return FileKeys(MASTER) if request.param == "embedded" else SeededKeys(7)


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
    found = None
    with suppress(InvalidTag):
        found = keys.unwrap("case/two", wrapped)

    assert found != key


def test_a_keyed_hash_is_the_same_each_time(keys: KeyWrap) -> None:
    """The same text for the same purpose gives the same 32 bytes."""
    assert keys.keyed_hash("name", "jansen") == keys.keyed_hash("name", "jansen")
    assert len(keys.keyed_hash("name", "jansen")) == 32


def test_a_keyed_hash_is_of_its_purpose_and_text(keys: KeyWrap) -> None:
    """Another text or another purpose gives another hash, the empty text too."""
    asked = [("name", "jansen"), ("name", "janssen"), ("list", "jansen"), ("name", "")]

    assert len({keys.keyed_hash(purpose, text) for purpose, text in asked}) == 4


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
def test_a_changed_byte_is_noticed(place: int) -> None:
    """A wrapped key that was tampered with is an error, never another key."""
    wrapped = bytearray(FileKeys(MASTER).wrap("case/one", secrets.token_bytes(KEY_LENGTH)))
    wrapped[place] ^= 1

    with pytest.raises(InvalidTag):
        FileKeys(MASTER).unwrap("case/one", bytes(wrapped))


def test_the_same_key_is_wrapped_differently_each_time() -> None:
    """Two wrappings of one key show nothing of being the same."""
    keys = FileKeys(MASTER)

    assert keys.wrap("case/one", MASTER) != keys.wrap("case/one", MASTER)
