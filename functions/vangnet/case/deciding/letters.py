"""Letters: made from what was decided, and sent with a proof of how, on which day and since when it counts (AP-2.4)."""

from datetime import date

from pydantic import ValidationError

from schemas.commands import letters as c
from schemas.events import letters as e
from schemas.events.base import Event
from schemas.letterhead import LetterSettings
from schemas.letters import Letter
from vangnet.calendar import Term, amsterdam_day
from vangnet.calendar.arithmetic import shifted
from vangnet.case.drafting import MAKERS, drafted
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.invitations import standing
from vangnet.case.letter_checks import check_asked, check_letter
from vangnet.case.letters import Meant, meant, outdated, proposed

RESPONSE_RULE = "AP-2.4"
HEARING_RULE = "AP-2.5"
NOT_OPEN = {"answered": "answered_already", "over": "answered_too_late"}
# How a letter's own field is asked for.
ASKED_AS = {"lines": "address", "name": "addressee", "what": "happened"}


def make_letter(ctx: Context, command: c.MakeLetter) -> tuple[Event, ...]:
    """Make a letter of what was decided, or a draft of a ban that was proposed; what nobody decided has no letter."""
    letter = meant(ctx, command.letter)
    check_asked(ctx, command)
    settings = ctx.protocol.municipality.letters
    if letter.kind not in MAKERS:
        raise Refused(RESPONSE_RULE, "letter_of_its_own")
    draft = letter.lacks_its_decision
    if draft:
        letter = proposed(ctx, letter)
    if letter.lacks_its_decision:
        raise Refused(RESPONSE_RULE, "letter_not_decided")
    if settings is None:
        raise Refused(RESPONSE_RULE, "no_letterhead")
    check_letter(ctx, letter, command, settings, draft=draft)
    written = _written(ctx, letter, command, settings, draft=draft)
    event = e.LetterMade(
        made=f"letter-{1 + len(ctx.case.made)}",
        letter=letter.kind,
        number=letter.measure.id if letter.measure and not draft else None,
        draft=draft,
        content=written.model_dump(mode="json"),
    )
    return (event,)


def _written(ctx: Context, letter: Meant, command: c.MakeLetter, settings: LetterSettings, *, draft: bool) -> Letter:
    """Return the letter; a field that cannot be said in one is named."""
    try:
        return drafted(ctx, letter, command, settings, draft=draft)
    except ValidationError as error:
        where = str(error.errors()[0]["loc"][0])
        raise Invalid(FieldError(ASKED_AS.get(where, where), "not_in_a_letter")) from error


def send_letter(ctx: Context, command: c.SendLetter) -> tuple[Event, ...]:
    """Record that a letter was sent; electronically only to who expressly chose that for this kind (AP-2.4)."""
    letter = meant(ctx, command.letter)
    sent_on = _sent_on(ctx, command, letter)
    received_on = _received_on(ctx, command, sent_on)
    if letter.lacks_its_decision:
        raise Refused(RESPONSE_RULE, "letter_not_decided")
    if letter.measure and outdated(ctx.case, letter.kind, letter.measure):
        raise Refused(RESPONSE_RULE, "letter_differs")
    if command.by is None:
        raise Refused(RESPONSE_RULE, "no_way_of_sending")
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


def answer_invitation(ctx: Context, command: c.AnswerInvitation) -> tuple[Event, ...]:
    """Take what who was invited says by his link: once, until the day in the letter, in the form he chose (AP-2.5)."""
    made = ctx.case.made.get(command.made)
    if made is None or made.kind != "invitation" or not made.content:
        raise Refused(HEARING_RULE, "no_such_invitation")
    state = standing(ctx.case, made, ctx.now)
    if state != "open":
        raise Refused(HEARING_RULE, NOT_OPEN[state])
    account, reach_me = (command.account or "").strip(), (command.reach_me or "").strip()
    if command.form == "written" and not account:
        raise Refused(HEARING_RULE, "nothing_written")
    if command.form == "in_person" and not reach_me:
        raise Refused(HEARING_RULE, "no_way_to_reach")
    receipt = f"{ctx.case.reference}-{1 + len(ctx.case.answers)}"
    event = e.HearingReceived(made=made.id, form=command.form, receipt=receipt, account=account, reach_me=reach_me)
    return (event,)
