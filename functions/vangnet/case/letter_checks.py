"""What stands in the way of a letter, in the order in which it is named.

- what was typed and cannot be in a letter: a line without its day, a day that is past;
- what no letter may say: a word on the aangifte without consent (AP-5.4.3), a measure of protection (AP-6.6), where
  who was harmed lives (AP-5.1.6);
- what this letter cannot do without: its address, its mandate, its time to meet.
"""

from schemas.commands import letters as c
from schemas.letterhead import LetterSettings
from vangnet.calendar import amsterdam_day
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.letter_parts import earlier_facts, reasons_follow
from vangnet.case.letter_secrets import check_secrets
from vangnet.case.letters import Meant
from vangnet.case.mandates import lacks_mandate
from vangnet.case.police import may_speak, mentions_aangifte

RESPONSE_RULE = "AP-2.4"
DECIDER_RULE = "AP-5.2.7"
BAN_RULE = "AP-5.2.5"
SERVICE_RULE = "AP-5.2.4"
TALK_RULE = "AP-5.2.9"
REMEDY_RULE = "AP-5.2.2"
SECRECY_RULE = "AP-5.4.3"
MEETINGS = "gemeentewet_26"
TEXTS = ("happened", "earlier", "why", "why_this_long", "considered", "said", "consequence")


def check_asked(ctx: Context, asked: c.MakeLetter) -> None:
    """Pass if what was typed can stand in a letter.

    Raises:
        Invalid: a line of earlier facts has no day, or an answer is due on a day that is past.
        Refused: it speaks of the aangifte (AP-5.4.3), of how somebody is protected, or of where he lives.
    """
    try:
        list(earlier_facts(asked.earlier))
    except ValueError as error:
        raise Invalid(FieldError("earlier", "no_day_first")) from error
    if asked.answer_by and asked.answer_by <= amsterdam_day(ctx.now):
        raise Invalid(FieldError("answer_by", "answer_is_past"))
    if asked.meet_at and asked.meet_at <= ctx.now:
        raise Invalid(FieldError("meet_at", "answer_is_past"))
    if not may_speak(ctx) and any(mentions_aangifte(getattr(asked, name)) for name in TEXTS):
        raise Refused(SECRECY_RULE, "mentions_aangifte")
    check_secrets(ctx, asked)


def check_letter(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, *, draft: bool) -> None:
    """Pass if the letter has what it cannot do without; a draft may still lack an address.

    Raises:
        Refused: by the rule of the letter's measure.
    """
    if not draft and not (asked.address or "").strip():
        raise Refused(RESPONSE_RULE, "no_address")
    item = letter.measure
    if item and lacks_mandate(ctx, item.measure, item.legal_basis):
        raise Refused(DECIDER_RULE if letter.kind == "ban" else SERVICE_RULE, "no_mandate")
    match letter.kind:
        case "ban":
            _check_ban(letter, asked, settings)
        case "objection_decision":
            _check_objection(letter, asked)
        case "invitation" if not (asked.meet_at and asked.meet_place):
            raise Refused(TALK_RULE, "no_meeting")
    reasons = item.reasons if item else ""
    follow = item is not None and reasons_follow(ctx, item)
    if letter.kind in {"ban", "warning", "service_limit"} and not (asked.why or reasons or follow):
        raise Refused(RESPONSE_RULE, "no_reason")


def _check_ban(letter: Meant, asked: c.MakeLetter, settings: LetterSettings) -> None:
    item = letter.measure
    assert item is not None, "a ban's letter has its ban"
    if not (item.starts_on and item.ends_on and (item.buildings or item.legal_basis == MEETINGS)):
        raise Refused(BAN_RULE, "ban_incomplete")
    if item.legal_basis == "court" and asked.ruling is None:
        raise Refused(BAN_RULE, "no_ruling")
    if item.legal_basis == "apv" and settings.local_rule is None:
        raise Refused(BAN_RULE, "no_local_rule")
    if item.legal_basis == "gemeentewet_26" and not asked.earlier:
        raise Refused(BAN_RULE, "no_repetition")
    if item.legal_basis != "court" and item.starts_on < amsterdam_day(item.decided_at):
        raise Refused(DECIDER_RULE, "starts_before_its_letter")


def _check_objection(letter: Meant, asked: c.MakeLetter) -> None:
    item, remedy = letter.measure, letter.remedy
    if item is None or remedy is None or item.legal_basis is None or remedy.decision == "withdrawn":
        raise Refused(REMEDY_RULE, "letter_of_its_own")
    if not (asked.consequence or "").strip():
        raise Refused(REMEDY_RULE, "no_consequence")
    if not remedy.why_not_heard and not (asked.said or "").strip():
        raise Refused(REMEDY_RULE, "objector_said_nothing")
    if not (asked.why or remedy.why):
        raise Refused(REMEDY_RULE, "no_reason")
