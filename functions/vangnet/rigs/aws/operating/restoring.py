"""Restoring the table as it was at a moment: a new table, made ready, brought up to date, and put into use.

The new table is no resource of the stack; template.py says how the stack comes to use it, and goes on doing so.
"""

from dataclasses import dataclass
from datetime import datetime

from botocore.exceptions import ClientError

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.deploying import Deployment
from vangnet.rigs.aws.operating.letters import swept
from vangnet.rigs.aws.operating.running import RUNNING_SECONDS, start, stop
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack, speaking, until
from vangnet.rigs.aws.operating.taking_over import TakenOver, TakingOver
from vangnet.rigs.aws.table import definition

RESTORE_SECONDS = 12 * 3600.0  # A restore takes minutes to hours, by the size of the table.
READY_SECONDS = 1800.0
VANISHES = "vanishes_at"  # The attribute by which items may vanish.


@dataclass(frozen=True)
class Restored:
    """The table that is in use now, and what it took over from the one before."""

    table: str
    taken: TakenOver
    swept: dict[str, int]


@dataclass(frozen=True)
class Wanted:
    """A moment (UTC; None: as late as can be) or a table that was begun, streams to leave, and seconds to let end."""

    to: datetime | None
    table: str | None = None
    leave: frozenset[str] = frozenset()
    settle: float = RUNNING_SECONDS


def restore(stack: Stack, deployment: Deployment, wanted: Wanted, now: datetime) -> Restored:
    """Put a table into use that is as the present one was then, with what is newer and sound.

    The stack runs on until the new table is ready, and then stands still while that takes over what is newer.

    Raises:
        CannotOperate: it was not finished; the table before is untouched, and the text says how to go on.
    """
    before = stack.settings.table
    name = wanted.table or f"{stack.name}-restored-{now.strftime('%Y%m%dT%H%M%S')}"
    if wanted.table is None:
        copy_of(before, name, wanted.to, stack.settings.key)
    stream = made_ready(name)
    stop(stack, settle=wanted.settle)
    try:
        with speaking():
            taken = TakenOver()
            if _stands(before):
                taken = TakingOver(client("dynamodb"), before, name, stack.rig.keys, leave=wanted.leave).run()
            deployment.onto(name, stream)
            here = Stack(stack.name)
            start(here, now.isoformat(timespec="seconds"))
    except CannotOperate as why:
        raise CannotOperate(
            f"{why} The stack stands still: go on with --table {name}, or go back with 'vangnet aws start'."
        ) from None
    return Restored(name, taken, swept(here, now))


def copy_of(table: str, name: str, to: datetime | None, key: str) -> None:
    """Have a table made that is as this one was at a moment, under the same key, and wait for it.

    Raises:
        CannotOperate: AWS cannot give that moment, or is not done in time.
    """
    moment = {"UseLatestRestorableTime": True} if to is None else {"RestoreDateTime": to}
    try:
        client("dynamodb").restore_table_to_point_in_time(
            SourceTableName=table,
            TargetTableName=name,
            SSESpecificationOverride={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key},
            **moment,
        )
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code == "TableNotFoundException":
            raise CannotOperate(
                f"The table {table} is gone; restore its last backup by hand to another name, and go on with --table."
            ) from None
        raise CannotOperate(f"AWS cannot give the table {table} as it was then ({code}).") from None
    until(lambda: _active(name), within=RESTORE_SECONDS, what=f"Restoring (go on with --table {name})")


def made_ready(table: str) -> str:
    """Give a restored table what a restore leaves out, and return its stream's ARN; harmless twice."""
    tables = client("dynamodb")
    until(lambda: _active(table), within=RESTORE_SECONDS, what="Restoring")
    found = tables.describe_table(TableName=table)["Table"]
    if not found.get("StreamSpecification", {}).get("StreamEnabled"):
        tables.update_table(TableName=table, StreamSpecification=definition(table)["StreamSpecification"])
        until(lambda: _active(table), within=READY_SECONDS, what="Giving the table its stream")
    tables.update_table(TableName=table, DeletionProtectionEnabled=True)
    until(lambda: _active(table), within=READY_SECONDS, what="Protecting the table")
    living = tables.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    if living.get("TimeToLiveStatus") not in {"ENABLED", "ENABLING"}:
        wanted = {"AttributeName": VANISHES, "Enabled": True}
        tables.update_time_to_live(TableName=table, TimeToLiveSpecification=wanted)
    until(lambda: _recoverable(table), within=READY_SECONDS, what="Letting the table be recovered")
    return str(tables.describe_table(TableName=table)["Table"]["LatestStreamArn"])


def _active(table: str) -> bool | None:
    """Tell whether a table can be used."""
    found = client("dynamodb").describe_table(TableName=table)["Table"]
    indexes = [one.get("IndexStatus", "ACTIVE") for one in found.get("GlobalSecondaryIndexes", [])]
    return (found["TableStatus"] == "ACTIVE" and set(indexes) <= {"ACTIVE"}) or None


def _recoverable(table: str) -> bool | None:
    """Switch point-in-time recovery on; a table that was just made may not take that yet."""
    try:
        client("dynamodb").update_continuous_backups(
            TableName=table, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ContinuousBackupsUnavailableException":
            raise
        return None
    return True


def _stands(table: str) -> bool:
    try:
        return bool(_active(table))
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return False
        raise
