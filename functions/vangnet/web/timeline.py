"""What happened in a case, each event in a sentence; of parts that the reader may not see, nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schemas.events import damage as d
from schemas.events import house as h
from schemas.events import letters as le
from schemas.events import mail as m
from schemas.events import measures as s
from schemas.events import objections as o
from schemas.events import outgoing as g
from schemas.events import perpetrators as i
from schemas.events import police as q
from schemas.events import reports as r
from schemas.events import response as p
from schemas.events import work as e
from schemas.events.base import SYSTEM, Envelope, Event
from schemas.words import Part
from vangnet.case.sight import reads_of_duty, sees_care_of
from vangnet.case.view_care import notes_of_care
from vangnet.shell.reading import Row
from vangnet.web.language import words
from vangnet.web.people import PeopleWords

# The part that a reader must see to be told of an event; what is not here is part of the summary.
PART_OF: dict[type[Event], Part] = {
    r.ReflectionWritten: "reflection",
    r.AdviceGiven: "measures",
    i.PerpetratorIdentified: "account",
    i.PerpetratorsMerged: "account",
    i.PerpetratorCleared: "account",
    p.HearingRecorded: "hearing",
    p.HearingWaived: "hearing",
    p.MeasureProposed: "measures",
    p.MeasureDecided: "measures",
    p.MeasureEnded: "measures",
    **dict.fromkeys((o.ObjectionReceived, o.ObjectionDecided, o.DecisionPostponed), "measures"),
    **dict.fromkeys((o.ComplaintReceived, o.ComplaintDecided, o.ErasureAsked, o.ErasureDecided), "measures"),
    le.LetterMade: "measures",
    le.LetterNotKept: "measures",
    le.HearingReceived: "hearing",
    s.DemandMade: "measures",
    s.BreachReported: "measures",
    s.MeasureChanged: "measures",
    s.MeasureRevived: "measures",
    le.LetterSent: "measures",
    r.InjuryRecorded: "account",
    e.FirstContactRecorded: "account",
    **dict.fromkeys((q.PoliceNotified, q.AangifteFiled, q.ProsecutionRecorded, q.PoliceAsked, q.Consulted), "aangifte"),
    **dict.fromkeys((q.ConsentGiven, q.ConsentRefused, q.ConsentWithdrawn, q.PoliceFileMade), "aangifte"),
    q.SecurityMeasureRecorded: "security",
    e.SupportAdded: "aftercare",
    **dict.fromkeys((g.MessageDrafted, g.MessageAligned, g.MessageApproved, g.MessageWithdrawn), "messages"),
    **dict.fromkeys((d.DamageRecorded, d.DamagePaidOut, d.DamageClaimed, d.DamageRecovered, d.DamageLeft), "damage"),
}
OF_MESSAGES = (h.MessageSent, h.MessageFailed, h.MessageDelivered, h.MessageLost)
# Steps of the machinery that tell a person nothing.
SILENT: frozenset[type[Event]] = frozenset(
    {
        le.LetterKept,
        e.MessageWritten,  # Of whom it is for and nobody else; it stands with the messages.
        h.Followed,
        h.MessageQueued,
        h.MessageDropped,
        e.LinkTold,
        e.DutyOpened,
        h.Looked,
        h.DocumentKept,
        h.SignalSeen,
        h.Counted,
        h.ClockStoodStill,  # It stands on the failure board.
        m.MailShown,
        m.MailWaits,
        m.MailLeft,
        m.QueueTold,
    }
)


@dataclass(frozen=True)
class Moment:
    """One line of the timeline: when (UTC), who did it (empty for the system), and what."""

    at: datetime
    who: str
    what: str


def timeline(row: Row, parts: frozenset[Part]) -> Iterator[Moment]:
    """Yield what happened, the newest first."""
    people = PeopleWords(row.ctx.protocol, words())
    notes = {id(one) for one in notes_of_care(row.ctx, row.stream.events)} if "aftercare" in parts else set()
    for one in reversed(row.stream.events):
        if _of_another(one.event, row) or not _knows(one.event, row, one.actor):
            continue
        if _is_note_of_care(one.event) and id(one) not in notes:
            continue
        if type(one.event) not in SILENT and _part(one.event, row) in parts:
            who = "" if one.actor == SYSTEM else people.titled(one.actor)
            yield Moment(one.at, who, _sentence(one, row, people))


def _knows(event: Event, row: Row, writer: str) -> bool:
    """Tell whether the reader may know of an event in somebody's care, or of a duty that tells of one."""
    if isinstance(event, e.DutyDone | e.DutyDropped | e.DutyStageReached):
        return reads_of_duty(row.ctx, event.duty)
    if isinstance(event, OF_MESSAGES):
        message = row.ctx.case.messages.get(event.message)
        return message is None or reads_of_duty(row.ctx, str(message.params.get("duty", "")))
    if isinstance(event, e.TalkHeld | e.AftercareDeclined | e.AftercareTakenUp | e.AftercareAssigned):
        return sees_care_of(row.ctx, row.ctx.actor, event.person, talk=isinstance(event, e.TalkHeld))
    if isinstance(event, r.ReflectionWritten):
        return row.ctx.actor in (writer, *event.readers)
    if isinstance(event, e.SupportAdded) and event.supported:
        return sees_care_of(row.ctx, row.ctx.actor, event.supported.key, talk=False)
    return True


def _is_note_of_care(event: Event) -> bool:
    return isinstance(event, r.NoteAdded | r.EvidenceAdded) and event.part == "aftercare"


def _of_another(event: Event, row: Row) -> bool:
    """Tell whether an event is what somebody else who was harmed said of the aangifte, and the reader is harmed too."""
    if not isinstance(event, q.ConsentGiven | q.ConsentRefused | q.ConsentWithdrawn):
        return False
    own = {one.key for one in row.ctx.case.harmed if row.ctx.actor in (one.person, one.family_of)}
    return bool(own) and event.person not in own


def _part(event: Event, row: Row) -> Part:
    if isinstance(event, r.NoteAdded | r.EvidenceAdded):
        return event.part  # type: ignore[return-value]
    return PART_OF.get(type(event), "summary")


def _sentence(one: Envelope, row: Row, people: PeopleWords) -> str:
    event = one.event
    fields = event.model_dump()
    case = row.ctx.case
    duty = case.duties.get(str(fields.get("duty", "")))
    message = case.messages.get(str(fields.get("message", "")))
    talk = row.ctx.protocol.talks().get(str(fields.get("talk", "")))
    told = fields.get("people") or ()
    return words()(
        f"timeline.{type(event).__name__}{_variant(event)}",
        duty=people.duty(duty.name) if duty else "",
        due=words().moment(duty.due) if duty else "",
        person=people.name(str(fields.get("person") or "")) if fields.get("person") else people.name(None),
        people=people.all(told) or people.name(None),
        classed=people.classed(fields.get("classed")),
        was=people.classed(fields.get("was")),
        handler=people.titled(fields.get("handler")),
        giver=people.titled(fields.get("giver")),
        to=people.titled(message.to) if message else "",
        channel=words().maybe(f"case.message_channel.{message.channel}") if message else "",
        talk=words().label(talk.label) if talk else "",
        part=words().maybe(f"case.part.{fields.get('part')}"),
        aim=fields.get("aim") or "",
        letter=words().maybe(f"case.letter.{_letter(event, row)}"),
        measure=people.of("measures", _measure(event, row)),
        number=str(fields.get("message") or ""),
        rule_why=fields.get("why") or "",
        count=len(fields.get("signals") or ()),
        **_of_police_and_damage(fields),
    )


def _of_police_and_damage(fields: dict[str, Any]) -> dict[str, str]:
    """Return the words that only events of police and damage have."""
    say = words()
    return {
        "to_what": say.maybe(f"commands.word.{fields.get('to')}"),
        "stands": say.maybe(f"commands.word.{fields.get('state')}"),
        "with_whom": say.maybe(f"commands.word.{fields.get('with_whom')}"),
        "item": str(fields.get("item") or ""),
        "euros": say.euros(fields.get("cents") or 0),
    }


def _measure(event: Event, row: Row) -> str | None:
    """Return the kind of measure that an event is about."""
    if isinstance(event, p.MeasureEnded | s.MeasureChanged | s.MeasureRevived):
        return row.ctx.case.measures[event.number].measure
    return event.measure if isinstance(event, p.MeasureProposed | p.MeasureDecided) else None


def _letter(event: Event, row: Row) -> str:
    """Return the kind of letter that an event is about."""
    if isinstance(event, le.LetterNotKept):
        return row.ctx.case.made[event.made].kind
    return event.letter if isinstance(event, le.LetterMade | le.LetterSent) else ""


def _variant(event: Event) -> str:
    """Return which of an event's sentences holds, where it has several."""
    if isinstance(event, e.DutyStageReached):
        return "_reminded" if event.stage.startswith("reminded") else f"_{event.stage}"
    if isinstance(event, r.ClassConfirmed):
        return "_same" if event.classed == event.was else "_changed"
    if isinstance(event, e.AlarmOpened):
        return "_returned" if event.cause == "returned" else "_first"
    if isinstance(event, le.HearingReceived):
        return f"_{event.form}"
    if isinstance(event, le.LetterMade):
        return "_draft" if event.draft else "_final"
    if isinstance(event, le.LetterSent):
        return f"_{event.by}"
    if isinstance(event, m.MailReceived):
        return f"_{event.way}"
    if isinstance(event, e.DutyDropped | r.CaseClosed):
        return f"_{event.why if isinstance(event, e.DutyDropped) else event.because}"
    return ""
