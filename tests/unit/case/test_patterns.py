"""Guidance, signals and their pattern, over the streams of a whole Vangnet in memory."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.commands.intake import FileReport, TurnIntoReport
from tests.unit.case.builders import NEUTRAL, NOON, loaded
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.reading import Reading

DIJKSTRA = {"kind": "person", "name": "K. Dijkstra"}


class House:
    """A Vangnet whose clock the test holds."""

    def __init__(self) -> None:
        """Begin on Monday at noon."""
        self.stage = SimulationStage(loaded(), NOON)
        self.start = NOON
        self.hinted: list[str] = []
        self.stage.engine.hint = self.hinted.append

    def at(self, **span: float) -> "House":
        """Let time pass until so long after the start, doing what is due on the way."""
        until = self.start + timedelta(**span)
        while (wake := self.stage.store.next_wake()) and wake <= until:
            self.stage.set_time(max(wake, self.stage.clock.now()))
            self.stage.calm()
        self.stage.set_time(until)
        self.stage.calm()
        return self

    def report(self, by: str = "r.bakker", **fields: Any) -> str:
        """File a report, let follow what does, and return its reference."""
        command = FileReport.model_validate({"account": NEUTRAL, "happened_at": "unknown", "channel": "email"} | fields)
        reference = self.stage.engine.file_report(by, command).reference
        while self.hinted:
            self.stage.following.tick(self.hinted.pop(0))
        return reference

    def signal(self, by: str = "r.bakker", **fields: Any) -> str:
        """File a report of what persists."""
        return self.report(by, **{"persists": True, "perpetrators": [DIJKSTRA]} | fields)

    def told(self, person: str) -> list[str]:
        """Return the subjects of the mails to a person."""
        return [one.message.subject for one in self.stage.gone() if one.message.person == person]

    def patterned(self, reference: str) -> bool:
        """Tell whether a signal stands in a pattern."""
        return bool(self.stage.engine.streams.load(f"case/{reference}").case.pattern)


def the_signals(house: House, *days: int, by: tuple[str, ...] = ("r.bakker",)) -> list[str]:
    """Return the references of signals on these days."""
    return [house.at(days=day).signal(by[number % len(by)]) for number, day in enumerate(days)]


@pytest.mark.rule("AP-2.1.10")
def test_three_signals_within_eight_weeks_are_proposed() -> None:
    """The third makes a pattern of all three; receiver and co-ordinator are told, and there is no case by itself."""
    house = House()
    references = the_signals(house, 0, 20, 55)

    assert all(house.patterned(one) for one in references)
    assert house.told("g.mulder") == house.told("c.bos")[-1:] != []
    assert house.stage.engine.streams.load(f"case/{references[2]}").case.outcome == "signal"


@pytest.mark.rule("AP-2.1.10")
def test_two_signals_are_not() -> None:
    """Twice is no pattern."""
    house = House()

    assert not any(house.patterned(one) for one in the_signals(house, 0, 20))


@pytest.mark.rule("AP-2.1.10")
def test_three_signals_over_nine_weeks_are_not() -> None:
    """What lies further back than the period does not count."""
    house = House()

    assert not any(house.patterned(one) for one in the_signals(house, 0, 30, 63))


@pytest.mark.rule("AP-2.1.10")
def test_signals_of_different_people_are_not() -> None:
    """A pattern is one perpetrator's; who is unknown makes none."""
    house = House()
    others = [{"kind": "person", "name": "J. Pronk"}, {"kind": "unknown", "name": "K. Dijkstra"}]

    references = [*the_signals(house, 0, 1), *(house.signal(perpetrators=[one]) for one in others)]

    assert not any(house.patterned(one) for one in references)


@pytest.mark.rule("AP-2.1.10", "AP-1.4")
def test_a_pattern_goes_across_the_organisations() -> None:
    """A signal of a raadslid, of a wethouder and of a civil servant about one person make a pattern together."""
    house = House()

    assert all(house.patterned(one) for one in the_signals(house, 0, 1, 2, by=("r.bakker", "w.devries", "n.brouwer")))


@pytest.mark.rule("AP-2.1.10")
def test_a_person_makes_a_case_of_a_pattern() -> None:
    """Whoever receives it turns a signal of the pattern into a case; nobody else does."""
    house = House()
    reference = the_signals(house, 0, 1, 2)[2]

    stream = house.stage.engine.do("g.mulder", reference, TurnIntoReport(why="Het houdt niet op"))

    assert stream.case.outcome == "case"


@pytest.mark.rule("AP-2.1.7")
def test_guidance_is_wiped_after_seven_days() -> None:
    """What identifies the citizen is gone with its key; class, kinds, channel, office and day stay."""
    house = House()
    fields: dict[str, Any] = {
        "kinds": ["insult"],
        "addressed": True,
        "stopped": True,
        "channel": "phone",
        "perpetrators": [DIJKSTRA],
    }
    reference = house.report(account="Dijkstra noemde mij een sukkel", **fields)
    assert "Dijkstra" in house.at(days=6, hours=23).stage.readable()

    house.at(days=7)

    kept = house.stage.engine.streams.load(f"case/{reference}").case.report
    assert house.stage.store.data_key(f"case/{reference}") is None
    assert not any(word in house.stage.readable() for word in ("Dijkstra", "sukkel", "r.bakker"))
    assert kept
    assert (kept.classed, kept.kinds, kept.channel, kept.offices) == (
        "verbal_aggression",
        ("insult",),
        "phone",
        ("raadslid",),
    )
    assert kept.day == "2026-11-30"


@pytest.mark.rule("AP-2.1.7")
def test_until_then_the_reporter_makes_a_report_of_it() -> None:
    """What goes wrong again after all is a case, and is not wiped."""
    house = House()
    reference = house.report(kinds=["insult"], addressed=True, stopped=True)

    house.at(days=6).stage.engine.do("r.bakker", reference, TurnIntoReport())

    assert house.at(days=30).stage.store.data_key(f"case/{reference}") is not None


def test_a_signal_is_kept_for_the_patterns_period() -> None:
    """Account and perpetrator of a signal are there for eight weeks, and not a day longer."""
    house = House()
    reference = house.signal()

    assert house.at(weeks=8, seconds=-1).stage.store.data_key(f"case/{reference}") is not None
    assert house.at(weeks=8).stage.store.data_key(f"case/{reference}") is None


def test_the_weekly_mail_counts_guidance_and_lists_signals() -> None:
    """On Monday at nine the co-ordinator has one mail: signals by reference, guidance as a count only."""
    house = House()
    signal, guidance = house.signal(), house.report()

    texts = [one for one in house.at(days=8).stage.gone() if one.message.person == "c.bos"]

    assert [one.at for one in texts] == [datetime(2026, 12, 7, 8, 0, tzinfo=UTC)]
    assert signal in texts[0].message.text
    assert guidance not in texts[0].message.text


@pytest.mark.rule("AP-5.1.6")
def test_every_look_is_kept() -> None:
    """Who looked at which parts of a case stands beside it; who may not look leaves no look and sees nothing."""
    house = House()
    reference = house.report(kinds=["insult"])
    reading = Reading(house.stage.engine)

    reading.case("m.prins", reference)
    _, parts = reading.case("y.beheer", reference)

    looks = [(getattr(one.event, "person", ""), getattr(one.event, "parts", ())) for one in reading.looks(reference)]
    assert (looks, parts) == ([("m.prins", ("summary", "damage"))], {})
