"""A deployed stack as its operator sees it: what it was given, what it made, and a rig with his own credentials."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError

from schemas.events.upcast import NewerEventError
from vangnet.rigs.aws import clients
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.rig import AwsRig
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.starting import CannotStart
from vangnet.shell.archive import ArchiveError
from vangnet.shell.ports import StoreUnavailable

FIRST_PAUSE_SECONDS, PAUSE_SECONDS_MAX = 0.05, 5.0  # Between two looks at what AWS is busy with.
# Operations of which AWS's own words name resources and parameters only, and are needed to mend anything.
SPOKEN = frozenset({"CreateChangeSet", "ExecuteChangeSet", "DescribeStacks", "GetTemplate"})
REGIONS = ("AWS_REGION", "AWS_DEFAULT_REGION")

Found = TypeVar("Found")


class CannotOperate(CannotStart):
    """It was not done; the text says why and what to do."""


@contextmanager
def speaking() -> Iterator[None]:
    """Turn whatever AWS answers into one sentence; its own words only where they can hold nothing personal.

    Raises:
        CannotOperate: with that sentence.
    """
    try:
        yield
    except ClientError as error:
        told = error.response.get("Error", {})
        words = f": {told.get('Message', '')}" if error.operation_name in SPOKEN else ""
        raise CannotOperate(f"AWS refused {error.operation_name} ({told.get('Code', 'unknown')}){words}") from None
    except BotoCoreError as error:
        raise CannotOperate(f"AWS cannot be asked ({type(error).__name__}); see credentials and network.") from None
    except (StoreUnavailable, ArchiveError) as error:
        raise CannotOperate(str(error)) from None
    except NewerEventError:
        raise CannotOperate("A newer Vangnet wrote to this stack; use the commands of that one.") from None


def in_region(region: str | None) -> str:
    """Let every client be of this region, or of the one that the environment or the profile names; return it.

    Raises:
        CannotOperate: none is named.
    """
    import boto3

    named = region or next((os.environ[name] for name in REGIONS if os.environ.get(name)), None)
    found = named or boto3.session.Session().region_name
    if not found:
        raise CannotOperate("No region is named: give --region, such as eu-west-1, or set AWS_REGION.")
    os.environ.update(dict.fromkeys(REGIONS, found))
    clients.forget()
    return str(found)


def until(ask: Callable[[], Found | None], *, within: float, what: str) -> Found:
    """Ask until there is an answer, for at most so many seconds, and return it.

    Raises:
        CannotOperate: there was none.
    """
    deadline, pause = time.monotonic() + within, FIRST_PAUSE_SECONDS
    while (found := ask()) is None:
        if time.monotonic() > deadline:
            raise CannotOperate(
                f"{what} takes longer than {within:.0f} seconds; see the console of AWS, and try again."
            )
        time.sleep(pause)
        pause = min(pause * 1.5, PAUSE_SECONDS_MAX)
    return found


class Stack:
    """A stack by its name; what was asked once is not asked again."""

    def __init__(self, name: str) -> None:
        """Take the name; nothing is asked yet."""
        self.name = name

    def described(self) -> dict[str, Any] | None:
        """Return the stack as CloudFormation sees it now, or None where there is none."""
        try:
            found = client("cloudformation").describe_stacks(StackName=self.name)["Stacks"]
        except ClientError as error:
            if "does not exist" in str(error.response.get("Error", {}).get("Message", "")):
                return None
            raise
        return dict(found[0]) if found and found[0]["StackStatus"] != "REVIEW_IN_PROGRESS" else None

    @cached_property
    def known(self) -> dict[str, Any]:
        """Return the stack.

        Raises:
            CannotOperate: there is none.
        """
        found = self.described()
        if found is None:
            raise CannotOperate(
                f"There is no stack {self.name} in this region and account; deploy it, or name another."
            )
        return found

    @property
    def outputs(self) -> dict[str, str]:
        """Return what the template says of what it made."""
        return {one["OutputKey"]: one["OutputValue"] for one in self.known.get("Outputs", [])}

    @property
    def parameters(self) -> dict[str, str]:
        """Return what was asked when it was deployed."""
        return {one["ParameterKey"]: one["ParameterValue"] for one in self.known.get("Parameters", [])}

    @cached_property
    def resources(self) -> dict[str, tuple[str, str]]:
        """Return (type, id) of what it made, by its name in the template."""
        pages = client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=self.name)
        rows = [row for page in pages for row in page["StackResourceSummaries"]]
        return {row["LogicalResourceId"]: (row["ResourceType"], row.get("PhysicalResourceId", "")) for row in rows}

    def of_type(self, kind: str) -> list[str]:
        """Return the ids of what it made of one type."""
        return [name for found, name in self.resources.values() if found == kind]

    def queue(self, resource: str) -> str:
        """Return the address of a queue as this client reaches it."""
        name = self.resources[resource][1].rpartition("/")[2]
        return str(client("sqs").get_queue_url(QueueName=name)["QueueUrl"])

    @cached_property
    def settings(self) -> Settings:
        """Return the names that its functions are given, read from one of them."""
        self.known  # noqa: B018  (says that there is no stack, before a function is missing)
        found = client("lambda").get_function_configuration(FunctionName=self.resources["Pages"][1])
        return replace(Settings.of(found["Environment"]["Variables"]), function="")

    @cached_property
    def rig(self) -> AwsRig:
        """Return a rig on its table, with the operator's credentials."""
        return AwsRig(self.settings)
