"""Every role has somebody, every somebody can be reached, and nobody stands in for himself."""

from collections.abc import Iterator
from datetime import timedelta

from schemas.municipality import Municipality, Person
from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Problem

VERIFIED_WITHIN = timedelta(days=365)  # A contact is looked at once a year.


def _people(subject: Subject) -> Iterator[tuple[str, Person, Municipality]]:
    if subject.municipality:
        for name, person in subject.municipality.people.items():
            yield name, person, subject.municipality


def people_hold_known_offices(subject: Subject) -> Iterator[Problem]:
    """A person's office and relatives are known."""
    for name, person, municipality in _people(subject):
        path = ("municipality", "people", name)
        if person.office:
            known = [word for word, office in subject.document.offices.items() if office.kind == "office"]
            yield from subject.unknown((*path, "office"), person.office, known, "office")
        for relative in person.related_to:
            yield from subject.unknown((*path, "related_to"), relative, municipality.people, "person")


def roles_are_filled(subject: Subject) -> Iterator[Problem]:
    """Every role has a holder, and a deputy where the document asks for one; all of them known people."""
    municipality = subject.municipality
    if municipality is None:
        return
    for role in municipality.holders:
        yield from subject.unknown(("municipality", "holders", role), role, subject.document.roles, "role")
    receivers = {role for office in subject.document.offices.values() for role in office.receivers}
    for role, word in subject.document.roles.items():
        path = ("municipality", "holders", role)
        row = municipality.holders.get(role)
        if row is None or not row.holders:
            yield subject.problem(path, f"nobody holds the role '{role}'; add 'holders: [PERSON]'")
            continue
        if (word.deputy_required or role in receivers) and not row.deputies:
            yield subject.problem(path, f"the role '{role}' needs somebody who stands in; add 'deputies: [PERSON]'")
        for field, people in (("holders", row.holders), ("deputies", row.deputies)):
            for number, person in enumerate(people):
                yield from subject.unknown((*path, field, number), person, municipality.people, "person")
        for person in sorted(set(row.holders) & set(row.deputies)):
            message = f"'{person}' cannot stand in for himself; name somebody else under 'deputies'"
            yield subject.problem((*path, "deputies"), message)


def somebody_is_left(subject: Subject) -> Iterator[Problem]:
    """Where every holder and deputy is harmed or away, the configuration names who acts."""
    municipality = subject.municipality
    if municipality is None:
        return
    path = ("municipality", "nobody_left")
    if not municipality.nobody_left:
        yield subject.problem(path, "is empty; name who acts where nobody else is left, such as [PERSON, PERSON]")
    for person in municipality.nobody_left:
        yield from subject.unknown(path, person, municipality.people, "person")
    for number, absence in enumerate(municipality.absences):
        place = ("municipality", "absences", number, "person")
        yield from subject.unknown(place, absence.person, municipality.people, "person")


def everyone_has_aftercare(subject: Subject) -> Iterator[Problem]:
    """Every office that somebody can hold has a giver of aftercare, the burgemeester's too (AP-5.3.2)."""
    if subject.municipality is None:
        return
    for name, office in subject.document.offices.items():
        if office.kind == "office" and subject.document.aftercare.talks and office.giver is None:
            message = f"nobody gives aftercare to the office '{name}'; add 'giver: ROLE' to offices.{name}"
            yield subject.problem(("offices", name), message)


def mobiles_are_of_one_person(subject: Subject) -> Iterator[Problem]:
    """An alarm must reach the person it is for: no two people share a mobile number."""
    seen: dict[str, str] = {}
    for name, person, _ in _people(subject):
        if person.mobile in seen:
            message = f"'{name}' has the mobile number of '{seen[person.mobile]}'; give each his own"
            yield subject.problem(("municipality", "people", name, "mobile"), message)
        seen.setdefault(person.mobile, name)


def addresses_are_of_one_person(subject: Subject) -> Iterator[Problem]:
    """A mail is the report of the person whose address it comes from: no two people share one, in any letters."""
    seen: dict[str, str] = {}
    for name, person, _ in _people(subject):
        address = person.email.casefold()
        if address in seen:
            message = f"'{name}' has the e-mail address of '{seen[address]}'; give each his own"
            yield subject.problem(("municipality", "people", name, "email"), message)
        seen.setdefault(address, name)


def mail_is_read_by_somebody(subject: Subject) -> Iterator[Problem]:
    """Reports by mail need a reader, and a duty that says until when he reads them."""
    document, municipality = subject.document, subject.municipality
    if document.mail and not any(duty.opens == "mail_queued" for duty in document.duties.values()):
        message = "no duty opens with 'mail_queued'; add one whose owner reads the mails, such as 'take_mail'"
        yield subject.problem(("mail", "reader"), message)
    if municipality and municipality.mail_to and document.mail is None:
        message = "names an address, but the document takes no mail; add 'mail: {reader: …}', or take this out"
        yield subject.problem(("municipality", "mail_to"), message)


def contacts_were_verified(subject: Subject) -> Iterator[Problem]:
    """A contact that was not verified for twelve months is a warning."""
    for name, person, _ in _people(subject):
        if person.verified_on is None or subject.today - person.verified_on > VERIFIED_WITHIN:
            since = f"since {person.verified_on}" if person.verified_on else "ever"
            message = f"the contact of '{name}' was not verified {since}; call, and write the day in 'verified_on'"
            yield subject.problem(("municipality", "people", name, "verified_on"), message, warning=True)
    municipality = subject.municipality
    if municipality and subject.document.contacts:
        day = municipality.contacts_verified_on
        if day is None or subject.today - day > VERIFIED_WITHIN:
            message = "the help numbers were not verified for 12 months; call them, and write the day here"
            yield subject.problem(("municipality", "contacts_verified_on"), message, warning=True)


def the_college_gave_its_mandate(subject: Subject) -> Iterator[Problem]:
    """Where letters are written, what is decided in the college's name has its mandate: without it that is refused."""
    settings = subject.municipality.letters if subject.municipality else None
    if settings is None:
        return
    kinds = {row.letter for row in subject.document.measures.values()}
    for letter, field in (("ban", "ban_mandate"), ("service_limit", "service_mandate")):
        if letter in kinds and getattr(settings, field) is None:
            message = "is missing, so that this cannot be decided; write {reference: …, decided_on: …} of the college"
            yield subject.problem(("municipality", "letters", field), message, warning=True)


MUNICIPALITY_CHECKS = (
    people_hold_known_offices,
    roles_are_filled,
    somebody_is_left,
    everyone_has_aftercare,
    mobiles_are_of_one_person,
    addresses_are_of_one_person,
    mail_is_read_by_somebody,
    contacts_were_verified,
    the_college_gave_its_mandate,
)
