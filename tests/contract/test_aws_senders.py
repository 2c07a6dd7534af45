"""Mail by SES and SMS by SNS: what AWS is told, what comes back as the mark, and what each failure means."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, SECRET, Faulty, client_of
from tests.contract.channels import HER, HOUSE, NUMBER, ses_mails, sns_messages
from tests.contract.conftest import ON_MINISTACK
from vangnet.intake.mail.read import read_mail
from vangnet.rigs.aws.senders import SMS_LENGTH_MAX, SesSender, SnsSender
from vangnet.rigs.channels.judging import AGAIN_MAX, AGAIN_MIN
from vangnet.shell.ports import Outgoing, SendFailed, Taken

pytestmark = ON_MINISTACK
TEXT = "Er is een melding. Bevestig: https://vangnet.example/a/VN-ZZZZ-ZZZZ/0123 ë €"
MAIL = Outgoing("case/VN-1/m1", "mail", HER, "g.mulder", "VN-1", "ALARM ë", TEXT, mark="m4rk")
SMS = Outgoing("case/VN-1/m2", "sms", NUMBER, "g.mulder", "VN-1", "", "ALARM", mark="m4rk2")


@contextmanager
def failing(*words: str, permanent: bool = False, again_after: timedelta | None = None) -> Iterator[None]:
    """Want a failure in these words, without anything of the message or of AWS's words in it."""
    with pytest.raises(SendFailed) as caught:
        yield
    said = str(caught.value)
    assert all(word in said for word in words), said
    assert (caught.value.permanent, caught.value.again_after) == (permanent, again_after)
    assert not any(secret in said for secret in (HER, "stad.example", NUMBER[3:], SECRET, "ALARM", "melding"))


@pytest.fixture
def ses(ministack: Ministack) -> Iterator[Faulty]:
    """Give a client of the emulated SES, whose house is verified."""
    with client_of(ministack, "sesv2") as client:
        client.create_email_identity(EmailIdentity="stad.example")
        yield Faulty(client)


@pytest.fixture
def sns(ministack: Ministack) -> Iterator[Faulty]:
    """Give a client of the emulated SNS."""
    with client_of(ministack, "sns") as client:
        yield Faulty(client)


def by_ses(client: Any, sender: str = HOUSE) -> SesSender:
    """Return a sender by SES."""
    return SesSender(client, sender, "vangnet-events", "stad.example")


def sent(ses: Faulty) -> tuple[dict[str, Any], EmailMessage]:
    """Return what SES was told, and the mail in it."""
    [(_, asked)] = ses.asked
    mail = message_from_bytes(asked["Content"]["Raw"]["Data"], policy=default)
    assert isinstance(mail, EmailMessage)
    return asked, mail


def test_a_mail_is_marked_in_every_way_that_comes_back(ses: Faulty, ministack: Ministack) -> None:
    """By a tag, which events carry, and by References, which an answer carries; SES's own id is returned."""
    taken = by_ses(ses).send(MAIL)

    asked, mail = sent(ses)
    assert taken == Taken(via="ses", id=ses_mails(ministack)[-1]["MessageId"])
    assert asked["EmailTags"] == [{"Name": "mark", "Value": "m4rk"}]
    assert asked["ConfigurationSetName"] == "vangnet-events"
    assert (mail["Message-ID"], mail["References"]) == ("<m4rk@stad.example>", "<m4rk@stad.example>")


def test_a_mail_is_what_a_relay_would_send(ses: Faulty) -> None:
    """Plain text, from a program, in seven bits, for one address."""
    by_ses(ses).send(MAIL)

    asked, mail = sent(ses)
    assert asked["Destination"] == {"ToAddresses": [HER]}
    assert (asked["FromEmailAddress"], mail["From"], mail["To"]) == (HOUSE, HOUSE, HER)
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"], mail["X-Vangnet"]) == (
        "auto-generated",
        "All",
        "1",
    )
    assert (mail["Subject"], mail.get_content().rstrip(), mail["Date"]) == ("ALARM ë", TEXT, None)
    assert asked["Content"]["Raw"]["Data"].isascii()


def test_an_answer_to_a_mail_of_ours_is_known_by_our_mark(ses: Faulty) -> None:
    """A program for mail repeats References and adds the id that SES gave; our mark is among them."""
    by_ses(ses).send(MAIL)
    given = "<0102018e-000000@eu-west-1.amazonses.com>"
    _, mail = sent(ses)
    reply = f"From: {HER}\r\nIn-Reply-To: {given}\r\nReferences: {mail['References']} {given}\r\n\r\nGezien.\r\n"

    assert "<m4rk@stad.example>" in read_mail(reply.encode()).replies_to


def test_our_own_answer_to_a_mail_names_both(ses: Faulty) -> None:
    """What it answers first, so that it stands in the right thread, then our mark."""
    by_ses(ses).send(Outgoing(**{**vars(MAIL), "answers": "<hers@mail.example>"}))

    _, mail = sent(ses)
    assert mail["In-Reply-To"] == "<hers@mail.example>"
    assert mail["References"] == "<hers@mail.example> <m4rk@stad.example>"


def test_a_subject_adds_no_header(ses: Faulty) -> None:
    """A line's end in a subject is a blank."""
    by_ses(ses).send(Outgoing("m", "mail", HER, "p", "VN-1", "een\r\nBcc: x@y.example", "t"))

    _, mail = sent(ses)
    assert (mail["Subject"], mail["Bcc"]) == ("een Bcc: x@y.example", None)


@pytest.mark.parametrize("address", ["geen", "a b@c.nl", "x@y.nl\r\nDATA", "ë@stad.example", "<x>@y.nl", "@y.nl", "x@"])
def test_an_address_that_no_mail_can_carry_is_refused_for_good(ses: Faulty, address: str) -> None:
    """SES is not asked."""
    with failing("the address cannot be written", permanent=True):
        by_ses(ses).send(Outgoing("m", "mail", address, "p", "VN-1", "s", "t"))

    assert not ses.asked


def test_a_sender_that_is_not_verified_makes_nobodys_address_wrong(ses: Faulty) -> None:
    """SES rejects the message: a fault of ours, that passes once it is mended."""
    with failing("MessageRejected"):
        by_ses(ses, "meld@elders.example").send(MAIL)


@pytest.mark.parametrize(
    ("code", "again_after"),
    [
        ("TooManyRequestsException", AGAIN_MIN),
        ("ThrottlingException", AGAIN_MIN),
        ("LimitExceededException", AGAIN_MAX),
        ("SendingPausedException", AGAIN_MAX),
        ("AccountSuspendedException", AGAIN_MAX),
        ("MessageRejected", None),
        ("MailFromDomainNotVerifiedException", None),
        ("NotFoundException", None),
        ("BadRequestException", None),
        ("AccessDeniedException", None),
    ],
)
def test_what_ses_refuses(ses: Faulty, code: str, again_after: timedelta | None) -> None:
    """By its code: when to try again; no fault of SES or of ours makes an address wrong for good."""
    ses.faults["send_email"] = code

    with failing(code, again_after=again_after):
        by_ses(ses).send(MAIL)


def test_a_lost_answer_of_ses_is_a_failure(ses: Faulty, ministack: Ministack) -> None:
    """The mail went and nobody knows: it may go twice, which is better than not at all."""
    before = len(ses_mails(ministack))
    ses.faults["send_email"] = LOST

    with failing("no answer", "ReadTimeoutError"):
        by_ses(ses).send(MAIL)
    assert len(ses_mails(ministack)) == before + 1


def test_an_sms_is_transactional_and_from_us(sns: Faulty, ministack: Ministack) -> None:
    """SNS gives such SMS precedence; its own id is returned, and no receipt is waited for."""
    taken = SnsSender(sns, "Vangnet").send(SMS)

    found = sns_messages(ministack)[-1]
    values = {name: one["StringValue"] for name, one in sns.asked[0][1]["MessageAttributes"].items()}
    assert taken == Taken(via="sns", id=found["MessageId"])
    assert found["Message"] == "ALARM"
    assert values == {"AWS.SNS.SMS.SMSType": "Transactional", "AWS.SNS.SMS.SenderID": "Vangnet"}


def test_where_deliveries_are_reported_a_receipt_is_waited_for(sns: Faulty) -> None:
    """Within the time that is configured."""
    taken = SnsSender(sns, "Vangnet", receipt_within=timedelta(minutes=5)).send(SMS)

    assert taken.receipt_within == timedelta(minutes=5)


@pytest.mark.parametrize("number", ["", "0612345678", "+0612345678", "+31 6 12345678", "+316", "+31612345678\n", "x"])
def test_what_is_no_number_is_refused_for_good(sns: Faulty, number: str) -> None:
    """SNS is not asked."""
    with failing("the number", permanent=True):
        SnsSender(sns, "Vangnet").send(Outgoing("m", "sms", number, "p", "VN-1", "", "t"))

    assert not sns.asked


def test_a_text_that_is_too_long_is_not_cut(sns: Faulty) -> None:
    """It fails, where everybody sees it; the number is not to blame."""
    with failing("longer than an SMS"):
        SnsSender(sns, "Vangnet").send(Outgoing("m", "sms", NUMBER, "p", "VN-1", "", "x" * (SMS_LENGTH_MAX + 1)))


@pytest.mark.parametrize(
    ("code", "permanent", "again_after"),
    [
        ("Throttled", False, AGAIN_MIN),
        ("ThrottlingException", False, AGAIN_MIN),
        ("QuotaExceeded", False, AGAIN_MAX),
        ("ServiceQuotaExceededException", False, AGAIN_MAX),
        ("OptedOut", True, None),
        ("InvalidParameter", False, None),
        ("AuthorizationError", False, None),
        ("InternalError", False, None),
        ("KMSDisabled", False, None),
    ],
)
def test_what_sns_refuses(sns: Faulty, code: str, permanent: bool, again_after: timedelta | None) -> None:
    """By its code: when to try again, and whether it is the number that is refused."""
    sns.faults["publish"] = code

    with failing(code, permanent=permanent, again_after=again_after):
        SnsSender(sns, "Vangnet").send(SMS)


def test_a_number_that_sns_calls_invalid_is_refused_for_good(sns: Faulty) -> None:
    """SNS has one code for every wrong parameter; which it is stands in its words, which are not repeated."""
    sns.faults["publish"] = "InvalidParameter"
    sns.words = f"Invalid parameter: PhoneNumber Reason: {NUMBER} is not valid to publish to"

    with failing("refuses this number: InvalidParameter", permanent=True):
        SnsSender(sns, "Vangnet").send(SMS)


def test_a_lost_answer_of_sns_is_a_failure(sns: Faulty, ministack: Ministack) -> None:
    """The SMS went and nobody knows: it may go twice."""
    before = len(sns_messages(ministack))
    sns.faults["publish"] = LOST

    with failing("no answer", "ReadTimeoutError"):
        SnsSender(sns, "Vangnet").send(SMS)
    assert len(sns_messages(ministack)) == before + 1
