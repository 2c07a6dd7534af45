"""The report of a meeting as a PDF: its log line by line, what it states, and the decision on an aangifte."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from vangnet.calendar import AMSTERDAM, amsterdam_day, day_words
from vangnet.case.facts import Context
from vangnet.case.meetings import chair_roles
from vangnet.letters.police_page import STYLE
from vangnet.letters.render import typeset
from vangnet.letters.sources import FOLDER, Source

NAME = "meeting_report"
DECIDED = {
    True: "De voorzitter heeft besloten dat er aangifte wordt gedaan van de verstoring.",
    False: "De voorzitter heeft besloten dat er geen aangifte wordt gedaan van de verstoring.",
    None: "De voorzitter heeft nog niet beslist over een aangifte.",
}


@dataclass(frozen=True)
class Told:
    """What the report is told: by whom it is made, the lines of the log in Dutch, what it states, which offences.

    A line is when it happened, when it was recorded if later (both UTC), what, what was written with it, by whom.
    """

    by: str
    lines: Sequence[tuple[datetime, datetime | None, str, str, str]]
    stands: Sequence[str]
    offences: Sequence[str]


def report(ctx: Context, told: Told) -> tuple[str, bytes]:
    """Return how the file's name ends and its bytes: PDF/UA-1, or the same words as HTML where typst is not installed.

    Raises:
        LetterError: if the template is broken.
    """
    said = words(ctx, told)
    text = (FOLDER / f"{NAME}.typ").read_text(encoding="utf-8")
    try:
        return "pdf", typeset(Source(NAME, text, 0), said, amsterdam_day(ctx.now))[0]
    except ModuleNotFoundError:
        return "html", page(said).encode()


def words(ctx: Context, told: Told) -> dict[str, Any]:
    """Return what the report says."""
    meeting, roles, day = ctx.case.meeting, ctx.protocol.document.roles, amsterdam_day(ctx.now)
    assert meeting is not None, "only a meeting has a report"
    consulted = [roles[role].label.nl for role in meeting.consulted if role in roles]
    return {
        "reference": ctx.case.reference,
        "municipality": ctx.protocol.municipality.name,
        "day": [day.year, day.month, day.day],
        "made_at": moment(ctx.now),
        "made_by": told.by,
        "body": meeting.body,
        "place": meeting.place,
        "began": moment(ctx.case.filed_at) if ctx.case.filed_at else "",
        "chair": ", ".join(roles[role].label.nl for role in chair_roles(ctx) if role in roles),
        "lines": [[_when(at, late), _what(what, more), who] for at, late, what, more, who in told.lines],
        "stands": list(told.stands),
        "offences": list(told.offences),
        "decided": DECIDED[meeting.file] if meeting.suspensions or meeting.file is not None else "",
        "consulted": f"Daarover is gesproken met: {', '.join(consulted)}." if consulted else "",
    }


def page(said: dict[str, Any]) -> str:
    """Return the report as one page of HTML; every text of people is escaped."""
    title = f"Verslag van {escape(said['body'])}, {escape(said['reference'])}"
    rows = "".join("<tr>" + "".join(f"<td>{escape(one)}</td>" for one in line) + "</tr>" for line in said["lines"])
    texts = (
        f"Gemaakt op {said['made_at']} door {said['made_by']}.",
        *said["stands"],
        said["decided"],
        said["consulted"],
    )
    rest = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    points = "".join(f"<li>{escape(one)}</li>" for one in said["offences"])
    return (
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"</head><body><h1>{title}</h1><table>{rows}</table>{rest}<ul>{points}</ul></body></html>\n"
    )


def moment(at: datetime) -> str:
    """Return a moment (UTC) as people here write it, by the Amsterdam clock."""
    local = at.astimezone(AMSTERDAM)
    return f"{day_words(local.date(), 'nl')}, {local:%H.%M} uur"


def _when(at: datetime, late: datetime | None) -> str:
    clock = f"{at.astimezone(AMSTERDAM):%H.%M}"
    return f"{clock} (vastgelegd {moment(late)})" if late else clock


def _what(what: str, more: str) -> str:
    return f"{what}. {more}" if more else what
