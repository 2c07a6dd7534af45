"""Draws every exercise with its timeline: what a griffier reads to see what the protocol does, hour by hour."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vangnet.cli.drill import read_script
from vangnet.cli.drills.play import Play
from vangnet.cli.rigs import Rigs
from vangnet.rigs.command import RIGS
from vangnet.rigs.simulation.stage import SimulationStage

ROOT = Path(__file__).resolve().parent.parent
DRILLS = ROOT / "tests" / "drills"
PAGE = "docs/reference/drills.md"
# The day of the check, of which only warnings about contacts depend: the same whenever this runs.
FIXED: Rigs = replace(RIGS, now=lambda: datetime(2026, 11, 1, tzinfo=UTC))
LINK = re.compile(r"https?://\S+")
REFERENCE = re.compile(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}")
REPEATED = re.compile(r"^(\w+ \d\d-\d\d [\d:]+ +\S+ +)((?:sms|mail) to [^:]+: ALARM .*(?:nog niemand|bevestig).*)$")
SAME_MAX = 3  # Of one alarm that is tried again; the rest is counted.


def drills_page(drawn: str) -> tuple[str, str]:
    """Return path and text of the page; `drawn` is the line that says where it comes from."""
    head = (
        "Every exercise of `tests/drills`, as `vangnet drill` plays it: what somebody does, what is refused and by"
        " which rule, who is told and how, and what must be so. They are written in Dutch, for who works with them."
    )
    files = sorted(DRILLS.rglob("*.yaml"), key=lambda file: (file.parent != DRILLS, str(file)))
    parts = [part for file in files for part in _drill(file)]
    return PAGE, "\n".join(["# Exercises", "", drawn, "", head, "", *parts])


def _drill(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    lines: list[str] = []
    play = _played(file, lines.append)
    yield f"## {play.script.drill.name}"
    yield ""
    yield f"`{file.relative_to(ROOT)}`, under `{play.script.drill.config}`."
    said = [line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#")]
    yield from (["", " ".join(said)] if said else [])
    named = {reference: name for name, reference in play.names.items()}
    yield ""
    yield "```text"
    yield from _shortened(_plain(line, named) for line in lines[1:])
    yield "```"
    yield ""


def _played(file: Path, say: Callable[[str], None]) -> Play:
    """Play an exercise in the simulation."""
    logging.disable(logging.WARNING)  # A channel that stands still is said in the timeline.
    script = read_script(file, FIXED)
    stage = SimulationStage(script.loaded, script.start)
    try:
        play = Play(script, stage, say)
        play.run()
    finally:
        stage.close()
        logging.disable(logging.NOTSET)
    return play


def _plain(line: str, named: dict[str, str]) -> str:
    """Return a line with the names of the exercise for its references, and without links."""
    return REFERENCE.sub(lambda found: named.get(found[0], "…"), LINK.sub("…", line)).rstrip()


def _shortened(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines; of one that comes again and again no more than a few."""
    seen: dict[str, int] = {}
    for line in lines:
        found = REPEATED.match(line)
        if found is None:
            yield line
            continue
        seen[found[2]] = seen.get(found[2], 0) + 1
        if seen[found[2]] <= SAME_MAX:
            yield line
    for text, count in seen.items():
        if count > SAME_MAX:
            yield f"... and {count - SAME_MAX} more like: {text}"
