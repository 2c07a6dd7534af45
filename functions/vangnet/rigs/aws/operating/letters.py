"""Dead letters, sent back to be tried again.

Those of mail, uploads and feedback are the messages themselves: each goes back into its queue. Those of the table's
stream and of the schedule hold metadata only, and what they were about waits in the table: the sweep does it now.
"""

import json
from datetime import datetime

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.looking import DEAD_LETTERS, WAITING, count
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack

AT_ONCE = 10  # By SQS.
HIDDEN_SECONDS = 300  # While a letter is being moved; one that was not moved shows again after that.
LETTERS_MAX = 10_000


def redrive(stack: Stack, queue: str | None, now: datetime) -> dict[str, int]:
    """Send back the dead letters of one queue, or of all; return how many of each there were.

    A letter that comes back dead while this runs is not sent again. One may come twice; whatever takes it in does each
    thing once.

    Raises:
        CannotOperate: there is no such queue, or the sweep did not end well.
    """
    if queue is not None and queue not in DEAD_LETTERS:
        raise CannotOperate(f"There is no queue {queue}; there are {', '.join(DEAD_LETTERS)}.")
    wanted = [queue] if queue else list(DEAD_LETTERS)
    sent = {name: _moved(stack, DEAD_LETTERS[name], WAITING[name]) for name in wanted if name in WAITING}
    told = [name for name in wanted if name not in WAITING]
    if any(count(stack, DEAD_LETTERS[name]) for name in told):
        swept(stack, now)
    return sent | {name: _moved(stack, DEAD_LETTERS[name], None) for name in told}


def swept(stack: Stack, now: datetime) -> dict[str, int]:
    """Have the sweep run now, and return what it says.

    Raises:
        CannotOperate: it did not run, or did not end well.
    """
    event = {
        "version": "0",
        "id": "operator",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": "",
        "time": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": "",
        "resources": [],
        "detail": {},
    }
    answer = client("lambda").invoke(FunctionName=stack.resources["Sweep"][1], Payload=json.dumps(event).encode())
    if answer.get("FunctionError"):
        raise CannotOperate("The sweep did not end well; see its log. No letter was put away.")
    return dict(json.loads(answer["Payload"].read()))


def _moved(stack: Stack, source: str, target: str | None) -> int:
    """Move what a queue held when it was counted into another, or put it away; return how many that were."""
    queues, place = client("sqs"), stack.queue(source)
    left = moved = min(count(stack, source), LETTERS_MAX)
    while left > 0:
        answer = queues.receive_message(
            QueueUrl=place, MaxNumberOfMessages=min(left, AT_ONCE), VisibilityTimeout=HIDDEN_SECONDS, WaitTimeSeconds=1
        )
        found = answer.get("Messages", [])
        if not found:
            break
        for letter in found:
            if target:
                queues.send_message(QueueUrl=stack.queue(target), MessageBody=letter["Body"])
            queues.delete_message(QueueUrl=place, ReceiptHandle=letter["ReceiptHandle"])
        left -= len(found)
    return moved - left
