"""The text of a message that Outlook kept only as compressed RTF: the last resort, and no more than its words."""

import re

from vangnet.intake.mail.charsets import decode

RTF_SIZE_MAX = 500_000  # Bytes when unpacked.
# What the compression takes to have been written before the first byte; the format fixes it to the letter.
BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
RING = 4096
TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
NOT_SHOWN = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"generator", b"themedata", b"xmlnstbl"}
    | {b"listtable", b"listoverridetable", b"rsidtbl", b"latentstyles", b"datastore", b"header", b"footer"}
)
SIGNS = {b"par": "\n", b"line": "\n", b"tab": "\t", b"row": "\n", b"cell": " ", b"emdash": "—", b"endash": "–"}
SIGNS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"sect": "\n"}


def rtf_to_text(packed: bytes) -> str:
    """Return the words of compressed RTF, or an empty text where it cannot be read."""
    rtf = unpack(packed)
    return _words(rtf) if rtf.startswith(b"{\\rtf") else ""


def unpack(packed: bytes) -> bytes:
    """Return RTF without its compression (MS-OXRTFCP), as far as it can be read."""
    if len(packed) < 16:
        return b""
    size, kind = int.from_bytes(packed[4:8], "little"), packed[8:12]
    if kind == b"MELA":
        return packed[16 : 16 + min(size, RTF_SIZE_MAX)]
    if kind != b"LZFu":
        return b""
    ring = bytearray(BEFORE.ljust(RING, b"\x00"))
    out, write, at = bytearray(), len(BEFORE), 16
    while at < len(packed) and len(out) < min(size, RTF_SIZE_MAX):
        flags, at = packed[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                piece, at = packed[at : at + 1], at + 1
                for letter in piece:
                    ring[write] = letter
                    out.append(letter)
                    write = (write + 1) % RING
                continue
            token = int.from_bytes(packed[at : at + 2].ljust(2, b"\x00"), "big")
            at += 2
            read, length = token >> 4, (token & 15) + 2
            if read == write or at > len(packed):
                return bytes(out)
            for _ in range(length):
                ring[write] = ring[read]
                out.append(ring[read])
                read, write = (read + 1) % RING, (write + 1) % RING
    return bytes(out[:RTF_SIZE_MAX])


def _words(rtf: bytes) -> str:
    """Read RTF without its layout; in RTF that was made from HTML, what stands there for RTF alone is left out."""
    out: list[str] = []
    hidden, for_rtf, skip, charset = [False], False, 0, "cp1252"
    for token in TOKEN.finditer(rtf):
        word, number, code, sign, brace, plain = token.groups()
        if brace == b"{":
            hidden.append(hidden[-1])
        elif brace == b"}" and len(hidden) > 1:
            hidden.pop()
        elif sign == b"*" or word in NOT_SHOWN:
            hidden[-1] = True
        elif word == b"htmlrtf":
            for_rtf = number != b"0"
        elif word == b"ansicpg" and number:
            charset = f"cp{number.decode()}"
        elif hidden[-1] or for_rtf:
            continue
        elif word == b"u" and number:
            out.append(chr(int(number) % 65536))
            skip = 1
        elif word in SIGNS:
            out.append(SIGNS[word])
        elif code or sign in {b"\\", b"{", b"}", b"~", b"_"} or plain:
            piece = bytes.fromhex(code.decode()) if code else (plain or {b"~": b" ", b"_": b"-"}.get(sign, sign))
            out.append(decode(piece[skip:] if plain else b"" if skip else piece, charset)[0])
            skip = 0
    return re.sub(r"\n{3,}", "\n\n", "".join(out)).strip()
