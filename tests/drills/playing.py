"""Playing a drill on a stage, and what came of it in words that are the same on every stage."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vangnet.cli.drill import read_script
from vangnet.cli.drills.play import Play
from vangnet.cli.drills.stage import Stage
from vangnet.cli.rigs import Rigs
from vangnet.rigs.command import RIGS
from vangnet.rigs.embedded.rig import EmbeddedStage
from vangnet.rigs.simulation.stage import SimulationStage

ROOT = Path(__file__).parents[2]
# The day of the check, of which only warnings about contacts depend: the same whenever this runs.
FIXED: Rigs = replace(RIGS, now=lambda: datetime(2026, 11, 1, tzinfo=UTC))
REFERENCE = re.compile(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}")


@dataclass(frozen=True)
class Result:
    """What came of a drill: what failed, the messages, the refusals, and how each case stands at the end."""

    failures: list[str]
    messages: list[tuple[object, ...]]
    answers: dict[int, str | None]
    states: dict[str, Any]


def on_both(file: Path, folder: Path) -> tuple[Result, Result]:
    """Play a drill in the simulation and on the embedded store, clock and outbox."""
    simulated = played(file, SimulationStage)
    return simulated, played(file, lambda loaded, start: EmbeddedStage(loaded, start, folder))


def played(file: Path, set_the_stage: Callable[..., Stage]) -> Result:
    """Play a drill to its end and return what came of it."""
    script = read_script(file, FIXED)
    stage = set_the_stage(script.loaded, script.start)
    try:
        play = Play(script, stage, lambda line: None)
        failures = play.run()
        return _result(play, stage, failures)
    finally:
        stage.close()


def _result(play: Play, stage: Stage, failures: list[str]) -> Result:
    named = {reference: name for name, reference in play.names.items()}

    def plain(text: str) -> str:
        return REFERENCE.sub(lambda found: named.get(found[0], "?"), text)

    messages = [
        (gone.at, gone.message.channel, gone.message.person, plain(gone.message.about), plain(gone.message.subject))
        for gone in stage.gone()
    ]
    states = {name: _state(play, name) for name in play.names}
    return Result([plain(one) for one in failures], sorted(messages), dict(play.answers), states)


def _state(play: Play, name: str) -> dict[str, object]:
    case = play.stream(name).case
    duties = [(one.id, one.person, one.state, one.due, one.stage, one.done_at) for one in case.duties.values()]
    alarms = [
        (one.id, one.links_told, one.told, tuple(one.acknowledged), one.settled_at) for one in case.alarms.values()
    ]
    return {
        "case": (case.kind, case.outcome, case.classed, case.state, case.handler, case.wiped, case.advised),
        "duties": duties,
        "alarms": alarms,
        "messages": [(one.id, one.to, one.channel, one.template, one.state) for one in case.messages.values()],
    }
