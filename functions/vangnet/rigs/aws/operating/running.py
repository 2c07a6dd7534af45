"""Stopping and starting a stack: while it is stopped nothing of it runs, and what arrives waits.

Stopped, pages and API answer that they are busy, mail and uploads wait in their queues, and no deadline is kept: it is
for minutes, to move or to restore data. What fell due meanwhile is done by the first sweep.
"""

import time

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack, until

FUNCTION, MAPPING, RULE = "AWS::Lambda::Function", "AWS::Lambda::EventSourceMapping", "AWS::Events::Rule"
SETTLED_SECONDS = 300.0  # For AWS to let go of a queue or a stream.
RUNNING_SECONDS = 60  # What runs when it is stopped may take so long: the longest timeout of a function.


def stop(stack: Stack, *, settle: float = RUNNING_SECONDS) -> None:
    """Let nothing run any more, and wait until what runs has ended; harmless twice."""
    if stopped(stack):
        return
    for name in stack.of_type(RULE):
        client("events").disable_rule(Name=_rule(name))
    _enable_mappings(stack, enabled=False)
    for name in stack.of_type(FUNCTION):
        client("lambda").put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    time.sleep(settle)


def start(stack: Stack, now: str) -> None:
    """Let everything run again, each function in a new process that reads its secret and settings anew.

    `now` is noted in the description of each function: it is by a change that its processes are replaced.
    """
    functions = client("lambda")
    for name in stack.of_type(FUNCTION):
        functions.update_function_configuration(FunctionName=name, Description=f"started {now}")
    for name in stack.of_type(FUNCTION):
        until(lambda name=name: _updated(name), within=SETTLED_SECONDS, what="Renewing a function")  # type: ignore[misc]
        functions.delete_function_concurrency(FunctionName=name)
    _enable_mappings(stack, enabled=True)
    for name in stack.of_type(RULE):
        client("events").enable_rule(Name=_rule(name))


def stopped(stack: Stack) -> bool:
    """Tell whether nothing of it runs."""
    functions = client("lambda")
    held = [
        functions.get_function_concurrency(FunctionName=name).get("ReservedConcurrentExecutions")
        for name in stack.of_type(FUNCTION)
    ]
    return all(one == 0 for one in held) and all(_state(one) == "Disabled" for one in stack.of_type(MAPPING))


def require_stopped(stack: Stack) -> None:
    """Pass if nothing of it runs.

    Raises:
        CannotOperate: with what to do.
    """
    if not stopped(stack):
        raise CannotOperate(f"The stack {stack.name} runs; stop it first with 'vangnet aws stop', and start it after.")


def _enable_mappings(stack: Stack, *, enabled: bool) -> None:
    wanted = "Enabled" if enabled else "Disabled"
    for name in stack.of_type(MAPPING):
        if _state(name) != wanted:
            client("lambda").update_event_source_mapping(UUID=name, Enabled=enabled)
    for name in stack.of_type(MAPPING):
        until(lambda name=name: _state(name) == wanted or None, within=SETTLED_SECONDS, what="Letting go of a queue")  # type: ignore[misc]


def _state(mapping: str) -> str:
    return str(client("lambda").get_event_source_mapping(UUID=mapping)["State"])


def _updated(function: str) -> bool | None:
    found = client("lambda").get_function_configuration(FunctionName=function)
    return found.get("LastUpdateStatus", "Successful") != "InProgress" or None


def _rule(name: str) -> str:
    return name.rpartition("|")[2]
