"""A mail cut into its parts: each where it stands in the raw bytes, so that nothing is lost by writing it anew.

The structure is read here and not by the standard library: its reader recurses for each nested part, takes quadratic
time for some mails, and gives back other bytes for an attached message than were received, which breaks its signature.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field

from vangnet.intake.mail.headers import Headers, read_headers

PARTS_MAX = 500  # Parts of one mail; a mail with a photo album has a hundred.
DEPTH_MAX = 20  # Parts in parts; each level is read once more, so it also bounds the time.
BOUNDARY_LENGTH_MAX = 200  # RFC 2046 says 70.
NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))
UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} [^\n]*\n", re.MULTILINE)


@dataclass
class Part:
    """A part of a mail, or the mail itself: its headers, and where in the raw mail its body stands."""

    headers: Headers
    raw: bytes = field(repr=False)
    start: int
    end: int
    kind: str = "text/plain"
    children: list["Part"] = field(default_factory=list)

    @property
    def body(self) -> bytes:
        """Return the body as it stands in the mail."""
        return self.raw[self.start : self.end]

    def content(self) -> tuple[bytes, bool]:
        """Return the body with its transfer encoding undone, and whether that went well."""
        how = self.headers.first("content-transfer-encoding").split(";")[0].strip().strip("\"'").lower()
        body = self.body
        if how == "base64":
            return _from_base64(body)
        if how == "quoted-printable":
            return binascii.a2b_qp(body), True
        if how in {"x-uuencode", "uuencode", "x-uue"}:
            return _from_uu(body)
        return body, how in {"", "7bit", "8bit", "binary", "7-bit", "8-bit", "none"}

    def leaves(self) -> list["Part"]:
        """Return the parts without parts, in the order of the mail."""
        found: list[Part] = []
        ahead = [self]
        while ahead:
            part = ahead.pop()
            if not part.children:
                found.append(part)
            ahead.extend(reversed(part.children))
        return found


def cut(raw: bytes) -> tuple[Part, tuple[str, ...]]:
    """Return the mail as a tree of parts, and what of its structure was not as it should be."""
    headers, start = read_headers(raw, 0, len(raw))
    root = Part(headers, raw, start, len(raw), _kind(headers, "text/plain"))
    broken: list[str] = []
    ahead, count = [(root, 0)], 1
    while ahead:
        part, depth = ahead.pop(0)
        if not part.kind.startswith("multipart/"):
            continue
        spans = _spans(part, broken) if depth < DEPTH_MAX else []
        if not spans:
            broken.append("structure")
            part.kind = "text/plain"
            continue
        if count + len(spans) > PARTS_MAX:
            broken.append("too_many_parts")
            spans = spans[: max(0, PARTS_MAX - count)]
        count += len(spans)
        inner = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
        part.children = [_part(raw, at, end, inner) for at, end in spans]
        ahead.extend((child, depth + 1) for child in part.children)
    return root, tuple(broken)


def _part(raw: bytes, start: int, end: int, default: str) -> Part:
    headers, body = read_headers(raw, start, end)
    return Part(headers, raw, body, end, _kind(headers, default))


def _kind(headers: Headers, default: str) -> str:
    kind = headers.kind()
    return kind if kind.count("/") == 1 and not kind.startswith("/") and not kind.endswith("/") else default


def _spans(part: Part, broken: list[str]) -> list[tuple[int, int]]:
    """Return where the parts of a multipart stand; the line end before a boundary belongs to the boundary."""
    boundary = part.headers.parameter("boundary").encode("utf-8", "replace").rstrip()
    if not boundary or len(boundary) > BOUNDARY_LENGTH_MAX:
        return []
    marks = re.compile(rb"--" + re.escape(boundary) + rb"(--)?[ \t]*(\r?\n|\r?\Z)")
    spans: list[tuple[int, int]] = []
    begun: int | None = None
    at, end = part.start, part.end
    while (found := part.raw.find(b"--" + boundary, at, end)) >= 0:
        at = found + 2
        mark = marks.match(part.raw, found, end)
        if mark is None or (found > part.start and part.raw[found - 1 : found] != b"\n"):
            continue
        if begun is not None:
            spans.append((begun, _before_line_end(part.raw, found, begun)))
        begun, at = mark.end(), mark.end()
        if mark[1]:
            return spans
    if begun is not None:
        broken.append("cut_off")
        spans.append((begun, end))
    return spans


def _before_line_end(raw: bytes, at: int, begun: int) -> int:
    if at > begun and raw[at - 1 : at] == b"\n":
        at -= 1
        if at > begun and raw[at - 1 : at] == b"\r":
            at -= 1
    return at


def _from_base64(body: bytes) -> tuple[bytes, bool]:
    letters = body.translate(None, NOT_BASE64)
    good = len(letters) % 4 == 0 and len(body.translate(None, b"\r\n \t")) == len(letters)
    letters = letters.split(b"=", 1)[0]
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return base64.b64decode(letters + b"=" * (-len(letters) % 4)), good


def _from_uu(body: bytes) -> tuple[bytes, bool]:
    begin = UU_BEGIN.search(body)
    if begin is None:
        return body, False
    content, good = [], True
    for line in body[begin.end() :].splitlines():
        if line.strip() == b"end":
            break
        try:
            content.append(binascii.a2b_uu(line))
        except binascii.Error:
            good = False
    return b"".join(content), good
