"""Events as a store keeps them: personal fields sealed apart, each where it belongs, and back as they were."""

import json
import secrets
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag

from schemas.events import Envelope, Event, all_events
from schemas.events.reports import NoteAdded, ReportFiled
from tests.unit.shell.examples import MOMENT, WORD, example
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.shell.codec import Codec, sealed_fields
from vangnet.shell.ports import StoredEvent

EVENTS = all_events()

KEYS = FileKeys(secrets.token_bytes(KEY_LENGTH))
KEY = KEYS.new_key()
ALL_EVENTS = sorted(EVENTS)


def codec(stream: str = "case/one", key: bytes | None = KEY) -> Codec:
    """Return the codec of a stream; without a key it is that of a wiped one."""
    return Codec(stream, key, KEYS)


def enveloped(event: Event, version: int = 1) -> Envelope:
    """Return the event as it happened in the stream."""
    return Envelope(
        stream="case/one",
        version=version,
        at=MOMENT,
        protocol="p1",
        actor="y.griffier",
        acting_as="griffier",
        event=event,
    )


def through_a_store(stored: StoredEvent) -> StoredEvent:
    """Return the event as a store gives it back: it went through JSON."""
    return StoredEvent(stored.version, json.loads(json.dumps(stored.plain)), json.loads(json.dumps(stored.sealed)))


@pytest.mark.parametrize("name", ALL_EVENTS)
def test_every_event_comes_back_as_it_was(name: str) -> None:
    """With every field filled, an event, its actor and its time are the same after a store."""
    envelope = enveloped(example(EVENTS[name]))

    assert codec().open(through_a_store(codec().store(envelope))) == envelope


@pytest.mark.parametrize("name", ALL_EVENTS)
def test_no_sealed_field_is_in_the_plain_part(name: str) -> None:
    """What may be read by anyone has neither the names nor the values of what may not, nor who did it."""
    event = example(EVENTS[name])
    stored = codec().store(enveloped(event))
    hidden = sealed_fields(type(event))

    assert set(stored.sealed) == {"actor", *(f"fields.{field}" for field in hidden)}
    assert set(stored.plain["fields"]) == set(type(event).model_fields) - hidden
    assert "y.griffier" not in json.dumps(stored.plain)
    assert WORD.encode() not in json.dumps(dict(stored.sealed)).encode()


@pytest.mark.parametrize("name", ALL_EVENTS)
def test_every_sealed_field_has_a_default(name: str) -> None:
    """What was wiped must have something to stand for it."""
    required = {field for field, info in EVENTS[name].model_fields.items() if info.is_required()}

    assert not required & sealed_fields(EVENTS[name])


@pytest.mark.parametrize("name", ALL_EVENTS)
def test_every_event_opens_without_its_key(name: str) -> None:
    """Without the key plain fields are as they were, sealed ones have their default, and the actor is nobody."""
    event = example(EVENTS[name])
    wiped = codec(key=None).open(through_a_store(codec().store(enveloped(event))))

    hidden = sealed_fields(type(event))
    assert wiped.actor == ""
    for field, info in type(event).model_fields.items():
        expected = info.get_default() if field in hidden else getattr(event, field)
        assert getattr(wiped.event, field) == expected


def test_the_marks_name_what_the_law_names() -> None:
    """Personal, health and criminal fields of a report are all sealed; what is counted is not."""
    hidden = sealed_fields(ReportFiled)

    assert {"account", "reporter", "perpetrators", "injury", "evidence"} <= hidden
    assert not {"reference", "outcome", "classed", "kinds", "offices"} & hidden
    assert sealed_fields(Envelope) == {"actor"}


def test_each_field_is_sealed_apart() -> None:
    """Two fields with the same value, or one event stored twice, have nothing in common once sealed."""
    note = enveloped(NoteAdded(part="handling", text="y.griffier"))
    first, second = codec().store(note), codec().store(note)

    sealed = [*first.sealed.values(), *second.sealed.values()]
    assert len(set(sealed)) == 4


def moved(stored: StoredEvent, *, version: int = 1, onto: str = "fields.text") -> StoredEvent:
    """Return the event with its sealed text at another place."""
    return replace(stored, version=version, sealed={onto: stored.sealed["fields.text"]})


def sealed_note() -> StoredEvent:
    """Return a note as it is stored at version 1 of the stream case/one."""
    return codec().store(enveloped(NoteAdded(part="handling", text="bedreigd")))


def test_a_sealed_value_opens_at_its_place() -> None:
    """Where it was sealed it opens."""
    opened = codec().open(moved(sealed_note())).event

    assert opened == NoteAdded(part="handling", text="bedreigd")


def test_a_sealed_value_does_not_open_at_another_version() -> None:
    """An event cannot be given the words of an earlier one."""
    with pytest.raises(InvalidTag):
        codec().open(moved(sealed_note(), version=2))


def test_a_sealed_value_does_not_open_in_another_field() -> None:
    """Words of the account cannot be shown as the name of who acted."""
    with pytest.raises(InvalidTag):
        codec().open(moved(sealed_note(), onto="actor"))


def test_a_sealed_value_does_not_open_in_another_stream() -> None:
    """A case cannot be given the words of another, even under the same key."""
    with pytest.raises(InvalidTag):
        codec("case/two").open(moved(sealed_note()))


def test_a_sealed_value_does_not_open_with_another_key() -> None:
    """Only the stream's own key opens it."""
    with pytest.raises(InvalidTag):
        codec(key=KEYS.new_key()).open(sealed_note())


def test_without_a_key_nothing_personal_is_stored() -> None:
    """An event of a wiped stream is stored with its plain fields only."""
    stored = codec(key=None).store(enveloped(NoteAdded(part="handling", text="bedreigd")))

    assert not stored.sealed
    assert stored.plain["fields"] == {"part": "handling"}
    assert "bedreigd" not in repr(stored)


def test_the_plain_part_says_what_happened_when_and_under_which_document() -> None:
    """Type, schema version, time, document and role can be read without the key."""
    plain = sealed_note().plain

    assert (plain["type"], plain["schema"], plain["protocol"], plain["acting_as"]) == ("NoteAdded", 1, "p1", "griffier")
    assert plain["at"] == MOMENT.isoformat()
