"""Messages that Outlook saved as a .msg file: who sent them, when, about what, what they say, what came along."""

import io
from typing import Any

from vangnet.intake.mail import mapi
from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.mapi import Item, Properties
from vangnet.intake.mail.message import File

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAM = "__substg1.0_"
FIXED = "__properties_version1.0"
ATTACHMENT = "__attach_version1.0_#"
HEADER_LENGTHS = {"message": 32, "inner": 24, "attachment": 8}  # Before the properties of fixed length.
NESTED_MAX = 3  # Messages in messages.
HEADER_LENGTH = 512
STREAMS_MAX = 1_000  # Each attachment looks through all of them once.


def read_msg(content: bytes, budget: Budget) -> Item | None:
    """Return the message of a .msg file, as far as it can be read; None where nothing can."""
    if not content.startswith(OLE) or not _is_sound(content):
        return None
    # Imported where it is used, as mails with such a file are few and it takes a while.
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            paths = [tuple(path) for path in ole.listdir()[:STREAMS_MAX]]
            item = _Reader(ole, paths, budget, len(content)).item((), 0)
    except Exception:  # A damaged file fails in as many ways as its reader has lines.
        return None
    return item if item.text or item.sender or item.subject or item.files or item.items else None


class _Reader:
    """Reads the messages in one file."""

    def __init__(self, ole: Any, paths: list[tuple[str, ...]], budget: Budget, size: int) -> None:
        self._ole, self._paths, self._budget = ole, paths, budget
        # What is in a file is no more than the file, though chains of sectors that cross make it seem so.
        self._left = size if ole.root.size <= size else 0

    def item(self, at: tuple[str, ...], depth: int) -> Item:
        item, length = Item(), len(at) + 1
        rooms = {path[:length] for path in self._paths if len(path) > length and path[: len(at)] == at}
        for room in sorted(rooms):
            if not room[-1].startswith(ATTACHMENT):
                continue
            try:
                self._attachment(room, item, depth)
            except Exception:  # One damaged attachment takes no other with it.
                item.broken = True
        return mapi.fill(item, self._properties(at, "inner" if at else "message"), self._budget)

    def _attachment(self, room: tuple[str, ...], item: Item, depth: int) -> None:
        inner = (*room, f"{STREAM}{mapi.ATTACHED:04X}{mapi.OBJECT:04X}")
        if any(path[: len(inner)] == inner and len(path) > len(inner) for path in self._paths):
            if depth < NESTED_MAX and self._budget.message():
                item.items.append(self.item(inner, depth + 1))
            else:
                item.broken = True
            return
        properties = self._properties(room, "attachment")
        numbers = (mapi.LONG_NAME, mapi.SHORT_NAME, mapi.DISPLAY_NAME)
        name = next((found for number in numbers if (found := mapi.text_of(properties, number).strip())), "")
        content = properties.get(mapi.ATTACHED, (0, None))[1]
        if content is None:
            item.broken = True
        else:
            item.files.append(File(name, content))

    def _properties(self, at: tuple[str, ...], kind: str) -> Properties:
        found: Properties = {}
        for path in self._paths:
            name = path[-1]
            if path[:-1] != at:
                continue
            if name == FIXED:
                _read_fixed(self._stream(path)[HEADER_LENGTHS[kind] :], found)
            elif name.startswith(STREAM) and len(name) == len(STREAM) + 8:
                try:
                    number, form = int(name[-8:-4], 16), int(name[-4:], 16)
                    found[number] = (form, self._stream(path))
                except (ValueError, OSError):
                    continue
        return found

    def _stream(self, path: tuple[str, ...]) -> bytes:
        self._left -= self._ole.get_size(list(path))
        if self._left < 0:
            raise OSError
        with self._ole.openstream(list(path)) as stream:
            content: bytes = stream.read()
        return content


def _is_sound(content: bytes) -> bool:
    """Say whether the header has sectors of a known size, and no more of them than the file has."""
    if len(content) < HEADER_LENGTH:
        return False
    shift, mini_shift = (int.from_bytes(content[at : at + 2], "little") for at in (0x1E, 0x20))
    counts = [int.from_bytes(content[at : at + 4], "little") for at in (0x2C, 0x40, 0x48)]
    return shift in {9, 12} and mini_shift == 6 and max(counts) << shift <= len(content)


def _read_fixed(content: bytes, found: Properties) -> None:
    for at in range(0, len(content) - 15, 16):
        form = int.from_bytes(content[at : at + 2], "little")
        number = int.from_bytes(content[at + 2 : at + 4], "little")
        if form in {mapi.LONG, mapi.TIME}:
            found.setdefault(number, (form, content[at + 8 : at + 16]))
