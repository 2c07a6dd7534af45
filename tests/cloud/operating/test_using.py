"""What an operator does with a stack that runs: a token, a look, dead letters, a test, standing still."""

import re
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cloud.hands import landed
from tests.cloud.operating.conftest import done, refused, vangnet_aws
from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed
from tests.cloud.visitor import Visitor
from vangnet.rigs.aws.clients import client

pytestmark = pytest.mark.xdist_group("operating")

NAMES = ("Bakker", "Mulder", "@voorbeeldstad", "+316")


def asked(stack: Deployed, method: str, path: str, person: str = "r.bakker", sent: object = None) -> Visitor:
    """Call the API with a token of the command."""
    visitor = Visitor(stack, token=done("token", person).strip())
    if sent is None:
        visitor.ask(method, path)
    else:
        visitor.send(path, sent)
    return visitor


def queue(name: str) -> str:
    """Return the address of a queue by what its name holds."""
    return str(client("sqs").list_queues(QueueNamePrefix=f"haarlem-{name}")["QueueUrls"][0])


def held(name: str) -> int:
    """Return how many messages a queue holds."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = client("sqs").get_queue_attributes(QueueUrl=queue(name), AttributeNames=names)["Attributes"]
    return sum(int(number) for number in found.values())


def test_a_token_signs_in_over_http(stack: Deployed) -> None:
    """With the token of the command a person files a report by the API; nobody unknown gets one."""
    report = {"account": "Hij riep: ik maak je dood.", "channel": "phone", "happened_at": "unknown"}

    visitor = asked(stack, "POST", "/api/v1/reports", sent=report)

    assert visitor.page.status == 201
    assert re.fullmatch(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}", visitor.page.json()["reference"])
    assert asked(stack, "GET", "/api/v1/health").page.status == 200
    assert "'niemand' is not a person" in refused("token", "niemand")


def test_a_test_goes_by_each_channel(stack: Deployed, outboxes: Outboxes) -> None:
    """A person gets a test by mail and SMS, sent by the stack itself, and how each fared is said without an address."""
    words = done("send-test", "r.bakker")

    assert re.search("^mail: sent", words, re.M)
    assert re.search("^sms: sent", words, re.M)
    assert not any(name in words for name in NAMES)
    assert "'niemand' is not a person" in refused("send-test", "niemand")


def test_the_status_says_what_needs_a_person(stack: Deployed) -> None:
    """A dead letter makes the status 1, and is counted; a sweep that ran is told, and nobody is named."""
    done("redrive")
    client("sqs").send_message(QueueUrl=queue("NotifyDeadLetters"), MessageBody="{}")
    done("redrive", "notify")
    client("sqs").send_message(QueueUrl=queue("NotifyDeadLetters"), MessageBody="{}")

    said = vangnet_aws("status")

    assert said.code == 1
    assert "notify 1" in said.words
    assert "mail 0" in said.words
    assert re.search(r"last sweep: 20\d\d-", said.words)
    assert "stuck: 0" in said.words
    assert f"TableName: {stack.outputs['TableName']}" in said.words
    assert not any(name in said.words for name in NAMES)
    assert "notify: 1 tried again" in done("redrive", "notify")
    assert held("NotifyDeadLetters") == 0


def threat() -> bytes:
    """Return a mail that a known person passed on."""
    mail = EmailMessage()
    mail["From"] = "Rita Hofman <r.hofman@voorbeeldstad.example>"
    mail["To"] = "melding@voorbeeldstad.example"
    mail["Subject"] = "Fwd: jij"
    mail["Message-ID"] = "<late@voorbeeldstad.example>"
    mail.set_content("-----Oorspronkelijk bericht-----\nVan: boos@mail.example\n\nIk steek je huis in brand.\n")
    return b"Return-Path: <r.hofman@voorbeeldstad.example>\r\n" + mail.as_bytes()


def test_a_poisoned_mail_is_sent_back_once_it_is_mended(stack: Deployed, outboxes: Outboxes) -> None:
    """A notice of a mail that cannot be read ends among the dead letters; once it can, redrive brings the case."""
    bucket, queues = stack.outputs["MailBucketName"], client("sqs")
    queues.set_queue_attributes(QueueUrl=queue("MailQueue"), Attributes={"VisibilityTimeout": "0"})
    try:
        queues.send_message(QueueUrl=queue("MailQueue"), MessageBody=landed(bucket, "mail/late"))
        until(lambda: held("MailDeadLetters"))
    finally:
        queues.set_queue_attributes(QueueUrl=queue("MailQueue"), Attributes={"VisibilityTimeout": "360"})
    # Where no notice is asked for, so that redrive alone brings it in.
    client("s3").put_object(Bucket=bucket, Key="refused/mail/late", Body=threat())

    words = done("redrive", "mail")

    assert "mail: 1 tried again" in words
    until(lambda: not client("s3").list_objects_v2(Bucket=bucket, Prefix="refused/").get("Contents"))
    assert held("MailDeadLetters") == 0
    assert "There is no queue post" in refused("redrive", "post")


def test_a_stack_that_stands_still_takes_no_report_and_goes_again(stack: Deployed) -> None:
    """Stopped, nothing of it answers or works; started, the same token files a report."""
    report = {"account": "Ik maak je dood.", "channel": "phone", "happened_at": "unknown"}
    visitor = Visitor(stack, token=done("token", "r.bakker").strip())
    done("stop", "--settle", "0")
    try:
        assert visitor.send("/api/v1/reports", report).status in {429, 500, 502, 503}
        assert "stopped" in vangnet_aws("status").words
        done("stop", "--settle", "0")
    finally:
        done("start")

    assert visitor.send("/api/v1/reports", report).status == 201
    assert "running" in vangnet_aws("status").words


def test_an_archive_is_made_of_a_stack_that_stands_still_only(stack: Deployed, tmp_path: Path) -> None:
    """While it runs, neither export nor import does anything, and both say what to do first."""
    assert "vangnet aws stop" in refused("export", tmp_path / "archive")
    (tmp_path / "other").write_bytes(b"")
    assert "vangnet aws stop" in refused("import", tmp_path / "other")
