"""A report taken up out of the inbox by two at once: it is there once, and whoever was late finds it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from schemas.commands.alarm import Acknowledge
from schemas.commands.intake import FileReport
from tests.web.site import MONDAY_NOON, example
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.arrivals import Arrivals
from vangnet.shell.engine import Engine, UnknownCase
from vangnet.shell.ports import Append, StoredEvent, VersionConflict

THREAT = FileReport.model_validate({"account": "Ik maak je dood", "channel": "phone", "happened_at": "unknown"})


@dataclass
class Inbox:
    """An inbox in memory, and the store that intake puts into it; `meanwhile` happens as it is looked into."""

    lying: dict[str, Append] = field(default_factory=dict)
    meanwhile: Callable[[], None] = lambda: None
    settled: list[Append] = field(default_factory=list)

    def append(self, what: Append) -> None:
        """Put a report in."""
        self.lying[what.stream] = what

    def load(self, stream: str, *, after: int = 0) -> list[StoredEvent]:
        """Return what was put in."""
        return [one for one in self.lying[stream].events if one.version > after] if stream in self.lying else []

    def whole(self, stream: str) -> tuple[list[StoredEvent], bytes | None]:
        """Return the same and its key."""
        return self.load(stream), self.lying[stream].wrapped_key if stream in self.lying else None

    def waiting(self, stream: str) -> Append | None:
        """Return what waits, after what happens meanwhile."""
        found = self.lying.get(stream)
        happens, self.meanwhile = self.meanwhile, lambda: None
        happens()
        return found

    def settle(self, what: Append) -> None:
        """Let nothing wait there."""
        self.settled.append(self.lying.pop(what.stream))


@pytest.fixture
def stage() -> SimulationStage:
    """Give a house in memory."""
    return SimulationStage(example(), MONDAY_NOON)


@pytest.fixture
def inbox(stage: SimulationStage) -> Inbox:
    """Give its inbox, which it looks into."""
    found = Inbox()
    stage.engine.ports = replace(stage.engine.ports, inbox=found)
    stage.engine.arrive = Arrivals(stage.engine).admit
    return found


def put_in(stage: SimulationStage, inbox: Inbox, *, by: str = "r.bakker", once: str = "1") -> str:
    """Have intake put a report into the inbox and return its reference."""
    intake = Engine(replace(stage.engine.ports, store=inbox), stage.engine.configuration)  # type: ignore[arg-type]
    return intake.file_report(by, THREAT, once=once).reference


def test_a_report_is_taken_up_with_all_that_follows(stage: SimulationStage, inbox: Inbox) -> None:
    """It is a case with its alarm, followed to its end."""
    reference = put_in(stage, inbox)

    case = stage.engine.found(reference).case

    assert case.alarm
    assert case.alarm.told == ("g.mulder",)
    assert case.followed == case.version


def test_one_that_somebody_else_just_took_up_is_found(stage: SimulationStage, inbox: Inbox) -> None:
    """Between looking for the stream and looking into the inbox it became a stream: it is no unknown case."""
    reference = put_in(stage, inbox)
    stream = f"case/{reference}"

    def taken_by_another() -> None:
        assert Arrivals(stage.engine).admit(stream)
        del inbox.lying[stream]

    def gone(_: str) -> bool:
        taken_by_another()
        return False

    stage.engine.arrive = gone

    assert stage.engine.found(reference).version > 1


def test_two_that_take_it_up_at_once_make_one_case_of_it(stage: SimulationStage, inbox: Inbox) -> None:
    """The second meets a stream that is there, and an inbox that is empty: all is well."""
    reference = put_in(stage, inbox)
    stream = f"case/{reference}"

    def taken_by_another() -> None:
        Arrivals(stage.engine).admit(stream)
        del inbox.lying[stream]

    inbox.meanwhile = taken_by_another

    assert Arrivals(stage.engine).admit(stream)
    filed = [one for one in stage.engine.found(reference).events if type(one.event).__name__ == "ReportFiled"]
    assert len(filed) == 1


def test_one_whose_name_is_taken_waits_on_and_says_so(
    stage: SimulationStage, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another report's reference: nothing of either is lost, and the error is seen."""
    reference = put_in(stage, inbox)
    stream = f"case/{reference}"
    assert Arrivals(stage.engine).admit(stream)
    monkeypatch.setattr(type(stage.engine.names), "reference", lambda *_: reference)
    assert put_in(stage, inbox, by="g.mulder", once="2") == reference

    with pytest.raises(VersionConflict):
        Arrivals(stage.engine).admit(stream)

    assert stream in inbox.lying
    assert inbox.settled == []


def test_the_same_sending_after_its_answer_vanished_is_settled(stage: SimulationStage, inbox: Inbox) -> None:
    """Weeks later a page is sent once more: it is the report that became a case, and waits for nobody."""
    reference = put_in(stage, inbox)
    stream = f"case/{reference}"
    assert Arrivals(stage.engine).admit(stream)
    before = stage.engine.found(reference).version
    del inbox.lying[stream]
    assert put_in(stage, inbox) == reference
    inbox.lying[stream] = replace(inbox.lying[stream], key="begin:again")

    assert Arrivals(stage.engine).admit(stream)

    assert inbox.lying == {}
    assert stage.engine.found(reference).version == before


def test_what_is_nowhere_is_unknown(stage: SimulationStage, inbox: Inbox) -> None:
    """Neither a stream nor anything in the inbox."""
    assert stage.engine.found("VN-0000-0000").version == 0
    with pytest.raises(UnknownCase):
        stage.engine.do("g.mulder", "VN-0000-0000", Acknowledge())
