"""Which words a field of a command may be filled with, in this case: people, classes, duties, points of a talk."""

from collections.abc import Callable, Sequence
from typing import get_args

from flask import request

from schemas.commands.objections import ComplaintOutcome, ObjectionOutcome
from schemas.words import HearingGround
from vangnet.case.allowed import measures_to_decide, writable
from vangnet.case.bans import ANY_GROUND, BASES, DEFAULT_BASIS
from vangnet.case.deciding.police import CONSULTED, OBJECTS_SECURED_BY, STEPS
from vangnet.case.facts import Context
from vangnet.case.in_force import bans_in_force
from vangnet.case.letters import letters_of
from vangnet.case.outgoing import waiting
from vangnet.case.owners import may_complete
from vangnet.case.police import fitting_offences
from vangnet.case.response_items import MeasureItem
from vangnet.web.commands.choose_people import ChoosingPeople, Options
from vangnet.web.commands.choose_planned import goers, spoken_with, to_be_trained, yearly
from vangnet.web.people import PeopleWords


class Choosing(ChoosingPeople):
    """Finds the choices of fields for one case."""

    def options(self, command: str, path: str) -> Options | None:
        """Return (value, words) for a field that is filled by choosing, or None where it is written."""
        if (command, path) in _WRITTEN:
            return None
        found = {**_BY_FIELD, **_BY_COMMAND.get(command, {})}.get(path)
        return found(self) if found else None

    def classes(self) -> Options:
        """Return the classes, rising."""
        return [(name, self._people.classed(name)) for name in self._ctx.protocol.classes]

    def talks(self) -> Options:
        """Return the talks of aftercare."""
        return [(name, self._words.label(talk.label)) for name, talk in self._ctx.protocol.talks().items()]

    def points(self) -> Options:
        """Return the points of the talk that was chosen, else of all, each with its talk."""
        talks = self._ctx.protocol.talks()
        chosen = talks.get(request.values.get("talk", ""))
        if chosen:
            return [(name, self._words.label(label)) for name, label in chosen.points.items()]
        return [
            (name, f"{self._words.label(talk.label)}: {self._words.label(label)}")
            for talk in talks.values()
            for name, label in talk.points.items()
        ]

    def duties(self) -> Options:
        """Return the open duties that the actor may complete and that no talk of aftercare closes."""
        ctx = self._ctx
        mine = (duty for duty in ctx.case.open_duties() if may_complete(ctx, duty, ctx.actor))
        rows = ctx.protocol.duties()
        plain = (duty for duty in mine if not (ctx.protocol.talk_of_duty(duty.name) or rows[duty.name].closed_by))
        return [(duty.id, self._people.duty(duty.name)) for duty in plain]

    def measures(self) -> Options:
        """Return the measures that can be advised."""
        rows = self._ctx.protocol.document.measures.items()
        return [(name, self._words.label(row.label)) for name, row in rows]

    def to_decide(self) -> Options:
        """Return the measure that was chosen, or those that the actor may decide."""
        mine = measures_to_decide(self._ctx)
        chosen = request.values.get("measure", "")
        return [(name, self._people.of("measures", name)) for name in ((chosen,) if chosen in mine else mine)]

    def services(self) -> Options:
        """Return the services of the municipality that can be limited."""
        rows = self._ctx.protocol.municipality.services.items()
        return [(name, self._words.label(row)) for name, row in rows]

    def channels(self) -> Options:
        """Return the ways of contact that the document knows."""
        return [(name, self._words.label(row)) for name, row in self._ctx.protocol.document.channels.items()]

    def running(self) -> Options:
        """Return the measures that were decided and did not end yet."""
        return self._named([one for one in self._ctx.case.measures.values() if one.ended_at is None])

    def ended(self) -> Options:
        """Return the measures that ended before their last day."""
        return self._named([one for one in self._ctx.case.measures.values() if one.ended_at])

    def decided(self) -> Options:
        """Return every measure that was decided."""
        return self._named([*self._ctx.case.measures.values()])

    def on_objection(self) -> Options:
        """Return what can be decided on an objection."""
        return self._outcomes("record_objection", get_args(ObjectionOutcome))

    def on_complaint(self) -> Options:
        """Return what can be decided on a complaint."""
        return self._outcomes("record_complaint", get_args(ComplaintOutcome))

    def _outcomes(self, command: str, words: Sequence[str]) -> Options:
        say = self._words
        return [(one, say.maybe(f"commands.{command}.word.{one}") or say(f"commands.word.{one}")) for one in words]

    def bans(self) -> Options:
        """Return the bans that hold now."""
        return self._named([*bans_in_force(self._ctx.case, self._ctx.now)])

    def _named(self, measures: Sequence[MeasureItem]) -> Options:
        return [
            (one.id, f"{self._people.of('measures', one.measure)} ({self._words.number(one.id)})") for one in measures
        ]

    def letters(self) -> Options:
        """Return the letters that the case can send: of a measure, of its early end, and those of none."""
        found: dict[str, str] = {}
        for one in letters_of(self._ctx):
            label = self._words(f"case.letter.{one.kind}")
            if one.measure and one.kind != "early_end":
                found[one.measure.id] = f"{label} ({self._words.number(one.measure.id)})"
            else:
                found[one.kind] = label
        return list(found.items())

    def grounds(self) -> Options:
        """Return the grounds not to hear him: those of the ban that is proposed, else every one."""
        proposal = self._ctx.case.proposal
        fit = BASES[proposal.legal_basis or DEFAULT_BASIS].grounds if proposal else ANY_GROUND
        return [(one, self._words(f"commands.word.{one}")) for one in get_args(HearingGround) if one in fit]

    def buildings(self) -> Options:
        """Return the buildings of the municipality."""
        rows = self._ctx.protocol.municipality.buildings.items()
        return [(name, self._words.label(row.label)) for name, row in rows]

    def perpetrator_kinds(self) -> Options:
        """Return the kinds of perpetrator that can be found again."""
        rows = self._ctx.protocol.document.perpetrator_kinds.items()
        return [(name, self._words.label(row.label)) for name, row in rows if row.identifiable]

    def identified(self) -> Options:
        """Return who was identified in the case."""
        names = (one.perpetrator.name or "" for one in self._ctx.case.identities.values())
        return [(name, name) for name in names]

    def injuries(self) -> Options:
        """Return the kinds of injury."""
        rows = self._ctx.protocol.document.injuries.items()
        return [(name, self._words.label(row.label)) for name, row in rows]

    def parts(self) -> Options:
        """Return the parts that the actor may write in."""
        return [(part, self._words(f"case.part.{part}")) for part in writable(self._ctx)]

    def offences(self) -> Options:
        """Return the offences, those that fit the report first; each with its article, sentence and whose complaint."""
        table, say, fitting = self._ctx.protocol.document.aangifte, self._words, fitting_offences(self._ctx)
        rows = sorted(table.offences.items() if table else (), key=lambda row: row[0] not in fitting)
        found = []
        for name, row in rows:
            longest = say("case.police.longest", longest=say.label(row.longest)) if row.longest else ""
            text = say("case.police.offence", label=say.label(row.label), article=row.article, longest=longest)
            found.append((name, text + say.maybe(f"case.police.complaint.{row.complaint}")))
        return found

    def steps(self) -> Options:
        """Return how a prosecution can stand, but for not at all."""
        return [(name, self._words(f"commands.word.{name}")) for name in STEPS if name != "none"]

    def consulted(self) -> Options:
        """Return whom one can consult, or who can ask."""
        return [(name, self._words(f"commands.word.{name}")) for name in CONSULTED]

    def securing(self) -> Options:
        """Return who decides on security."""
        return [(name, self._words(f"commands.word.{name}")) for name in OBJECTS_SECURED_BY]

    def items(self) -> Options:
        """Return the items of damage, each with its amount."""
        ledger = self._ctx.case.ledger.values()
        return [(one.item, f"{one.item} ({self._words.euros(one.amount)})") for one in ledger]

    def outgoing(self) -> Options:
        """Return the messages for outside that nobody approved or withdrew yet."""
        say = self._words
        return [
            (
                one.id,
                say("case.outgoing.title", number=say.number(one.id), to=say(f"commands.draft_message.word.{one.to}")),
            )
            for one in waiting(self._ctx.case)
        ]

    def of_page(self) -> Options:
        """Return nothing: the page says already which mail or person it is about."""
        return []

    def alarms(self) -> Options:
        """Return nothing: a case's page acknowledges its open alarm."""
        return []


def _planned(choices: Callable[[Context, PeopleWords], Options]) -> Callable[[Choosing], Options]:
    return lambda chooser: choices(chooser._ctx, chooser._people)


_BY_FIELD: dict[str, Callable[[Choosing], Options]] = {
    "person": Choosing.harmed,
    "handler": Choosing.colleagues,
    "giver": Choosing.colleagues,
    "class": Choosing.classes,
    "talk": Choosing.talks,
    "points": Choosing.points,
    "duty": Choosing.duties,
    "measures": Choosing.measures,
    "measure": Choosing.measures,
    "buildings": Choosing.buildings,
    "building": Choosing.buildings,
    "owner": Choosing.colleagues,
    "letter": Choosing.letters,
    "injury": Choosing.injuries,
    "part": Choosing.parts,
    "alarm": Choosing.alarms,
    "mail": Choosing.of_page,
    "message": Choosing.outgoing,
    "offences": Choosing.offences,
    "persons": Choosing.persons,
    "with": Choosing.consulted,
    "decided_by": Choosing.securing,
}
_MONEY: dict[str, Callable[[Choosing], Options]] = {"item": Choosing.items, "kind": Choosing.of_page}
_OFFICIALS: dict[str, Callable[[Choosing], Options]] = {
    **dict.fromkeys(("heard_by", "decided_by", "handled_by"), Choosing.colleagues),
}
_CARED: dict[str, Callable[[Choosing], Options]] = {"person": Choosing.cared}
_BY_COMMAND: dict[str, dict[str, Callable[[Choosing], Options]]] = {
    **dict.fromkeys(("decline_aftercare", "take_up_aftercare", "assign_aftercare"), _CARED),
    "record_talk": {"person": Choosing.cared, "together_with": Choosing.also_cared},
    "add_supported_person": {
        "person.person": Choosing.members,
        "person.family_of": Choosing.members,
    },
    "take_mail": {"harmed": Choosing.office_holders},
    "draft_message": {"mentions": Choosing.of_page},  # The text itself is searched.
    "decide_measure": {
        "measure": Choosing.to_decide,
        "services": Choosing.services,
        "channels": Choosing.channels,
    },
    "waive_hearing": {"ground": Choosing.grounds},
    "end_measure": {"measure": Choosing.running},
    "change_measure": {"measure": Choosing.running},
    "revive_measure": {"measure": Choosing.ended},
    "record_objection": {"measure": Choosing.decided, "decision": Choosing.on_objection, **_OFFICIALS},
    "record_complaint": {"decision": Choosing.on_complaint, **_OFFICIALS},
    "write_reflection": {"readers": Choosing.everybody},
    "report_breach": {"ban": Choosing.bans},
    "record_held": {"duty": _planned(yearly)},
    "record_training": {"people": _planned(to_be_trained)},
    "plan_talk": {"goes": _planned(goers), "second_person": Choosing.everybody},
    "check_in": {"second_person": Choosing.everybody},
    "decide_aangifte": {"consulted": _planned(spoken_with)},
    "write_message": {"person": Choosing.persons},
    "consent": {"person": Choosing.own},
    "withdraw_consent": {"person": Choosing.own, "scope": Choosing.of_page},
    "record_prosecution": {"state": Choosing.steps},
    **dict.fromkeys(("pay_out", "claim", "record_recovery", "leave_claim"), _MONEY),
    "identify_perpetrator": {
        "perpetrator.kind": Choosing.perpetrator_kinds,
        "perpetrator.person": Choosing.of_page,
        "perpetrator.details": Choosing.of_page,
    },
    "clear_perpetrator": {"perpetrator": Choosing.identified},
}
# Fields that are written although another command chooses what goes by that name.
_WRITTEN = frozenset(
    {
        *(("record_security_measure", "measure"), ("complete_duty", "with"), ("align_with_om", "with")),
        ("record_risk_analysis", "measures"),
    }
)
