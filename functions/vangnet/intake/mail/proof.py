"""Proof that a mail left its sender's domain as it is: its DKIM signature, checked against a key that is handed in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import dkim
from dkim.util import InvalidTagValueList, parse_tag_value

SIGNATURES_MAX = 5  # Signatures that are tried; a mail has one of its sender's and at most a few of its carriers'.
NAME = re.compile(rb"[A-Za-z0-9._-]{1,253}")

LookUp = Callable[[bytes], bytes | None]


@dataclass(frozen=True)
class Proof:
    """Who signed a mail, whether it still is as it was signed, and the key as it was found.

    `changed`: the mail is not what was signed. `no_key`: the domain gives no such key (any more). `unreadable`: the
    signature or the key is of no use.
    """

    domain: str
    selector: str
    result: Literal["valid", "changed", "no_key", "unreadable"]
    key: bytes | None = None


def prove(message: bytes, look_up: LookUp) -> Proof | None:
    """Return the first signature that holds, else the first there is; None for a mail without one.

    `look_up` is given the name of a key, as `selector._domainkey.domain.`, and returns its TXT record or None.
    """
    try:
        signed = dkim.DKIM(message)
        headers = [(name, value) for name, value in signed.headers if name.lower() == b"dkim-signature"]
    except Exception:  # Headers that are none.
        return None
    first: Proof | None = None
    for header in headers[:SIGNATURES_MAX]:
        found = _check(signed, header, look_up)
        if found.result == "valid":
            return found
        first = first or found
    return first


def _check(signed: dkim.DKIM, header: tuple[bytes, bytes], look_up: LookUp) -> Proof:
    try:
        tags = parse_tag_value(header[1])
    except InvalidTagValueList:
        return Proof("", "", "unreadable")
    domain, selector = tags.get(b"d", b""), tags.get(b"s", b"")
    names = domain.decode("latin-1").lower(), selector.decode("latin-1")
    if not (NAME.fullmatch(domain) and NAME.fullmatch(selector)):
        return Proof(*names, "unreadable")
    key = look_up(selector + b"._domainkey." + domain + b".")
    if not key or re.search(rb"(?:^|;)\s*p\s*=\s*(?:;|$)", key):  # An empty key was taken back.
        return Proof(*names, "no_key", key)
    return Proof(*names, _verified(signed, header, tags, key), key)


def _verified(
    signed: dkim.DKIM, header: tuple[bytes, bytes], tags: dict[bytes, bytes], key: bytes
) -> Literal["valid", "changed", "unreadable"]:
    # When it was signed and until when it counts is no question of whether the mail was changed since, and the library
    # would ask the clock. A signature of only the beginning must hold for the whole.
    asked = {name: value for name, value in tags.items() if name not in {b"t", b"x", b"l"}}
    try:
        dkim.validate_signature_fields(asked)
        dkim.evaluate_pk(b"key", key)
        included = [name.lower() for name in re.split(rb"\s*:\s*", tags[b"h"])]
        if b"from" not in included:
            return "unreadable"
    except Exception:  # The library's own reading of a bad signature or key.
        return "unreadable"
    try:
        return "valid" if signed.verify_sig(asked, included, header, lambda *_, **__: key) else "changed"
    except dkim.ValidationError:
        return "changed"
    except Exception:  # As above.
        return "unreadable"
