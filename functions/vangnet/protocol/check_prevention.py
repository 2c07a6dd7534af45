"""Meetings, what is planned and trial alarms speak of known roles, offences and offices."""

from collections.abc import Iterator

from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Problem


def meetings_use_known_words(subject: Subject) -> Iterator[Problem]:
    """Who chairs, reads and is consulted are roles, and the offences that a log names are in the list."""
    row = subject.document.meetings
    if row is None:
        return
    for name, body in row.bodies.items():
        yield from subject.unknown(("meetings", "bodies", name, "chair"), body.chair, subject.document.roles, "role")
    for field in ("read_by", "consulted"):
        for role in getattr(row, field):
            yield from subject.unknown(("meetings", field), role, subject.document.roles, "role")
    offences = subject.document.aangifte.offences if subject.document.aangifte else {}
    for moment, names in row.offences.items():
        for offence in names:
            yield from subject.unknown(("meetings", "offences", moment), offence, offences, "offence")


def prevention_uses_known_words(subject: Subject) -> Iterator[Problem]:
    """Who is told, oversees and learns are roles; trainings are for offices."""
    row = subject.document.prevention
    if row is None:
        return
    yield from subject.unknown(("prevention", "security"), row.security, subject.document.roles, "role")
    for field in ("overseen_by", "meetings_by", "learning_by"):
        for role in getattr(row, field):
            yield from subject.unknown(("prevention", field), role, subject.document.roles, "role")
    for office in row.training_for:
        yield from subject.unknown(("prevention", "training_for"), office, subject.document.offices, "office")


def trial_alarm_uses_known_words(subject: Subject) -> Iterator[Problem]:
    """Who is asked and who hears how it went are roles."""
    row = subject.document.trial_alarm
    for field in ("people", "report_to") if row else ():
        for role in getattr(row, field):
            yield from subject.unknown(("trial_alarm", field), role, subject.document.roles, "role")


PREVENTION_CHECKS = (meetings_use_known_words, prevention_uses_known_words, trial_alarm_uses_known_words)
