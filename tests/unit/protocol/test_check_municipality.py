"""`vangnet check` on a municipality: nobody is forgotten, shared, out of reach or unreadable."""

import pytest

from tests.unit.protocol.documents import FILE, problems
from vangnet.protocol.check_looks import contrast

PERSON = "      {name: Jo, email: jo@v.example, mobile: '+31612300099', verified_on: 2026-10-01"
BELOW = "municipality:\n"

MISTAKES: dict[str, tuple[str, int, str, str]] = {
    "unknown person": (
        BELOW + "  holders:\n    griffier:\n      holders: [g.muller]\n",
        5, "municipality.holders.griffier.holders.0", "did you mean 'g.mulder'?"),
    "unknown deputy": (
        BELOW + "  holders:\n    griffier:\n      deputies: [g.pieters]\n",
        5, "municipality.holders.griffier.deputies.0", "did you mean 'g.peters'?"),
    "unknown role": (
        BELOW + "  holders:\n    grifier: {holders: [g.mulder]}\n",
        4, "municipality.holders.grifier", "did you mean 'griffier'?"),
    "unknown office": (
        BELOW + "  people:\n    r.bakker: {office: raadlid}\n",
        4, "municipality.people.r.bakker.office", "did you mean 'raadslid'?"),
    "office that is no person's": (
        BELOW + "  people:\n    r.bakker: {office: municipality}\n",
        4, "municipality.people.r.bakker.office", "not a known office"),
    "unknown relative": (
        BELOW + "  people:\n    r.bakker: {related_to: [r.jilmaz]}\n",
        4, "municipality.people.r.bakker.related_to", "did you mean 'r.yilmaz'?"),
    "role with nobody": (
        BELOW + "  holders:\n    legal: {holders: []}\n",
        4, "municipality.holders.legal", "nobody holds the role 'legal'; add 'holders: [PERSON]'"),
    "role that is left out": (
        BELOW + "  holders:\n    legal: null\n", 3, "municipality.holders.legal", "add 'holders: [PERSON]'"),
    "deputy of himself": (
        BELOW + "  holders:\n    oov: {deputies: [o.klein, o.meijer]}\n",
        4, "municipality.holders.oov.deputies", "'o.meijer' cannot stand in for himself; name somebody else"),
    "nobody left": (BELOW + "  nobody_left: []\n", 3, "municipality.nobody_left", "name who acts where nobody else"),
    "unknown person left": (
        BELOW + "  nobody_left: [s.vissers]\n", 3, "municipality.nobody_left", "did you mean 's.visser'?"),
    "absence of nobody": (
        BELOW + "  absences:\n    - {person: x.weg, since: 2026-12-01T09:00:00Z, until: 2026-12-02T08:00:00Z}\n",
        4, "municipality.absences.0.person", "not a known person"),
    "absence that ends first": (
        BELOW + "  absences:\n    - {person: c.bos, since: 2026-12-03T09:00:00Z, until: 2026-12-02T08:00:00Z}\n",
        4, "municipality.absences.0", "must be later than 'since'"),
    "absence without a zone": (
        BELOW + "  absences:\n    - {person: c.bos, since: 2026-12-01T09:00, until: 2026-12-02T08:00:00Z}\n",
        4, "municipality.absences.0.since", "has no time zone; write it such as"),
    "mobile of two people": (
        BELOW + "  people:\n    r.yilmaz:\n      mobile: '+31600000004'\n",
        5, "municipality.people.r.yilmaz.mobile", "give each his own"),
    "letters without a desk": (
        BELOW + "  letters: {contact: {name: null}}\n", 3, "municipality.letters.contact.name", ""),
    "letters with a field that is none": (
        BELOW + "  letters: {bezwaar: Postbus 1}\n", 3, "municipality.letters.bezwaar", "is not a field here"),
    "post that arrives in hours": (
        "letters: {post_arrives_after: 4 hours}\n", 2, "letters.post_arrives_after", "write '2 days'"),
    "e-mail address of two people": (
        BELOW + "  people:\n    r.yilmaz:\n      email: R.Bakker@voorbeeldstad.example\n",
        5, "municipality.people.r.yilmaz.email", "give each his own"),
    "mobile without its country": (
        BELOW + "  people:\n    r.bakker: {mobile: '0612345678'}\n",
        4, "municipality.people.r.bakker.mobile", "'+31612345678'"),
    "address that is none": (
        BELOW + "  people:\n    r.bakker: {email: r.bakker}\n",
        4, "municipality.people.r.bakker.email", "write 'name@municipality.nl'"),
    "day that is none": (
        BELOW + "  people:\n    r.bakker: {verified_on: gisteren}\n",
        4, "municipality.people.r.bakker.verified_on", "such as 2026-01-31"),
    "language that there is not": (
        BELOW + "  people:\n    r.bakker: {language: de}\n",
        4, "municipality.people.r.bakker.language", "'de' cannot stand here; write 'nl' or 'en'"),
    "language that the municipality has not": (
        BELOW + "  languages: [nl]\n  people:\n    r.bakker: {language: en}\n",
        5, "municipality.people.r.bakker.language", "not a known language of the municipality; write one of: nl"),
    "no language": (BELOW + "  languages: []\n", 3, "municipality.languages", "write at least one language"),
    "unknown language": (BELOW + "  languages: [nl, fries]\n", 3, "municipality.languages.1", "write 'nl' or 'en'"),
    "office hours at no time": (
        BELOW + "  office_hours:\n    since: half negen\n", 4, "municipality.office_hours.since", "such as '08:30'"),
    "office hours that end first": (
        BELOW + "  office_hours:\n    until: '08:00'\n",
        4, "municipality.office_hours.until", "hours that begin before they end"),
    "weekday that is none": (
        BELOW + "  office_hours: {weekdays: [1, 8]}\n",
        3, "municipality.office_hours.weekdays.1", "write 1 for Monday to 7 for Sunday"),
    "colour by name": (BELOW + "  looks: {action: blauw}\n", 3, "municipality.looks.action", "such as '#154273'"),
    "colour in three digits": (BELOW + "  looks: {text: '#111'}\n", 3, "municipality.looks.text", "six digits"),
    "colour too light for white text": (
        BELOW + "  looks:\n    action: '#7fb0e0'\n",
        4, "municipality.looks.action", "with white text on it has a contrast of 2.3, and 4.5 is needed"),
    "colour that no link can have": (
        BELOW + "  looks: {action: '#154273', background: '#667788'}\n",
        3, "municipality.looks.action", "as a link on the background has a contrast of"),
    "text that nobody can read": (
        BELOW + "  looks: {text: '#aaaaaa'}\n", 3, "municipality.looks.text", "write a darker colour"),
    "field that there is not": (
        BELOW + "  people:\n    r.bakker: {telefoon: '1'}\n",
        4, "municipality.people.r.bakker.telefoon", "is not a field here; write one of: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "field", "advice"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_its_place_and_its_mending(text: str, line: int, field: str, advice: str) -> None:
    """The municipality is refused; file, line, field and advice are those of the mistake."""
    found = [one for one in problems(text) if not one.warning]
    here = [one for one in found if (one.place.file, one.place.line, one.field) == (FILE, line, field)]

    assert any(advice in one.message for one in here), "\n".join(map(str, found)) or "nothing was found"
    assert str(here[0]).startswith(f"{FILE}:{line}: error: {field}: ")


@pytest.mark.parametrize("role", ["burgemeester", "griffier", "gemeentesecretaris", "coordinator", "duty_officer"])
def test_who_is_needed_at_night_has_somebody_who_stands_in(role: str) -> None:
    """Every receiver, the burgemeester, the co-ordinator and the duty officer need a deputy."""
    [found] = problems(f"municipality:\n  holders:\n    {role}: {{deputies: []}}\n")[:1]

    assert (found.place.line, found.field) == (4, f"municipality.holders.{role}")
    assert found.message == f"the role '{role}' needs somebody who stands in; add 'deputies: [PERSON]'"


def test_any_receiver_needs_somebody_who_stands_in() -> None:
    """A role that comes to receive reports needs a deputy, whatever the document says of the role itself."""
    found = problems("offices:\n  ambtenaar: {receiver: security}\n")

    assert [one.field for one in found] == ["municipality.holders.security"]


@pytest.mark.parametrize("day", ["2025-10-31", "null"])
def test_a_contact_of_long_ago_is_a_warning(day: str) -> None:
    """A contact that was not verified for twelve months, or ever, is a warning that says what to do."""
    [found] = problems(f"municipality:\n  people:\n    r.bakker:\n      verified_on: {day}\n")

    assert found.warning
    assert found.field == "municipality.people.r.bakker.verified_on"
    assert "call, and write the day in 'verified_on'" in found.message


def test_a_contact_of_this_year_is_none() -> None:
    """Within twelve months nothing is said."""
    assert problems("municipality:\n  people:\n    r.bakker: {verified_on: 2025-11-02}\n") == []


def test_help_numbers_of_long_ago_are_a_warning() -> None:
    """The numbers on the help page are called once a year as well."""
    [found] = problems("municipality:\n  contacts_verified_on: 2024-01-01\n")

    assert (found.warning, found.place.line, found.field) == (True, 3, "municipality.contacts_verified_on")


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#154273", "#ffffff", 10.2),
    ],
)
def test_contrast_is_as_defined(one: str, other: str, known: float) -> None:
    """The contrast of two colours is that of WCAG 2, whichever comes first."""
    assert contrast(one, other) == pytest.approx(known, abs=0.05)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("text", "field", "advice"),
    [
        ("mail: null\n", "municipality.mail_to", "the document takes no mail"),
        ("duties:\n  take_mail: null\n", "mail.reader", "add one whose owner reads the mails"),
        ("mail: {reader: grifier}\n", "mail.reader", "did you mean 'griffier'?"),
    ],
)
def test_mail_that_nobody_reads_is_refused(text: str, field: str, advice: str) -> None:
    """An address for reports asks for a reader, and a duty with a term."""
    found = [one for one in problems(text) if one.field == field]

    assert [advice in one.message for one in found] == [True]


@pytest.mark.parametrize("field", ["ban_mandate", "service_mandate"])
def test_a_mandate_that_is_missing_is_a_warning(field: str) -> None:
    """Nothing else is in the way, but what it is needed for would be refused."""
    [found] = problems(f"municipality:\n  letters: {{{field}: null}}\n")

    assert (found.warning, found.place.line, found.field) == (True, 3, f"municipality.letters.{field}")
    assert "write {reference: …, decided_on: …} of the college" in found.message
