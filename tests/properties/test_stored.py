"""What is stored stays as it was stored, whatever anybody tries; and every event comes back as it went in."""

import types
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pydantic import AwareDatetime, ValidationError

from schemas.commands import parse_command
from schemas.commands.intake import FileReport
from schemas.events import Envelope, Event, all_events
from tests.properties.acts import CALM, MINUTES, REPORTS, named
from tests.unit.case.builders import NOON, loaded
from tests.unit.shell.examples import PARTS, WORD
from vangnet.case.errors import Invalid, Refused
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.world import SeededKeys
from vangnet.shell.codec import Codec
from vangnet.shell.ports import StoredEvent
from vangnet.shell.streams import every_stream

EVENTS = all_events()


class Days(RuleBasedStateMachine):
    """Days in which anybody tries anything, on the store in memory."""

    @initialize(report=REPORTS)
    def begin(self, report: dict[str, Any]) -> None:
        """A raadslid reports."""
        self.stage = SimulationStage(loaded(), NOON)
        asked = {"happened_at": "unknown", "channel": "email"} | report
        filed = self.stage.engine.file_report("r.bakker", FileReport.model_validate(asked))
        self.reference = filed.reference
        self.seen: dict[str, tuple[StoredEvent, ...]] = {}

    @rule(tried=named())
    def somebody_tries(self, tried: tuple[str, str, dict[str, Any]]) -> None:
        """A command is carried out whole, or changes nothing at all."""
        actor, name, fields = tried
        before = self._everything()
        try:
            self.stage.engine.do(actor, self.reference, parse_command(name, fields))
        except (Refused, Invalid, ValidationError):
            assert self._everything() == before

    @rule(minutes=st.sampled_from(MINUTES))
    def time_passes(self, minutes: int) -> None:
        """The clock goes on, and what is due is done; a second sweep finds nothing."""
        self.stage.set_time(self.stage.clock.now() + timedelta(minutes=minutes))
        self.stage.calm()
        before = self._everything()
        self.stage.calm()
        assert self._everything() == before

    @invariant()
    def nothing_stored_ever_changes(self) -> None:
        """What was stored is the beginning of what is stored now, byte for byte."""
        for stream, events in self._everything().items():
            known = self.seen.get(stream, ())
            assert events[: len(known)] == known
            self.seen[stream] = events

    def _everything(self) -> dict[str, tuple[StoredEvent, ...]]:
        store = self.stage.store
        return {stream: tuple(store.load(stream)) for stream in every_stream(store)}


TestDays = Days.TestCase
TestDays.settings = settings(CALM, max_examples=40, stateful_step_count=15)

MOMENTS = st.datetimes(datetime(1999, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: LETTERS,
    int: st.integers(-10, 2**40),
    bool: st.booleans(),
    AwareDatetime: MOMENTS,
    Any: st.none() | st.booleans() | LETTERS | st.lists(st.integers(0, 9), max_size=2),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return any value of a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return values(inner[0])
    if origin in (Union, types.UnionType):
        return st.one_of([st.none() if one is type(None) else values(one) for one in inner])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(st.just(WORD) | LETTERS, values(inner[1]), max_size=2)
    return PLAIN[hint] if hint in PLAIN else st.just(PARTS[hint])


@pytest.mark.parametrize("name", sorted(EVENTS))
@settings(CALM, max_examples=20)
@given(st.data())
def test_every_event_comes_back_as_it_went_in(name: str, data: st.DataObject) -> None:
    """Whatever its fields hold, an event that is sealed and opened again is the same."""
    model: type[Event] = EVENTS[name]
    hints = get_type_hints(model, include_extras=True)
    fields = {field: data.draw(values(hints[field])) for field in model.model_fields}
    event = model.model_validate(fields)
    keys = SeededKeys(1)
    codec = Codec("case/VN-1", keys.new_key(), keys)
    envelope = Envelope(
        stream="case/VN-1", version=3, at=NOON, protocol="abc", actor="c.bos", acting_as="coordinator", event=event
    )

    assert codec.open(codec.store(envelope)) == envelope
