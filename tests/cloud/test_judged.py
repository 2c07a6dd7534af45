"""The deployed stack with the emulator judging what roles may: each function does its work with its own.

The emulator does not know leading keys, judges SES on everything, and speaks plain HTTP, which buckets refuse: those
are widened after the deploy. The real policies are held by tests/package.
"""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from tests.cloud import ministack
from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed, deploy
from tests.cloud.test_kills import mail
from tests.cloud.test_way_of_a_report import LINK, reported
from tests.cloud.visitor import Visitor, sent_aside

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.turn(1)]

OUTAGE = "outage"
TLS = {"OnlyTls", "OnlyModernTls"}  # By which buckets refuse plain HTTP.


@pytest.fixture(scope="session")
def judged(packaged: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    """Give the stack of the example municipality, each function judged by its role."""
    with ministack.running(tmp_path_factory.mktemp("judged"), AUTH="true") as cloud:
        deployed = deploy(cloud, packaged)
        _widen(deployed)
        yield deployed


def _widen(deployed: Deployed) -> None:
    """Say what the emulator does not understand in a way that it does."""
    iam, storage = deployed.client("iam"), deployed.client("s3")
    try:
        for role in roles(deployed):
            for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
                policy = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
                for statement in policy["Statement"]:
                    _widened(statement)
                iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(policy))
        for name in ("EvidenceBucketName", "UploadsBucketName", "MailBucketName"):
            bucket = deployed.outputs[name]
            policy = json.loads(storage.get_bucket_policy(Bucket=bucket)["Policy"])
            policy["Statement"] = [one for one in policy["Statement"] if one["Sid"] not in TLS]
            storage.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    finally:
        iam.close()
        storage.close()


def _widened(statement: dict[str, Any]) -> None:
    if "ses:SendEmail" in statement["Action"]:
        statement["Resource"] = "*"
    if "dynamodb:LeadingKeys" in json.dumps(statement):
        del statement["Condition"]


def roles(deployed: Deployed) -> list[str]:
    """Return the names of the functions' roles."""
    names = [
        name for name in deployed.resources if name.endswith("Role") and name.removesuffix("Role") in deployed.resources
    ]
    return [deployed.resources[name] for name in names]


def test_a_report_goes_its_way_with_each_functions_own_role(judged: Deployed) -> None:
    """Form, alarm by SMS and mail, and the answer to it: no function lacks a permission."""
    outbox = Outboxes(judged.cloud)
    _, reference = reported(judged)
    _, text = until(lambda: outbox.sms(reference))[0]
    assert until(lambda: outbox.mails(f"ALARM {reference}"))

    link = LINK.search(text)
    assert link
    visitor = Visitor(judged)
    visitor.get(link[0])
    assert visitor.post(link[0]).status == 200


def test_a_file_and_a_mail_go_their_way_with_each_functions_own_role(judged: Deployed) -> None:
    """By form and bucket a file comes into its case, and a mail becomes one: buckets and roles let them through."""
    outbox, storage = Outboxes(judged.cloud), judged.client("s3")
    visitor, reference = reported(judged)
    photo = b"\x89PNG\r\n\x1a\n" + b"zee" * 2_000_000
    assert sent_aside(visitor, "brief.png", photo).status == 303
    receiver = Visitor(judged)
    receiver.post("/inloggen", wie="g.mulder")
    link = until(lambda: re.search(rf"/zaak/{reference}/bewijs/[0-9A-Z]+", receiver.get(f"/zaak/{reference}").text))
    assert link
    with urllib.request.urlopen(receiver.ask("GET", link[0]).headers["location"], timeout=30) as given:
        assert given.read() == photo
    try:
        storage.put_object(Bucket=judged.outputs["MailBucketName"], Key="mail/judged", Body=mail())
        until(
            lambda: not storage.list_objects_v2(Bucket=judged.outputs["MailBucketName"], Prefix="mail/").get("Contents")
        )
    finally:
        storage.close()
    assert until(lambda: outbox.mails("ALARM post"))


def test_intake_can_read_nothing(judged: Deployed) -> None:
    """With the role of intake neither a case nor a key can be read, and no message sent."""
    table, key = judged.outputs["TableName"], {"pk": {"S": "stream#directory"}, "sk": {"S": "head"}}
    evidence = judged.outputs["EvidenceBucketName"]

    assert refused(judged, "IntakeRole", "dynamodb", "get_item", TableName=table, Key=key)
    assert refused(judged, "IntakeRole", "dynamodb", "scan", TableName=table)
    assert refused(judged, "IntakeRole", "s3", "get_object", Bucket=evidence, Key="x")
    assert refused(judged, "IntakeRole", "sns", "publish", PhoneNumber="+31600000001", Message="x")
    assert refused(judged, "TickRole", "sns", "publish", PhoneNumber="+31600000001", Message="x")
    assert not refused(judged, "TickRole", "dynamodb", "get_item", TableName=table, Key=key)


def refused(deployed: Deployed, role: str, service: str, operation: str, **fields: Any) -> bool:
    """Tell whether a call is refused to a role."""
    tokens = deployed.client("sts")
    account = f"arn:aws:iam::000000000000:role/{deployed.resources[role]}"
    given = tokens.assume_role(RoleArn=account, RoleSessionName="test")["Credentials"]
    tokens.close()
    session = boto3.session.Session(
        aws_access_key_id=given["AccessKeyId"],
        aws_secret_access_key=given["SecretAccessKey"],
        aws_session_token=given["SessionToken"],
        region_name=ministack.REGION,
    )
    client = session.client(service, endpoint_url=deployed.cloud.address)
    try:
        getattr(client, operation)(**fields)
    except ClientError as error:
        return (
            "AccessDenied" in error.response["Error"]["Code"] or "AuthorizationError" in error.response["Error"]["Code"]
        )
    finally:
        client.close()
    return False


@pytest.fixture(scope="session")
def unsent(judged: Deployed) -> tuple[str, int, bool]:
    """Report something while SES and SNS refuse, and let them go again.

    Returns its reference, the status of the receipt, and whether an SMS about it went meanwhile.
    """
    outbox, iam = Outboxes(judged.cloud), judged.client("iam")
    denied = {"Effect": "Deny", "Action": ["sns:Publish", "ses:SendEmail", "ses:SendRawEmail"], "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [denied]})
    senders = [judged.resources[name] for name in ("NotifyRole", "SweepRole")]
    try:
        for role in senders:
            iam.put_role_policy(RoleName=role, PolicyName=OUTAGE, PolicyDocument=policy)
        visitor, reference = reported(judged, "r.hofman")
        board = Visitor(judged)
        board.post("/inloggen", wie="y.beheer")
        until(lambda: reference in board.get("/storingen").text)
        went = bool(outbox.sms(reference))
        for role in senders:
            iam.delete_role_policy(RoleName=role, PolicyName=OUTAGE)
    finally:
        iam.close()
    return reference, visitor.page.status, went


@pytest.mark.turn(2)
def test_what_may_not_be_sent_does_not_go_and_the_report_is_there(unsent: tuple[str, int, bool]) -> None:
    """SES and SNS refuse: nothing goes, and who reports has the receipt."""
    reference, status, went = unsent

    assert reference
    assert status == 200
    assert not went


@pytest.mark.turn(4)
def test_what_could_not_be_sent_goes_once_it_may(judged: Deployed, unsent: tuple[str, int, bool]) -> None:
    """Once SES and SNS go again, each alarm goes out by itself."""
    outbox, (reference, _, _) = Outboxes(judged.cloud), unsent

    assert until(lambda: outbox.sms(reference), within=180)
    assert until(lambda: outbox.mails(f"ALARM {reference}"), within=60)
