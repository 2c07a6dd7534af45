"""winmail.dat: what Outlook wraps a mail in when it takes the other side for Outlook too."""

from collections.abc import Iterator
from dataclasses import dataclass

from vangnet.intake.mail import mapi
from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.charsets import clean, decode
from vangnet.intake.mail.mapi import Item, Properties
from vangnet.intake.mail.message import File

SIGNATURE = 0x223E9F78
ATTRIBUTES_MAX = 2_000  # Attributes of one file: fifteen for the message, and some five for each attachment.
PROPERTIES_MAX = 2_000
VALUES_MAX = 1_000
NESTED_MAX = 3
SUBJECT, BODY, MESSAGE, RENDER, TITLE, CONTENT, ATTACHMENT, PAGE = (
    0x8004,
    0x800C,
    0x9003,
    0x9002,
    0x8010,
    0x800F,
    0x9005,
    0x9007,
)
# The lengths of properties of a fixed length, padded to four bytes as they are stored.
LENGTHS = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
VARIABLE = frozenset({mapi.NARROW, mapi.WIDE, mapi.BINARY, mapi.OBJECT})
NAMED_FROM = 0x8000
SEVERAL = 0x1000
OBJECT_ID_LENGTH = 16


class _Short(Exception):  # noqa: N818  (the file ends where more was announced)
    """There is less than was announced."""


@dataclass
class _Reader:
    content: bytes
    at: int = 0

    def take(self, length: int) -> bytes:
        if length < 0 or self.at + length > len(self.content):
            raise _Short
        piece = self.content[self.at : self.at + length]
        self.at += length
        return piece

    def number(self, length: int = 4) -> int:
        return int.from_bytes(self.take(length), "little")


def read_tnef(content: bytes, budget: Budget, depth: int = 0) -> Item | None:
    """Return the message in a winmail.dat, as far as it can be read; None where it is none."""
    if len(content) < 6 or int.from_bytes(content[:4], "little") != SIGNATURE or depth > NESTED_MAX:
        return None
    item, page = Item(), None
    attached: list[tuple[str, bytes | None, Properties]] = []
    properties: Properties = {}
    try:
        for number, data in _attributes(_Reader(content, 6)):
            if number == PAGE:
                page = f"cp{int.from_bytes(data[:4], 'little')}"
            elif number == SUBJECT:
                item.subject = _text(data, page) or None
            elif number == BODY:
                item.text = _text(data, page)
            elif number == MESSAGE:
                properties = _properties(_Reader(data))
            elif number == RENDER:
                attached.append(("", None, {}))
            elif attached and number in {TITLE, CONTENT, ATTACHMENT}:
                attached[-1] = _more(attached[-1], number, data, page)
    except _Short:
        item.broken = True
    for name, data_or_none, own in attached:
        _attach(item, File(name, data_or_none or b""), own, budget, depth)
    return mapi.fill(item, properties, budget)


def _attributes(reader: _Reader) -> Iterator[tuple[int, bytes]]:
    for _ in range(ATTRIBUTES_MAX):
        if reader.at >= len(reader.content):
            return
        reader.take(1)
        number = reader.number() & 0xFFFF
        data = reader.take(reader.number())
        yield number, data
        reader.take(2)  # A checksum, which some programs write wrongly.


def _more(
    known: tuple[str, bytes | None, Properties], number: int, data: bytes, page: str | None
) -> tuple[str, bytes | None, Properties]:
    name, content, own = known
    if number == TITLE:
        return _text(data, page), content, own
    if number == CONTENT:
        return name, data, own
    return name, content, _properties(_Reader(data))


def _attach(item: Item, file: File, own: Properties, budget: Budget, depth: int) -> None:
    kind, value = own.get(mapi.ATTACHED, (0, b""))
    inner = value[OBJECT_ID_LENGTH:]
    if kind == mapi.OBJECT and budget.message() and (message := read_tnef(inner, budget, depth + 1)):
        item.items.append(message)
        return
    name = mapi.text_of(own, mapi.LONG_NAME).strip() or file.name
    content = file.content or (value if kind == mapi.BINARY else b"")
    if content:
        item.files.append(File(name, content))
    else:
        item.broken = True


def _properties(reader: _Reader) -> Properties:
    """Read properties up to where they end or stop making sense; what was read counts."""
    found: Properties = {}
    try:
        for _ in range(min(reader.number(), PROPERTIES_MAX)):
            form, number = reader.number(2), reader.number(2)
            if number >= NAMED_FROM:
                reader.take(16)
                _padded(reader, reader.number()) if reader.number() else reader.take(4)
            single = form & ~SEVERAL
            if single in VARIABLE:
                count = reader.number()
                if count > VALUES_MAX:
                    break
                values = [_padded(reader, reader.number()) for _ in range(count)]
            elif single in LENGTHS:
                count = reader.number() if form & SEVERAL else 1
                values = [reader.take(LENGTHS[single]) for _ in range(min(count, VALUES_MAX))]
            else:
                break
            if values and not form & SEVERAL:
                found[number] = (single, values[0])
    except _Short:
        pass
    return found


def _padded(reader: _Reader, length: int) -> bytes:
    value = reader.take(length)
    reader.take(min(-length % 4, len(reader.content) - reader.at))
    return value


def _text(data: bytes, page: str | None) -> str:
    return clean(decode(data.split(b"\x00", 1)[0], page)[0]).strip()
