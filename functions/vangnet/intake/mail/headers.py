"""The headers of a mail or part, read one by one and never as a whole: a bad one spoils no other."""

import base64
import binascii
import re
from dataclasses import dataclass
from email.message import Message
from email.policy import default
from email.utils import getaddresses

from vangnet.intake.mail.charsets import clean, decode

HEADER_LENGTH_MAX = 20_000  # Characters of one header; longer ones are lists of addresses that nothing is done with.
HEADERS_COUNT_MAX = 2_000  # Headers of one part; a mail after forty relays has some three hundred.
BLOCK_LENGTH_MAX = 1_000_000  # Bytes of all headers of one part.
ADDRESS_LENGTH_MAX = 320
SENDER_LENGTH_MAX = 2_000  # Characters of From; the library takes quadratic time for some.

FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)")
ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


@dataclass(frozen=True)
class Headers:
    """Names in small letters and raw values, in the order in which they stand."""

    fields: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> list[str]:
        """Return the raw values of every header of this name, unfolded."""
        return [value for field, value in self.fields if field == name]

    def first(self, name: str) -> str:
        """Return the raw value of the first header of this name, or an empty text."""
        return next((value for field, value in self.fields if field == name), "")

    def text(self, name: str) -> str:
        """Return the first header of this name as a person reads it."""
        return words(self.first(name))

    def kind(self, name: str = "content-type") -> str:
        """Return what stands before the parameters, in small letters: "text/plain"."""
        return self.first(name).split(";", 1)[0].strip().lower()

    def parameter(self, name: str, header: str = "content-type") -> str:
        """Return a parameter of a header, RFC 2231 and encoded words understood, or an empty text."""
        carrier = Message()
        try:
            carrier[header] = self.first(header)
            found = carrier.get_param(name, "", header)
        except Exception:  # Whatever the library's own reading of a bad header stumbles over.
            return ""
        if isinstance(found, tuple):
            charset, _, value = found
            raw = value.encode("latin-1", "replace") if _is_bytes(value) else value.encode("utf-8", "replace")
            return clean(decode(raw, charset or "utf-8")[0])
        return words(str(found))


def read_headers(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """Return the headers that begin at `start`, and where the body begins; a line that is none begins the body."""
    found: list[tuple[str, list[bytes]]] = []
    at, stop = start, min(end, start + BLOCK_LENGTH_MAX)
    while at < stop:
        after = raw.find(b"\n", at, end) + 1 or end
        line = raw[at:after].rstrip(b"\r\n")
        if not line:
            at = after
            break
        if line[:1] in b" \t" and found:
            found[-1][1].append(line)
        elif field := FIELD.match(line):
            found.append((field[1].decode("ascii").lower(), [line[field.end() :]]))
        elif not (at == start and line.startswith((b"From ", b">From "))):
            break
        at = after
    fields = ((name, _unfolded(lines)) for name, lines in found[:HEADERS_COUNT_MAX])
    return Headers(tuple(fields)), at


def words(value: str) -> str:
    """Return a raw value with its encoded words read and its spaces tidied."""
    pieces: list[str] = []
    pending, charset, at = b"", "", 0
    value = BETWEEN_WORDS.sub(r"\1", value)
    for word in WORD.finditer(value):
        # One letter may be spread over two words, so bytes of neighbours are read together.
        if word.start() > at or word[1].lower() != charset:
            pieces += [decode(pending, charset)[0], value[at : word.start()]]
            pending, charset = b"", word[1].lower()
        pending += _word_bytes(word[2].lower(), word[3])
        at = word.end()
    pieces += [decode(pending, charset)[0] if pending else "", value[at:]]
    return " ".join(clean("".join(pieces)).split())


def one_address(headers: Headers) -> tuple[str, str]:
    """Return (name, address in small letters) of From; the address is empty unless it is one beyond doubt."""
    values = headers.all("from")
    if len(values) != 1:
        return words(values[0]) if values else "", ""
    name, address = split_address(values[0])
    return name, address


def split_address(value: str) -> tuple[str, str]:
    """Return (name, address) of a raw value with one address; two readings that differ give none."""
    if len(value) > SENDER_LENGTH_MAX:
        return words(value[:SENDER_LENGTH_MAX]), ""
    try:
        loose = [(name, address) for name, address in getaddresses([value]) if name or address]
        strict = [found.addr_spec for found in default.header_factory("from", value).addresses]
    except Exception:  # The library's own reading of a bad header.
        return words(value), ""
    name = words(loose[0][0]) if loose else words(value)
    if len(loose) != 1 or len(strict) != 1 or strict[0].lower() != loose[0][1].lower():
        return name, ""
    address = clean(loose[0][1]).lower()
    if len(address) > ADDRESS_LENGTH_MAX or not ADDRESS.fullmatch(address):
        return name, ""
    return name, address


def _unfolded(lines: list[bytes]) -> str:
    whole = b"".join(lines)[:HEADER_LENGTH_MAX]
    return decode(whole, None)[0].replace("\x00", "").strip()


def _word_bytes(how: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if how == "q":
        return binascii.a2b_qp(raw.replace(b"_", b"=20"))
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return base64.b64decode(letters + b"=" * (-len(letters) % 4))


def _is_bytes(value: str) -> bool:
    return all(ord(letter) < 256 for letter in value)
