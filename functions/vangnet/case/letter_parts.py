"""The parts of a letter as the case knows them: who it is to, who decided, what happened, the hearing, the weighing.

What the reporter wrote is never a part: his account and the place may hold what is private of who was harmed. What
happened is told by its kind, day and way, or in the words that whoever makes the letter gives.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from schemas.letterhead import Contact, LetterSettings, Mandate
from schemas.letters import Addressee, Capacity, Decider, Fact, Hearing, NotHeard, Place, Weighing
from vangnet.calendar import Term, amsterdam_day, term_words
from vangnet.case.bans import BASES, URGENT, deciding_role
from vangnet.case.calling_measures import checkpoints, looks
from vangnet.case.facts import Context
from vangnet.case.letter_secrets import tells_protection
from vangnet.case.mandates import mandate_for
from vangnet.case.police import may_speak, mentions_aangifte
from vangnet.case.response_items import HearingItem, MeasureItem

UNKNOWN = "(nog invullen)"  # Stands in a draft where nobody has said it yet.
HEARD_AFTERWARDS_WITHIN = timedelta(weeks=1)  # The term of `hear_afterwards`, for who was not heard as it was urgent.
KEPT_FROM = {
    "last_measure": "nadat de zaak en de laatste maatregel voorbij zijn",
    "closed": "nadat de zaak is gesloten, en zolang er een maatregel geldt",
    "reported": "na de melding, en zolang de zaak of een maatregel loopt",
}
NORM = "Kritiek mag altijd. Agressie tegen wie voor de gemeente werkt, accepteren wij niet."
REASONS_FOLLOW = (
    "Het was te dringend om de redenen meteen op te schrijven. U krijgt ze binnen een week (artikel 3:47, derde lid, "
    "van de Algemene wet bestuursrecht)."
)
# In what capacity the organ of a role decides: its holder, and who stands in for him.
CAPACITIES: dict[str, tuple[Capacity, Capacity]] = {
    "burgemeester": ("burgemeester", "locoburgemeester"),
    "council_chair": ("council_chair", "acting_council_chair"),
    "college": ("college", "college"),
}
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)")


def addressee(ctx: Context, name: str | None, address: str | None, representative: str | None) -> Addressee:
    """Return who the letter is to: by default whom the case names as perpetrator, his address still to be filled in."""
    named = (*(one.perpetrator for one in ctx.case.identities.values()), *ctx.case.perpetrators)
    known = (one.name for one in named if one.name and ctx.protocol.identifiable(one.kind))
    lines = tuple(line.strip() for line in re.split(r"[\n;]", address or "") if line.strip())
    return Addressee(name=name or next(known, UNKNOWN), lines=lines or (UNKNOWN,), representative=representative)


def contact(settings: LetterSettings) -> Contact:
    """Return whom he can ask: a desk of the municipality, never somebody's own line."""
    return settings.contact


def official(ctx: Context, person: str, mandate: Mandate | None = None) -> Decider:
    """Return a civil servant as who signs, with the role that he has here."""
    people = ctx.protocol.municipality.people
    roles = [role for role in ctx.protocol.holds(person) if role in ctx.protocol.document.roles]
    office = ctx.protocol.document.roles[roles[0]].label.nl if roles else "behandelaar"
    name = people[person].name if person in people else UNKNOWN
    return Decider(name=name, capacity="official", office=office, mandate=mandate)


def decider(ctx: Context, item: MeasureItem, person: str) -> Decider:
    """Return who decided a measure and in which capacity, with the mandate where he did so for the college."""
    role = deciding_role(ctx.protocol, item.measure, item.legal_basis) or ""
    word = ctx.protocol.document.roles.get(role)
    if word is None or word.organ is None:
        return official(ctx, person, mandate_for(ctx, item.measure, item.legal_basis))
    holders, _ = ctx.protocol.candidates(role)
    people = ctx.protocol.municipality.people
    return Decider(
        name=people[person].name if person in people else UNKNOWN,
        capacity=CAPACITIES[word.organ][person not in holders],
        mandate=mandate_for(ctx, item.measure, item.legal_basis),
    )


def facts(ctx: Context, happened: str | None, place: str | None, earlier: Iterator[Fact]) -> tuple[Fact, ...]:
    """Return what happened, the oldest first: this case's own fact last."""
    report = ctx.case.report
    assert report is not None
    document = ctx.protocol.document
    kinds = ", ".join(document.kinds[kind].label.nl for kind in report.kinds if kind in document.kinds)
    channel = document.channels.get(report.channel or "")
    fact = Fact(
        at=report.happened_at or amsterdam_day(ctx.case.filed_at or ctx.now),
        place=place or f"in de gemeente {ctx.protocol.municipality.name}",
        channel=channel.nl if channel else "niet bekend",
        what=happened or f"Bij ons is gemeld: {kinds or 'gedrag dat over de grens gaat'}.",
    )
    return (*earlier, fact)


def norm(ctx: Context) -> str:
    """Return the norm, as the document gives it to everybody."""
    guidance = ctx.protocol.document.guidance
    return guidance.norm.nl if guidance else NORM


def hearing(ctx: Context, item: HearingItem | None) -> Hearing | NotHeard | None:
    """Return how he was heard and what he said, or on which ground not; nothing where neither is recorded."""
    if item is None:
        return None
    day = amsterdam_day(item.at)
    match item.how:
        case "in_person" | "phone" | "written":
            return Hearing(held_on=day, form=item.how, account=item.words or UNKNOWN)
        case "invited_no_reply":
            return Hearing(held_on=day, form="invited_no_reply")
        case ground:
            hear_by = day + HEARD_AFTERWARDS_WITHIN if ground == "urgent" else None
            return NotHeard(ground=ground, why=said(ctx, item.words) or UNKNOWN, hear_by=hear_by)  # type: ignore[arg-type]


def heard_of(held_on: date, words: str | None) -> Hearing:
    """Return how somebody was heard on his objection."""
    return Hearing(held_on=held_on, form="in_person", account=words or UNKNOWN)


def of_the_organ(ctx: Context, item: MeasureItem, person: str) -> str:
    """Return who decides for the organ that decided a measure: this person if he is one of it, else who decided it."""
    role = deciding_role(ctx.protocol, item.measure, item.legal_basis) or ""
    holders, deputies = ctx.protocol.candidates(role)
    return person if person in {*holders, *deputies} else item.decided_by


def weighing(ctx: Context, item: MeasureItem, why: str | None, why_this_long: str | None, earlier: int) -> Weighing:
    """Return why this measure, whether it is the first, and the version of the policy."""
    return Weighing(
        why=why or said(ctx, item.reasons) or reasons_follow(ctx, item) or UNKNOWN,
        why_this_long=why_this_long,
        earlier_measures=earlier,
        policy_version=item.matrix or ctx.protocol.document.version,
    )


def reasons_follow(ctx: Context, item: MeasureItem) -> str:
    """Return what stands for the reasons of an urgent besluit, which may be sent within a week (Awb 3:47(3))."""
    urgent = item.legal_basis is not None and BASES[item.legal_basis].besluit and ctx.case.heard == URGENT
    return REASONS_FOLLOW if urgent else ""


def places(ctx: Context, item: MeasureItem) -> tuple[Place, ...]:
    """Return the buildings of a ban with their addresses."""
    rows = ctx.protocol.municipality.buildings
    town = f"in de gemeente {ctx.protocol.municipality.name}"
    meeting = "vergaderingen van de gemeenteraad" if item.legal_basis == "gemeentewet_26" else None
    known = ((name, rows[name]) for name in item.buildings if name in rows)
    found = tuple(Place(label=row.label.nl, address=row.address or town, parts=meeting) for _, row in known)
    # A ban from meetings is from the meetings, wherever they are held (Gemeentewet 26(2)).
    return found or (Place(label="Vergaderingen van de gemeenteraad", address=town),) if meeting else found


def evaluated_on(starts_on: date, ends_on: date) -> date:
    """Return when a measure is looked at again first: the day on which its duty is due."""
    return checkpoints(starts_on, ends_on)[0]


def looked_at_on(ctx: Context, item: MeasureItem) -> date:
    """Return when a measure is looked at again first, with a last day or without one."""
    first = item.starts_on or amsterdam_day(item.decided_at)
    return next(looks(ctx, item, first), item.ends_on or first)


def kept(ctx: Context) -> str | None:
    """Return how long what is known is kept, as the document says it; None where it says nothing."""
    row = ctx.protocol.document.retention
    return f"tot {term_words(Term.parse(row.keep_for), 'nl')} {KEPT_FROM[row.counted_from]}" if row else None


def said(ctx: Context, text: str) -> str:
    """Return what a letter may say of a text of the case: nothing on protection, on the aangifte only with consent."""
    if tells_protection(ctx, text):
        text = "".join(one for one in _SENTENCE.findall(text) if not tells_protection(ctx, one)).strip()
    return text if may_speak(ctx) else without_aangifte(text)


def without_aangifte(text: str) -> str:
    """Return a text without the sentences that speak of an aangifte (AP-5.4.3)."""
    return "".join(one for one in _SENTENCE.findall(text) if not mentions_aangifte(one)).strip()


def earlier_facts(text: str | None) -> Iterator[Fact]:
    """Yield earlier facts, a line each: a day as 9-11-2026, and what happened then.

    Raises:
        ValueError: a line does not begin with a day.
    """
    for line in (line.strip() for line in (text or "").splitlines()):
        if line:
            yield _earlier(line)


def _earlier(line: str) -> Fact:
    found: Any = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})[:,\s]+(\S.*)", line)
    if found is None:
        raise ValueError(line)
    day, month, year, what = found.groups()
    return Fact(
        at=date(int(year), int(month), int(day)), place="zoals vastgelegd", channel="zoals vastgelegd", what=what
    )
