"""What AWS reports of mails and SMS: by the mark or SNS's own id it finds its message, and nothing holds up a queue."""

import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import client_of
from tests.contract.conftest import ON_MINISTACK
from tests.contract.landing import queue_of
from tests.mail.mailbox import HOUSE, Mailbox
from vangnet.case.state import MessageItem
from vangnet.rigs.aws.returns import SMS_FAILED, Counted, Returns
from vangnet.rigs.simulation.world import Recorder
from vangnet.shell.feedback import Feedback
from vangnet.shell.ports import Outgoing, StoreUnavailable, Taken

HER = "g.mulder"


@dataclass(frozen=True)
class ByAws:
    """Takes messages as SES and SNS do, under ids of their own."""

    recorder: Recorder

    def send(self, message: Outgoing) -> Taken:
        """Take a message."""
        self.recorder.send(message)
        if message.channel == "mail":
            return Taken("ses", f"0102-{message.mark}")
        return Taken("sns", f"sns-{message.mark}", timedelta(minutes=5))


class House:
    """A municipality that alarmed somebody by mail and SMS, and is told how it fared."""

    def __init__(self) -> None:
        """File a report by mail, so that an alarm goes out."""
        self.box = Mailbox()
        self.box.engine.ports.senders.update(dict.fromkeys(("mail", "sms"), ByAws(self.box.stage.recorder)))
        self.box.gets(f"r.bakker@{HOUSE}")
        self.returns = Returns(Feedback(self.box.engine))

    def gone(self, channel: str) -> Outgoing:
        """Return the alarm that went to her by this channel."""
        gone = (one.message for one in self.box.stage.gone())
        return next(one for one in gone if (one.person, one.channel) == (HER, channel))

    def item(self, channel: str) -> MessageItem:
        """Return that alarm as its case knows it."""
        stream, _, name = self.gone(channel).id.rpartition("/")
        return self.box.engine.streams.load(stream).case.messages[name]

    def takes(self, event: Any) -> Counted:
        """Take one event."""
        return self.returns.take(json.dumps(event))

    def mail(self, kind: str, *, by: str = "eventType", **more: Any) -> dict[str, Any]:
        """Return an event of SES about the mail of the alarm, as its configuration set reports it."""
        message = self.gone("mail")
        about = {
            "messageId": "0102018e-000000",
            "source": f"meld@{HOUSE}",
            "destination": [message.to],
            "commonHeaders": {"to": [message.to], "subject": message.subject},
            "tags": {"mark": [message.mark], "ses:configuration-set": ["vangnet"]},
        }
        return {by: kind, "mail": about, **more}

    def bounce(self, of: str, reason: str = "General") -> dict[str, Any]:
        """Return an event of a bounce."""
        who = {"emailAddress": self.gone("mail").to, "diagnosticCode": "smtp; 550 5.1.1 <vrouw@stad.example> unknown"}
        return self.mail("Bounce", bounce={"bounceType": of, "bounceSubType": reason, "bouncedRecipients": [who]})

    def sms(self, kind: str, **more: Any) -> dict[str, Any]:
        """Return an event about the SMS of the alarm."""
        message = self.gone("sms")
        known = {"messageId": f"sns-{message.mark}", "destinationPhoneNumber": message.to, "isFinal": True}
        return {"eventType": kind, **known, **more}


@pytest.fixture
def house() -> House:
    """Give a municipality that alarmed somebody."""
    return House()


def test_a_delivery_is_noted(house: House) -> None:
    """The mark in the tag finds the message."""
    assert house.takes(house.mail("Delivery", delivery={"smtpResponse": "250 ok"})) == "delivered"
    assert house.item("mail").state == "delivered"


@pytest.mark.parametrize(
    ("of", "reason"),
    [
        ("Permanent", "General"),
        ("Permanent", "NoEmail"),
        ("Permanent", "Suppressed"),
        ("Permanent", "OnAccountSuppressionList"),
        ("Undetermined", "Undetermined"),
        ("Transient", "MailboxFull"),
        ("Transient", "ContentRejected"),
    ],
)
def test_a_mail_that_bounced_did_not_arrive(house: House, of: str, reason: str) -> None:
    """SES gives up before it says so; why is a word of its own, with nothing of what a server wrote."""
    assert house.takes(house.bounce(of, reason)) == "lost"

    assert house.item("mail").state == "lost"
    assert house.item("mail").why == f"bounced: {of} {reason}"


def test_an_absence_message_is_no_bounce(house: House) -> None:
    """SES reports it as a passing bounce for a general reason; the alarm arrived."""
    assert house.takes(house.bounce("Transient")) == "ignored"
    assert house.item("mail").state == "sent"


def test_a_complaint_makes_somebody_ask(house: House) -> None:
    """A mail that was put with the spam was not read, and the next ones will not be sent."""
    assert house.takes(house.mail("Complaint", complaint={"complaintFeedbackType": "abuse"})) == "lost"
    assert house.item("mail").why == "bounced: complaint abuse"


def test_not_spam_is_no_complaint(house: House) -> None:
    """Somebody took it out of the spam again."""
    assert house.takes(house.mail("Complaint", complaint={"complaintFeedbackType": "not-spam"})) == "ignored"
    assert house.item("mail").state == "sent"


def test_a_mail_that_ses_rejects_after_all_did_not_arrive(house: House) -> None:
    """It took the mail, then found something in it."""
    assert house.takes(house.mail("Reject", reject={"reason": "Bad content"})) == "lost"
    assert house.item("mail").state == "lost"


@pytest.mark.parametrize("kind", ["DeliveryDelay", "Send", "Open", "Click", "Subscription"])
def test_what_settles_nothing_changes_nothing(house: House, kind: str) -> None:
    """A delay may still end well."""
    assert house.takes(house.mail(kind)) in {"late", "ignored"}
    assert house.item("mail").state == "sent"


@pytest.mark.parametrize("bounce_first", [True, False])
def test_a_bounce_counts_whatever_order_it_comes_in(house: House, bounce_first: bool) -> None:
    """A server may take a mail and bounce it after; queues keep no order."""
    events = [house.mail("Delivery"), house.bounce("Permanent")]
    for event in reversed(events) if bounce_first else events:
        house.takes(event)

    assert house.item("mail").state == "lost"


def test_events_come_twice(house: House) -> None:
    """The second changes nothing."""
    for _ in range(2):
        assert house.takes(house.bounce("Permanent")) == "lost"

    assert house.item("mail").tries == 1
    assert house.returns.counts == {"lost": 2}


def test_an_alarm_that_bounced_is_on_the_failure_board(house: House) -> None:
    """It counts at once: a person sees it, without waiting for anybody's answer."""
    house.takes(house.bounce("Permanent"))
    house.box.settle()

    assert house.box.engine.ports.store.listed("failures", limit=10)


def test_without_its_tag_a_mail_is_found_by_the_message_id_that_we_gave(house: House) -> None:
    """Notices of an identity carry no tags, and another name for the kind."""
    event = house.mail("Bounce", by="notificationType", bounce={"bounceType": "Permanent", "bounceSubType": "General"})
    event["mail"]["tags"] = {}
    event["mail"]["commonHeaders"]["messageId"] = f"<{house.gone('mail').mark}@{HOUSE}>"

    assert house.takes(event) == "lost"


@pytest.mark.parametrize("kind", ["Delivery", "DeliveryDelay", "Bounce"])
@pytest.mark.parametrize("mark", ["vnzzzzzzzzm10123456789", "", "x" * 100_000, None, 7])
def test_what_is_not_ours_is_strange(house: House, mark: Any, kind: str) -> None:
    """A mark that somebody made up finds nothing; it is counted."""
    event = house.mail(kind, bounce={"bounceType": "Permanent", "bounceSubType": "General"})
    event["mail"]["tags"]["mark"] = [mark]

    assert house.takes(event) == "strange"
    assert house.item("mail").state == "sent"


@pytest.mark.parametrize(("kind", "final"), [("TEXT_DELIVERED", True), ("TEXT_SUCCESSFUL", True)])
def test_an_sms_that_was_delivered(house: House, kind: str, final: bool) -> None:
    """SNS's own id finds the message that waits for it."""
    assert house.takes(house.sms(kind, isFinal=final)) == "delivered"
    assert house.item("sms").state == "delivered"


@pytest.mark.parametrize("kind", sorted(SMS_FAILED))
def test_an_sms_that_was_not_delivered(house: House, kind: str) -> None:
    """Whatever the network says of why."""
    assert house.takes(house.sms(kind)) == "lost"
    assert house.item("sms").state == "lost"


@pytest.mark.parametrize("kind", ["TEXT_QUEUED", "TEXT_PENDING", "TEXT_SENT", "TEXT_SUCCESSFUL"])
def test_an_sms_that_is_on_its_way(house: House, kind: str) -> None:
    """Nothing is known yet."""
    assert house.takes(house.sms(kind, isFinal=False)) == "ignored"
    assert house.item("sms").state == "sent"


def test_an_sms_that_is_not_ours_is_strange(house: House) -> None:
    """Another program of the account may send by SNS too."""
    assert house.takes(house.sms("TEXT_DELIVERED", messageId="elders")) == "strange"


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("", "unreadable"),
        ("no JSON", "unreadable"),
        ("[1]", "unreadable"),
        ("{}", "unknown"),
        ('{"eventType": 7}', "unknown"),
        ('{"eventType": "Retired"}', "unknown"),
        ('{"eventType": "TEXT_RETIRED"}', "unknown"),
        ('{"eventType": "VOICE_BUSY"}', "unknown"),
        ('{"eventType": "Bounce"}', "strange"),
        ('{"eventType": "Bounce", "mail": "x", "bounce": [1]}', "strange"),
        ('{"eventType": "Delivery", "mail": {"tags": [], "commonHeaders": 1}}', "strange"),
        ('{"eventType": "TEXT_DELIVERED"}', "strange"),
        ('{"Type": "Notification", "Message": "Successfully validated SNS topic"}', "unreadable"),
    ],
)
def test_nothing_holds_up_the_queue(house: House, body: str, counted: Counted) -> None:
    """What AWS adds one day, and what is no event at all, is counted and left."""
    assert house.returns.take(body) == counted
    assert house.returns.counts == {counted: 1}


def test_what_could_not_be_noted_is_tried_again() -> None:
    """A store that fails is no reason to forget a bounce."""
    house, failing = House(), [False]
    event = house.bounce("Permanent")

    def fault(_: str) -> None:
        if failing[0]:
            raise StoreUnavailable("the store failed")

    house.box.stage.store.fault = fault
    failing[0] = True
    with pytest.raises(StoreUnavailable):
        house.takes(event)
    failing[0] = False

    assert house.takes(event) == "lost"


@ON_MINISTACK
@pytest.mark.parametrize("raw", ["true", "false"])
def test_an_event_comes_through_sns_and_a_queue(house: House, ministack: Ministack, raw: str) -> None:
    """Wrapped by SNS or not."""
    with client_of(ministack, "sns") as sns, client_of(ministack, "sqs") as sqs:
        queue = queue_of(sqs)
        topic = sns.create_topic(Name=f"vangnet-{secrets.token_hex(6)}")["TopicArn"]
        told = {"RawMessageDelivery": raw}
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue.arn, Attributes=told)
        sns.publish(TopicArn=topic, Message=json.dumps(house.bounce("Permanent")))
        [body] = queue.bodies(1)

    assert house.returns.take(body) == "lost"
    assert house.item("mail").state == "lost"
