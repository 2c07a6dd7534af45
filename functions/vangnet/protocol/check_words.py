"""Every word that one row of the document uses must be defined in another."""

from collections.abc import Iterator

from schemas.commands import COMMANDS
from schemas.protocol import OutcomeRow
from schemas.protocol.measures import MatrixCell
from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Path, Problem

ALWAYS_IN_BY = frozenset(
    {"anyone", "office", "member", "sees", "alarmed", "rung", "owner", "self", "decider", "invited"}
)


def offices_report_to_somebody(subject: Subject) -> Iterator[Problem]:
    """Every office has a receiver, a role; family follows the office-holder (AP-5.1.2 to AP-5.1.4)."""
    for name, office in subject.document.offices.items():
        path: Path = ("offices", name)
        if office.kind != "family" and office.receiver is None:
            yield subject.problem(
                path, "has no reporting line; add 'receiver: ROLE', the role that such a report goes to"
            )
        for word in office.receivers:
            yield from subject.unknown((*path, "receiver"), word, subject.document.roles, "role")
        if office.giver:
            yield from subject.unknown((*path, "giver"), office.giver, subject.document.roles, "role")
    for name, row in subject.document.perpetrator_kinds.items():
        if row.route:
            yield from subject.unknown(("perpetrator_kinds", name, "route"), row.route, subject.document.roles, "role")


def classes_lead_somewhere(subject: Subject) -> Iterator[Problem]:
    """Every class says what it leads to, whatever else the report says, and stands once."""
    seen: set[str] = set()
    for number, row in enumerate(subject.document.classes):
        path: Path = ("classes", number)
        if row.name in seen:
            yield subject.problem(path, f"the class '{row.name}' stands twice; keep one of them")
        seen.add(row.name)
        if not row.leads_to or row.leads_to[-1].when != OutcomeRow(outcome="case").when:
            message = f"the class '{row.name}' has no rule what it leads to; end 'leads_to' with a row without 'when'"
            yield subject.problem((*path, "leads_to"), message)
        for kind in row.kinds:
            yield from subject.unknown((*path, "kinds"), kind, subject.document.kinds, "kind")
        if row.persisting_becomes:
            yield from subject.unknown((*path, "persisting_becomes"), row.persisting_becomes, subject.classes, "class")
    if not subject.document.classes:
        yield subject.problem(("classes",), "a document needs at least one class; add one with 'name' and 'leads_to'")


def kinds_have_known_floors(subject: Subject) -> Iterator[Problem]:
    """The floor of a kind is a class."""
    for name, kind in subject.document.kinds.items():
        if kind.floor:
            yield from subject.unknown(("kinds", name, "floor"), kind.floor, subject.classes, "class")


def alarm_reaches_known_people(subject: Subject) -> Iterator[Problem]:
    """The alarm names known classes, roles and duties; pattern, digest and notices name known roles."""
    document = subject.document
    if document.alarm:
        for classed in document.alarm.classes:
            yield from subject.unknown(("alarm", "classes"), classed, subject.classes, "class")
        for chain in ("chain", "talk_chain", "visit_chain"):
            for number, link in enumerate(getattr(document.alarm, chain)):
                for who in link.who:
                    yield from subject.unknown(("alarm", chain, number), who, subject.roles_and_places, "role or place")
        if document.alarm.returns_with:
            word = document.alarm.returns_with
            yield from subject.unknown(("alarm", "returns_with"), word, document.duties, "duty")
    for number, notice in enumerate(document.notices):
        yield from subject.unknown(("notices", number, "to"), notice.to, subject.roles_and_places, "role or place")
    for number, who in enumerate(document.pattern.tell if document.pattern else ()):
        yield from subject.unknown(("pattern", "tell", number), who, subject.roles_and_places, "role or place")
    if document.digest:
        yield from subject.unknown(("digest", "to"), document.digest.to, document.roles, "role")
    if document.mail:
        yield from subject.unknown(("mail", "reader"), document.mail.reader, document.roles, "role")
    for number, who in enumerate(document.door.asked_by if document.door else ()):
        yield from subject.unknown(("door", "asked_by", number), who, document.roles, "role")
    if document.spokesperson:
        yield from subject.unknown(("spokesperson",), document.spokesperson, document.roles, "role")


def duties_use_known_words(subject: Subject) -> Iterator[Problem]:
    """Owners, offices, classes, kinds and escalations of duties are known."""
    for name, duty in subject.document.duties.items():
        path: Path = ("duties", name)
        if duty.owner_in_meeting:
            found = subject.unknown(
                (*path, "owner_in_meeting"), duty.owner_in_meeting, subject.roles_and_places, "role or place"
            )
            yield from found
        for word in (duty.owner, *duty.also):
            yield from subject.unknown((*path, "owner"), word, subject.roles_and_places, "role or place")
        if duty.escalate:
            yield from subject.unknown(
                (*path, "escalate", "to"), duty.escalate.to, subject.roles_and_places, "role or place"
            )
        if duty.closed_by:
            yield from subject.unknown((*path, "closed_by"), duty.closed_by, subject.document.commands, "command")
        classes = (("when", "classes"), duty.when.classes), (("when", "may_respond_for"), duty.when.may_respond_for)
        for field, words in (*classes, (("due_for",), tuple(duty.due_for))):
            for classed in words:
                yield from subject.unknown((*path, *field), classed, subject.classes, "class")
        for office, role in duty.owner_for.items():
            yield from subject.unknown((*path, "owner_for"), office, subject.document.offices, "office")
            yield from subject.unknown((*path, "owner_for", office), role, subject.document.roles, "role")
        for office in duty.when.offices:
            yield from subject.unknown((*path, "when", "offices"), office, subject.document.offices, "office")
        for kind in duty.when.kinds:
            yield from subject.unknown((*path, "when", "kinds"), kind, subject.document.kinds, "kind")


def talks_have_duties(subject: Subject) -> Iterator[Problem]:
    """Every talk of aftercare names the duty that keeps its time, opened for each person harmed."""
    for name, talk in subject.document.aftercare.talks.items():
        path: Path = ("aftercare", "talks", name, "duty")
        yield from subject.unknown(path, talk.duty, subject.document.duties, "duty")
        duty = subject.document.duties.get(talk.duty)
        if duty and not duty.per_harmed:
            yield subject.problem(
                path, f"the duty '{talk.duty}' must be opened for each person; add 'per_harmed: true'"
            )


def care_uses_known_words(subject: Subject) -> Iterator[Problem]:
    """The team is a role, and the local provision for the home front a contact; without one nobody can be named."""
    care, path = subject.document.aftercare, ("aftercare", "home_front", "contact")
    if care.team:
        yield from subject.unknown(("aftercare", "team"), care.team, subject.document.roles, "role")
    if care.home_front and care.home_front.contact:
        yield from subject.unknown(path, care.home_front.contact, subject.document.contacts, "contact")
    elif care.home_front and subject.municipality:
        message = "names nobody who supports the home front; add 'contact: NAME', one of 'contacts'"
        yield subject.problem(path[:2], message, warning=True)


def access_and_commands_use_known_words(subject: Subject) -> Iterator[Problem]:
    """Who sees and who may act is said in known words."""
    document = subject.document
    for number, row in enumerate(document.access):
        path: Path = ("access", number)
        known = subject.roles_and_places | {"duty_owner", "alarmed"}
        yield from subject.unknown((*path, "who"), row.who, known, "role or place")
        for duty in row.once_informed:
            yield from subject.unknown((*path, "once_informed"), duty, document.duties, "duty")
        for classed in row.classes:
            yield from subject.unknown((*path, "classes"), classed, subject.classes, "class")
        for measure in row.once_measure_advised:
            yield from subject.unknown((*path, "once_measure_advised"), measure, document.measures, "measure")
    for name, command in document.commands.items():
        yield from subject.unknown(("commands", name), name, COMMANDS, "command")
        for word in command.by:
            known = subject.roles_and_places | ALWAYS_IN_BY
            yield from subject.unknown(("commands", name, "by"), word, known, "role or place")


def measures_have_deciders(subject: Subject) -> Iterator[Problem]:
    """Who decides a measure is a role or a place of the case."""
    for name, measure in subject.document.measures.items():
        path: Path = ("measures", name, "decider")
        for role in (measure.decider, *measure.decider_for.values()):
            if role:
                yield from subject.unknown(path, role, subject.roles_and_places, "role or place")


def police_and_damage_use_known_words(subject: Subject) -> Iterator[Problem]:
    """Offences, the driehoek's agenda and the ledger of damage speak of known offices, kinds, duties and roles."""
    document = subject.document
    if document.aangifte:
        for office in document.aangifte.in_office:
            yield from subject.unknown(("aangifte", "in_office"), office, document.offices, "office")
        for name, offence in document.aangifte.offences.items():
            for kind in offence.kinds:
                yield from subject.unknown(("aangifte", "offences", name, "kinds"), kind, document.kinds, "kind")
    if document.triangle:
        yield from subject.unknown(("triangle", "duty"), document.triangle.duty, document.duties, "duty")
        for role in document.triangle.shown_to:
            yield from subject.unknown(("triangle", "shown_to"), role, document.roles, "role")
    if document.damage:
        for office in document.damage.home_security_for:
            yield from subject.unknown(("damage", "home_security_for"), office, document.offices, "office")
        for role in document.damage.shown_to:
            yield from subject.unknown(("damage", "shown_to"), role, document.roles, "role")
    for name, row in (("trends", document.trends), ("readiness", document.readiness)):
        for role in row.shown_to if row else ():
            yield from subject.unknown((name, "shown_to"), role, document.roles, "role")


def the_matrix_uses_known_words(subject: Subject) -> Iterator[Problem]:
    """Classes and measures of the matrix are known, and each row says at least what fits the first time (AP-5.2.2)."""
    for classed, row in (subject.document.matrix.rows if subject.document.matrix else {}).items():
        path: Path = ("matrix", "rows", classed)
        yield from subject.unknown(path, classed, subject.classes, "class")
        if not row:
            yield subject.problem(path, "write what fits the first time: '- {measures: [warning_written]}'")
        for number, cell in enumerate(row):
            for measure in cell.named:
                yield from subject.unknown((*path, number), measure, subject.document.measures, "measure")
            yield from _without_end(subject, (*path, number), cell)


def _without_end(subject: Subject, path: Path, cell: MatrixCell) -> Iterator[Problem]:
    """Yield a warning for a measure that would last for ever: such measures were struck down in court."""
    for measure in cell.measures:
        row = subject.document.measures.get(measure)
        if row and row.open_ended and measure not in {*cell.at_most, *cell.ends_when}:
            message = f"'{measure}' has no end here; judges struck such measures down: write 'at_most' or 'ends_when'"
            yield subject.problem(path, message, warning=True)


def messages_use_known_words(subject: Subject) -> Iterator[Problem]:
    """The classes of which messages are aligned are known; what waits for who speaks needs somebody who does."""
    document = subject.document
    aligned = document.messages.alignment if document.messages else None
    for classed in aligned.classes if aligned else ():
        yield from subject.unknown(("messages", "alignment", "classes"), classed, subject.classes, "class")
    if document.messages and document.spokesperson is None:
        yield subject.problem(("messages",), "nobody speaks; write 'spokesperson: ROLE', who approves the messages")


def the_inspectorate_uses_known_words(subject: Subject) -> Iterator[Problem]:
    """The duty, the injuries and the offices of the report to the inspectorate are known."""
    row, document, path = subject.document.inspectorate, subject.document, ("inspectorate", "by_law")
    if row is None:
        return
    yield from subject.unknown(("inspectorate", "duty"), row.duty, document.duties, "duty")
    for injury in row.by_law.injuries:
        yield from subject.unknown((*path, "injuries"), injury, document.injuries, "injury")
    for office in row.by_law.offices:
        yield from subject.unknown((*path, "offices"), office, document.offices, "office")


def people_asked_are_known(subject: Subject) -> Iterator[Problem]:
    """Who can be asked for a talk, and who may report for others, are roles; guidance speaks of known classes."""
    document = subject.document
    for field in ("talk_with", "report_for_others", "log_readers", "maintainers"):
        for role in getattr(document, field):
            yield from subject.unknown((field,), role, document.roles, "role")
    for classed in document.guidance.advice if document.guidance else ():
        yield from subject.unknown(("guidance", "advice", classed), classed, subject.classes, "class")


WORD_CHECKS = (
    offices_report_to_somebody,
    classes_lead_somewhere,
    kinds_have_known_floors,
    alarm_reaches_known_people,
    duties_use_known_words,
    talks_have_duties,
    care_uses_known_words,
    access_and_commands_use_known_words,
    measures_have_deciders,
    police_and_damage_use_known_words,
    the_matrix_uses_known_words,
    messages_use_known_words,
    the_inspectorate_uses_known_words,
    people_asked_are_known,
)
