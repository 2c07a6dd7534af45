"""A new software beside old data: whatever was shipped still opens, and nobody changes an event without saying so."""

import pytest

from schemas.events import all_events
from schemas.events.base import Event
from tests.golden.making import FOLDER, codec, fields_of, file_of, golden, write_missing
from tests.unit.shell.examples import example

KEPT = sorted((file.stem.rpartition("-")[0], int(file.stem.rpartition("-")[2])) for file in FOLDER.glob("*.json"))

EVENTS = all_events()


@pytest.mark.parametrize(("kind", "version"), KEPT)
def test_what_was_shipped_still_opens(kind: str, version: int) -> None:
    """An event of each shipped version opens as one of the present, with who did it; without its key too."""
    opened, wiped = codec().open(golden(kind, version)), codec(None).open(golden(kind, version))

    assert type(opened.event) is type(wiped.event) is EVENTS[kind]
    assert (opened.actor, opened.acting_as, opened.protocol) == ("y.griffier", "griffier", "p1")
    assert wiped.actor == ""


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_every_version_of_every_event_is_kept(kind: str) -> None:
    """Who makes an event or raises its version keeps what it looks like: `python -m tests.golden.making`."""
    versions = range(1, EVENTS[kind].SCHEMA_VERSION + 1)

    assert [version for version in versions if not file_of(kind, version).exists()] == []


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_no_event_changes_in_place(kind: str) -> None:
    """Another field, or one less, is another version: an older software must see that it does not know it."""
    model: type[Event] = EVENTS[kind]
    kept = golden(kind, model.SCHEMA_VERSION)

    assert fields_of(kept) == set(model.model_fields), "raise SCHEMA_VERSION and write an upcaster"
    assert codec().open(kept).event == example(model)


def test_no_event_is_forgotten() -> None:
    """An event that is not made any more is still read: its type stays known."""
    assert {kind for kind, _ in KEPT} == set(EVENTS)
    assert write_missing() == []
