"""Answers to messages of ours, and what programs send: nothing acts by itself, and nothing goes round in circles."""

import pytest

from tests.mail.mailbox import HOUSE, Mailbox
from vangnet.shell.streams import every_stream

BAKKER, STRANGER = f"r.bakker@{HOUSE}", "boos@buiten.example"


def test_a_mark_in_an_answer_leads_to_the_message_that_it_answers() -> None:
    """An answer to an alarm is told aloud that it does nothing, and waits to be read; the alarm rings on."""
    box = Mailbox()
    report = box.gets(BAKKER).report
    alarm = next(one.message for one in box.told("g.mulder", "ALARM") if one.message.channel == "mail")
    mail = box.gets(f"g.mulder@{HOUSE}", "Ok, ik bel haar", "Re: ALARM", In_Reply_To=f"<{alarm.mark}@{HOUSE}>")

    assert (mail.way, mail.why, mail.answered) == ("queue", "reply", "alarm")
    [answer] = box.told("g.mulder", "NIETS bevestigd")
    assert answer.message.answers == "<test-2@mail.example>"
    assert box.case(report).alarm is not None
    assert box.case(report).alarm.open  # type: ignore[union-attr]


def test_an_answer_from_a_private_address_is_answered_at_the_known_one() -> None:
    """The mark says whom the alarm was for; nothing goes to an address that anybody may write."""
    box = Mailbox()
    box.gets(BAKKER)
    alarm = next(one.message for one in box.told("g.mulder", "ALARM") if one.message.channel == "mail")
    box.gets("gerard@prive.example", "Komt goed", "Re: ALARM", References=f"<x@y> <{alarm.mark}@{HOUSE}>")

    assert box.told("g.mulder", "NIETS bevestigd")[0].message.to == f"g.mulder@{HOUSE}"
    assert {one.message.to.rpartition("@")[2] for one in box.stage.gone() if one.message.channel == "mail"} == {HOUSE}


def test_an_answer_to_an_answer_gets_none() -> None:
    """So that two programs that say nothing of themselves come to an end."""
    box = Mailbox()
    box.gets(BAKKER)
    before = 0
    for _ in range(6):
        last = next(one.message for one in reversed(box.stage.gone()) if one.message.person == "r.bakker")
        box.gets(BAKKER, "Ik ben er even niet.", "Re: uw bericht", In_Reply_To=f"<{last.mark}@{HOUSE}>")
        before = len(box.told("r.bakker", "niet meteen gelezen"))

    assert before == 1
    assert (
        len([name for name in every_stream(box.stage.store) if box.engine.streams.load(name).case.kind == "report"])
        == 1
    )


def test_a_made_up_mark_leads_nowhere() -> None:
    """Only we can make one."""
    box = Mailbox()
    box.gets(BAKKER)
    alarm = next(one.message for one in box.told("g.mulder", "ALARM") if one.message.channel == "mail")
    forged = alarm.mark[:-1] + ("0" if alarm.mark[-1] != "0" else "1")
    mail = box.gets(STRANGER, "Ok", "Re: ALARM", In_Reply_To=f"<{forged}@{HOUSE}>")

    assert mail.why == "stranger"


@pytest.mark.parametrize(
    ("subject", "headers", "why"),
    [
        ("Automatisch antwoord: ALARM", {}, "auto_reply"),
        ("Re: ALARM", {"Auto_Submitted": "auto-replied"}, "auto_reply"),
        ("Nieuwsbrief", {"List_Id": "<nieuws.example>"}, "list"),
    ],
)
def test_what_a_program_sends_does_nothing(subject: str, headers: dict[str, str], why: str) -> None:
    """No case, no answer, nobody told; it is kept, shown, and wiped after its weeks."""
    box = Mailbox()
    mail = box.gets(BAKKER, "Ik ben afwezig tot maandag.", subject, **headers)

    assert (mail.way, mail.why) == ("automatic", why)
    assert list(box.stage.gone()) == []
    assert box.case(mail.reference).state == "automatic"
    box.later(days=57)
    assert box.case(mail.reference).wiped


def test_an_empty_envelope_sender_is_never_answered() -> None:
    """RFC 5321: such mail comes from a program, whatever else it says."""
    box = Mailbox()
    mail = box.takes(box.mail(BAKKER, "Uw bericht kon niet worden bezorgd."), envelope_sender="")

    assert (mail.way, mail.why) == ("automatic", "bounce")
    assert list(box.stage.gone()) == []


def test_our_own_mail_that_comes_back_does_nothing() -> None:
    """Known by a mark that only we can make; a head that anybody can write makes no mail ours, nor a bounce."""
    box = Mailbox()
    box.gets(BAKKER)
    alarm = next(one.message for one in box.told("g.mulder", "ALARM") if one.message.channel == "mail")
    told = len(box.stage.gone())
    raw = box.mail(BAKKER, alarm.text, alarm.subject).replace(b"<test-2@", f"<{alarm.mark}@".encode())

    assert (box.takes(raw).way, len(box.stage.gone())) == ("automatic", told)
    for headers in ({"X_Vangnet": "1"}, {"Return_Path": "<>"}):
        raw = box.mail(STRANGER, "Ik schiet je vanavond dood, wethouder.", **headers)
        mail = box.takes(raw, envelope_sender=STRANGER)
        assert (mail.way, mail.why, mail.alarming) == ("queue", "stranger", True)


@pytest.mark.parametrize("sender", [f"melding@{HOUSE}", "postmaster@buiten.example", "mailer-daemon@buiten.example"])
def test_a_threat_under_a_programs_name_waits(sender: str) -> None:
    """It makes no case and rings for nobody, but somebody must read it."""
    box = Mailbox()

    assert box.gets(sender, "Ik schiet je vanavond dood, wethouder.").way == "queue"


@pytest.mark.parametrize("subject", ["Vakantie", "Re: {subject}", "{quoted}"])
def test_a_program_that_says_nothing_of_itself_comes_to_an_end(subject: str) -> None:
    """It answers every mail of ours with the same words; a few cases at the most, and then no answer any more."""
    box = Mailbox()
    box.gets(BAKKER, "Ik werd bedreigd aan de deur.")
    for _ in range(12):
        last = [one.message for one in box.stage.gone() if one.message.person == "r.bakker"][-1]
        text = "Ik ben er tot maandag niet." + (f"\n> {last.text}" if subject == "{quoted}" else "")
        box.gets(BAKKER, text, subject.format(subject=last.subject, quoted="Afgemeld"))
    streams = (box.engine.streams.load(name).case for name in every_stream(box.stage.store))
    cases = [case for case in streams if case.kind == "report"]

    assert len(cases) <= 5
