"""Mail in by SES, S3 and a queue: taken in once, believed as far as SES found it true, and poison that is named."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from schemas.events.mail import MailReceived
from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, Faulty, client_of
from tests.contract.conftest import ON_MINISTACK
from tests.contract.landing import bucket_of, keys_in, queue_of
from tests.contract.test_notices import notice
from tests.mail.mailbox import HOUSE, THREAT, Mailbox, with_relay
from vangnet.rigs.aws.arrivals import NeverLanded, TooLarge
from vangnet.rigs.aws.mail_in import SETUP, envelope_sender, received
from vangnet.rigs.aws.notices import NoticeUnreadable
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK
BAKKER, STRANGER = f"r.bakker@{HOUSE}", "boos@buiten.example"


def by_ses(mail: bytes, envelope: str, *results: str) -> bytes:
    """Return a mail as SES writes it to a bucket: its own headers on top, each result on a line of its own."""
    head = [
        f"Return-Path: <{envelope}>",
        "Received: from mx.stad.example (mx.stad.example [192.0.2.1])",
        " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 8i6cr4aeu15skb2l",
        " for melding@voorbeeldstad.example;",
        " Mon, 30 Nov 2026 11:00:00 +0000 (UTC)",
        "X-SES-Spam-Verdict: PASS",
        "X-SES-Virus-Verdict: PASS",
        f"Received-SPF: pass (spfCheck: domain of {HOUSE} designates 192.0.2.1 as permitted sender) "
        f"client-ip=192.0.2.1; envelope-from={envelope}; helo=mx.stad.example;",
        "Authentication-Results: amazonses.com;",
        *(f" {one};" for one in results),
        "X-SES-RECEIPT: AEFBQUFBQUFBQUFGQWpOcCtRU3V4Wkdq",
    ]
    return "\r\n".join(head).encode() + b"\r\n" + mail


def found(spf: str, dkim: str, dmarc: str, envelope: str, *, domain: str = HOUSE) -> tuple[str, ...]:
    """Return the results that SES writes."""
    return (
        f"spf={spf} (spfCheck: domain of {domain} designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; "
        f"envelope-from={envelope}; helo=mx.stad.example",
        f"dkim={dkim} header.i=@{domain}",
        f"dmarc={dmarc} header.from={domain}",
    )


PROVEN = found("pass", "pass", "pass", BAKKER)


@dataclass
class Post:
    """A municipality that trusts SES, and the bucket that SES writes to."""

    s3: Faulty
    bucket: str
    box: Mailbox

    def lands(self, raw: bytes, key: str = "mail/a1") -> str:
        """Let SES write a mail, and return the body that the queue brings."""
        self.s3.client.put_object(Bucket=self.bucket, Key=key, Body=raw)
        told = notice(key)
        told["Records"][0]["s3"]["bucket"]["name"] = self.bucket
        return json.dumps(told)

    def takes(self, body: str) -> None:
        """Take in what a body of the queue tells, and let everything follow."""
        received(body, self.s3, self.bucket, self.box.intake)
        self.box.settle()

    @property
    def mails(self) -> list[MailReceived]:
        """Return the mails that were taken in."""
        streams = (self.box.engine.streams.load(one) for one in self.box.stage.store.streams(limit=200))
        return [one.case.mail for one in streams if one.case.mail]

    @property
    def keys(self) -> list[str]:
        """Return what lies in the bucket."""
        return keys_in(self.s3.client, self.bucket)


@pytest.fixture
def post(ministack: Ministack) -> Iterator[Post]:
    """Give a municipality and a bucket of this test alone."""
    with client_of(ministack, "s3") as s3:
        yield Post(Faulty(s3), bucket_of(s3), Mailbox(with_relay("amazonses.com")))


def test_a_mail_becomes_a_report_and_leaves_the_bucket(post: Post) -> None:
    """What SES found proves its sender; the mail is evidence byte for byte, with SES's headers."""
    raw = by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN)
    post.takes(post.lands(raw))

    [mail] = post.mails
    case = post.box.case(mail.report)
    assert (case.reporter, case.classed) == ("r.bakker", "threat")
    assert post.box.original(mail) == raw
    assert post.keys == ["done/mail/a1"]


@pytest.mark.parametrize(
    "results",
    [
        found("pass", "pass", "fail", BAKKER),
        found("fail", "fail", "none", BAKKER),
        found("pass", "pass", "pass", STRANGER, domain="buiten.example"),
        (),
    ],
)
def test_a_sender_that_ses_did_not_prove_is_not_believed(post: Post, results: tuple[str, ...]) -> None:
    """Whoever writes in somebody's name is a stranger: the mail waits in the queue."""
    post.takes(post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *results)))

    [mail] = post.mails
    assert mail.way == "queue"
    assert post.box.room.kind == "mailroom"


def test_without_a_name_to_trust_nobody_is_believed(post: Post) -> None:
    """What a demonstration believes of mails from its own machine holds for none that came by SES."""
    post.box = Mailbox()
    post.takes(post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN)))

    assert [mail.way for mail in post.mails] == ["queue"]


def test_results_that_the_sender_wrote_himself_count_for_nothing(post: Post) -> None:
    """SES puts its own on top; what stands further down may be anybody's."""
    mine = "; ".join(("amazonses.com", *PROVEN))
    forged = post.box.mail(BAKKER, Authentication_Results=mine)
    post.takes(post.lands(by_ses(forged, STRANGER, *found("pass", "none", "fail", STRANGER))))

    [mail] = post.mails
    assert (mail.way, mail.authentic) == ("queue", "dmarc")


@pytest.mark.parametrize(
    "words",
    [
        f"x;dmarc=pass header.from={HOUSE}",
        f"x;dkim=pass header.i=@{HOUSE}",
        f"x;dkim()=pass()header.i=@{HOUSE}",
        f"x;dkim/1=pass()header.i=@{HOUSE}",
        f'";dkim=pass header.i=@{HOUSE};"',
        f"x; auth = pass smtp.auth={BAKKER}",
    ],
)
@pytest.mark.parametrize("place", ["helo", "envelope-from"])
def test_words_of_the_sender_inside_ses_findings_prove_nothing(post: Post, words: str, place: str) -> None:
    """What his server greets with, and his envelope, may look like a finding; it stands in the middle of a line."""
    spf, *others = found("pass", "none", "none", STRANGER)
    spf = re.sub(f"{place}=[^;]+", lambda _: f"{place}={words}", spf)
    post.takes(post.lands(by_ses(post.box.mail(BAKKER), STRANGER, spf, *others)))

    [mail] = post.mails
    assert words in spf
    assert mail.way == "queue"


def test_a_sender_whose_address_looks_like_a_method_is_believed(post: Post) -> None:
    """Some have such names."""
    results = found("pass", "pass", "pass", f"auth.spf-dkim@{HOUSE}")
    post.takes(post.lands(by_ses(post.box.mail(BAKKER), f"auth.spf-dkim@{HOUSE}", *results)))

    assert [mail.way for mail in post.mails] == ["report"]


@pytest.mark.parametrize(
    ("raw", "sender"),
    [
        (b"Return-Path: <a@b.example>\r\nReceived: x\r\n\r\n", "a@b.example"),
        (b"Return-Path: <>\r\nReceived: x\r\n\r\n", ""),
        (b"Return-Path: a@b.example\r\n\r\n", "a@b.example"),
        (b"Received: x\r\nReturn-Path: <>\r\n\r\n", None),
        (b"", None),
        (b"\xff\xfe", None),
    ],
)
def test_the_envelopes_sender_is_what_ses_put_on_top(raw: bytes, sender: str | None) -> None:
    """Nobody, an address, or not known; what stands further down the sender may have written."""
    assert envelope_sender(raw) == sender


def test_a_mail_that_came_from_nobody_is_answered_to_nobody(post: Post) -> None:
    """The empty sender of the envelope marks a bounce: no receipt goes out, so nothing goes in circles."""
    post.takes(post.lands(by_ses(post.box.mail(BAKKER), "", *PROVEN)))

    assert len(post.mails) == 1
    assert post.box.told("r.bakker", "ontvangen") == []


def test_a_notice_that_comes_twice_changes_nothing(post: Post) -> None:
    """The second finds that the mail was taken in."""
    body = post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN))
    post.takes(body)
    before = len(post.box.stage.gone())
    post.takes(body)

    assert len(post.box.stage.gone()) == before
    assert len(post.mails) == 1


@pytest.mark.parametrize("operation", ["put_object", "delete_object"])
@pytest.mark.parametrize("fault", ["SlowDown", LOST])
def test_a_mail_that_was_kept_and_not_put_away_is_one_report(post: Post, operation: str, fault: str) -> None:
    """A failure after it was kept is tried again, and makes no second report."""
    body = post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN))
    post.s3.faults[operation] = fault
    with pytest.raises(StoreUnavailable):
        post.takes(body)
    post.box.settle()
    before = len(post.box.stage.gone())
    post.s3.faults.clear()
    post.takes(body)

    assert len(post.box.stage.gone()) == before
    assert post.keys == ["done/mail/a1"]


@pytest.mark.parametrize("code", ["SlowDown", "AccessDenied", "InternalError", LOST])
def test_a_bucket_that_does_not_answer_is_tried_again(post: Post, code: str) -> None:
    """The mail stays where it is."""
    body = post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN))
    post.s3.faults["get_object"] = code

    with pytest.raises(StoreUnavailable):
        post.takes(body)
    assert post.keys == ["mail/a1"]


def test_poison_has_a_name(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail that is not there, one that is too large, and what is no notice; the mail stays for whoever looks."""
    monkeypatch.setattr("vangnet.rigs.aws.mail_in.MAIL_SIZE_MAX", 100)
    large = post.lands(by_ses(post.box.mail(BAKKER), BAKKER, *PROVEN))

    with pytest.raises(TooLarge):
        post.takes(large)
    with pytest.raises(NeverLanded):
        post.takes(large.replace("mail/a1", "mail/a2"))
    with pytest.raises(NoticeUnreadable):
        post.takes("{")
    with pytest.raises(NoticeUnreadable, match="another bucket"):
        post.takes(large.replace(post.bucket, "elders"))
    assert post.keys == ["mail/a1"]


def test_what_ses_writes_of_itself_is_no_mail(post: Post) -> None:
    """Setting up the rule leaves an object behind, which is put away; so are our own marks left alone."""
    post.takes(post.lands(b"Subject: Amazon SES Setup Notification\r\n\r\n", f"mail/{SETUP}"))
    post.takes(post.lands(b"", "done/mail/x"))

    assert (post.mails, post.box.stage.gone()) == ([], [])
    assert keys_in(post.s3.client, post.bucket, "mail/") == []


def test_the_whole_way_through_a_queue(post: Post, ministack: Ministack) -> None:
    """S3's own notices, the test of S3 among them, each taken as it comes."""
    with client_of(ministack, "sqs") as sqs:
        queue = queue_of(sqs)
        queue.told_of(post.s3.client, post.bucket, "mail/")
        for number in (1, 2):
            raw = by_ses(post.box.mail(BAKKER, f"{THREAT} {number}"), BAKKER, *PROVEN)
            post.s3.client.put_object(Bucket=post.bucket, Key=f"mail/{number}", Body=raw)
        for body in queue.bodies(3):
            post.takes(body)

    assert len(post.box.told("r.bakker", "ontvangen")) == 2
    assert post.keys == ["done/mail/1", "done/mail/2"]


def test_a_sample_is_read_as_ses_writes_it() -> None:
    """The sample of these tests is a mail: its first header is SES's, and its results are one header."""
    mail: Any = message_from_bytes(by_ses(b"From: a@b.example\r\n\r\nx", BAKKER, *PROVEN), policy=default)

    assert mail.keys()[0] == "Return-Path"
    assert mail["Authentication-Results"].startswith("amazonses.com;")
    assert "dmarc=pass" in mail["Authentication-Results"]
