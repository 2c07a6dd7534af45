"""What happened with a report, for who was harmed: plain steps in their order, and what he can decide himself."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from schemas.events.base import Envelope
from schemas.words import ConsentTo
from vangnet.case.facts import Context
from vangnet.case.inspectorate import PURPOSE, injuries_to_tell
from vangnet.case.people import place
from vangnet.web.language import first_upper, words
from vangnet.web.people import PeopleWords

READERS = ("receiver", "handler")  # Whose first look is "read", beside who is told of every case.
DECIDES = (
    *("consent", "withdraw_consent", "decline_aftercare", "take_up_aftercare", "assign_aftercare"),
    *("add_supported_person", "record_damage", "record_injury", "write_reflection"),
)
PURPOSES: tuple[ConsentTo, ...] = ConsentTo.__args__  # type: ignore[attr-defined]


def own_keys(ctx: Context) -> frozenset[str]:
    """Return under which keys the reader stands in the case: himself, and family of his."""
    return frozenset(one.key for one in ctx.case.cared if ctx.actor in (one.person, one.family_of))


def steps(ctx: Context, looks: Sequence[Envelope]) -> list[tuple[datetime, str]]:
    """Return what happened, each with when (UTC) and a plain sentence, the first first."""
    found = [*_received(ctx), *_read(ctx, looks), *_handled(ctx), *_cared(ctx), *_responded(ctx), *_prosecuted(ctx)]
    return sorted(found, key=lambda step: step[0])


def _received(ctx: Context) -> Iterator[tuple[datetime, str]]:
    say, people = words(), PeopleWords(ctx.protocol, words())
    if ctx.case.filed_at:
        yield ctx.case.filed_at, say("mine.step.received")
    for alarm in ctx.case.alarms.values():
        for who, at in alarm.told_at.items():
            yield at, say("mine.step.alarmed", who=people.titled(who))
        for who, at in alarm.acknowledged.items():
            yield at, say("mine.step.seen", who=people.titled(who))


def _read(ctx: Context, looks: Sequence[Envelope]) -> Iterator[tuple[datetime, str]]:
    """Yield when each of those who deal with the report first looked at it."""
    people = PeopleWords(ctx.protocol, words())
    told = (row.to for row in ctx.protocol.document.notices)
    dealing = {who for word in (*READERS, *told) for who in place(ctx, word)}
    seen: set[str] = set()
    for one in looks:
        who = str(getattr(one.event, "person", ""))
        if who in dealing - seen:
            seen.add(who)
            yield one.at, words()("mine.step.read", who=people.titled(who))


def _handled(ctx: Context) -> Iterator[tuple[datetime, str]]:
    say, people, case = words(), PeopleWords(ctx.protocol, words()), ctx.case
    for person, at in case.contacted.items():
        if person in own_keys(ctx):
            yield at, say("mine.step.contacted", who=people.name(person))
    if case.taken_at and case.handler:
        yield case.taken_at, say("mine.step.taken", who=people.titled(case.handler))
    if case.confirmed_at:
        yield case.confirmed_at, say("mine.step.confirmed", what=people.classed(case.classed))
    closed_at, _ = case.given.get("close_case", (None, ""))
    if case.state == "closed" and closed_at:
        yield closed_at, say("mine.step.closed")


def _cared(ctx: Context) -> Iterator[tuple[datetime, str]]:
    """Yield the talks that were held with the reader, and with nobody else."""
    say, people = words(), PeopleWords(ctx.protocol, words())
    for (person, talk), (at, by) in ctx.case.talks_held.items():
        row = ctx.protocol.talks().get(talk)
        if person in own_keys(ctx) and row:
            yield at, say("mine.step.talk", what=first_upper(say.label(row.label)), who=people.titled(by))


def _responded(ctx: Context) -> Iterator[tuple[datetime, str]]:
    say, people = words(), PeopleWords(ctx.protocol, words())
    for one in ctx.case.measures.values():
        yield one.decided_at, say("mine.step.decided", what=people.of("measures", one.measure))
    for letter in ctx.case.letters:
        yield letter.recorded_at, say("mine.step.letter", what=say.maybe(f"case.letter.{letter.kind}") or letter.kind)


def _prosecuted(ctx: Context) -> Iterator[tuple[datetime, str]]:
    say, police = words(), ctx.case.police
    for one in police.told:
        yield one.known_at, say("mine.step.filed" if one.word == "filed" else "mine.step.police")
    for change in police.changes:
        if change.word != "filed":
            yield change.known_at, say("mine.step.prosecution", what=say.maybe(f"commands.word.{change.word}"))


def to_come(ctx: Context) -> Iterator[tuple[str, str, datetime | None]]:
    """Yield what is still open and is done for the reader or by him: what, by whom, until when (UTC)."""
    from vangnet.case.owners import owners
    from vangnet.case.sight import shown_duties

    people, own = PeopleWords(ctx.protocol, words()), own_keys(ctx)
    for duty in sorted(shown_duties(ctx), key=lambda one: (one.due is None, one.due or one.opened_at)):
        if duty.state == "open" and (duty.person is None or duty.person in own):
            yield first_upper(people.duty(duty.name)), people.all(owners(ctx, duty)), duty.due


def purposes(ctx: Context) -> frozenset[str]:
    """Return the purposes for which this document ever needs somebody's consent."""
    document = ctx.protocol.document
    asked = {PURPOSE} if document.inspectorate else set()
    if "file_aangifte" in document.commands:
        asked |= {"aangifte", "speak_about_aangifte"}
    if document.messages or any(row.on_consent for row in document.notices):
        asked.add("inform_others")
    return frozenset(asked & set(PURPOSES)) if "consent" in document.commands else frozenset()


def consents(ctx: Context) -> Iterator[tuple[str, str, str]]:
    """Yield what the reader said about each purpose: for whom, the purpose, and the sentence."""
    say, people = words(), PeopleWords(ctx.protocol, words())
    given = ctx.case.police.consents
    concerned = {one.person for one in injuries_to_tell(ctx) if one.ground == "protocol_only"}
    asked = purposes(ctx)
    for key in sorted(own_keys(ctx) & {one.key for one in ctx.case.harmed}):
        known = (one for one in PURPOSES if one in asked or (key, one) in given)
        for purpose in (one for one in known if one != PURPOSE or key in concerned or (key, one) in given):
            one = given.get((key, purpose))
            state = "open" if one is None else "holds" if one.holds else "withdrawn" if one.given else "refused"
            since, until = (say.moment(one.since), say.moment(one.withdrawn_at)) if one else ("", "")
            said = say(f"mine.consent.{state}", since=since, until=until)
            yield people.name(key), say(f"commands.word.{purpose}"), said
