"""The promises of the event store about secrets: personal words are never in its bytes, a destroyed key never again."""

import secrets

import pytest

from schemas.events.reports import NoteAdded, ReportFiled
from schemas.report import Harmed, Perpetrator
from tests.contract.stores import NOON, Kept, an_append
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.shell.ports import KeyWrap
from vangnet.shell.streams import Streams

ACCOUNT = "Hij riep door de brievenbus dat hij wist waar de kinderen op school zitten."
PERSONAL = ("Janneke Visserman", "j.visserman", "brievenbus", "Bakkerstraat", "kneuzing", "steekpartij", "y.griffier")
STREAM = "case/VN-0001-0001"

FILED = ReportFiled(
    reference="VN-0001-0001",
    outcome="case",
    classed="threat",
    suggested="threat",
    offices=("raadslid",),
    channel="in_person",
    day="2026-11-30",
    reporter="j.visserman",
    harmed=(Harmed(person="j.visserman", name="Janneke Visserman"),),
    account=ACCOUNT,
    place="Bakkerstraat 12",
    perpetrators=(Perpetrator(kind="person", name="Janneke Visserman"),),
    injury="kneuzing",
)


@pytest.fixture
def wrap() -> FileKeys:
    """Give keys from a key file of this test alone."""
    return FileKeys(secrets.token_bytes(KEY_LENGTH))


def filed(kept: Kept, wrap: KeyWrap) -> None:
    """Store a report and a note, through the part of the shell that seals."""
    streams = Streams(kept.store, wrap)
    said = [(FILED, "begin"), (NoteAdded(part="handling", text="Verwees naar de steekpartij"), "note")]
    for event, key in said:
        stream = streams.load(STREAM)
        streams.append(stream, [event], at=NOON, actor="y.griffier", protocol="p1", key=key, wake_at=None)


def test_the_first_append_keeps_the_key(kept: Kept) -> None:
    """A later append brings no other key, and a store that is opened anew has it."""
    kept.store.append(an_append(wrapped_key=b"\x00first\xff"))
    kept.store.append(an_append(at=1, wrapped_key=b"second"))

    assert kept.store.data_key("case/one") == b"\x00first\xff"
    assert kept.again().data_key("case/one") == b"\x00first\xff"


def test_the_key_belongs_to_the_first_events(kept: Kept) -> None:
    """If a stream began without events, the key that came with its first events is the one that opens them."""
    kept.store.append(an_append(count=0, key="wake", wrapped_key=b"opens nothing"))
    kept.store.append(an_append(count=1, key="begin", wrapped_key=b"opens the first"))

    assert kept.store.data_key("case/one") == b"opens the first"


def test_a_stream_may_have_no_key(kept: Kept) -> None:
    """A stream that was stored without a key has none, and destroying it is harmless."""
    kept.store.append(an_append())
    kept.store.destroy_key("case/one")

    assert kept.store.data_key("case/one") is None
    assert len(kept.store.load("case/one")) == 1


def test_a_destroyed_key_is_gone_for_good(kept: Kept) -> None:
    """No call gives it, no later append brings it back, twice is harmless; other streams keep theirs."""
    kept.store.append(an_append("one", wrapped_key=b"one's key"))
    kept.store.append(an_append("two", wrapped_key=b"two's key"))
    kept.store.destroy_key("one")
    kept.store.destroy_key("one")
    kept.store.append(an_append("one", at=1, wrapped_key=b"one's key"))
    kept.store.append(an_append("one", at=0, wrapped_key=b"one's key"))

    assert kept.store.data_key("one") is None
    assert kept.again().data_key("one") is None
    assert kept.store.data_key("two") == b"two's key"
    assert len(kept.store.load("one")) == 2


def test_destroying_the_key_of_no_stream_is_harmless(kept: Kept) -> None:
    """What is unknown has nothing to destroy, and does not come to be by it."""
    kept.store.destroy_key("case/none")

    assert list(kept.store.streams(limit=9)) == []


def test_the_bytes_of_a_destroyed_key_are_gone(kept: Kept) -> None:
    """Among many keys the destroyed ones are in no byte that the store keeps, and the others still are."""
    keys = {f"case/{number}": secrets.token_bytes(60) for number in range(40)}
    for stream, key in keys.items():
        kept.store.append(an_append(stream, wrapped_key=key))
    destroyed = [stream for number, stream in enumerate(keys) if number % 2]
    for stream in destroyed:
        kept.store.destroy_key(stream)

    content = kept.content()
    assert [stream for stream, key in keys.items() if key in content] == [one for one in keys if one not in destroyed]


def test_no_personal_word_is_in_the_bytes(kept: Kept, wrap: FileKeys) -> None:
    """Names, the account, places, health and who did it are in no byte that the store keeps; plain facts are."""
    filed(kept, wrap)

    content = kept.content()
    assert [word for word in PERSONAL if word.encode() in content] == []
    assert b"raadslid" in content


def test_the_key_opens_what_was_sealed(kept: Kept, wrap: FileKeys) -> None:
    """With the key the events are as they were, and so is who did them."""
    filed(kept, wrap)

    stream = Streams(kept.again(), wrap).load(STREAM)
    assert stream.events[0].event == FILED
    assert {one.actor for one in stream.events} == {"y.griffier"}


def test_without_the_key_the_rest_remains(kept: Kept, wrap: FileKeys) -> None:
    """Once the key is destroyed the plain facts load as before and every personal field has its default."""
    filed(kept, wrap)
    wrapped = kept.store.data_key(STREAM)
    kept.store.destroy_key(STREAM)

    first, second = (one.event for one in Streams(kept.again(), wrap).load(STREAM).events)
    assert isinstance(first, ReportFiled)
    assert (first.reference, first.classed, first.offices) == ("VN-0001-0001", "threat", ("raadslid",))
    assert (first.reporter, first.account, first.harmed, first.injury) == ("", None, (), None)
    assert second == NoteAdded(part="handling", text="")
    assert wrapped is not None
    assert wrapped not in kept.content()


def test_what_comes_after_the_key_is_not_kept_either(kept: Kept, wrap: FileKeys) -> None:
    """An event that is appended to a wiped stream keeps its plain facts only."""
    filed(kept, wrap)
    kept.store.destroy_key(STREAM)
    streams = Streams(kept.again(), wrap)
    late = NoteAdded(part="handling", text="Nagekomen: steekpartij")
    streams.append(streams.load(STREAM), [late], at=NOON, actor="y.griffier", protocol="p1", key="late", wake_at=None)

    assert streams.load(STREAM).events[2].event == NoteAdded(part="handling", text="")
    assert not kept.store.load(STREAM)[2].sealed
