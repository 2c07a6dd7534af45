"""All that the functions wrote and the cloud was told: logs, executions, queues. What is searched for secrets."""

from collections.abc import Iterator
from typing import Any

from tests.cloud.stack import Deployed


def logged(deployed: Deployed) -> Iterator[tuple[str, str]]:
    """Yield (log group, line) of everything that was logged."""
    logs = deployed.client("logs")
    try:
        for group in _pages(logs, "describe_log_groups", "logGroups"):
            name = group["logGroupName"]
            for stream in _pages(logs, "describe_log_streams", "logStreams", logGroupName=name):
                place = {"logGroupName": name, "logStreamName": stream["logStreamName"]}
                token: str | None = None
                while True:
                    more = {"nextToken": token} if token else {}
                    page = logs.get_log_events(startFromHead=True, **place, **more)
                    yield from ((name, str(event["message"])) for event in page["events"])
                    if not page["events"] or page.get("nextForwardToken") in {None, token}:
                        break
                    token = page["nextForwardToken"]
    finally:
        logs.close()


def _pages(client: Any, operation: str, part: str, **fields: Any) -> Iterator[Any]:
    for page in client.get_paginator(operation).paginate(**fields):
        yield from page[part]
