"""Random days with faults keep every invariant, are the same days each time, and show when an invariant breaks."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from vangnet.case import follow
from vangnet.case.facts import Context
from vangnet.case.state import MessageItem
from vangnet.cli.documents import reader
from vangnet.notifications.wording import wording
from vangnet.protocol.load import Loaded, load
from vangnet.rigs.simulation.invariants import INVARIANTS, Aftermath
from vangnet.rigs.simulation.memory_store import MemoryStore
from vangnet.rigs.simulation.simulate import play, simulate
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.world import Recorder
from vangnet.shell.ports import Outgoing, StoredEvent, Taken

SEEDS = 200
TOGETHER = 10  # Seeds of one test, so that they are shared out over the processes.
SOME_SEEDS = 12  # Enough for whatever was broken on purpose to be met.


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Keep the thousands of lines of broken channels out of the report."""
    caplog.set_level(logging.CRITICAL, logger="vangnet")


@lru_cache
def loaded() -> Loaded:
    """Return the example municipality."""
    return load("voorbeeldstad", reader(Path()), today=date(2026, 11, 1))


@pytest.mark.parametrize("first", range(1, SEEDS + 1, TOGETHER))
def test_two_hundred_seeds_keep_every_invariant(first: int) -> None:
    """Whatever is reported, answered, refused, lost and late: nothing that was promised breaks."""
    lines: list[str] = []
    broken = simulate(loaded(), first=first, seeds=TOGETHER, say=lines.append)

    assert broken == 0, "\n".join(lines)
    assert lines[-1].startswith(f"{TOGETHER} seeds: ")
    assert lines[-1].endswith(" 0 invariants broken")


def everything(after: Aftermath) -> list[object]:
    """Return every event of every stream, and every message that went out."""
    events = [(stream.id, stream.events) for stream, _ in after.streams()]
    return [*events, *((gone.at, gone.message) for gone in after.stage.gone())]


@pytest.mark.parametrize("seed", [3, 7, 18])
def test_the_same_seed_gives_the_same_days(seed: int) -> None:
    """A broken invariant can be played again: the events are the same, to the last message."""
    once, again = play(loaded(), seed), play(loaded(), seed)

    assert everything(once) == everything(again)


def test_another_seed_gives_other_days() -> None:
    """Two seeds are two exercises."""
    assert everything(play(loaded(), 3)) != everything(play(loaded(), 4))


def test_the_days_are_full() -> None:
    """Over a few seeds every kind of thing happens: reports, refusals, faults, cases that close and guidance."""
    after = [play(loaded(), seed) for seed in range(1, 26)]
    seen = {type(one.event).__name__ for days in after for stream, _ in days.streams() for one in stream.events}

    assert sum(days.cast.refused for days in after) > 0
    assert sum(days.faults.count for days in after) > 0
    assert seen >= {"CaseTaken", "CaseClosed", "DutyDone", "TalkHeld", "Wiped", "MessageFailed", "AlarmAcknowledged"}
    assert seen >= {"MailReceived", "MailTaken", "MailSetAside", "MailShown", "QueueTold"}


class LosingStore(MemoryStore):
    """A store that says that it kept a case, and later has nothing of it."""

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return nothing to who reads a long case anew."""
        found = super().load(stream, after=after)
        return () if stream.startswith("case/") and after == 0 and len(found) > 20 else found


class LosingStage(SimulationStage):
    """A stage whose store loses reports."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Wire it, and put the losing store under it."""
        super().__init__(*args, **options)
        self.store = LosingStore()
        self.engine.ports = replace(self.engine.ports, store=self.store)
        self.engine.streams.store = self.store


class Stutterer(Recorder):
    """A channel that sends everything twice."""

    def send(self, message: Outgoing) -> Taken:
        """Send it, and again."""
        super().send(message)
        return super().send(message)


class StutteringStage(SimulationStage):
    """A stage whose channels send everything twice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Wire it, and put the stuttering channel under it."""
        super().__init__(*args, **options)
        self.recorder = Stutterer(self.clock)
        senders = dict.fromkeys(self.engine.ports.senders, self.recorder)
        self.engine.ports = replace(self.engine.ports, senders=dict(senders))


def telling(ctx: Context, message: MessageItem, link_code: str) -> tuple[str, str]:
    """Return the words of a message, with the account in them, as they must never be."""
    subject, text = wording(ctx, message, link_code)
    return subject, f"{text} {ctx.case.report.account if ctx.case.report else ''}"


class TellingStage(SimulationStage):
    """A stage whose messages quote the report."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Wire it, and give it other words."""
        super().__init__(*args, **options)
        self.engine.ports = replace(self.engine.ports, wording=telling)


BROKEN = {
    "reports are kept": LosingStage,
    "nothing goes twice": StutteringStage,
    "messages tell nothing": TellingStage,
}


@pytest.mark.parametrize(("invariant", "stage"), BROKEN.items(), ids=BROKEN.keys())
def test_what_breaks_is_named_with_its_seed(invariant: str, stage: type[SimulationStage]) -> None:
    """A store that loses, a channel that stutters, words that tell: each is found, with the seed that replays it."""
    lines: list[str] = []
    broken = 0
    for seed in range(1, SOME_SEEDS):
        broken = simulate(loaded(), first=seed, seeds=1, say=lines.append, stage=stage)
        if broken:
            break

    assert broken
    assert any(line.startswith(f"seed {seed}: {invariant}: ") for line in lines)


def no_duties(ctx: Context) -> Iterator[Any]:
    """Call for nothing at all, as the real one must never do."""
    return iter(())


def test_a_core_that_forgets_duties_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the function that opens duties taken out, aftercare is not offered, and that is said."""
    monkeypatch.setattr(follow, "reconcile", no_duties)
    lines: list[str] = []
    simulate(loaded(), first=1, seeds=SOME_SEEDS, say=lines.append)

    assert any(": aftercare is offered: " in line for line in lines)


def test_there_are_a_dozen_invariants() -> None:
    """Each has a name of its own, and says in a sentence what must hold."""
    assert len(INVARIANTS) >= 12
    assert all(check.__doc__ for check in INVARIANTS.values())
