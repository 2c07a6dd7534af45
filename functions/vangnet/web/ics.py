"""An entry for a calendar (RFC 5545): when, a reference and a link; never a name, nor what the talk is about."""

from datetime import UTC, datetime, timedelta

LINE_BYTES_MAX = 75  # Longer lines are folded.
LASTS = timedelta(minutes=45)


def entry(*, number: str, starts_at: datetime, made_at: datetime, title: str, text: str, link: str) -> bytes:
    """Return one entry as a file; times are written in UTC, which every calendar shows in its own zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vangnet//NL",
        "BEGIN:VEVENT",
        f"UID:{number}@vangnet",
        f"DTSTAMP:{_utc(made_at)}",
        f"DTSTART:{_utc(starts_at)}",
        f"DTEND:{_utc(starts_at + LASTS)}",
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(text)}",
        f"URL:{link}",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:-PT1H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 bytes, each but the first after a space; no letter is cut."""
    pieces = [""]
    for letter in line:
        if len((pieces[-1] + letter).encode()) > LINE_BYTES_MAX - 1:
            pieces.append("")
        pieces[-1] += letter
    return "\r\n ".join(pieces)
