"""Who sees which parts of a case. Pages, API, drills and messages all ask here, and nowhere else (AP-5.1.6).

- Who is harmed sees what a person harmed may see, whatever roles he also holds (AP-6.2).
- Who is accused sees nothing; who is away sees what his own person may see, not what his role does.
- Guidance and signals are the reporter's own; a signal in a pattern is also seen by whom the document tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from schemas.words import PARTS, Part
from vangnet.case.facts import Context
from vangnet.case.obligations import learners
from vangnet.case.owners import holding_talk, involved_with_duty, owners
from vangnet.case.people import accused_people, acting, harmed_people, place
from vangnet.case.state import DutyItem

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import AccessRow


def sees(ctx: Context, person: str) -> frozenset[Part]:
    """Return the parts of the case that a person may see; none for anybody not named by the table."""
    if ctx.case.kind == "talk":
        return _of_talk(ctx, person)
    if ctx.case.kind in {"mail", "mailroom"} and not ctx.case.wiped:
        return _of_mail(ctx, person)
    if ctx.case.kind == "meeting":
        return _of_meeting(ctx, person)
    if ctx.case.kind == "obligations":
        owes = any(involved_with_duty(ctx, duty, person) for duty in ctx.case.open_duties())
        return frozenset({"summary"}) if owes or person in learners(ctx) else frozenset()
    if ctx.case.kind == "trial" and not ctx.case.wiped:
        return _of_trial(ctx, person)
    if ctx.case.kind == "plan" and not ctx.case.wiped:
        return _of_plan(ctx, person)
    if ctx.case.kind != "report" or ctx.case.wiped or person in accused_people(ctx) - harmed_people(ctx):
        return frozenset()
    if person in harmed_people(ctx):
        return _union(row for row in ctx.protocol.access() if row.who == "harmed") | _of_reflections(ctx, person)
    if ctx.case.outcome != "case":
        return _of_pattern(ctx, person) | _of_alarmed(ctx, person)
    seen = _union(row for row in ctx.protocol.access() if _holds(ctx, row, person))
    return seen | _of_open_duties(ctx, person) | _of_reflections(ctx, person)


def sees_aftercare_of(ctx: Context, person: str) -> frozenset[str]:
    """Return whose aftercare a person sees: his own, or that of whom he cares for or holds a talk with."""
    own = {one.key for one in ctx.case.cared if person in (one.person, one.family_of)}
    talks = ctx.protocol.talks()
    holds = {one.key for one in ctx.case.cared if any(person in holding_talk(ctx, talk, one.key) for talk in talks)}
    cared = holds | {one.key for one in ctx.case.cared if person in place(ctx, "giver", one.key)}
    return frozenset(own if person in harmed_people(ctx) else own | cared)


def sees_care_of(ctx: Context, person: str, cared: str | None, *, talk: bool) -> bool:
    """Tell whether a person may know of something in the care of another; of a talk also by a row that says so.

    Who sees the aftercare knows of it as far as it is his own, or of whom he cares for.
    """
    seen = sees(ctx, person)
    if "aftercare" in seen and (cared is None or cared in sees_aftercare_of(ctx, person)):
        return True
    rows = (row for row in ctx.protocol.access() if row.talks_held)
    return talk and "summary" in seen and any(_holds(ctx, row, person) for row in rows)


def may_see_later(ctx: Context, person: str) -> bool:
    """Tell whether a person comes to see parts of the case once what a row of the table waits for has happened."""
    if ctx.case.outcome != "case" or person in harmed_people(ctx) | accused_people(ctx):
        return False
    coming = {duty.name for duty in ctx.case.open_duties()}
    rows = ctx.protocol.access()
    waiting = (row for row in rows if coming & set(row.once_informed) or row.once_measure_advised)
    return any(_is(ctx, row, person) for row in waiting)


SECRET: frozenset[Part] = frozenset({"aangifte", "security"})  # Of these nothing stands where others look.


def reads_of_duty(ctx: Context, duty: str) -> bool:
    """Tell whether the actor may read of a duty, which by its name and person gives away what it is about (AP-5.4.3).

    What is of a secret part is read by who sees that part, what is of somebody's care by who may know of that care, and
    each duty by whose it is.
    """
    found = ctx.case.duties.get(duty)
    part = ctx.protocol.duties()[found.name].part if found else None
    if found is None or part in {None, "summary"}:
        return True
    if part == "aftercare":
        talk = ctx.protocol.talk_of_duty(found.name) is not None
        knows = sees_care_of(ctx, ctx.actor, found.person, talk=talk)
        return knows or involved_with_duty(ctx, found, ctx.actor)
    return part not in SECRET or part in sees(ctx, ctx.actor)


def shown_duties(ctx: Context) -> tuple[DutyItem, ...]:
    """Return the duties of which the actor may read, all states: not those of a part that he does not see."""
    return tuple(one for one in ctx.case.duties.values() if reads_of_duty(ctx, one.id))


def _union(rows: Iterable[AccessRow]) -> frozenset[Part]:
    return frozenset(part for row in rows for part in _parts(row))


def _parts(row: AccessRow) -> tuple[Part, ...]:
    return row.parts or tuple(part for part in PARTS if part not in row.all_but)


def _holds(ctx: Context, row: AccessRow, person: str) -> bool:
    case = ctx.case
    if row.classes and case.classed not in row.classes:
        return False
    if row.once_informed and not case.informed & set(row.once_informed):
        return False
    if row.once_measure_advised and not {*case.advised, *case.proposed} & set(row.once_measure_advised):
        return False
    if row.once_asked and person not in case.givers.values():
        return False
    return _is(ctx, row, person)


def _is(ctx: Context, row: AccessRow, person: str) -> bool:
    match row.who:
        case "harmed":
            return False
        case "duty_owner":
            return any(involved_with_duty(ctx, duty, person) for duty in ctx.case.open_duties())
        case "alarmed":
            return any(person in alarm.told for alarm in ctx.case.alarms.values())
        case "receiver" | "handler" | "giver" | "reporter" | "acknowledger" | "asked" as word:
            return person in place(ctx, word)
        case role:
            if row.only_acting_for:
                holders, _ = ctx.protocol.candidates(row.only_acting_for)
                stands_in = acting(ctx, row.only_acting_for)
                return person in acting(ctx, role) and person in stands_in and person not in holders
            return person in acting(ctx, role)


def _of_open_duties(ctx: Context, person: str) -> frozenset[Part]:
    duties = ctx.protocol.duties()
    mine = (duties[duty.name].part for duty in ctx.case.open_duties() if person in owners(ctx, duty))
    return frozenset(part for part in mine if part)


def _of_reflections(ctx: Context, person: str) -> frozenset[Part]:
    """Return the part that somebody harmed shares with whom he chose, and with nobody else (AP-2.7)."""
    chosen = any(person in readers for _, readers in ctx.case.reflected)
    return frozenset({"reflection"}) if chosen else frozenset()


def _of_pattern(ctx: Context, person: str) -> frozenset[Part]:
    pattern = ctx.protocol.document.pattern
    told = {who for word in pattern.tell for who in place(ctx, word)} if pattern and ctx.case.pattern else set()
    return frozenset({"summary", "account", "evidence"}) if person in told else frozenset()


def _of_alarmed(ctx: Context, person: str) -> frozenset[Part]:
    """Return what whoever is alarmed must see to call: an urgent report is answered whatever its class."""
    told = any(person in alarm.told for alarm in ctx.case.alarms.values())
    return _union(row for row in ctx.protocol.access() if row.who == "alarmed") if told else frozenset()


def _of_mail(ctx: Context, person: str) -> frozenset[Part]:
    """Return what a mail shows: all of it to its reader, to who was alarmed about it, and to whom its duty came."""
    came_to = {who for duty in ctx.case.open_duties() for who in duty.told} | ctx.case.shown
    came_to |= {who for alarm in ctx.case.alarms.values() for who in alarm.told}
    if person in place(ctx, "receiver") or person in came_to:
        return frozenset({"summary", "account", "evidence"}) if ctx.case.kind == "mail" else frozenset({"summary"})
    return frozenset()


def _of_meeting(ctx: Context, person: str) -> frozenset[Part]:
    """Return the log of a meeting, for whom the document lets read it and for who has a duty in it."""
    row = ctx.protocol.document.meetings
    reads = any(person in place(ctx, word) for word in (row.read_by if row else ()))
    owes = any(involved_with_duty(ctx, duty, person) for duty in ctx.case.open_duties())
    return frozenset({"summary", "account"}) if (reads or owes) and not ctx.case.wiped else frozenset()


def _of_plan(ctx: Context, person: str) -> frozenset[Part]:
    """Return a plan: all of it to who is in it or oversees it, when and where to who was arranged or owes a duty."""
    from vangnet.case.plans import arranged, concerned  # Here, as no report is one.

    if person in concerned(ctx):
        return frozenset({"summary", "account"})
    owes = any(involved_with_duty(ctx, duty, person) for duty in ctx.case.open_duties())
    return frozenset({"summary"}) if owes or person in arranged(ctx) else frozenset()


def _of_trial(ctx: Context, person: str) -> frozenset[Part]:
    """Return a trial alarm, for who was asked and who oversees it."""
    from vangnet.case.trials import overseers  # Here, as no report is one.

    asked = ctx.case.trial.asked if ctx.case.trial else ()
    return frozenset({"summary"}) if person in asked or person in overseers(ctx) else frozenset()


def _of_talk(ctx: Context, person: str) -> frozenset[Part]:
    concerned = {ctx.case.reporter, *place(ctx, "asked")}
    if person in concerned:
        return frozenset({"summary", "account"})
    alarmed = any(person in alarm.told for alarm in ctx.case.alarms.values())
    return frozenset({"summary"}) if alarmed else frozenset()
