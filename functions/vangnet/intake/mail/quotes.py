"""A thread taken apart: what the sender wrote himself, and each message that he passed on, the newest first."""

import re
from dataclasses import dataclass, field

from schemas.report import ACCOUNT_LENGTH_MAX, LINE_LENGTH_MAX, NAME_LENGTH_MAX, Forwarded
from vangnet.intake.mail.openers import Line, find_opener, is_furniture

MESSAGES_MAX = 50  # Messages of one thread; what is older stays in the text.
MARKS = re.compile(r"(?:[ \t]{0,3}>){1,40}")
GROUPWISE = re.compile(r">>> [^>].{5,300}>>>")  # Which opens a message so, and quotes nothing.
WRAPPED_FROM = 55  # A quoted line of at least so many letters may have lost its end to a line without a mark.


@dataclass
class _Message:
    depth: int
    sender: str | None = None
    sent: str | None = None
    subject: str | None = None
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        while self.lines and (not self.lines[-1].strip() or is_furniture(self.lines[-1])):
            self.lines.pop()
        return "\n".join(self.lines).strip()


def split(text: str) -> tuple[str, tuple[Forwarded, ...]]:
    """Return the text above what was passed on, with what was written below or between it, and the messages."""
    lines = _lines(text)
    own = _Message(0)
    messages, open_messages = [own], [own]
    at = 0
    while at < len(lines):
        line = lines[at]
        opener = find_opener(lines, at) if len(messages) <= MESSAGES_MAX else None
        if opener:
            message = _Message(opener.depth, opener.sender, opener.sent, opener.subject)
            message.lines += [opener.rest] if opener.rest else []
            messages.append(message)
            open_messages = [one for one in open_messages if one.depth <= message.depth] + [message]
            at += opener.lines
            continue
        _add(line, open_messages, messages)
        at += 1
    written = own.text()
    others = (_forwarded(message) for message in messages[1:])
    return written, tuple(other for other in others if other is not None)


def _add(line: Line, open_messages: list[_Message], messages: list[_Message]) -> None:
    """Put a line where its depth says that it belongs."""
    last = open_messages[-1]
    if line.text.strip() and line.depth < last.depth:
        while len(open_messages) > 1 and open_messages[-1].depth > line.depth:
            open_messages.pop()
    elif line.text.strip() and line.depth > last.depth:
        quoted = _Message(line.depth)
        messages.append(quoted)
        open_messages.append(quoted)
    open_messages[-1].lines.append(line.text)


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    for raw in text.split("\n"):
        raw = raw.replace("\xa0", " ").rstrip()
        marks = MARKS.match(raw) if not GROUPWISE.fullmatch(raw) else None
        if marks is None:
            found.append(Line(0, raw))
            continue
        rest = raw[marks.end() :]
        found.append(Line(marks[0].count(">"), rest.removeprefix(" ")))
    for at in range(1, len(found) - 1):
        if _lost_its_mark(found[at - 1], found[at], found[at + 1]):
            found[at] = Line(found[at - 1].depth, found[at].text)
    return found


def _lost_its_mark(before: Line, line: Line, after: Line) -> bool:
    """Say whether a line is the end of the quoted one before it, broken off by a program on the way."""
    within = 0 == line.depth < before.depth == after.depth and bool(line.text and after.text)
    return within and len(line.text) < WRAPPED_FROM <= len(before.text)


def _forwarded(message: _Message) -> Forwarded | None:
    text = message.text()
    if not text and not message.sender:
        return None
    return forwarded(text, message.sender, message.sent, message.subject)


def forwarded(text: str, sender: str | None, sent: str | None, subject: str | None) -> Forwarded:
    """Return a message that was passed on, each of its fields no longer than a report takes."""
    return Forwarded(
        text=text[:ACCOUNT_LENGTH_MAX],
        sender=(sender or "")[:NAME_LENGTH_MAX] or None,
        sent=(sent or "")[:NAME_LENGTH_MAX] or None,
        subject=(subject or "")[:LINE_LENGTH_MAX] or None,
    )
