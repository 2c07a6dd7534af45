"""What an expectation may ask, checked before the drill is played: every field, name and word in it is known."""

from collections.abc import Collection, Iterator
from typing import Any

from schemas.base import EPOCH
from schemas.drill import Expectation
from schemas.events.reports import ReportFiled
from schemas.words import PARTS
from vangnet.case.facts import Context, Facts
from vangnet.case.state import Case
from vangnet.case.view import summary
from vangnet.cli.drills.times import DrillTimeError, moment
from vangnet.protocol.checking import nearest
from vangnet.protocol.load import Loaded

# What an expectation of each kind may ask; an expectation of a case may ask what its summary says.
ASKS = {
    "told": {"told", "about", "channel", "from", "within", "times"},
    "not_told": {"not_told", "about", "channel", "from", "within"},
    "alarm": {"alarm", "is", "by"},
    "duty": {"duty", "case", "meeting", "mail", "owner", "due", "is", "person"},
    "step": {"step", "refused", "accepted"},
    "sees": {"sees", "case", "meeting", "parts"},
    "texts": {"texts", "have", "lack"},
}
STATES = {"alarm": ("open", "acknowledged", "passed_on", "none"), "duty": ("open", "done", "overdue", "none")}
TEXTS = ("sms", "mail", "letter", "message", "store")
PEOPLE = ("told", "not_told", "sees", "owner", "by")
TIMES = ("from", "within", "due")


def every_duty(loaded: Loaded) -> frozenset[str]:
    """Return the duties of every document of a municipality."""
    return frozenset(name for one in loaded.everything for name in one.protocol.duties())


def is_somebody(loaded: Loaded, word: str) -> bool:
    """Tell whether a word is a person, or a role."""
    roles = (one.protocol.document.roles for one in loaded.everything)
    return word in loaded.protocol.municipality.people or any(word in some for some in roles)


def nobody(loaded: Loaded, word: str) -> str:
    """Say that a word is nobody, and who may have been meant."""
    known = (*loaded.protocol.municipality.people, *loaded.protocol.document.roles)
    return f"'{word}' is neither a person nor a role of {loaded.name}; {nearest(word, known)}"


def case_fields(loaded: Loaded) -> frozenset[str]:
    """Return every field that can be asked of a case."""
    report = ReportFiled(
        reference="", outcome="case", classed="", suggested="", offices=(), channel="", day="1970-01-01"
    )
    cases = Case(report=report), Case(kind="meeting"), Case(kind="plan"), Case(kind="obligations"), Case(kind="trial")
    return frozenset(name for case in cases for name in summary(Context(loaded.protocol, Facts(), case, EPOCH)))


def time_problems(start: Any, *texts: Any) -> Iterator[str]:
    """Yield what is wrong with times of a drill."""
    for text in texts:
        if text is None:
            continue
        try:
            moment(str(text), start)
        except DrillTimeError as error:
            yield str(error)


def expectation_problems(loaded: Loaded, start: Any, steps: int, one: Expectation, names: set[str]) -> Iterator[str]:
    """Yield everything in an expectation that is not known."""
    fields = one.fields
    known = ASKS.get(one.kind) or case_fields(loaded) | {"case", "meeting"}
    for field in sorted(set(fields) - known):
        yield f"'{field}' cannot be asked of '{one.kind}'; {nearest(field, known)}"
    yield from time_problems(start, one.at, *(fields.get(name) for name in TIMES))
    if one.kind not in {"case", "meeting"}:
        for field in PEOPLE:
            if field in fields and not is_somebody(loaded, str(fields[field])):
                yield nobody(loaded, str(fields[field]))
    for field in ("about", "case", "meeting", "alarm", "mail"):
        if field in fields and fields[field] not in names:
            yield f"'{fields[field]}' is not the name of a step; {nearest(str(fields[field]), names)}"
    step = fields.get("step")
    if step is not None and not (isinstance(step, int) and 1 <= step <= steps):
        yield f"there is no step {step}; the first is 1, the last {steps}"
    yield from _word_problems(loaded, one)


def _word_problems(loaded: Loaded, one: Expectation) -> Iterator[str]:
    fields, classes = one.fields, {name for each in loaded.everything for name in each.protocol.classes}
    asked: tuple[tuple[str, str, Collection[str]], ...] = (
        ("duty", "duty", every_duty(loaded)),
        ("is", f"state of {one.kind}", STATES.get(one.kind, ())),
        ("channel", "channel of messages", ("sms", "mail")),
        ("texts", "kind of text", TEXTS),
        ("class", "class", classes),
        ("outcome", "outcome", ("guidance", "signal", "case", "nothing", "report")),
        ("parts", "part", PARTS),
    )
    for field, what, known in asked:
        if one.kind in {"case", "meeting"} and field == "channel":
            continue
        value = fields.get(field)
        for word in value if isinstance(value, list | tuple) else [] if value is None else [value]:
            if word not in known:
                yield f"'{word}' is not a known {what}; {nearest(str(word), known)}"
