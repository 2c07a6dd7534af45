"""What becomes of a mail: a report, a place in the queue, or nothing; never lost, never twice, and never in circles."""

import hashlib
import re
from contextlib import suppress

import pytest

from schemas.report import ACCOUNT_LENGTH_MAX
from tests.mail.mailbox import HOUSE, THREAT, Mailbox, with_relay
from tests.mail.samples import all_samples
from tests.web.site import example
from vangnet.case.errors import Refused
from vangnet.intake.mail.receive import FLOOD_MAX, TEXT_BYTES_MAX
from vangnet.shell.ports import StoreUnavailable

BAKKER, STRANGER = f"r.bakker@{HOUSE}", "boos@buiten.example"


@pytest.mark.rule("AP-5.1.9")
def test_the_original_is_kept_byte_for_byte() -> None:
    """With its hash, and whatever is in it."""
    box = Mailbox()
    raw = box.mail(STRANGER) + b"\x00\xff and what no mail has"
    mail = box.takes(raw)

    assert box.original(mail) == raw
    assert mail.evidence[0].sha256 == hashlib.sha256(raw).hexdigest()


def test_a_mail_in_letters_of_four_bytes_is_cut_to_what_is_stored_at_once() -> None:
    """What is read in it takes no more than an event may; all of it stands in the original."""
    box = Mailbox()
    raw = box.mail(BAKKER, "Ik maak je dood. " + "\N{PILE OF POO}" * ACCOUNT_LENGTH_MAX)
    mail = box.takes(raw)

    assert mail.broken == ("cut",)
    assert len(mail.account.encode()) <= TEXT_BYTES_MAX
    assert len(mail.text.encode()) <= TEXT_BYTES_MAX
    assert box.original(mail) == raw


@pytest.mark.rule("AP-5.1.9")
@pytest.mark.parametrize("number", range(9))
def test_a_mail_keeps_its_files_whatever_call_of_the_store_fails(number: int) -> None:
    """The store may fail before, after or between: delivered again the mail is there, with all of it."""
    box, calls = Mailbox(), iter(range(1_000))
    raw = box.mail(BAKKER)

    def fault(_: str) -> None:
        if next(calls) == number:
            raise StoreUnavailable("the store failed")

    box.stage.store.fault = fault
    with suppress(StoreUnavailable):
        box.intake.receive(raw)
    assert next(calls) > number
    mail = box.takes(raw)

    assert box.original(mail) == raw
    assert len(box.stage.blobs.kept) == 1


def test_a_known_persons_mail_is_his_report() -> None:
    """A case with its alarm, the mail as evidence, and a receipt that says nothing of it."""
    box = Mailbox()
    mail = box.gets(BAKKER)
    case = box.case(mail.report)

    assert (case.outcome, case.classed, case.reporter) == ("case", "threat", "r.bakker")
    assert case.report is not None
    assert (case.report.channel, case.report.account) == ("email", THREAT)
    assert case.report.evidence == mail.evidence
    [receipt] = box.told("r.bakker", "ontvangen")
    assert mail.report in receipt.message.subject
    assert "woont" not in receipt.message.text
    assert receipt.message.answers == "<test-1@mail.example>"
    assert box.told("g.mulder", "ALARM")


def test_a_receipt_comes_in_ones_language() -> None:
    """As the configuration says for each person."""
    loaded = example()
    people = dict(loaded.protocol.municipality.people)
    people["r.bakker"] = people["r.bakker"].model_copy(update={"language": "en"})
    from dataclasses import replace

    known = loaded.protocol.municipality.model_copy(update={"people": people})
    box = Mailbox(replace(loaded, protocol=replace(loaded.protocol, municipality_or_none=known)))
    box.gets(BAKKER)

    assert box.told("r.bakker", "was received")


@pytest.mark.parametrize("class_text", ["Ik ben boos over mijn uitkering.", "Jullie beleid deugt niet."])
@pytest.mark.rule("AP-2.1.10")
def test_a_report_by_mail_is_a_case_until_somebody_confirmed_its_class(class_text: str) -> None:
    """Then it is what the class leads to: the reporter is told, and what identifies people is wiped after its days."""
    box = Mailbox()
    mail = box.gets(BAKKER, class_text)
    before = box.case(mail.report)
    after = box.does("g.mulder", mail.report, "confirm_class", **{"class": before.classed, "why": "Gelezen"})

    assert (before.outcome, after.outcome) == ("case", "guidance")
    assert not [duty for duty in after.open_duties() if duty.name != "first_contact"]
    assert box.told("r.bakker", "gelezen: advies")
    box.later(days=8)
    assert box.case(mail.report).wiped
    assert box.case(mail.reference).wiped
    assert class_text not in box.stage.readable()
    assert box.stage.blobs.kept == {}


def test_a_strangers_mail_waits_and_acts_on_nothing() -> None:
    """No case, no receipt; the reader is told at once, and it is his duty."""
    box = Mailbox()
    mail = box.gets(STRANGER, "Wanneer is het loket open?")

    assert (mail.way, mail.why, mail.report) == ("queue", "stranger", "")
    assert [duty.name for duty in box.case(mail.reference).open_duties()] == ["take_mail"]
    assert {one.message.person for one in box.stage.gone()} == {"g.mulder"}
    assert box.told("g.mulder", "Post: 1")


def test_an_alarming_mail_rings_and_those_who_are_alarmed_may_read_it() -> None:
    """Along the chain; who is not told sees nothing."""
    box = Mailbox()
    mail = box.gets(STRANGER)
    with pytest.raises(Refused, match=r"AP-5\.1\.6"):
        box.does("c.bos", mail.reference, "take_mail", harmed="r.bakker")
    box.later(minutes=21)
    after = box.does("c.bos", mail.reference, "take_mail", harmed="r.bakker")

    assert box.told("c.bos", "ALARM post")
    assert box.case(after.mail_report).harmed[0].person == "r.bakker"
    assert box.room.alarm is not None
    assert not box.room.alarm.open


def test_alarming_mails_share_an_alarm_while_it_is_open() -> None:
    """The second rings no more; after the first was answered a third does."""
    box = Mailbox()
    first = box.gets(STRANGER)
    box.gets(STRANGER, "Ik steek je huis in brand.")
    assert len(box.room.alarms) == 1
    box.does("g.mulder", first.reference, "acknowledge")
    box.later(minutes=1)
    assert len(box.room.alarms) == 1
    box.gets(STRANGER, "Ik schiet jullie allemaal neer.")

    assert len(box.room.alarms) == 2
    assert len([one for one in box.told("g.mulder", "ALARM post") if one.message.channel == "sms"]) == 2


def test_who_reads_the_mail_is_told_at_most_every_quarter_of_an_hour() -> None:
    """At once, then of all that came since, then not until there is more."""
    box = Mailbox()
    for number in range(5):
        box.gets(STRANGER, f"Vraag {number} over het loket")
        box.later(minutes=2)
    box.later(minutes=60)

    assert [one.message.subject for one in box.told("g.mulder", "Post:")] == [
        "Post: 1 e-mails wachten op u",
        "Post: 5 e-mails wachten op u",
    ]


def test_what_is_set_aside_can_be_taken_until_it_is_wiped() -> None:
    """Nothing is dropped; after its weeks what identifies people is gone."""
    box = Mailbox()
    mail, other = box.gets(STRANGER, "Een vraag"), box.gets(STRANGER, "Nog een vraag over Zuurkool")
    box.does("g.mulder", mail.reference, "set_mail_aside", why="Reclame")
    box.does("g.mulder", other.reference, "set_mail_aside", why="Reclame")
    taken = box.does("g.mulder", mail.reference, "take_mail", harmed="r.bakker")
    box.later(days=57)

    assert box.case(taken.mail_report).report is not None
    assert not box.case(mail.reference).wiped
    assert box.case(other.reference).wiped
    assert "Zuurkool" not in box.stage.readable()


def test_what_waits_is_never_wiped() -> None:
    """However long nobody reads it; its duty is overdue, and the co-ordinator knows."""
    box = Mailbox()
    mail = box.gets(STRANGER, "Een vraag")
    box.later(days=90)

    assert not box.case(mail.reference).wiped
    assert box.told("c.bos", "Nog steeds open")


def test_delivered_twice_is_one() -> None:
    """By its name and its body, however it came; its files are kept once."""
    box = Mailbox()
    raw = box.mail(BAKKER)
    first, second = box.takes(raw), box.takes(b"Received: from a.example; Mon, 30 Nov 2026 12:00:00 +0100\r\n" + raw)

    assert first == second
    assert len(box.stage.blobs.kept) == 1
    assert len(box.told("r.bakker", "ontvangen")) == 1


def test_another_mail_under_the_same_name_is_another() -> None:
    """Nobody can make a mail vanish by its Message-ID."""
    box = Mailbox()
    first = box.takes(box.mail(BAKKER))
    box.count = 0
    second = box.takes(box.mail(BAKKER, "Vanavond kom ik langs met een mes."))

    assert first.reference != second.reference
    assert box.case(second.report).report is not None


@pytest.mark.parametrize(
    ("headers", "loopback", "way"),
    [
        ({}, True, "queue"),
        ({"Authentication_Results": f"mx.stad.example; dmarc=pass header.from={HOUSE}"}, False, "report"),
        ({"Authentication_Results": f"mx.stad.example; dmarc=fail header.from={HOUSE}"}, True, "queue"),
        ({"Authentication_Results": f"elders.example; dmarc=pass header.from={HOUSE}"}, True, "queue"),
    ],
)
def test_only_the_relays_word_proves_a_sender(headers: dict[str, str], loopback: bool, way: str) -> None:
    """Whoever it says it is from, and wherever it came from."""
    box = Mailbox(with_relay())
    mail = box.takes(box.mail(BAKKER, **headers), loopback=loopback)

    assert mail.way == way
    assert mail.why == ("" if way == "report" else "not_authenticated")


@pytest.mark.parametrize(("loopback", "way"), [(True, "report"), (False, "queue")])
def test_in_the_demonstration_loopback_proves_a_sender(loopback: bool, way: str) -> None:
    """And nothing else does."""
    box = Mailbox()

    assert box.takes(box.mail(BAKKER), loopback=loopback).way == way


def test_a_person_of_whom_too_many_come_waits_with_the_rest() -> None:
    """A program must be behind them; none is lost."""
    box = Mailbox()
    ways = [box.intake.receive(box.mail(BAKKER, f"Bericht {number}")).way for number in range(3)]
    box.settle()
    index = box.engine.names.hashed_list("person:r.bakker")
    rows = box.engine.ports.store.listed(index, limit=FLOOD_MAX)
    for number in range(FLOOD_MAX - len(rows)):
        box.intake.receive(box.mail(BAKKER, f"Nog een {number}"))
    while box.hinted:
        box.stage.following.tick(box.hinted.pop(0))
    last = box.gets(BAKKER, "En nog een")

    assert ways == ["report"] * 3
    assert (last.way, last.why) == ("queue", "flooding")


def test_a_known_person_without_an_office_reports_nothing() -> None:
    """AP-1.1: his mail waits for who may do so for others."""
    box = Mailbox()

    assert box.gets(f"y.beheer@{HOUSE}").why == "no_office"


@pytest.mark.parametrize("raw", [b"", b"\x00" * 50, b"From: x\n", b"geen mail", b"From: a@b.example\r\n" * 3])
def test_what_is_no_mail_is_kept_all_the_same(raw: bytes) -> None:
    """It waits, and says that it could not be read well."""
    box = Mailbox()
    mail = box.takes(raw)

    assert mail.way == "queue"
    assert box.original(mail) == (raw or b"\n")


@pytest.mark.parametrize("sample", all_samples()[::3], ids=lambda sample: sample.name)
def test_no_sample_is_lost(sample: object) -> None:
    """Each is kept byte for byte and waits or is a report; the words of its threat can be read in the store."""
    from tests.mail.making import Sample

    assert isinstance(sample, Sample)
    box = Mailbox()
    mail = box.takes(sample.raw)

    assert box.original(mail) == sample.raw
    assert mail.way in {"report", "queue"}
    readable = " ".join(re.sub(r"[> ]*\n[> ]*", " ", mail.text).split())
    assert " ".join(sample.threat.split())[:60] in readable or mail.forwarded
