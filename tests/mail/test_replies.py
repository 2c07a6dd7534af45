"""Answers to messages of ours, and what programs send: nothing acts by itself, and nothing goes round in circles."""

import pytest

from tests.mail.mailbox import HOUSE, Mailbox

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
    assert len([name for name in box.stage.store.streams() if box.engine.streams.load(name).case.kind == "report"]) == 1


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
        ("ALARM", {"X_Vangnet": "1"}, "own"),
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
