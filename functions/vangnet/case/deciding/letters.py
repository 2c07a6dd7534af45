"""Letters: what was sent to the perpetrator, how, on which day, and since when it counts as received (AP-2.4)."""

from datetime import date

from schemas.commands import letters as c
from schemas.events import letters as e
from schemas.events.base import Event
from vangnet.calendar import Term, amsterdam_day
from vangnet.calendar.arithmetic import shifted
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.letters import Meant, meant

RESPONSE_RULE = "AP-2.4"


def send_letter(ctx: Context, command: c.SendLetter) -> tuple[Event, ...]:
    """Record that a letter was sent; electronically only to who expressly chose that for this kind (AP-2.4)."""
    letter = meant(ctx, command.letter)
    sent_on = _sent_on(ctx, command, letter)
    received_on = _received_on(ctx, command, sent_on)
    if letter.lacks_its_decision:
        raise Refused(RESPONSE_RULE, "letter_not_decided")
    if command.by == "electronic" and command.chosen_on is None:
        raise Refused(RESPONSE_RULE, "not_chosen_electronic")
    event = e.LetterSent(
        letter=letter.kind,
        number=letter.measure.id if letter.measure else None,
        by=command.by,
        sent_on=sent_on,
        received_on=received_on,
        delivered_on=received_on or _arrives_on(ctx, command, sent_on),
        chosen_on=command.chosen_on,
        how_chosen=command.how_chosen or "",
        proof=command.proof or "",
    )
    return (event,)


def _sent_on(ctx: Context, command: c.SendLetter, letter: Meant) -> date:
    sent_on = _past_day(ctx, "sent_on", command.sent_on) or amsterdam_day(ctx.now)
    if letter.measure and sent_on < amsterdam_day(letter.measure.decided_at):
        raise Invalid(FieldError("sent_on", "before_decision"))
    return sent_on


def _received_on(ctx: Context, command: c.SendLetter, sent_on: date) -> date | None:
    received_on = _past_day(ctx, "received_on", command.received_on)
    if received_on and received_on < sent_on:
        raise Invalid(FieldError("received_on", "before_sending"))
    if command.chosen_on and command.chosen_on > sent_on:
        raise Invalid(FieldError("chosen_on", "chosen_after_sending"))
    return received_on


def _past_day(ctx: Context, field: str, day: date | None) -> date | None:
    if day and day > amsterdam_day(ctx.now):
        raise Invalid(FieldError(field, "future"))
    return day


def _arrives_on(ctx: Context, command: c.SendLetter, sent_on: date) -> date:
    """Return when a letter counts as received without a receipt: what was posted takes the days of the document."""
    if command.by != "post":
        return sent_on
    return shifted(sent_on, Term.parse(ctx.protocol.document.letters.post_arrives_after))
