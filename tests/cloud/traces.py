"""All that the functions wrote and the cloud was told: logs, executions, queues, SMS, the table as it lies there."""

from collections.abc import Iterator
from typing import Any

from tests.cloud.outboxes import Outboxes
from tests.cloud.stack import Deployed


def everything(deployed: Deployed, outbox: Outboxes) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of all of it."""
    yield from logged(deployed)
    yield from _executions(deployed)
    yield from _queues(deployed)
    yield from (("sms", text) for _, text in outbox.sms())
    yield from _table(deployed)


def logged(deployed: Deployed) -> Iterator[tuple[str, str]]:
    """Yield everything that was logged; metrics stand there too."""
    logs = deployed.client("logs")
    try:
        for group in _pages(logs, "describe_log_groups", "logGroups"):
            name = group["logGroupName"]
            for stream in _pages(logs, "describe_log_streams", "logStreams", logGroupName=name):
                for event in _lines(logs, name, stream["logStreamName"]):
                    yield f"log:{name}", str(event["message"])
    finally:
        logs.close()


def _lines(logs: Any, group: str, stream: str) -> Iterator[Any]:
    token: str | None = None
    while True:
        more = {"nextToken": token} if token else {}
        page = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True, **more)
        yield from page["events"]
        if not page["events"] or page.get("nextForwardToken") in {None, token}:
            return
        token = page["nextForwardToken"]


def _executions(deployed: Deployed) -> Iterator[tuple[str, str]]:
    machines = deployed.client("stepfunctions")
    try:
        for one in _pages(machines, "list_executions", "executions", stateMachineArn=deployed.outputs["ClockArn"]):
            told = machines.describe_execution(executionArn=one["executionArn"])
            yield "execution", f"{one['name']} {told['input']} {told.get('output', '')}"
    finally:
        machines.close()


def _queues(deployed: Deployed) -> Iterator[tuple[str, str]]:
    queues = deployed.client("sqs")
    try:
        for url in queues.list_queues().get("QueueUrls", []):
            yield "queue", str(queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"])
    finally:
        queues.close()


def _table(deployed: Deployed) -> Iterator[tuple[str, str]]:
    """Yield what lies in the table, as who copies it would read it; a test may look at all of it."""
    table = deployed.client("dynamodb")
    try:
        for item in _pages(table, "scan", "Items", TableName=deployed.outputs["TableName"]):
            yield "table", str(item)
    finally:
        table.close()


def _pages(client: Any, operation: str, part: str, **fields: Any) -> Iterator[Any]:
    for page in client.get_paginator(operation).paginate(**fields):
        yield from page[part]
