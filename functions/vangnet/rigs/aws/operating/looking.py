"""How a stack is: what is overdue, what cannot be done, when the sweep last ran, what lies among the dead letters."""

import json
from datetime import datetime, timedelta
from typing import Any

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.running import stopped
from vangnet.rigs.aws.operating.stack import Stack
from vangnet.rigs.aws.sweeping import LATE_SECONDS

QUEUES = {name: f"{name.capitalize()}DeadLetters" for name in ("mail", "uploads", "feedback", "assessment", "notify")}
DEAD_LETTERS = QUEUES | {"sweep": "SweepDeadLetters"}
WAITING = {"mail": "MailQueue", "uploads": "UploadsQueue", "feedback": "FeedbackQueue"}
OVERDUE_MAX = 100
LOOK_BACK = timedelta(minutes=15)  # A sweep that is longer ago counts as none.


def status(stack: Stack, now: datetime) -> dict[str, Any]:
    """Return how the stack is; it names streams and counts, and no person."""
    overdue = stack.rig.store.due(until=now - timedelta(seconds=LATE_SECONDS), limit=OVERDUE_MAX)
    swept = last_sweep(stack, now)
    return {
        "stack": stack.known["StackStatus"],
        "running": not stopped(stack),
        "outputs": dict(sorted(stack.outputs.items())),
        "overdue": sorted(overdue),
        "stuck": swept["stuck"] if swept else None,
        "last_sweep": swept["at"] if swept else None,
        "waiting": {name: count(stack, queue) for name, queue in WAITING.items()},
        "dead_letters": {name: count(stack, queue) for name, queue in DEAD_LETTERS.items()},
    }


def count(stack: Stack, resource: str) -> int:
    """Return how many messages a queue holds, those that are being worked on too."""
    names = [f"ApproximateNumberOfMessages{part}" for part in ("", "NotVisible", "Delayed")]
    found = client("sqs").get_queue_attributes(QueueUrl=stack.queue(resource), AttributeNames=names)
    return sum(int(found["Attributes"].get(name, 0)) for name in names)


def last_sweep(stack: Stack, now: datetime) -> dict[str, Any] | None:
    """Return when the sweep last ran, and how many streams it could not follow; None if it did not of late."""
    pages = (
        client("logs")
        .get_paginator("filter_log_events")
        .paginate(
            logGroupName=stack.resources["SweepLog"][1],
            startTime=int((now - LOOK_BACK).timestamp() * 1000),
        )
    )
    last: dict[str, Any] | None = None
    for page in pages:
        for event in page["events"]:
            number = _counted(event["message"], "stuck")
            if number is not None and (last is None or event["timestamp"] >= last["stamp"]):
                last = {"stamp": event["timestamp"], "stuck": number}
    if last is None:
        return None
    at = datetime.fromtimestamp(last["stamp"] / 1000, now.tzinfo)
    return {"at": at.isoformat(timespec="seconds"), "stuck": last["stuck"]}


def _counted(line: str, name: str) -> int | None:
    """Return the count that a line of the log holds under a name, or None where it holds none."""
    try:
        value = json.loads(line).get(name)
    except (ValueError, AttributeError):
        return None
    if isinstance(value, list) and value:
        value = value[0]
    return int(value) if isinstance(value, int | float) else None
