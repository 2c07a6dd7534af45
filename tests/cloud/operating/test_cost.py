"""The calls by which docs/deploy.md reckons what a report costs."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.commands.alarm import Acknowledge
from tests.cloud.hands import Hands, playing
from tests.cloud.template import TEMPLATE
from tests.web.site import example
from vangnet.rigs.aws import clients, functions
from vangnet.rigs.aws.settings import Settings

pytestmark = pytest.mark.xdist_group("operating")

DOCS = Path(__file__).parents[3] / "docs" / "deploy.md"
ELSEWHERE = ("dynamodbstreams", "secretsmanager")  # What the cloud does itself, and what a process does once.
ROW = re.compile(r"^\| `([a-z0-9]+)` ([A-Za-z]+) \| (\d+) \| (\d+) \|", re.M)


@pytest.fixture
def hands(exercise: Callable[[], Settings], monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Give functions on a table of their own."""
    monkeypatch.setattr(functions, "rig", playing)
    return Hands(exercise(), example(), datetime(2026, 11, 30, 11, 0, tzinfo=UTC), TEMPLATE)


def test_a_report_and_a_sweep_make_no_more_calls_than_the_table_says(hands: Hands) -> None:
    """From the form to an answered alarm, and one sweep that finds nothing due: counted, and compared with the page."""
    seen: Counter[str] = Counter()
    told = {f"{service} {operation}": (int(report), int(sweep)) for service, operation, report, sweep in _rows()}
    hands.sweep()
    hands.stream()  # What begins once, such as the calendar, costs no report.
    clients.watch(before=lambda service, operation: seen.update([f"{service} {operation}"]))
    try:
        report = {"account": "Ik maak je dood.", "channel": "email", "happened_at": "unknown"}
        _, filed = hands.ask("POST", "/api/v1/reports", report)
        hands.stream()
        hands.rig.engine.do("g.mulder", str(filed["reference"]), Acknowledge())
        hands.stream()
        of_report = {name: count for name, count in seen.items() if not name.startswith(ELSEWHERE)}
        hands.sweep()  # What a process reads once costs no sweep.
        seen.clear()
        hands.sweep()
        of_sweep = {name: count for name, count in seen.items() if not name.startswith(ELSEWHERE)}
    finally:
        clients.unwatch()

    assert of_report
    assert of_sweep
    assert {name: count for name, count in of_report.items() if count > told.get(name, (0, 0))[0]} == {}
    assert {name: count for name, count in of_sweep.items() if count > told.get(name, (0, 0))[1]} == {}


def _rows() -> list[tuple[str, str, str, str]]:
    found = ROW.findall(DOCS.read_text(encoding="utf-8"))
    assert found
    return found
