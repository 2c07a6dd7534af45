"""Mail, receipts and tests of contacts in the API, and what the failure board shows of them."""

from dataclasses import replace
from typing import Any

import pytest

from schemas.municipality import Municipality
from tests.mail.mailbox import Mailbox
from tests.web.problems import is_problem
from tests.web.site import Site, example
from vangnet.intake.mail.receive import MailIntake
from vangnet.protocol.load import Loaded
from vangnet.shell.ports import Outgoing, Sender, SendFailed, Taken
from vangnet.shell.reading import QUEUE_GROWS_AT
from vangnet.shell.streams import every_stream

STRANGER = "boos@buiten.example"
RECEIPT = {"reference": "ref", "status": "status", "states": {"D": "delivered", "F": "failed"}, "within": "10 minutes"}
GATEWAY = {
    "address": "https://sms.example/",
    "body": {"t": "{text}", "n": "{to}"},
    "sender": "Vangnet",
    "receipt": RECEIPT,
}


def with_gateways(*names: str) -> Loaded:
    """Return the example with gateways that send receipts."""
    loaded = example()
    rows = [GATEWAY | {"name": name, "secret": "VANGNET_SMS"} for name in names]
    known = loaded.protocol.municipality.model_dump() | {"gateways": rows}
    return replace(loaded, protocol=replace(loaded.protocol, municipality_or_none=Municipality.model_validate(known)))


class Provider:
    """A channel that takes every message under its mark, by the first provider that is not to be avoided."""

    def __init__(self, inner: Sender, *names: str) -> None:
        """Take what records, and the names of the providers."""
        self.inner, self.names, self.taken = inner, names, list[tuple[str, Outgoing]]()
        self.down = False

    def send(self, message: Outgoing) -> Taken:
        """Take it, or refuse."""
        if self.down:
            raise SendFailed("down")
        name = next((one for one in self.names if one != message.avoid), self.names[0])
        self.taken.append((name, message))
        self.inner.send(message)
        from datetime import timedelta

        return Taken(name, message.mark, timedelta(minutes=10))


def sited(*names: str) -> tuple[Site, Provider]:
    """Return a site whose SMS go by providers that send receipts."""
    site = Site(with_gateways(*names))
    provider = Provider(site.stage.recorder, *names)
    engine = site.stage.engine
    engine.ports = replace(engine.ports, senders={**engine.ports.senders, "sms": provider})
    return site, provider


def receives(site: Site, sender: str, text: str, subject: str = "Vraag") -> str:
    """Take a mail in, and return its reference."""
    box = Mailbox.__new__(Mailbox)
    box.count = len(list(every_stream(site.stage.store)))
    found = MailIntake(site.stage.engine).receive(box.mail(sender, text, subject))
    site.settle()
    return found.reference


def receipt(site: Site, gateway: str, fields: Any, *, code: str | None = None, form: bool = False) -> int:
    """Report as a provider does, and return how it was answered."""
    code = code or site.stage.engine.names.receipt_code(gateway)
    path = f"/api/v1/receipts/{gateway}/{code}"
    client = site.app.test_client()
    answer = client.post(path, data=fields) if form else client.post(path, json=fields)
    site.settle()
    return answer.status_code


def message_of(site: Site, reference: str, channel: str = "sms") -> Any:
    """Return the first message of a channel in a case."""
    messages = site.stage.engine.streams.load(f"case/{reference}").case.messages.values()
    return next(one for one in messages if one.channel == channel)


def test_the_queue_by_api() -> None:
    """Whoever reads it sees what waits, the oldest first, and can deal with it by a command; others see nothing."""
    site = Site()
    first = receives(site, STRANGER, "Een vraag")
    site.later(minutes=1)
    second = receives(site, STRANGER, "Nog een vraag")
    clerk = site.program("g.mulder")

    assert [one["reference"] for one in clerk.get("/api/v1/mails").json["mails"]] == [first, second]  # type: ignore[index]
    assert site.program("r.yilmaz").get("/api/v1/mails").json == {"mails": []}
    done = clerk.post(f"/api/v1/cases/{first}/commands", {"command": "take_mail", "with": {"harmed": "r.bakker"}})
    assert (done.status_code, done.json["state"]) == (200, "taken")  # type: ignore[index]
    assert site.program("c.bos").get(f"/api/v1/cases/{done.json['report']}").status_code == 200  # type: ignore[index]
    aside = clerk.post(f"/api/v1/cases/{second}/commands", {"command": "set_mail_aside", "with": {"why": "Reclame"}})
    assert aside.json["state"] == "set_aside"  # type: ignore[index]
    assert [one["reference"] for one in clerk.get("/api/v1/mails?state=set_aside").json["mails"]] == [second]  # type: ignore[index]
    is_problem(clerk.get("/api/v1/mails?state=elders"), 400)


def test_taking_a_mail_for_nobody_is_refused_by_field() -> None:
    """A person who is not there, somebody without an office, nobody at all, and a case that is no mail."""
    site = Site()
    mail = receives(site, STRANGER, "Een vraag")
    clerk = site.program("g.mulder")

    def take(reference: str, **fields: Any) -> Any:
        return clerk.post(f"/api/v1/cases/{reference}/commands", {"command": "take_mail", "with": fields})

    is_problem(take(mail), 400)
    assert take(mail, harmed="y.beheer").json["rule"] == "AP-1.1"
    is_problem(take(site.report("r.bakker"), harmed="r.bakker"), 400)
    is_problem(take(mail, harmed="r.bakker", mail="VN-0000-0000"), 400)


def test_a_receipt_is_noted_once_however_often_it_comes() -> None:
    """Delivered, as JSON, as a list, as a form; a wrong address is nobody's."""
    site, _ = sited("een")
    reference = site.report("r.bakker")
    mark = site.stage.engine.names.mark(f"case/{reference}", message_of(site, reference).id)

    assert receipt(site, "een", {"ref": mark, "status": "D"}) == 204
    assert receipt(site, "een", [{"ref": mark, "status": "D"}]) == 204
    assert receipt(site, "een", {"ref": mark, "status": "D"}, form=True) == 204
    assert message_of(site, reference).state == "delivered"
    assert receipt(site, "een", {"ref": mark, "status": "F"}, code="0" * 20) == 404
    assert receipt(site, "anders", {"ref": mark, "status": "F"}) == 404
    assert site.house.feedback.strange == 0


@pytest.mark.parametrize("sent", [{"ref": "niets", "status": "D"}, {"ref": "x" * 5000, "status": "D"}])
def test_a_receipt_for_nothing_is_counted_and_changes_nothing(sent: dict[str, str]) -> None:
    """The board tells a person that a provider mixes something up."""
    site, _ = sited("een")
    reference = site.report("r.bakker")

    assert receipt(site, "een", {"ref": "vnabcdefghm10123456789", "status": "D"}) == 204
    assert receipt(site, "een", sent) == 204
    assert receipt(site, "een", "geen lijst") == 204
    assert message_of(site, reference).state == "sent"
    assert "pasten bij geen enkel bericht" in site.browser("c.bos").get("/storingen").text


def test_a_failed_receipt_passes_the_alarm_on_and_a_late_one_corrects_it() -> None:
    """The deputy is told at once; what was thought lost and arrived after all leaves the board."""
    site, provider = sited("een")
    reference = site.report("r.bakker")
    first = message_of(site, reference)
    mark = site.stage.engine.names.mark(f"case/{reference}", first.id)
    receipt(site, "een", {"ref": mark, "status": "F"})

    assert {one.person for _, one in provider.taken} >= {"g.mulder", "g.peters"}
    assert message_of(site, reference).state == "lost"
    assert "Het kwam niet aan" in site.browser("c.bos").get("/storingen").text
    receipt(site, "een", {"ref": mark, "status": "D"})
    assert message_of(site, reference).state == "delivered"
    assert "Het kwam niet aan" not in site.browser("c.bos").get("/storingen").text


def test_without_a_receipt_in_time_another_provider_sends_it_once_more() -> None:
    """After the term that the configuration gives, and once."""
    site, provider = sited("een", "twee")
    reference = site.report("r.bakker")
    site.later(minutes=9)
    before = [name for name, one in provider.taken if one.id.endswith(message_of(site, reference).id)]
    site.later(minutes=1)
    after = [name for name, one in provider.taken if one.id.endswith(f"{reference}/{message_of(site, reference).id}")]

    assert before == ["een"]
    assert after == ["een", "twee"]
    site.later(minutes=11)
    taken = [name for name, one in provider.taken if one.id.endswith(f"{reference}/{message_of(site, reference).id}")]
    assert taken == after
    assert message_of(site, reference).state == "lost"


def test_a_bounce_counts_against_the_mail_that_came_back() -> None:
    """By its mark; the alarm goes on, the board shows it, and a late or forged one does nothing."""
    from tests.embedded.crashing_mails import BOUNCE

    site = Site()
    reference = site.report("r.bakker")
    mail = message_of(site, reference, "mail")
    mark = site.stage.engine.names.mark(f"case/{reference}", mail.id)
    intake = MailIntake(site.stage.engine)
    delayed = BOUNCE.format(mark=mark).replace("5.1.1", "4.4.1").replace("failed", "delayed")
    for forged in (BOUNCE.format(mark=mark[:-1] + "?"), delayed):
        intake.receive(forged.encode(), envelope_sender="")
        site.settle()
        assert message_of(site, reference, "mail").state == "sent"
    intake.receive(BOUNCE.format(mark=mark).encode(), envelope_sender="")
    site.settle()

    assert message_of(site, reference, "mail").state == "lost"
    assert "5.1.1" in message_of(site, reference, "mail").why


def test_a_test_proves_each_channel() -> None:
    """The administrator asks; what failed says why, and was never proven."""
    site, provider = sited("een")
    administrator = site.program("y.beheer")
    provider.down = True
    failed = administrator.post("/api/v1/contact-tests", {"person": "b.vandam"}).json
    provider.down = False
    site.later(minutes=1)
    [found] = administrator.get("/api/v1/contact-tests").json["tests"]  # type: ignore[index]

    states = {one["channel"]: (one["state"], bool(one["proven_at"])) for one in failed["channels"]}  # type: ignore[index]
    assert states == {"sms": ("failing", False), "mail": ("sent", True)}
    assert {one["channel"]: one["state"] for one in found["channels"]} == {"sms": "sent", "mail": "sent"}
    assert site.program("r.yilmaz").post("/api/v1/contact-tests", {"person": "b.vandam"}).status_code == 403
    assert site.program("r.yilmaz").get("/api/v1/contact-tests").json == {"tests": []}
    is_problem(administrator.post("/api/v1/contact-tests", {"person": "niemand"}), 400)


def test_the_board_shows_a_queue_that_grows_and_mail_that_cannot_be_read() -> None:
    """With how many, and since when the oldest waits; nothing while it is short and in time."""
    site = Site()
    board = site.browser("c.bos")
    receives(site, STRANGER, "Een vraag")
    assert "loopt vol" not in board.get("/storingen").text
    MailIntake(site.stage.engine).receive(b"\x00\xff")
    site.settle()
    assert "1 e-mails konden niet goed worden gelezen" in board.get("/storingen").text
    half = b"From: r.bakker@voorbeeldstad.example\r\nMessage-ID: <h@x>\r\n"
    half += b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    MailIntake(site.stage.engine).receive(half + b"--b\r\n\r\nIk werd bedreigd.\r\n")
    site.settle()
    assert "2 e-mails konden niet goed worden gelezen" in board.get("/storingen").text
    for number in range(QUEUE_GROWS_AT):
        receives(site, STRANGER, f"Vraag {number}")
    assert f"{QUEUE_GROWS_AT + 2} e-mails wachten op een lezer" in board.get("/storingen").text


def test_the_board_shows_a_mail_that_waits_too_long() -> None:
    """Past its term, also if it is the only one."""
    site = Site()
    receives(site, STRANGER, "Een vraag")
    site.later(hours=25)

    assert "1 e-mails wachten op een lezer" in site.browser("c.bos").get("/storingen").text


def test_the_board_shows_a_channel_that_stands_still() -> None:
    """How many messages wait for it, and since when."""
    site, provider = sited("een")
    provider.down = True
    site.report("r.bakker")

    assert "Per sms komt nu niets aan" in site.browser("c.bos").get("/storingen").text
    provider.down = False
    site.later(minutes=1)
    assert "komt nu niets aan" not in site.browser("c.bos").get("/storingen").text
