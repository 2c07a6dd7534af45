"""Bytes to text, whatever a mail says of its letters: what it declares, else UTF-8, else Windows-1252."""

import codecs
import re

# What is declared as these is, in the mails of people, what Windows writes or UTF-8; the web reads it so as well.
WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
WESTERN_PAGE = "cp1252"
# Codecs that are not alphabets, or take more than linear time.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
CHARSET_NAME_LENGTH_MAX = 40
SURROGATE = re.compile("[\ud800-\udfff]")
# Signs that no person reads: all control characters but tab and line feed.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
LINE_END = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")


def decode(content: bytes, declared: str | None) -> tuple[str, bool]:
    """Return the text, and whether its letters were as declared (nothing declared is as declared where UTF-8 holds)."""
    codec = _codec(declared)
    if codec in WESTERN or (codec is None and not declared):
        return _western(content, codec)
    if codec in {"utf-16", "utf-32"}:
        codec = _endian(content, codec)
    try:
        if codec is not None:
            return _whole(content.decode(codec)), True
    except (UnicodeError, LookupError, ValueError):
        pass
    return _western(content, None)[0], False


def clean(text: str) -> str:
    """Return a text with line feeds only, and without signs that nobody can read."""
    return CONTROL.sub("", LINE_END.sub("\n", _whole(text)))


def _codec(declared: str | None) -> str | None:
    name = (declared or "").strip(" \t\"'").lower()
    if not name or len(name) > CHARSET_NAME_LENGTH_MAX:
        return None
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name not in NO_CHARSETS else None


def _western(content: bytes, codec: str | None) -> tuple[str, bool]:
    """Read as UTF-8 if it is that: letters of Windows-1252 practically never form valid UTF-8."""
    try:
        return _whole(content.decode("utf-8")), codec in {None, "ascii"} or content.isascii()
    except UnicodeDecodeError:
        return content.decode(WESTERN_PAGE, errors="replace"), codec in {"iso8859-1", WESTERN_PAGE}


def _endian(content: bytes, codec: str) -> str:
    """Say how UTF-16 or UTF-32 without a mark at its beginning is ordered."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or codec == "utf-32":
        return codec
    head = content[:400]
    return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _whole(text: str) -> str:
    """Replace half characters, which cannot be stored."""
    return SURROGATE.sub("\ufffd", text)
