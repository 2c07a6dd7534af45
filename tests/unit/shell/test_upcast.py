"""Events of older versions are lifted to the present shape; newer ones are refused in a clear sentence."""

from typing import Any

import pytest

from schemas.events import all_events
from schemas.events.reports import NoteAdded
from schemas.events.upcast import UPCASTERS, NewerEventError, lift
from tests.unit.shell.test_codec import codec, enveloped
from vangnet.shell.ports import StoredEvent

EVENTS = all_events()


def part_was_added(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 1 of a note had no part: all were notes of handling."""
    return {"part": "handling", **fields}


def text_was_renamed(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 2 called the text `words`."""
    return {("text" if name == "words" else name): value for name, value in fields.items()}


STEPS = {("NoteAdded", 1): part_was_added, ("NoteAdded", 2): text_was_renamed}


@pytest.mark.parametrize(
    ("version", "fields"),
    [
        (1, {"words": "gebeld"}),
        (2, {"words": "gebeld", "part": "handling"}),
        (3, {"text": "gebeld", "part": "handling"}),
    ],
)
def test_every_older_version_is_lifted_step_by_step(version: int, fields: dict[str, Any]) -> None:
    """From whichever version, the fields are those of the present one."""
    lifted = lift("NoteAdded", version, fields, to=3, upcasters=STEPS)

    assert lifted == {"part": "handling", "text": "gebeld"}


def test_an_event_of_another_type_is_left_alone() -> None:
    """Steps are of their type: at its own version an event is not touched."""
    assert lift("CaseTaken", 1, {"aim": "rust"}, to=1, upcasters=STEPS) == {"aim": "rust"}


def test_a_step_that_is_missing_is_an_error() -> None:
    """An older event without a way to the present is never taken as if it were of the present."""
    with pytest.raises(KeyError):
        lift("CaseTaken", 1, {"aim": "rust"}, to=2, upcasters=STEPS)


def test_a_newer_event_is_refused_in_a_clear_sentence() -> None:
    """Who put an older software on newer data is told so, with both versions and what to do."""
    with pytest.raises(NewerEventError) as caught:
        lift("NoteAdded", 4, {}, to=3, upcasters=STEPS)

    assert str(caught.value) == "NoteAdded was stored in version 4, and this software knows 3; install a newer one"


def test_an_older_event_in_a_store_is_lifted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of version 1, sealed as it was then, opens as one of the present."""
    old = codec().store(enveloped(NoteAdded(part="x", text="gebeld")))
    sealed_then = StoredEvent(1, {**old.plain, "fields": {}}, old.sealed)
    monkeypatch.setattr(NoteAdded, "SCHEMA_VERSION", 2)
    monkeypatch.setitem(UPCASTERS, ("NoteAdded", 1), part_was_added)

    assert codec().open(sealed_then).event == NoteAdded(part="handling", text="gebeld")


def test_a_wiped_older_event_is_lifted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its key the plain fields are lifted, and what was sealed has its default."""
    old = codec().store(enveloped(NoteAdded(part="x", text="gebeld")))
    sealed_then = StoredEvent(1, {**old.plain, "fields": {}}, old.sealed)
    monkeypatch.setattr(NoteAdded, "SCHEMA_VERSION", 2)
    monkeypatch.setitem(UPCASTERS, ("NoteAdded", 1), part_was_added)

    assert codec(key=None).open(sealed_then).event == NoteAdded(part="handling", text="")


def test_a_newer_event_in_a_store_is_refused() -> None:
    """A codec does not guess what a newer version meant."""
    stored = codec().store(enveloped(NoteAdded(part="handling")))
    newer = StoredEvent(1, {**stored.plain, "schema": 2}, stored.sealed)

    with pytest.raises(NewerEventError, match="install a newer one"):
        codec().open(newer)


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_every_event_has_a_way_from_each_of_its_versions(name: str) -> None:
    """For every version below the present one there is a step."""
    missing = [version for version in range(1, EVENTS[name].SCHEMA_VERSION) if (name, version) not in UPCASTERS]

    assert missing == []
