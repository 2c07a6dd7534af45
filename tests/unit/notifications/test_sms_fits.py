"""Every SMS that can be made fits: each text, language, document and duty, with the longest values."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pytest

from schemas.municipality import ADDRESS_LENGTH_MAX
from schemas.protocol import ProtocolDocument
from vangnet.case.facts import Context, Facts
from vangnet.case.state import Case, MessageItem
from vangnet.cli.documents import reader
from vangnet.notifications.sms import SEGMENT_LENGTH_MAX, is_gsm7, septets
from vangnet.notifications.wording import fitting, texts, wording
from vangnet.protocol.load import load
from vangnet.protocol.questions import Protocol
from vangnet.protocol.tree import plain, read_tree
from vangnet.shell.names import LINK_CODE_LENGTH

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
LONGEST_DAY = "2026-12-30T22:59:00+00:00"  # Wednesday, the longest in English, by two digits each; Thursdays in Dutch.
THURSDAY = "2026-12-31T22:59:00+00:00"
REFERENCE, CODE = "VN-WWWW-WWWW", "W" * LINK_CODE_LENGTH
ADDRESS = ("https://" + "w" * ADDRESS_LENGTH_MAX)[:ADDRESS_LENGTH_MAX]
NAME = ("Gemeente Zoë-Beïërs-aan-de-Vêcht € 😀 " * 10)[:100]
LANGUAGES = sorted(
    one.name.removesuffix(".yaml")
    for one in files("vangnet.notifications").joinpath("texts").iterdir()
    if one.is_file()
)
DOCUMENTS = sorted(
    one.name.removesuffix(".yaml") for one in files("vangnet.protocols").iterdir() if one.name.endswith(".yaml")
)
SMS = sorted({name for language in LANGUAGES for name, row in texts(language).items() if row.get("sms")})


@lru_cache
def protocol(document: str, language: str) -> Protocol:
    """Return a shipped document for a municipality of the longest name and address, where all read one language."""
    example = load("voorbeeldstad", reader(Path()), today=NOON.date()).protocol
    people = {who: row.model_copy(update={"language": language}) for who, row in example.municipality.people.items()}
    longest = example.municipality.model_copy(update={"people": people, "address": ADDRESS, "name": NAME})
    return dataclasses.replace(example, document=_document(document), municipality_or_none=longest)


def _document(name: str) -> ProtocolDocument:
    text = reader(Path())(name)
    assert text is not None
    parts = plain(read_tree(text, name))
    parent = parts.pop("extends", None)
    parts.pop("municipality", None)
    if parent is None:
        return ProtocolDocument.model_validate(parts)
    return load(name, reader(Path()), today=NOON.date()).protocol.document


def rendered(template: str, document: str, language: str) -> Iterator[str]:
    """Yield the SMS for each duty of the document, on the days with the longest names, and with the largest counts."""
    case = Case(stream=f"case/{REFERENCE}", reference=REFERENCE, kind="report")
    whole = protocol(document, language)
    for duty in (*whole.duties(), ""):
        for due in (LONGEST_DAY, THURSDAY):
            params: dict[str, object] = {"duty": f"{duty}-99", "name": duty, "due": due, "signals": [REFERENCE] * 999}
            params |= {"count": 99_999, "guidance": 99_999}
            message = MessageItem("m1", "g.mulder", "sms", template, NOON, NOON, True, "alarm-1", 0, (), params)
            yield wording(Context(whole, Facts(), case, NOON), message, CODE)[1]


def test_there_is_something_to_prove() -> None:
    """Texts, languages and documents are found where they are shipped, not listed here."""
    assert {"alarm", "duty_reminder"} <= set(SMS)
    assert {"nl", "en"} <= set(LANGUAGES)
    assert {"landelijk", "voorbeeldstad"} <= set(DOCUMENTS)
    assert len(ADDRESS) == ADDRESS_LENGTH_MAX


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", SMS)
def test_every_sms_is_one_segment_of_gsm_7(template: str, language: str, document: str) -> None:
    """At most 160 septets, nothing that makes it 70, nothing left to fill in, and its link whole."""
    asked = texts(language)[template]["sms"]
    link, page = f"{ADDRESS}/a/{REFERENCE}/{CODE}", f"{ADDRESS}/zaak/{REFERENCE}"

    for text in rendered(template, document, language):
        assert is_gsm7(text), text
        assert septets(text) <= SEGMENT_LENGTH_MAX, (septets(text), text)
        assert "{" not in text
        assert link in text or "{link}" not in asked, text
        assert page in text or "{page}" not in asked, text


@pytest.mark.parametrize("long", ["€" * 300, "ë" * 300, "😀" * 300, "…" * 300, NAME * 9])
@pytest.mark.parametrize("template", ["{duty}. {link}", "{municipality}: {duty}. {link}", "{municipality} {link}"])
def test_what_is_too_long_is_cut_and_never_a_link(template: str, long: str) -> None:
    """A duty or a name of any letters is cut to what there is room for."""
    link = f"{ADDRESS}/a/{REFERENCE}/{CODE}"
    text = fitting(template, {"duty": long, "municipality": long, "link": link})

    assert is_gsm7(text)
    assert septets(text) <= SEGMENT_LENGTH_MAX, (septets(text), text)
    assert text.endswith(link)
