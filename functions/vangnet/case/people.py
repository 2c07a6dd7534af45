"""Who acts: the holder of a role, or who stands in where he is away, harmed, accused or related (AP-6.2).

- A role's holders act; where all are barred, the first deputy who is not; where none is left, whom the
  configuration names.
- For family the office-holder's receiver and giver serve; until a case is taken its receiver is its handler.
"""

from schemas.report import Harmed, Supported
from vangnet.case.facts import Context
from vangnet.case.meetings import chair_roles


def away(ctx: Context, person: str) -> bool:
    """Tell whether a person is away now."""
    own = any(row.person == person and row.since <= ctx.now < row.until for row in ctx.protocol.municipality.absences)
    return own or any(who == person and since <= ctx.now < until for who, since, until in ctx.facts.away)


def harmed_people(ctx: Context) -> frozenset[str]:
    """Return the people with an office who are harmed in the case, themselves or in their family (AP-5.3.11)."""
    return frozenset(who for one in ctx.case.harmed for who in (one.person, one.family_of) if who)


def accused_people(ctx: Context) -> frozenset[str]:
    """Return the people of the municipality who are named as perpetrator, by id or by their full name."""
    named = (word.casefold() for one in ctx.case.perpetrators for word in (one.person, one.name) if word)
    return frozenset(who for word in named for who in ctx.protocol.named.get(word, ()))


def involved(ctx: Context, person: str) -> bool:
    """Tell whether a person is harmed, accused, or related to somebody who is."""
    parties = harmed_people(ctx) | accused_people(ctx)
    return person in parties or bool(ctx.protocol.relatives.get(person, frozenset()) & parties)


def barred(ctx: Context, person: str) -> bool:
    """Tell whether somebody else must act for this person here and now."""
    return away(ctx, person) or involved(ctx, person)


def acting(ctx: Context, role: str) -> tuple[str, ...]:
    """Return who acts in a role, in this case and now; never empty where the configuration leaves anybody."""
    holders, deputies = ctx.protocol.candidates(role)
    able = tuple(person for person in holders if not barred(ctx, person))
    if able:
        return able
    rest = (*deputies, *ctx.protocol.municipality.nobody_left)
    return next(((person,) for person in rest if not barred(ctx, person)), ())


def next_deputy(ctx: Context, role: str) -> tuple[str, ...]:
    """Return who stands in next for those who act in a role now."""
    now_acting = acting(ctx, role)
    _, deputies = ctx.protocol.candidates(role)
    able = (person for person in deputies if person not in now_acting and not barred(ctx, person))
    return next(((person,) for person in able), ())


def holding(ctx: Context, role: str) -> tuple[str, ...]:
    """Return who holds a role now, absences counted, whatever the case."""
    holders, deputies = ctx.protocol.candidates(role)
    present = tuple(person for person in holders if not away(ctx, person))
    return present or next(((person,) for person in deputies if not away(ctx, person)), holders[:1])


def office_concerned(ctx: Context, one: Harmed | Supported) -> str | None:
    """Return the office whose lines serve who was harmed: for family that of the office-holder."""
    person = one.person or one.family_of
    return ctx.protocol.office_of(person) if person else one.body


def receiver_roles(ctx: Context) -> tuple[str, ...]:
    """Return the roles that receive the case, by the offices harmed, each once; a mail its reader receives."""
    if ctx.case.kind in {"mail", "mailroom"}:
        return (ctx.protocol.document.mail.reader,) if ctx.protocol.document.mail else ()
    routes = [route for one in ctx.case.perpetrators if (route := ctx.protocol.route_of(one.kind))]
    if routes:
        return tuple(dict.fromkeys(routes))
    offices = [office_concerned(ctx, one) for one in ctx.case.harmed] or list(ctx.case.offices)
    chosen = ctx.case.report.report_to if ctx.case.report else None
    known = [office for office in offices if office in ctx.protocol.document.offices]
    return tuple(dict.fromkeys(role for office in known for role in ctx.protocol.receivers_of(office, chosen)))


def giver_of(ctx: Context, person: str) -> tuple[str, ...]:
    """Return who gives aftercare to a person harmed: whoever was chosen, else by office (AP-5.3.2)."""
    chosen = ctx.case.givers.get(person)
    if chosen and not barred(ctx, chosen):
        return (chosen,)
    role = giver_role(ctx, person)
    return acting(ctx, role) if role else ()


def giver_role(ctx: Context, person: str) -> str | None:
    """Return the role that gives aftercare to a person harmed, by his office."""
    one = next((one for one in ctx.case.cared if one.key == person), None)
    office = office_concerned(ctx, one) if one else None
    return ctx.protocol.giver_of(office) if office in ctx.protocol.document.offices else None


def place(ctx: Context, word: str, person: str | None = None) -> tuple[str, ...]:
    """Return who fills a role or a place of the case; `person` is whom a giver is asked for."""
    case = ctx.case
    match word:
        case "receiver":
            return _each(ctx, receiver_roles(ctx))
        case "handler":
            given = case.handler and not barred(ctx, case.handler)
            return (str(case.handler),) if given else place(ctx, "receiver")
        case "giver":
            keys = [person] if person else [one.key for one in case.cared]
            return tuple(dict.fromkeys(who for key in keys for who in giver_of(ctx, key)))
        case "harmed":
            own = (one.person or one.family_of for one in case.harmed if person in (None, one.key))
            return tuple(sorted({who for who in own if who}))
        case "reporter":
            return (case.reporter,) if case.reporter else ()
        case "acknowledger":
            return tuple(who for alarm in case.alarms.values() for who in alarm.acknowledged)
        case "spokesperson":
            role = ctx.protocol.document.spokesperson
            return acting(ctx, role) if role else ()
        case "goer":
            return case.plan.people if case.plan else ()
        case "chair":
            return _each(ctx, chair_roles(ctx))
        case "asked":
            return _each(ctx, case.talk.asked if case.talk else ())
        case role:
            return acting(ctx, role)


def deputies_of(ctx: Context, word: str) -> tuple[str, ...]:
    """Return who stands in next for a role or place."""
    roles = {
        "receiver": receiver_roles(ctx),
        "chair": chair_roles(ctx),
        "asked": ctx.case.talk.asked if ctx.case.talk else (),
    }
    if word in roles:
        return tuple(dict.fromkeys(who for role in roles[word] for who in next_deputy(ctx, role)))
    if ctx.protocol.is_role(word):
        return next_deputy(ctx, word)
    return deputies_of_person(ctx, place(ctx, word))


def deputies_of_person(ctx: Context, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the next deputy in each role at work here that these people hold."""
    at_work = ctx.protocol.roles_at_work()
    roles = dict.fromkeys(role for person in people for role in ctx.protocol.holds(person) if role in at_work)
    found = dict.fromkeys(who for role in roles for who in next_deputy(ctx, role))
    return tuple(who for who in found if who not in people)


def _each(ctx: Context, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who for role in roles for who in acting(ctx, role)))
