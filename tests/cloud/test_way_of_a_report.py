"""The packaged stack in the emulated cloud, from a report to alarms that go, stop, and move on."""

import re
from email.message import EmailMessage

import pytest

from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed
from tests.cloud.visitor import Visitor

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.turn(1)]

THREAT = "Hij zei aan de telefoon: ik weet waar je woont en ik maak je dood."
TRIES = 3
LINK = re.compile(r"/a/VN-[0-9A-Z-]+/[0-9A-Z]+")


def reported(deployed: Deployed, person: str = "r.bakker", account: str = THREAT) -> tuple[Visitor, str]:
    """Fill in the form as somebody and return the browser at the receipt, and the reference."""
    visitor = Visitor(deployed)
    visitor.post("/inloggen", wie=person)
    visitor.get("/melden")
    visitor.post("/melden", veilig="ja")
    visitor.post("/melden/wat", account=account, knop="controle")
    check = visitor.page
    for _ in range(TRIES):  # A function may be cut off on a machine under load; sent again it is the same report.
        visitor.page = check
        if visitor.post("/melden/verstuur").status < 500:
            break
    found = re.search(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}", visitor.page.text)
    assert found, visitor.words
    return visitor, found[0]


@pytest.fixture(scope="session", autouse=True)
def unanswered(deployed: Deployed) -> str:
    """Give a report that nobody answers, filed first of all so that its minute passes while others are tested."""
    return reported(deployed, "r.hofman")[1]


def test_the_forms_report_alarms_and_an_acknowledgement_stops_the_chain(deployed: Deployed, outbox: Outboxes) -> None:
    """Who reports sees the receipt; the receiver gets SMS and mail; once he answers nobody else is woken."""
    visitor, reference = reported(deployed)
    assert visitor.page.status == 200
    number, text = until(lambda: outbox.sms(reference))[0]
    assert number == "+31600000008"
    assert until(lambda: outbox.mails(f"ALARM {reference}"))[0]["To"] == ["g.mulder@voorbeeldstad.example"]

    link = LINK.search(text)
    assert link
    receiver = Visitor(deployed)
    receiver.get(link[0])
    assert receiver.post(link[0]).status == 200

    visitor.get(f"/melding/{reference}")
    assert "G" in visitor.words
    assert len(outbox.sms(reference)) == 1


@pytest.mark.turn(4)
def test_an_alarm_that_nobody_answers_is_passed_on_by_the_state_machine(
    deployed: Deployed, outbox: Outboxes, unanswered: str
) -> None:
    """After its minute the deputy is woken too, by an execution that waited for it."""
    until(lambda: outbox.sms(unanswered))
    machines = deployed.client("stepfunctions")
    try:
        until(lambda: len({number for number, _ in outbox.sms(unanswered)}) >= 2, within=180)
        found = machines.list_executions(stateMachineArn=deployed.outputs["ClockArn"])["executions"]
    finally:
        machines.close()

    mine = [one for one in found if unanswered in one["name"]]
    assert any(one["status"] == "SUCCEEDED" for one in mine)


def test_a_forwarded_mail_becomes_a_case(deployed: Deployed, outbox: Outboxes) -> None:
    """A mail that SES put into the bucket is a report of who sent it, is alarmed about, and gets its receipt."""
    mail = EmailMessage()
    mail["From"] = "Rob Bakker <r.bakker@voorbeeldstad.example>"
    mail["To"] = "melding@voorbeeldstad.example"
    mail["Subject"] = "Fwd: jij"
    mail["Message-ID"] = "<forwarded-1@voorbeeldstad.example>"
    mail.set_content("-----Oorspronkelijk bericht-----\nVan: boos@mail.example\n\nIk steek je huis in brand.\n")
    raw = (
        b"Return-Path: <r.bakker@voorbeeldstad.example>\r\n"
        b"Authentication-Results: amazonses.com;\r\n dmarc=pass header.from=voorbeeldstad.example;\r\n"
        b" spf=pass smtp.mailfrom=voorbeeldstad.example\r\n" + mail.as_bytes()
    )
    storage, bucket = deployed.client("s3"), deployed.outputs["MailBucketName"]
    try:
        storage.put_object(Bucket=bucket, Key="mail/één+mail", Body=raw)
        receipt = until(lambda: [one for one in outbox.mails("VN-") if "r.bakker@voorbeeldstad.example" in one["To"]])
        until(lambda: not storage.list_objects_v2(Bucket=bucket, Prefix="mail/").get("Contents"))
    finally:
        storage.close()

    found = re.search(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}", f"{receipt[-1]['Subject']} {receipt[-1]['BodyText']}")
    assert found
    assert until(lambda: outbox.mails(f"ALARM {found[0]}"))
