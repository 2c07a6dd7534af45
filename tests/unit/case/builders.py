"""A case in the pure core, told as a story: who does what, what time brings, what is seen. Monday noon, never today."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from schemas.commands import parse_command
from schemas.events.base import SYSTEM, Event
from schemas.events.house import MessageFailed, MessageSent
from schemas.events.letters import LetterKept
from schemas.report import Evidence
from vangnet.case.agenda import next_wake
from vangnet.case.decide import decide
from vangnet.case.duty_names import find_duty
from vangnet.case.errors import Refused
from vangnet.case.evolve import extend
from vangnet.case.facts import Context, Facts
from vangnet.case.follow import follow
from vangnet.case.owners import owners
from vangnet.case.sight import sees
from vangnet.case.state import Case, DutyItem
from vangnet.case.view import summary
from vangnet.cli.documents import reader
from vangnet.protocol.load import Loaded, load
from vangnet.protocol.questions import Protocol

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)  # A Monday, 12:00 in Amsterdam.
TODAY = date(2026, 11, 1)
# The classifier finds nothing in it, so that what was ticked alone decides.
NEUTRAL = "Zie de bijlage."
VERBAL = ("insult",)
THREAT = ("threat",)
EVALUATION = {"co_operation": "Goed, wij belden elkaar dezelfde avond."}
STEPS_MAX = 2_000  # Of one story's clock; more is a clock that runs in a circle.


@lru_cache
def loaded() -> Loaded:
    """Return the example municipality, as shipped."""
    return load("voorbeeldstad", reader(Path()), today=TODAY)


def protocol(related: Mapping[str, str] | None = None) -> Protocol:
    """Return its protocol, with people who are related to each other where the story needs them."""
    found = loaded().protocol
    people = dict(found.municipality.people)
    for person, relative in (related or {}).items():
        people[person] = people[person].model_copy(update={"related_to": (relative,)})
    return replace(found, municipality_or_none=found.municipality.model_copy(update={"people": people}))


def everybody() -> tuple[str, ...]:
    """Return all who are known in the municipality."""
    return tuple(loaded().protocol.municipality.people)


@dataclass(frozen=True)
class Story:
    """A case at a moment. Each step gives the next; messages arrive at once, except by a channel that fails."""

    protocol: Protocol = field(default_factory=protocol)
    case: Case = field(default_factory=Case)
    log: tuple[Event, ...] = ()
    now: datetime = NOON
    away: tuple[tuple[str, datetime, datetime], ...] = ()
    failing: frozenset[str] = frozenset()
    tapped: str | None = None

    def tapping(self, channel: str) -> "Story":
        """Return the story with the link of a channel tapped."""
        return replace(self, tapped=channel)

    def context(self, actor: str = SYSTEM) -> Context:
        """Return what a decision rests on; the fingerprint of a name is the name."""
        facts = Facts(self.away, "VN-1", {name: name for name in NAMES}, channel=self.tapped)
        return Context(self.protocol, facts, self.case, self.now, actor)

    def decided(self, actor: str, do: str, **fields: Any) -> tuple[Event, ...]:
        """Return the events of a command; a field that Python keeps for itself ends in an underscore."""
        return decide(self.context(actor), parse_command(do, {name.rstrip("_"): one for name, one in fields.items()}))

    def with_events(self, events: tuple[Event, ...], actor: str = SYSTEM) -> "Story":
        """Take these events up, and nothing that follows from them."""
        case = extend(self.case, events, at=self.now, actor=actor)
        return replace(self, case=replace(case, stream="case/VN-1"), log=(*self.log, *events))

    def alone(self, actor: str, do: str, **fields: Any) -> "Story":
        """Give a command, while all that follows stands still."""
        return self.with_events(self.decided(actor, do, **fields), actor)

    def does(self, actor: str, do: str, **fields: Any) -> "Story":
        """Give a command, and let everything follow from it."""
        return self.alone(actor, do, **fields).followed()

    def followed(self) -> "Story":
        """Let everything follow that does by now."""
        story = self
        for _ in range(STEPS_MAX):
            events = story._following() or tuple(story._post())
            if not events:
                return story
            story = story.with_events(events)
        raise AssertionError("the story goes round in a circle")

    def _following(self) -> tuple[Event, ...]:
        wake = next_wake(self.context())
        if self.case.followed == self.case.version and (wake is None or wake > self.now):
            return ()
        return tuple(follow(self.context(), self.log[self.case.followed :]).events)

    def _post(self) -> Iterator[Event]:
        for letter in self.case.made.values():
            if letter.waits:
                yield LetterKept(made=letter.id, file=Evidence(id="L1", name="brief.pdf"))
        for message in self.case.messages.values():
            if message.pending and message.send_at <= self.now:
                failed = message.channel in self.failing
                again = self.now + timedelta(minutes=5)
                bounced = MessageFailed(message=message.id, tries=message.tries + 1, again_at=again)
                yield bounced if failed else MessageSent(message=message.id)

    def until(self, moment: datetime) -> "Story":
        """Let time pass, doing what is due when it is due."""
        story = self
        for _ in range(STEPS_MAX):
            wake = next_wake(story.context())
            if wake is None or wake > moment:
                return replace(story, now=moment).followed()
            story = replace(story, now=max(wake, story.now)).followed()
        raise AssertionError("the clock runs in a circle")

    def later(self, **span: float) -> "Story":
        """Let time pass, such as `minutes=10`."""
        return self.until(self.now + timedelta(**span))

    def after_an_outage(self, **span: float) -> "Story":
        """Let time pass while everything stands still, and then go on."""
        return replace(self, now=self.now + timedelta(**span)).followed()

    # What is seen of it

    def duty(self, name: str, person: str | None = None) -> DutyItem:
        """Return the duty of that name that was opened last, for a person harmed where there are several."""
        mine = [one for one in self.case.duties.values() if one.name == name and one.person == person]
        found = mine[-1] if mine else find_duty(self.case, name)
        assert found is not None, f"no duty '{name}' was opened"
        return found

    def hours(self, name: str, *, since: datetime = NOON) -> float:
        """Return how many hours after a moment a duty is due."""
        due = self.duty(name).due
        assert due is not None, f"the duty '{name}' has no timer"
        return (due - since).total_seconds() / 3600

    def open(self) -> set[str]:
        """Return the names of the duties that are open."""
        return {duty.name for duty in self.case.open_duties()}

    def owners(self, name: str, person: str | None = None) -> tuple[str, ...]:
        """Return whose a duty is now."""
        return owners(self.context(), self.duty(name, person))

    def told(self, person: str, channel: str | None = None, duty: str | None = None) -> list[str]:
        """Return the templates of what reached a person, in order; by one channel or about one duty."""
        sent = [one for one in self.case.messages.values() if one.state == "sent" and one.to == person]
        about = [one for one in sent if duty in (None, one.params.get("name"))]
        return [one.template for one in about if channel in (None, one.channel)]

    def sees(self, person: str) -> set[str]:
        """Return the parts that a person may see."""
        return set(sees(self.context(), person))

    def summary(self) -> dict[str, Any]:
        """Return the case in flat words."""
        return summary(self.context())


NAMES = ("K. Dijkstra", "De Stille Straat", "Bouwbedrijf De Hoek", "Bea van Dam")


def a_report(by: str = "r.bakker", *, story: Story | None = None, **fields: Any) -> Story:
    """Return the story after a report, and all that followed from it at once."""
    return (story or Story()).does(
        by, "file_report", **({"account": NEUTRAL, "happened_at": "unknown", "channel": "email"} | fields)
    )


def a_bare_report(by: str = "r.bakker", *, story: Story | None = None, **fields: Any) -> Story:
    """Return the story after a report of which nothing followed yet: no duty, no alarm, nobody told."""
    return (story or Story()).alone(
        by, "file_report", **({"account": NEUTRAL, "happened_at": "unknown", "channel": "email"} | fields)
    )


def a_threat(by: str = "r.bakker", **fields: Any) -> Story:
    """Return the story after a report of a threat."""
    return a_report(by, kinds=THREAT, **fields)


def a_case(by: str = "r.bakker", **fields: Any) -> Story:
    """Return the story after a report of verbal aggression that went on: a case without an alarm."""
    return a_report(by, kinds=VERBAL, **fields)


def a_talk() -> Story:
    """Return the story after a raadslid asked the griffier for a talk."""
    return Story().does("r.bakker", "ask_for_talk", **{"with": "griffier"})


@contextmanager
def refused(rule: str, because: str | None = None) -> Iterator[None]:
    """Expect a refusal by this rule, and with this reason where one is named."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.rule == rule
    assert because in {None, caught.value.because}
