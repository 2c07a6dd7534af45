"""What Outlook's own formats have in common: properties by number, and a message made of them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.charsets import clean, decode
from vangnet.intake.mail.headers import read_headers, words
from vangnet.intake.mail.markup import html_to_text
from vangnet.intake.mail.message import File
from vangnet.intake.mail.rtf import rtf_to_text

SUBJECT, HEADERS, BODY, RTF, HTML, MESSAGE_ID = 0x0037, 0x007D, 0x1000, 0x1009, 0x1013, 0x1035
SUBMITTED, DELIVERED, SENT_FOR, SENT_FOR_ADDRESS = 0x0039, 0x0E06, 0x0042, 0x0065
SENDER, SENDER_ADDRESS, SENDER_SMTP, SENT_FOR_SMTP = 0x0C1A, 0x0C1F, 0x5D01, 0x5D02
CODEPAGE, MESSAGE_CODEPAGE = 0x3FDE, 0x3FFD
ATTACHED, SHORT_NAME, LONG_NAME, DISPLAY_NAME = 0x3701, 0x3704, 0x3707, 0x3001
NARROW, WIDE, TIME, LONG, BINARY, OBJECT = 0x001E, 0x001F, 0x0040, 0x0003, 0x0102, 0x000D
# Windows' numbers of character sets that Python knows by another name than "cp" and the number.
CODEPAGES = {
    65001: "utf-8",
    20127: "ascii",
    28591: "iso-8859-1",
    28605: "iso-8859-15",
    1200: "utf-16-le",
    10000: "macintosh",
}
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)  # From which Windows counts, in steps of a tenth of a microsecond.

Properties = dict[int, tuple[int, bytes]]


@dataclass
class Item:
    """A message in one of Outlook's formats, with the files and messages that are attached to it."""

    text: str = ""
    sender: str | None = None
    sent: str | None = None
    subject: str | None = None
    files: list[File] = field(default_factory=list)
    items: list["Item"] = field(default_factory=list)
    broken: bool = False


def text_of(properties: Properties, number: int) -> str:
    """Return a property as text, or an empty one."""
    kind, value = properties.get(number, (0, b""))
    if kind == WIDE:
        return clean(decode(value, "utf-16-le")[0])
    return (
        clean(decode(value, _codepage(properties, MESSAGE_CODEPAGE, CODEPAGE))[0]) if kind in {NARROW, BINARY} else ""
    )


def fill(item: Item, properties: Properties, budget: Budget) -> Item:
    """Put what the properties say into a message."""
    headers = read_headers(raw := text_of(properties, HEADERS).encode(), 0, len(raw))[0]
    item.text = item.text or _text(properties, budget)
    item.subject = item.subject or text_of(properties, SUBJECT).strip() or headers.text("subject") or None
    item.sender = _sender(properties) or words(headers.first("from")).replace('"', "") or item.sender
    item.sent = headers.text("date") or _time(properties) or item.sent
    return item


def _text(properties: Properties, budget: Budget) -> str:
    plain = text_of(properties, BODY)
    if plain.strip():
        return plain
    kind, value = properties.get(HTML, (0, b""))
    if value:
        text = decode(value, _codepage(properties, CODEPAGE))[0] if kind == BINARY else text_of(properties, HTML)
        if (read := html_to_text(budget.of_html(text))).strip():
            return clean(read)
    return clean(rtf_to_text(properties.get(RTF, (0, b""))[1]))


def _codepage(properties: Properties, *numbers: int) -> str | None:
    for number in numbers:
        kind, value = properties.get(number, (0, b""))
        if kind == LONG and len(value) >= 4:
            page = int.from_bytes(value[:4], "little")
            return CODEPAGES.get(page, f"cp{page}")
    return None


def _sender(properties: Properties) -> str | None:
    names = (text_of(properties, number).strip() for number in (SENT_FOR, SENDER))
    numbers = (SENT_FOR_SMTP, SENDER_SMTP, SENT_FOR_ADDRESS, SENDER_ADDRESS)
    # Inside one organisation an address may be a path of its directory, which says nothing to others.
    address = next((found for number in numbers if "@" in (found := text_of(properties, number).strip())), "")
    name = next((name for name in names if name), "")
    if name and address and name.lower() != address.lower():
        return f"{name} <{address}>"
    return address or name or None


def _time(properties: Properties) -> str | None:
    for number in (SUBMITTED, DELIVERED):
        kind, value = properties.get(number, (0, b""))
        if kind == TIME and len(value) >= 8 and any(value[:8]):
            try:
                moment = EPOCH + timedelta(microseconds=int.from_bytes(value[:8], "little") // 10)
            except OverflowError:
                continue
            return moment.isoformat(timespec="seconds")
    return None
