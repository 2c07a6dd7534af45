"""The figures that can be counted: few calls, few units, and the same each time."""

from pathlib import Path

import pytest

from tests.web.site import MONDAY_NOON, example
from vangnet.cli.documents import reader
from vangnet.protocol.load import load
from vangnet.rigs.bench.embedded import classify, embedded_reports
from vangnet.rigs.bench.imports import import_ratio
from vangnet.rigs.bench.one_report import Counted, one_report
from vangnet.rigs.bench.prices import report_euros

EUROS_MAX = 0.01  # For one report without its SMS.
WRITTEN_MAX = 1.3
IMPORT_MAX = 1.6
SLOPE_MAX = 1.5  # A text of ten times the length takes hardly more than ten times as long.
TRIES = 3  # A machine that is busy with other tests can spoil one measurement.


@pytest.fixture(scope="module")
def counted() -> Counted:
    """Count one report."""
    return one_report(example())


def test_a_report_is_answered_after_one_call_of_the_store(counted: Counted) -> None:
    """Intake reads nothing and writes one item."""
    assert counted.before_answer == 1
    assert counted.calls[:3].count("dynamodb.PutItem") == 1


def test_its_last_alarm_is_published_after_six(counted: Counted) -> None:
    """The item, the directory, the transaction; the stream, the directory: and the alarms go out."""
    assert counted.to_alarm <= 6
    assert counted.calls.count("sns.Publish") == 1
    assert counted.calls.count("sesv2.SendEmail") >= 1


def test_little_is_written_beside_the_events(counted: Counted) -> None:
    """Lists, indexes and keys take at most three tenths of what the events need, written the same way."""
    assert counted.units / (counted.event_units + counted.way_units) <= WRITTEN_MAX


def test_counting_twice_gives_the_same(counted: Counted) -> None:
    """Nothing in the figures depends on chance."""
    again = one_report(example())

    assert (again.units, again.event_units, len(again.calls)) == (
        counted.units,
        counted.event_units,
        len(counted.calls),
    )


def test_a_report_costs_less_than_a_cent(counted: Counted) -> None:
    """By the list prices, without its SMS."""
    assert 0 < report_euros(counted.calls, counted.units) < EUROS_MAX


def test_intake_starts_soon() -> None:
    """Importing it takes at most 1.6 times what boto3, pydantic and a client take."""
    assert any(import_ratio() <= IMPORT_MAX for _ in range(TRIES))


def test_the_embedded_rig_answers_durably_at_a_good_part_of_what_the_disk_can_do() -> None:
    """A figure that is a ratio of two speeds of this machine; it is there, and it is no nonsense."""
    loaded = load("voorbeeldstad", reader(Path()), today=MONDAY_NOON.date())

    assert embedded_reports(loaded) > 0
    measured = (classify() for _ in range(TRIES))
    assert any(microseconds > 0 and slope < SLOPE_MAX for microseconds, slope in measured)
