"""A state machine looked over without running it: names that lead nowhere, states that nobody reaches, no limits."""

from collections.abc import Iterator
from typing import Any

State = dict[str, Any]

ENDS = {"Succeed", "Fail"}
WAITS = {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"}
RETRIES_MAX = 10


def faults(machine: State) -> list[str]:
    """Return what is wrong with a state machine, in words."""
    states = machine.get("States", {})
    if machine.get("StartAt") not in states:
        return ["StartAt names no state"]
    found = [f"{name}: {what}" for name, state in states.items() for what in _of_state(state, states)]
    if "TimeoutSeconds" not in machine:
        found.append("an execution may last for ever")
    return found + [f"{name}: nobody reaches it" for name in set(states) - _reached(machine["StartAt"], states)]


def _of_state(state: State, states: dict[str, State]) -> Iterator[str]:
    kind = state.get("Type")
    for target in leads_to(state):
        if target not in states:
            yield f"leads to {target}, which is not there"
    leaves, ends = "Next" in state, bool(state.get("End"))
    if kind in ENDS and (leaves or ends):
        yield "ends by itself and must not name what is next"
    if kind not in ENDS | {"Choice"} and leaves == ends:
        yield "must name what is next, or be the end"
    if kind == "Wait" and len(WAITS & set(state)) != 1:
        yield "must say in one way for how long it waits"
    if kind == "Task" and not ("Resource" in state and state.get("TimeoutSeconds")):
        yield "a task needs what it calls and how long that may take"
    for retry in state.get("Retry", []):
        yield from _of_retry(retry)
    for caught in state.get("Catch", []):
        if not caught.get("ErrorEquals"):
            yield "catches nothing"


def _of_retry(retry: State) -> Iterator[str]:
    if not retry.get("ErrorEquals"):
        yield "tries again after nothing"
    if not 0 < retry.get("MaxAttempts", 0) <= RETRIES_MAX:
        yield f"must be tried again once to {RETRIES_MAX} times"
    if retry.get("IntervalSeconds", 1) < 1 or retry.get("BackoffRate", 2) < 1:
        yield "must wait between two tries, and not shorter each time"
    if "MaxDelaySeconds" in retry and retry["MaxDelaySeconds"] <= retry.get("IntervalSeconds", 1):
        yield "waits longer at first than it ever may"


def leads_to(state: State) -> Iterator[str]:
    """Yield the states that may come after this one."""
    for place in (state, *state.get("Catch", []), *state.get("Choices", [])):
        if "Next" in place:
            yield place["Next"]
    if "Default" in state:
        yield state["Default"]


def _reached(start: str, states: dict[str, State]) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = {one for one in leads_to(states[ahead.pop()]) if one in states} - found
        found |= fresh
        ahead += fresh
    return found
