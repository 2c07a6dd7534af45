"""Sample mails of every program: what was passed on is found, and what is not stands in docs/mail-samples.md."""

import re

import pytest

from tests.mail.making import Sample
from tests.mail.samples import all_samples, reading
from tools.mail_samples import PAGE, drawn
from vangnet.intake.mail.read import read_mail

SAMPLES = all_samples()
SHARE_MIN = 0.97
COUNT_MIN = 90


def test_nearly_all_samples_are_read_rightly() -> None:
    """At least 97 of 100, of at least ninety different mails."""
    readings = [reading(sample) for sample in SAMPLES]

    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES) >= COUNT_MIN
    assert sum(one.right for one in readings) / len(readings) >= SHARE_MIN


def test_what_is_read_wrongly_is_said() -> None:
    """The list of wrong samples is exactly that, and the whole page is current."""
    wrong = [one.sample.name for one in map(reading, SAMPLES) if not one.right]
    listed = PAGE.read_text(encoding="utf-8").split("## All")[0].split("## Read wrongly")[1]

    assert re.findall(r"^- `([^`]+)`", listed, re.MULTILINE) == wrong
    assert PAGE.read_text(encoding="utf-8") == drawn()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_no_threat_is_lost(sample: Sample) -> None:
    """Also of a sample that is taken apart wrongly every word of the threat and of the account is in its text."""
    text = " ".join(re.sub(r"^[> ]+", "", read_mail(sample.raw).text, flags=re.MULTILINE).split())

    assert " ".join(sample.threat.split()) in text
    assert all(word in text for word in sample.account.split())


@pytest.mark.parametrize("sample", [one for one in SAMPLES if not one.threat], ids=lambda sample: sample.name)
def test_a_report_at_first_hand_passes_nothing_on(sample: Sample) -> None:
    """Ordinary words are no headers."""
    assert read_mail(sample.raw).forwarded == ()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_was_written_by_a_person(sample: Sample) -> None:
    """No program is suspected, and there is one sender."""
    mail = read_mail(sample.raw)

    assert mail.automatic == ""
    assert "@" in mail.sender
