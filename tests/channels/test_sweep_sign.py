"""The sweep on AWS: it tells an address outside that it ran, and wakes the calendar by the document of today."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from tests.web.site import MONDAY_NOON, example
from vangnet.rigs.aws import sweeping
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.config import Configuration


class Sign:
    """Keeps which signs it was asked to give."""

    def __init__(self) -> None:
        """Begin without any."""
        self.given: list[bool] = []

    def beat(self, *, healthy: bool) -> None:
        """Keep it."""
        self.given.append(healthy)


def a_rig(sign: Sign | None, left: list[str]) -> Any:
    """Return what the sweep uses, on a store in memory in which these streams are overdue."""
    stage = SimulationStage(example(), MONDAY_NOON)
    store = SimpleNamespace(due=lambda **_: left)
    stage.engine.hint = lambda _: None
    return SimpleNamespace(
        store=_both(store, stage.engine.ports.store),
        keys=SimpleNamespace(hashing=b""),
        engine=stage.engine,
        clock=stage.clock,
        following=stage.following,
        sign_of_life=sign,
        calendar_looked_at=False,
    )


def _both(first: Any, then: Any) -> Any:
    """Return an object that has what the first has, and else what the second has."""
    return type("Store", (), {"__getattr__": lambda _, name: getattr(first, name, None) or getattr(then, name)})()


def test_a_sweep_that_left_nothing_over_gives_the_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was overdue before it says that something stands still: the watcher outside is to notice."""
    monkeypatch.setattr(sweeping, "check_import", lambda *_: None)  # No archive is being taken in.
    sign = Sign()
    sweeping.sweep(a_rig(sign, []))
    sweeping.sweep(a_rig(sign, ["case/VN-AAAA-AAAA"]))
    sweeping.sweep(a_rig(None, []))

    assert sign.given == [True, False]


def test_the_calendar_is_woken_by_the_document_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It began where no trial alarm was due; the one that holds now has one each month."""
    monkeypatch.setattr(sweeping, "check_import", lambda *_: None)
    rig = a_rig(None, [])
    sweeping.sweep(rig)
    before = rig.store.next_wake()
    rig.engine.configuration = Configuration(example("meerdorpen"))
    rig.calendar_looked_at = False
    sweeping.sweep(rig)

    assert before == datetime(2026, 12, 31, 23, tzinfo=UTC)
    assert rig.store.next_wake() == datetime(2026, 12, 1, 10, tzinfo=UTC)
