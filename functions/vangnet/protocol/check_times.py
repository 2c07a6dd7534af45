"""Times of the clock, terms and the order in which talks follow each other make sense."""

import re
from collections.abc import Iterator

from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Path, Problem, walk

# The fields of a document that hold terms; a test compares them with the models.
TERM_FIELDS = frozenset(
    {
        *(
            "due",
            "review",
            "due_before",
            "due_with_committee",
            "due_for",
            "due_if_urgent",
            "opens_after",
            "window_from",
            "remind_before",
            "after",
            "term",
        ),
        *("every", "during", "link", "reporter_told_after", "wipe_after", "within"),
        *("keep_for", "tell_every", "counts_within", "kept_for", "reminded_before", "at_most", "post_arrives_after"),
        *("taken_up_at_least", "offered_again_after", "answered_within", "at_least", "usual"),
    }
)
NEVER_ZERO = frozenset(
    {
        "every",
        "during",
        "link",
        "wipe_after",
        "within",
        "opens_after",
        "tell_every",
        "counts_within",
        "at_most",
        "keep_for",
        "review",
        "answered_within",
    }
)
YEARS_MAX = 30  # Nobody waits longer; what is longer is a slip of the pen.
_PER_YEAR = {"minute": 525_600, "hour": 8_760, "working day": 250, "day": 365, "week": 52, "month": 12, "year": 1}
_TERM = re.compile(r"([0-9]+) (.+?)s?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
REMINDERS_MAX = 3  # More is nagging, and nagging is not read.


def terms_are_of_human_size(subject: Subject) -> Iterator[Problem]:
    """A term is no longer than anybody waits, and not nothing where that would never end."""
    for path, node in walk(subject.root):
        fields = [str(step) for step in path if step in TERM_FIELDS]
        found = _TERM.fullmatch(node.value) if fields and isinstance(node.value, str) else None
        if found is None:
            continue
        number = int(found[1])
        if number > YEARS_MAX * _PER_YEAR.get(found[2], number):
            yield subject.problem(path, f"'{node.value}' is longer than {YEARS_MAX} years; write a shorter term")
        if number == 0 and fields[-1] in NEVER_ZERO:
            yield subject.problem(path, f"'{node.value}' is no time at all; write at least '1 minute'")


def clock_times_can_be_read(subject: Subject) -> Iterator[Problem]:
    """Hours are written as 08:30, and begin before they end; weekdays are numbers from Monday, 1, to Sunday, 7."""
    document, municipality = subject.document, subject.municipality
    spans: list[tuple[Path, str, str]] = [(("daytime",), document.daytime.since, document.daytime.until)]
    if document.digest:
        yield from _clock(subject, ("digest", "at"), document.digest.at)
    if document.trial_alarm:
        yield from _clock(subject, ("trial_alarm", "at"), document.trial_alarm.at)
    if municipality:
        hours = municipality.office_hours
        spans.append((("municipality", "office_hours"), hours.since, hours.until))
        for number, weekday in enumerate(hours.weekdays):
            if not 1 <= weekday <= 7:
                path: Path = ("municipality", "office_hours", "weekdays", number)
                yield subject.problem(path, f"{weekday} is no weekday; write 1 for Monday to 7 for Sunday")
    for path, since, until in spans:
        wrong = [*_clock(subject, (*path, "since"), since), *_clock(subject, (*path, "until"), until)]
        yield from wrong
        if not wrong and since >= until:
            message = f"'{until}' is not later than '{since}'; write hours that begin before they end"
            yield subject.problem((*path, "until"), message)


def _clock(subject: Subject, path: Path, text: str) -> Iterator[Problem]:
    if not _CLOCK.fullmatch(text):
        yield subject.problem(path, f"'{text}' is no time of the clock; write hours and minutes, such as '08:30'")


def duties_can_be_carried_out(subject: Subject) -> Iterator[Problem]:
    """What a duty asks is what the program does: nothing of it is silently left out."""
    for name, duty in subject.document.duties.items():
        path: Path = ("duties", name)
        if duty.opens_after and duty.opens != "case_taken":
            message = "'opens_after' is carried out only with 'opens: case_taken'; take one of them out"
            yield subject.problem((*path, "opens_after"), message)
        if duty.per_harmed and duty.opens not in PER_HARMED:
            message = f"'per_harmed' is carried out only with 'opens' {', '.join(PER_HARMED)}; take one of them out"
            yield subject.problem((*path, "per_harmed"), message)
        if len(duty.remind_before) > REMINDERS_MAX:
            message = f"holds {len(duty.remind_before)} reminders; write at most {REMINDERS_MAX}"
            yield subject.problem((*path, "remind_before"), message)
        for field, words in (("closed_by", (duty.closed_by,)), ("also_closed_by", duty.also_closed_by)):
            for word in words:
                if word and word not in CLOSING:
                    message = f"'{word}' closes no duty; write one of: {', '.join(sorted(CLOSING))}, or leave it out"
                    yield subject.problem((*path, field), message)


# The commands of which the program notes that they were given; a test compares them with the core.
CLOSING = frozenset(
    {
        *("take_case", "confirm_class", "give_advice", "close_case", "record_first_contact", "record_outcome"),
        *("take_mail", "record_hearing", "notify_police", "file_aangifte", "pay_out", "claim", "approve_message"),
        *("stop_livestream", "decide_aangifte", "record_risk_analysis", "check_out", "record_held"),
    }
)
# The triggers that are of one person harmed each, where 'per_harmed' says so.
PER_HARMED = ("case", "klacht", "prosecution", "police_asked", "home_front", "aftercare_declined")


def talks_follow_each_other(subject: Subject) -> Iterator[Problem]:
    """Only a talk with one before it can count from the previous one."""
    first = next(iter(subject.document.aftercare.talks.values()), None)
    duty = subject.document.duties.get(first.duty) if first else None
    if first and duty and duty.anchor == "previous_talk":
        message = "the first talk has none before it; write 'anchor: incident' or 'anchor: report'"
        yield subject.problem(("duties", first.duty, "anchor"), message)


TIME_CHECKS = (
    terms_are_of_human_size,
    clock_times_can_be_read,
    duties_can_be_carried_out,
    talks_follow_each_other,
)
