"""Writes the files that only Outlook writes: .msg files in their container, winmail.dat, and compressed RTF."""

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_MARK = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SENT = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
WIDE, BINARY, TIME, LONG = 0x001F, 0x0102, 0x0040, 0x0003
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Tree = dict[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int  # 1 a folder, 2 a file, 5 the root.
    content: bytes = b""
    left: int = FREE
    right: int = FREE
    child: int = FREE
    start: int = END
    children: list[int] = field(default_factory=list)


def container(tree: Tree) -> bytes:
    """Return a compound file with these folders and files."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    for entry in entries:
        entry.child = _balance(
            entries, sorted(entry.children, key=lambda at: (len(entries[at].name), entries[at].name.upper()))
        )
    mini, mini_fat, sectors = bytearray(), list[int](), list[bytes]()
    fat: list[int] = []
    for entry in entries[1:]:
        if entry.kind == 2 and 0 < len(entry.content) < CUTOFF:
            entry.start = _chain(mini_fat, -(-len(entry.content) // MINI))
            mini += entry.content.ljust(-(-len(entry.content) // MINI) * MINI, b"\x00")
        elif entry.kind == 2 and entry.content:
            entry.start = _store(sectors, fat, entry.content)
    entries[0].start = _store(sectors, fat, bytes(mini)) if mini else END
    entries[0].content = bytes(mini)
    table = _store(sectors, fat, b"".join(struct.pack("<I", at) for at in mini_fat), b"\xff") if mini_fat else END
    folders = _store(sectors, fat, b"".join(_packed(entry) for entry in entries), None)
    return _header(sectors, fat, folders, table) + b"".join(sectors)


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    for name, content in tree.items():
        entries.append(_Entry(name, 2, content) if isinstance(content, bytes) else _Entry(name, 1))
        entries[parent].children.append(at := len(entries) - 1)
        if not isinstance(content, bytes):
            _add(entries, at, content)


def _balance(entries: list[_Entry], sorted_ids: list[int]) -> int:
    if not sorted_ids:
        return FREE
    middle = len(sorted_ids) // 2
    entries[sorted_ids[middle]].left = _balance(entries, sorted_ids[:middle])
    entries[sorted_ids[middle]].right = _balance(entries, sorted_ids[middle + 1 :])
    return sorted_ids[middle]


def _chain(table: list[int], count: int) -> int:
    start = len(table)
    table += [*range(start + 1, start + count), END]
    return start


def _store(sectors: list[bytes], fat: list[int], content: bytes, fill: bytes | None = b"\x00") -> int:
    padded = content.ljust(-(-len(content) // SECTOR) * SECTOR, fill or b"\x00")
    sectors += [padded[at : at + SECTOR] for at in range(0, len(padded), SECTOR)]
    return _chain(fat, len(padded) // SECTOR)


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\x00\x00"
    size = len(entry.content)
    return (
        name.ljust(64, b"\x00")
        + struct.pack("<HBB", len(name), entry.kind, 1)
        + struct.pack("<III", entry.left, entry.right, entry.child)
        + bytes(16)
        + struct.pack("<IQQ", 0, 0, 0)
        + struct.pack("<IQ", entry.start if entry.kind != 1 else 0, size)
    )


def _header(sectors: list[bytes], fat: list[int], folders: int, mini_fat: int) -> bytes:
    count = 1
    while (len(fat) + count) * 4 > count * SECTOR:
        count += 1
    first = len(sectors)
    fat += [FAT_MARK] * count
    content = b"".join(struct.pack("<I", at) for at in fat).ljust(count * SECTOR, b"\xff")
    sectors += [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
    places = [*range(first, first + count)] + [FREE] * (109 - count)
    mini_sectors = 0 if mini_fat == END else 1
    while mini_fat != END and fat[mini_fat + mini_sectors - 1] != END:
        mini_sectors += 1
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<IIIII", 0, count, folders, 0, CUTOFF)
        + struct.pack("<IIII", mini_fat, mini_sectors, END, 0)
        + b"".join(struct.pack("<I", place) for place in places)
    )


def message_tree(
    texts: dict[int, str], *, blobs: dict[int, bytes] | None = None, inner: bool = False, narrow: str = ""
) -> Tree:
    """Return the files of a message: texts and bytes by the number of their property."""
    tree: Tree = {}
    for number, text in texts.items():
        kind = "001E" if narrow else "001F"
        tree[f"__substg1.0_{number:04X}{kind}"] = text.encode(narrow or "utf-16-le", "replace")
    for number, blob in (blobs or {}).items():
        tree[f"__substg1.0_{number:04X}0102"] = blob
    ticks = int((SENT - EPOCH).total_seconds()) * 10_000_000
    fixed = struct.pack("<HHIQ", TIME, 0x0039, 6, ticks)
    page = {"cp1252": 1252, "": 65001}.get(narrow, 1252)
    fixed += struct.pack("<HHIQ", LONG, 0x3FFD, 6, page) + struct.pack("<HHIQ", LONG, 0x3FDE, 6, 65001)
    tree["__properties_version1.0"] = bytes(24 if inner else 32) + fixed
    return tree


def attached_file(name: str, content: bytes) -> Tree:
    """Return the files of an attachment of a message."""
    long_name = name.encode("utf-16-le")
    return {"__substg1.0_3707001F": long_name, "__substg1.0_37010102": content, "__properties_version1.0": bytes(8)}


def attached_message(tree: Tree) -> Tree:
    """Return the files of a message that is attached to another."""
    return {"__substg1.0_3701000D": tree, "__properties_version1.0": bytes(8)}


def packed_rtf(rtf: bytes) -> bytes:
    """Return RTF in the form of Outlook that announces compression and does without."""
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def literal_rtf(rtf: bytes) -> bytes:
    """Return RTF in the compressed form, written letter by letter."""
    out = bytearray()
    for at in range(0, len(rtf), 8):
        piece = rtf[at : at + 8]
        out += b"\x00" + piece
    return struct.pack("<II4sI", len(out) + 12, len(rtf), b"LZFu", 0) + bytes(out)


def winmail(attributes: list[tuple[int, bytes]]) -> bytes:
    """Return a winmail.dat with these attributes."""
    out = bytearray(struct.pack("<IH", 0x223E9F78, 1))
    for number, data in attributes:
        level = 2 if number & 0xFFFF in {0x9002, 0x8010, 0x800F, 0x9005} else 1
        out += struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
    return bytes(out)


def properties(values: dict[int, str | bytes]) -> bytes:
    """Return properties as winmail.dat holds them."""
    out = bytearray(struct.pack("<I", len(values)))
    for number, value in values.items():
        kind, data = (WIDE, value.encode("utf-16-le") + b"\x00\x00") if isinstance(value, str) else (BINARY, value)
        out += struct.pack("<HHII", kind, number, 1, len(data)) + data + bytes(-len(data) % 4)
    return bytes(out)
