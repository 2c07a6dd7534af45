"""The log of a meeting in sentences, for its page and its report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vangnet.case.meetings import advice, demands_now, proposed_offences
from vangnet.case.view_meetings import meeting_log
from vangnet.shell.reading import Row
from vangnet.web.language import Words
from vangnet.web.people import PeopleWords

DETAILS = ("why", "account", "words", "witness", "place")  # What was written with a record, in this order.


@dataclass(frozen=True)
class Line:
    """One line of the log: when it happened and was recorded (UTC), by whom, what, and what was written with it."""

    at: datetime
    recorded_at: datetime
    who: str
    what: str
    more: str

    @property
    def late(self) -> bool:
        """Tell whether it was recorded in another minute than it happened in."""
        return self.recorded_at.replace(second=0, microsecond=0) != self.at.replace(second=0, microsecond=0)


def lines(row: Row, words: Words) -> Iterator[Line]:
    """Yield the log, the earliest first."""
    people = PeopleWords(row.ctx.protocol, words)
    for one in meeting_log(row.stream.events):
        what = words(f"meeting.step.{_key(one)}", **{"number": one.get("number", "")})
        yield Line(one["at"], one["recorded_at"], people.titled(one["by"]), what, _more(one, words, people))


def _key(one: dict[str, Any]) -> str:
    step = str(one["step"])
    if step == "DemandMade" and one.get("left"):
        return "DemandMade_left"
    return f"{step}_{'yes' if one['file'] else 'no'}" if step == "AangifteDecided" else step


def _more(one: dict[str, Any], words: Words, people: PeopleWords) -> str:
    told = [str(one[name]) for name in DETAILS if one.get(name)]
    if one.get("consulted"):
        told.insert(0, words("meeting.consulted", who=", ".join(people.role(role) for role in one["consulted"])))
    return ". ".join(told)


def said(row: Row, words: Words) -> list[tuple[str, str]]:
    """Return what the log says now: a key, and the sentence."""
    asked = row.ctx.protocol.document.demands
    values = {"count": len(demands_now(row.ctx.case)), "threshold": asked.threshold if asked else ""}
    return [(key, words(f"meeting.advice.{key}", **values)) for key in advice(row.ctx)]


def offences(row: Row, words: Words) -> list[str]:
    """Return the offences that the log names, each with its article."""
    table = row.ctx.protocol.document.aangifte
    rows = table.offences if table else {}
    found = (rows[name] for name in proposed_offences(row.ctx) if name in rows)
    return [words("meeting.offence", label=words.label(one.label), article=one.article) for one in found]
