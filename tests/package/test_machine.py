"""The state machine that waits: every way through it leads somewhere and ends, and the check sees one that does not."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.package.machine import faults

pytestmark = pytest.mark.xdist_group("stack")

State = dict[str, Any]


@pytest.fixture
def machine(whole: dict[str, Any]) -> State:
    """Give the state machine as it is packaged."""
    found: State = json.loads(whole["Resources"]["Clock"]["Properties"]["DefinitionString"])
    return found


def test_the_machine_is_whole(machine: State) -> None:
    """Every state is reached, leads on or ends, and has its limits."""
    assert faults(machine) == []


def test_what_is_put_in_is_named(whole: dict[str, Any], machine: State) -> None:
    """Every name that the definition leaves open is filled by the template, and no other is."""
    clock = whole["Resources"]["Clock"]["Properties"]
    left_open = {part.partition("}")[0] for part in clock["DefinitionString"].split("${")[1:]}

    assert left_open == set(clock["DefinitionSubstitutions"]) == {"TickArn"}
    assert machine["States"]["Tick"]["Resource"] == "${TickArn}"


def _leads_nowhere(machine: State) -> None:
    machine["States"]["Wait"]["Next"] = "Tock"


def _catches_into_nothing(machine: State) -> None:
    machine["States"]["Tick"]["Catch"][0]["Next"] = "Gone"


def _is_never_reached(machine: State) -> None:
    machine["States"]["Alone"] = {"Type": "Succeed"}


def _begins_nowhere(machine: State) -> None:
    machine["StartAt"] = "Begin"


def _never_ends(machine: State) -> None:
    del machine["States"]["Tick"]["End"]


def _goes_on_after_its_end(machine: State) -> None:
    machine["States"]["LeftToTheSweep"]["Next"] = "Wait"


def _tries_for_ever(machine: State) -> None:
    machine["States"]["Tick"]["Retry"][0]["MaxAttempts"] = 99999


def _waits_less_each_time(machine: State) -> None:
    machine["States"]["Tick"]["Retry"][0]["BackoffRate"] = 0.5


def _may_hang(machine: State) -> None:
    del machine["States"]["Tick"]["TimeoutSeconds"]


def _waits_in_no_way(machine: State) -> None:
    del machine["States"]["Wait"]["TimestampPath"]


BROKEN: dict[Callable[[State], None], str] = {
    _leads_nowhere: "leads to Tock",
    _catches_into_nothing: "leads to Gone",
    _is_never_reached: "Alone: nobody reaches it",
    _begins_nowhere: "StartAt names no state",
    _never_ends: "must name what is next",
    _goes_on_after_its_end: "must not name what is next",
    _tries_for_ever: "tried again once to",
    _waits_less_each_time: "not shorter each time",
    _may_hang: "how long that may take",
    _waits_in_no_way: "how long it waits",
}


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda one: one.__name__)
def test_a_broken_machine_is_seen(machine: State, breaks: Callable[[State], None]) -> None:
    """Each way in which a machine can be wrong is told in words that name it."""
    breaks(machine)

    assert any(BROKEN[breaks] in what for what in faults(machine))
