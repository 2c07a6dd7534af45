"""The words of messages: complete in each language, an SMS in one segment, and nothing personal in any."""

import dataclasses
import string
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vangnet.case
from tests.unit.case.builders import a_threat
from vangnet.case.facts import Context, Facts
from vangnet.case.state import Case, MessageItem
from vangnet.cli.documents import reader
from vangnet.notifications.sms import SEGMENT_LENGTH_MAX, is_gsm7, septets, to_gsm7
from vangnet.notifications.wording import texts, wording
from vangnet.protocol.load import load
from vangnet.protocol.questions import Protocol

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
LANGUAGES = ("nl", "en")
TEMPLATES = sorted(texts("nl"))
LONGEST_ADDRESS = "https://" + "x" * 40 + ".nl"  # Longer than any municipality's; a longer one is cut elsewhere.
CODE = "0123456789ABCDEFGHJK"


@lru_cache
def protocol(language: str, address: str = LONGEST_ADDRESS) -> Protocol:
    """Return the example municipality with everybody reading one language."""
    loaded = load("voorbeeldstad", reader(Path()), today=NOON.date()).protocol
    people = {who: row.model_copy(update={"language": language}) for who, row in loaded.municipality.people.items()}
    municipality = loaded.municipality.model_copy(update={"people": people, "address": address})
    return dataclasses.replace(loaded, municipality_or_none=municipality)


def worded(template: str, channel: str, language: str, duty: str = "first_talk") -> tuple[str, str]:
    """Return subject and text of a message."""
    case = Case(stream="case/VN-ZZZZ-ZZZZ", reference="VN-ZZZZ-ZZZZ", kind="report")
    params = {"duty": f"{duty}-1", "name": duty, "due": NOON.isoformat(), "signals": ["VN-ZZZZ-ZZZZ"] * 3, "count": 3}
    message = MessageItem("m1", "g.mulder", channel, template, NOON, NOON, True, "alarm-1", 0, (), params)
    return wording(Context(protocol(language), Facts(), case, NOON), message, CODE)


def test_both_languages_have_the_same_templates() -> None:
    """Whoever reads English misses nothing."""
    assert set(texts("nl")) == set(texts("en"))
    assert all(set(row) == {"subject", "mail", "sms"} for language in LANGUAGES for row in texts(language).values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_an_sms_fits_one_segment_of_gsm_7(template: str, language: str) -> None:
    """With the longest address and reference, for every duty of the document; a link is never cut."""
    for duty in protocol(language).duties():
        _, text = worded(template, "sms", language, duty)

        assert is_gsm7(text), text
        assert septets(text) <= SEGMENT_LENGTH_MAX, text
        assert "{" not in text
        assert f"/a/VN-ZZZZ-ZZZZ/{CODE}" in text or "/a/" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_asks_for_a_name_or_the_account(template: str, language: str) -> None:
    """What a template can fill in is a reference, a link, a duty, a time, a number, a count."""
    allowed = {"reference", "link", "page", "duty", "due", "municipality", "police", "emergency"}
    allowed |= {"signals", "count", "guidance", "queue", "receipt", "work", "trial", "answered", "failures", "until"}
    row = texts(language)[template]
    asked = {name for text in row.values() for _, name, _, _ in string.Formatter().parse(text) if name}

    assert asked <= allowed


@pytest.mark.parametrize("template", ["alarm", "alarm_again", "alarm_returned", "alarm_talk"])
def test_an_alarm_by_mail_says_that_an_answer_confirms_nothing(template: str) -> None:
    """Its link is what confirms; the mail has a subject with the reference."""
    subject, text = worded(template, "mail", "nl")

    assert "VN-ZZZZ-ZZZZ" in subject
    assert f"{LONGEST_ADDRESS}/a/VN-ZZZZ-ZZZZ/{CODE}" in text


def test_every_template_that_the_core_names_is_there() -> None:
    """A message without words would never go."""
    source = Path(vangnet.case.__file__).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in source.rglob("*.py"))

    assert {name for name in TEMPLATES if f'"{name}"' not in code} <= {"duty_overdue", "duty_escalated"}
    assert 'f"duty_{event.stage}"' in code


@given(st.text())
def test_any_text_becomes_gsm_7(text: str) -> None:
    """Whatever a municipality is called, its SMS stays in the alphabet."""
    assert is_gsm7(to_gsm7(text))


@pytest.mark.parametrize(
    ("text", "plain"), [("coördinator", "coördinator"), ("Zoë Müller", "Zoe Müller"), ("–", "-"), ("漢", "?")]
)
def test_letters_outside_the_alphabet_are_written_plainly(text: str, plain: str) -> None:
    """An ë would make the SMS seventy letters long."""
    assert to_gsm7(text) == plain


@pytest.mark.rule("AP-5.4.3")
def test_a_message_does_not_name_a_duty_of_the_aangifte() -> None:
    """It says that there is a duty; which one, only once everybody harmed agrees that it may be spoken of."""
    story = a_threat().does("r.bakker", "consent", to="aangifte")
    message = next(one for one in story.case.messages.values() if one.params.get("name") == "file_aangifte")
    silent = wording(story.context(), message, "")
    spoken = wording(story.does("r.bakker", "consent", to="speak_about_aangifte").context(), message, "")

    assert "angifte" not in " ".join(silent)
    assert "aangifte doen" in " ".join(spoken)
