"""A stack that goes over to a restored table, and stays with it through later releases."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cloud.operating.conftest import done, refused
from tests.cloud.operating.test_deploying import changed, mine
from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed
from tests.cloud.visitor import Visitor
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.stack import Stack
from vangnet.rigs.aws.operating.taking_over import TakingOver
from vangnet.rigs.aws.operating.template import STREAM, TABLE, on_restored
from vangnet.shell.ports import StoreUnavailable

pytestmark = pytest.mark.xdist_group("operating")

NAME = "delft"
THREAT = {"account": "Hij zei: ik maak je dood.", "channel": "phone", "happened_at": "unknown"}


def mentions(part: Any) -> Iterator[str]:
    """Yield each mention of the table in a part of a template."""
    if isinstance(part, list):
        for one in part:
            yield from mentions(one)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in {"Ref", "Fn::GetAtt", "Fn::Sub"}:
                yield from re.findall(r'"Table"|"Table\.|\$\{Table[.}]', json.dumps(value))
            else:
                yield from mentions(value)


def test_nothing_but_the_table_itself_names_the_first_table_any_more(packaged: Path) -> None:
    """In the template of a restored stack every function, right, source and output names the restored table."""
    template = json.loads((packaged / "template.json").read_text())

    led = on_restored(template)

    assert len(list(mentions(template))) > 15
    assert list(mentions(led)) == []
    assert led["Resources"]["Table"] == template["Resources"]["Table"]
    assert led["Resources"].keys() == template["Resources"].keys()
    assert {TABLE, STREAM} <= led["Parameters"].keys()


def filed(stack: Deployed) -> str:
    """File a report over HTTP, and wait until somebody is alarmed."""
    visitor = Visitor(stack, token=done("token", "r.bakker", stack=NAME).strip())
    assert visitor.send("/api/v1/reports", THREAT).status == 201
    return str(visitor.page.json()["reference"])


def test_a_stack_goes_over_to_a_restored_table_and_stays_with_it(
    deploy: Callable[[str], Deployed], packaged: Path, tmp_path: Path, outboxes: Outboxes
) -> None:
    """Restored, it knows its reports, alarms about new ones by the new stream, and keeps the table when changed."""
    stack = deploy(NAME)
    first = stack.outputs["TableName"]
    tables = client("dynamodb")
    tables.update_continuous_backups(
        TableName=first, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    known = filed(stack)
    until(lambda: outboxes.sms(known))
    told = len(outboxes.sms(known))

    words = done("restore", "--to", "latest", "--settle", "0", stack=NAME)

    second = Stack(NAME).outputs["TableName"]
    assert second != first
    assert f"uses the table {second}" in words
    assert tables.describe_table(TableName=first)["Table"]["TableStatus"] == "ACTIVE"
    mapped = client("lambda").list_event_source_mappings(FunctionName=f"{NAME}-notify")["EventSourceMappings"]
    assert [f"table/{second}/stream" in one["EventSourceArn"] for one in mapped] == [True]
    assert Stack(NAME).rig.engine.found(known).case.alarm
    new = filed(stack)
    until(lambda: outboxes.sms(new))
    assert len(outboxes.sms(known)) == told

    done("configure", mine(tmp_path, 1), stack=NAME)
    newer = changed(packaged, tmp_path, lambda template: template.update(Description="newer"))
    with (newer / "deployment.zip").open("ab") as code:
        code.write(b"\0")
    done("deploy", "--package", newer, stack=NAME)
    done("rollback", stack=NAME)

    assert Stack(NAME).outputs["TableName"] == second
    assert Stack(NAME).rig.engine.found(new).case.alarm


def test_a_restore_that_breaks_off_says_how_to_go_on(
    deploy: Callable[[str], Deployed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table before stays in use, and the words name the table to go on with, or how to go back."""
    deploy(NAME)
    before = Stack(NAME).outputs["TableName"]
    client("dynamodb").update_continuous_backups(
        TableName=before, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )

    def broken(_: TakingOver) -> None:
        raise StoreUnavailable("DynamoDB cannot be used: ThrottlingException")

    monkeypatch.setattr(TakingOver, "run", broken)
    words = refused("restore", "--to", "latest", "--settle", "0", stack=NAME)
    done("start", stack=NAME)

    assert "ThrottlingException" in words
    assert re.search(r"go on with --table delft-restored-\w+, or go back with 'vangnet aws start'", words)
    assert Stack(NAME).outputs["TableName"] == before


def test_a_moment_that_cannot_be_had_is_one_sentence(deploy: Callable[[str], Deployed]) -> None:
    """What is no moment is said to be none, and a table that is not there is not gone over to."""
    deploy(NAME)

    assert "write it such as 2026-11-30" in refused("restore", "--to", "gisteren", stack=NAME)
    assert "write it such as 2026-11-30" in refused("restore", "--to", "2026-11-30T11:00:00", stack=NAME)
    before = Stack(NAME).outputs["TableName"]
    assert "ResourceNotFound" in refused("restore", "--to", "latest", "--table", "nergens", stack=NAME)
    assert Stack(NAME).outputs["TableName"] == before
