"""Setting a stream's clock: an execution of the state machine that waits for its next wake-up, then has it ticked.

An execution's name is the stream and the generation at which the wake-up was set, so that setting it twice is once. Its
input is the stream and the time. What lies further ahead than an execution may wait is left to the sweep.
"""

import json
import re
from datetime import UTC, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.numbers import count

AHEAD_MAX = timedelta(days=300)  # An execution may last a year; the rest is room.
NAME_LENGTH_MAX = 80  # By Step Functions.
ALREADY = "ExecutionAlreadyExists"


class Waking:
    """Starts executions that wait."""

    def __init__(self, rig: Any) -> None:
        """Take the rig whose streams are to be woken."""
        self._rig = rig

    def wait_for(self, stream: str) -> None:
        """Have the stream ticked at its next wake-up; where that cannot be set, the sweep does it."""
        machine = self._rig.settings.clock
        wake = self._rig.store.wake(stream) if machine else None
        if wake is None:
            return
        generation, at = wake
        if at - self._rig.clock.now() > AHEAD_MAX:
            return
        told = {"stream": stream, "at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
        try:
            client("stepfunctions").start_execution(
                stateMachineArn=machine, name=execution_name(stream, generation), input=json.dumps(told)
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != ALREADY:
                count("clock_not_set")
        except BotoCoreError:
            count("clock_not_set")


def execution_name(stream: str, generation: int) -> str:
    """Return the name of the execution that waits for a stream's wake-up of that generation."""
    plain = re.sub(r"[^A-Za-z0-9_-]", "-", stream)
    return f"{plain[: NAME_LENGTH_MAX - 12]}-{generation}"
