"""No office, role, class, duty or kind of a document is known by name where a document could say it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.commands import COMMANDS
from schemas.words import PARTS, PLACES
from tests.second.test_second_protocol import HERE, TODAY, words
from vangnet.cli.documents import reader
from vangnet.protocol.load import load

CODE = Path(__file__).parents[2] / "functions" / "vangnet"
DOCUMENTS = ("voorbeeldstad", "meerdorpen", "havenmonde", "waterschap")
# What a document calls so is also a word of ours, or of the law, with its place.
OURS = {
    "burgemeester": "the organ that decides on a ban, and one of those who may secure an object (Circulaire 2026)",
    "locoburgemeester": "who signs for that organ",
    "council_chair": "the organ that decides under Gemeentewet 26",
    "college": "an organ that signs letters",
    "other": "the door's kind of question, an answer in a form",
    "municipality": "what a page knows of who uses it",
    "legal": "the ground that the law itself gives for a report to the inspectorate",
    "livestream": "a step of advice in a meeting's log",
    "alarm": "the alarm itself",
    "risk_analysis": "what the view of a planned meeting calls it",
}


def texts(file: Path) -> Iterator[str]:
    """Yield every text that stands by itself in a file of code or a template."""
    if file.suffix == ".py":
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    else:
        for found in re.finditer(r"'([^']*)'|\"([^\"]*)\"", file.read_text()):
            yield found[1] or found[2] or ""


def known_by_name(names: set[str]) -> set[tuple[str, str]]:
    """Return each file of the core and the pages that holds one of these names, with it."""
    files = [*(CODE / "case").rglob("*.py"), *(CODE / "web").rglob("*.py"), *(CODE / "web/templates").rglob("*.html")]
    return {(str(file.relative_to(CODE)), text) for file in files for text in texts(file) if text in names}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_core_and_the_pages_know_no_name_of_a_document(document: str) -> None:
    """What a document names is asked for by what it is for; a place of the case and a command are ours."""
    defined = words(load(document, reader(HERE), today=TODAY).protocol.document)
    names = set().union(*(defined[kind] for kind in ("offices", "roles", "classes", "duties", "kinds")))

    assert known_by_name(names - set(PLACES) - set(PARTS) - set(COMMANDS) - set(OURS)) == set()


# Words of a document's labels that the law uses as well, or that mean something else in a sentence.
OF_THE_LAW = {
    "burgemeester": "one of those who may decide on security (Circulaire 2026)",
    "college": "who decides to go to court, and mandates (Gemeentewet 160)",
    "driehoek": "the consultation of the Politiewet",
    "medewerker": "anybody who works there",
    "ambtenaar": "anybody who works there",
    "behandelaar": "a place of the case: who handles it",
    "beheer": "who looks after the installation",
    "beheerder": "who looks after the installation",
    "livestream": "the broadcast of a meeting",
    "voorzitter": "who leads a meeting (Gemeentewet 26)",
    "bestuurder": "anybody who governs, as in the words for whom a message is",
    "familie": "anybody's",
    "functionaris": "gegevensbescherming, of the AVG",
    "beveiliging": "what is arranged for a talk",
    "gemeente": "whose pages these are",
    "politie": "the police",
}


def headwords(document: str) -> set[str]:
    """Return the first word of each office's and role's label of a document, as far as it says who that is."""
    found = load(document, reader(HERE), today=TODAY).protocol.document
    labels = [row.label.nl for table in (found.offices, found.roles) for row in table.values()]
    return {label.split()[0].casefold() for label in labels if len(label.split()[0]) > 5} - set(OF_THE_LAW)


@pytest.mark.parametrize("document", ["voorbeeldstad", "meerdorpen", "havenmonde"])
def test_no_sentence_of_a_page_names_an_office_of_a_document(document: str) -> None:
    """What a page says holds in every municipality; who it is comes from the document."""
    lines = [
        f"{file.parent.name}/{file.name}: {line}"
        for file in sorted((CODE / "web/texts/nl").glob("*.yaml"))
        for line in file.read_text().splitlines()
    ]
    pattern = re.compile(rf"\b({'|'.join(sorted(headwords(document)))})", re.IGNORECASE)

    assert [line for line in lines if pattern.search(line.partition(": ")[2])] == []


def test_a_name_would_be_found() -> None:
    """The search sees what stands in code: the words that are ours do stand there."""
    assert {name for _, name in known_by_name(set(OURS))} >= {"burgemeester", "council_chair", "other"}
