"""All sample mails, and what reading makes of each: the same mails on every machine, made without clock or chance."""

from dataclasses import dataclass

from tests.mail import (
    samples_apple,
    samples_attached,
    samples_charsets,
    samples_gmail,
    samples_others,
    samples_outlook,
    samples_plain,
    samples_threads,
)
from tests.mail.making import Sample, folded
from vangnet.intake.mail.others import from_others
from vangnet.intake.mail.read import read_mail

FAMILIES = (
    samples_outlook,
    samples_gmail,
    samples_apple,
    samples_others,
    samples_plain,
    samples_attached,
    samples_threads,
    samples_charsets,
)


@dataclass(frozen=True)
class Reading:
    """Whether the threat, what the sender wrote himself, and who wrote the threat were found to the letter."""

    sample: Sample
    threat: bool
    account: bool
    sender: bool

    @property
    def right(self) -> bool:
        """Say whether all three were."""
        return self.threat and self.account and self.sender


def all_samples() -> list[Sample]:
    """Return every sample, in a fixed order."""
    return [sample for family in FAMILIES for sample in family.samples()]


def reading(sample: Sample) -> Reading:
    """Return what reading makes of a sample; the threat is the first message that somebody else wrote."""
    mail = read_mail(sample.raw)
    first = next(iter(from_others(mail)), None)
    threat, sender = (first.text, first.sender or "") if first else ("", "")
    return Reading(
        sample=sample,
        threat=folded(threat) == folded(sample.threat),
        account=folded(mail.account) == folded(sample.account),
        sender=sender == sample.sender,
    )
