"""Changing a stack by a change set that is looked at before it is carried out.

What holds data is never replaced and never taken away: a change set that would is refused whole, and nothing changes.
"""

import secrets
from typing import Any

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack, until

KEPT = frozenset({"AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"})
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
LOOK_SECONDS = 300.0  # For CloudFormation to work out what changes.
CHANGE_SECONDS = 3600.0
NOTHING = ("didn't contain changes", "No updates are to be performed")
REASONS_MAX = 3


class Changes:
    """The change set of a stack: made, looked at, carried out."""

    def __init__(self, stack: Stack, *, template: str | None, names: list[str], given: dict[str, str]) -> None:
        """Ask for it: a template by its address or the one in force, its parameters, and values for some of them."""
        self._stack, self._name = stack, f"vangnet-{secrets.token_hex(8)}"
        there = stack.described()
        self._first = there is None
        before = {one["ParameterKey"] for one in (there or {}).get("Parameters", [])}
        values = [{"ParameterKey": name, "ParameterValue": given[name]} for name in names if name in given]
        kept = [
            {"ParameterKey": name, "UsePreviousValue": True} for name in names if name in before and name not in given
        ]
        client("cloudformation").create_change_set(
            StackName=stack.name,
            ChangeSetName=self._name,
            ChangeSetType="CREATE" if self._first else "UPDATE",
            Capabilities=CAPABILITIES,
            Parameters=values + kept,
            **({"TemplateURL": template} if template else {"UsePreviousTemplate": True}),
        )

    def looked_at(self) -> bool:
        """Tell whether there is anything to change; what must not be changed is refused, and nothing is left behind.

        Raises:
            CannotOperate: it would replace or take away what holds data, or CloudFormation cannot do it.
        """
        found = until(self._made, within=LOOK_SECONDS, what="Working out what changes")
        if found["Status"] == "FAILED":
            self._forget()
            reason = str(found.get("StatusReason", ""))
            if any(words in reason for words in NOTHING):
                return False
            raise CannotOperate(f"The stack {self._stack.name} cannot be changed: {reason}")
        refused = sorted(name for row in self._rows() if (name := _endangered(row)))
        if refused:
            self._forget()
            raise CannotOperate(
                f"Nothing was changed: this release would replace or take away {', '.join(refused)}, which holds data."
            )
        return True

    def carry_out(self) -> None:
        """Carry it out, and wait until the stack stands.

        Raises:
            CannotOperate: it did not come to stand; CloudFormation went back to what was before.
        """
        client("cloudformation").execute_change_set(StackName=self._stack.name, ChangeSetName=self._name)
        status = until(self._settled, within=CHANGE_SECONDS, what="Changing the stack")
        if status not in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}:
            how = "could not be made, and must be deleted before the next try" if self._first else "is as it was before"
            raise CannotOperate(f"The stack {self._stack.name} {how} ({status}): {self._reasons()}")

    def _made(self) -> dict[str, Any] | None:
        answer = client("cloudformation").describe_change_set(StackName=self._stack.name, ChangeSetName=self._name)
        return None if answer["Status"] in {"CREATE_PENDING", "CREATE_IN_PROGRESS"} else dict(answer)

    def _rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        more: dict[str, str] = {}
        while True:
            page = client("cloudformation").describe_change_set(
                StackName=self._stack.name, ChangeSetName=self._name, **more
            )
            rows += [change["ResourceChange"] for change in page["Changes"] if "ResourceChange" in change]
            if not page.get("NextToken"):
                return rows
            more = {"NextToken": page["NextToken"]}

    def _settled(self) -> str | None:
        found = self._stack.described()
        status = str(found["StackStatus"]) if found else "IN_PROGRESS"
        return None if status.endswith("IN_PROGRESS") else status

    def _reasons(self) -> str:
        events = client("cloudformation").describe_stack_events(StackName=self._stack.name)["StackEvents"]
        failed = [row for row in events if "FAILED" in row["ResourceStatus"]]
        said = [f"{row['LogicalResourceId']}: {row.get('ResourceStatusReason', '')}" for row in failed]
        return "; ".join(said[-REASONS_MAX:]) or "see its events in the console"

    def _forget(self) -> None:
        client("cloudformation").delete_change_set(StackName=self._stack.name, ChangeSetName=self._name)


def _endangered(row: dict[str, Any]) -> str:
    """Return the name of what holds data and would not outlive the change, or nothing."""
    lost = row["Action"] == "Remove" or row.get("Replacement", "False") != "False"
    return str(row["LogicalResourceId"]) if row["ResourceType"] in KEPT and lost else ""
