"""Fields that several commands share: times that lie in the past, people and words that are known."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from schemas.base import EPOCH
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context

AHEAD_MAX = timedelta(minutes=5)  # Clocks differ; more than this is a mistake, and a person must look.
OLDEST = EPOCH + timedelta(days=365 * 30)  # 1999: nobody now in office reports what is older.


def past(ctx: Context, field: str, moment: datetime | None) -> datetime:
    """Return when something happened: now where nothing was said, never the future (UTC).

    Raises:
        Invalid: more than five minutes ahead, or before 1999.
    """
    if moment is None:
        return ctx.now
    if moment > ctx.now + AHEAD_MAX:
        raise Invalid(FieldError(field, "future"))
    if moment < OLDEST:
        raise Invalid(FieldError(field, "too_long_ago"))
    return min(moment, ctx.now)


def unknown(field: str, word: str | None, words: Collection[str]) -> Iterator[FieldError]:
    """Yield what is wrong with a word that is not one of those known."""
    if word is not None and word not in words:
        yield FieldError(field, "unknown_word", {"word": word, "choices": ", ".join(words)})


def known(field: str, word: str | None, words: Collection[str]) -> None:
    """Pass if a word is known.

    Raises:
        Invalid: naming the words that are.
    """
    for error in unknown(field, word, words):
        raise Invalid(error)


def one_cared(ctx: Context, field: str, person: str | None) -> str:
    """Return whom a command of aftercare is about: somebody supported in the case, else as of who is harmed.

    Raises:
        Invalid: it is nobody who is harmed or supported in the case.
    """
    supported = ctx.case.supported
    alone = [key for key, (one, _) in supported.items() if person and person in (one.family_of, one.name)]
    harmed = {one.key for one in ctx.case.harmed} | {one.family_of for one in ctx.case.harmed}
    if person is not None and person in supported:
        return person
    return alone[0] if len(alone) == 1 and person not in harmed else one_harmed(ctx, field, person)


def one_harmed(ctx: Context, field: str, person: str | None) -> str:
    """Return whom a command is about: a person harmed, the actor himself where nobody is named.

    Raises:
        Invalid: it is nobody who is harmed in the case.
    """
    keys = [one.key for one in ctx.case.harmed if one.body is None]
    if person is None:
        own = [one.key for one in ctx.case.harmed if ctx.actor in (one.person, one.family_of)]
        person = own[0] if own else keys[0] if len(keys) == 1 else None
    if person not in keys:  # The id of an office-holder stands for his family, where he is not harmed himself.
        person = next((one.key for one in ctx.case.harmed if person and one.family_of == person), person)
    if person not in keys:
        person = _relative(ctx, person)
    if person not in keys:
        raise Invalid(FieldError(field, "not_harmed", {"choices": ", ".join(keys)}))
    return person


def own_harm(ctx: Context, field: str, person: str | None, rule: str) -> str | None:
    """Return whose harm is told of, as it was said; who is harmed himself tells of his own and his family's alone.

    Raises:
        Invalid: it is nobody who is harmed.
        Refused: by this rule, as it is another's.
    """
    own = [one.key for one in ctx.case.harmed if ctx.actor in (one.person, one.family_of)]
    if not own or (person is None and len(ctx.case.harmed) == 1):
        return person
    found = one_harmed(ctx, field, person)
    if found not in own:
        raise Refused(rule, "not_your_choice")
    return found


def _relative(ctx: Context, word: str | None) -> str | None:
    """Return the one relative who is meant by the office-holder's id, or by the word for relatives."""
    family = [one for one in ctx.case.harmed if one.family_of]
    meant = [one.key for one in family if word in (one.family_of, ctx.protocol.family_office())]
    return meant[0] if len(meant) == 1 else None
