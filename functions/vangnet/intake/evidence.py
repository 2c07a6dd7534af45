"""Files as they were received: hashed, sealed with a key of their own, and only ever given back as a download.

What a file is, its contents say and not its name. The key stands in the case (or in the draft until there is one), so
a file of which the case was wiped, or of a draft that was never sent, cannot be opened any more.
"""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from schemas.events.base import Event
from schemas.events.mail import MailReceived
from schemas.events.reports import EvidenceAdded, ReportFiled
from schemas.report import NAME_LENGTH_MAX, Evidence
from vangnet.shell.ports import Blobs, Ids, KeyWrap

EVIDENCE_SIZE_MAX = 25 * 1024 * 1024  # Bytes of one file: a recording of half an hour; longer ones go in parts.
EVIDENCE_COUNT_MAX = 10  # Files in one report or command.
BLOB_NAME_LENGTH = 26
NONCE_LENGTH = 12

Starts = tuple[tuple[int, bytes], ...]

# The first bytes that tell what a file is: (place, bytes), all of which must be there.
SIGNATURES: tuple[tuple[str, Starts], ...] = (
    ("image/jpeg", ((0, b"\xff\xd8\xff"),)),
    ("image/png", ((0, b"\x89PNG\r\n\x1a\n"),)),
    ("image/gif", ((0, b"GIF8"),)),
    ("image/webp", ((0, b"RIFF"), (8, b"WEBP"))),
    ("image/heic", ((4, b"ftyphei"),)),
    ("image/heic", ((4, b"ftypmif1"),)),
    ("application/pdf", ((0, b"%PDF-"),)),
    ("audio/mp4", ((4, b"ftypM4A"),)),
    ("video/mp4", ((4, b"ftyp"),)),
    ("audio/mpeg", ((0, b"ID3"),)),
    ("audio/mpeg", ((0, b"\xff\xfb"),)),
    ("audio/wav", ((0, b"RIFF"), (8, b"WAVE"))),
    ("audio/ogg", ((0, b"OggS"),)),
    ("video/webm", ((0, b"\x1a\x45\xdf\xa3"),)),
    ("application/vnd.ms-outlook", ((0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),)),
    ("application/zip", ((0, b"PK\x03\x04"),)),
)
MAIL_STARTS = (b"received:", b"return-path:", b"from:", b"delivered-to:", b"mime-version:", b"message-id:")


class FileRefused(Exception):  # noqa: N818  (the reporter is told at the field)
    """The file is not kept; `why` is a key of the texts for people."""

    def __init__(self, why: str, name: str) -> None:
        """Keep the reason's key and the file's name."""
        super().__init__(why)
        self.why, self.name = why, name


class EvidenceRoom:
    """Keeps files and gives them back."""

    def __init__(self, blobs: Blobs, wrap: KeyWrap, ids: Ids, now: Callable[[], datetime]) -> None:
        """Take where they are kept, what makes keys and names, and what tells the time (UTC)."""
        self._blobs, self._wrap, self._ids, self._now = blobs, wrap, ids, now

    def receive(self, name: str, content: bytes, *, limit: int = EVIDENCE_SIZE_MAX) -> Evidence:
        """Keep a file durably as received and return what is known of it (AP-5.1.9); `limit` is its size in bytes.

        Raises:
            FileRefused: it is empty or too large.
            StoreUnavailable: nothing was kept.
        """
        if not content:
            raise FileRefused("file_empty", name)
        if len(content) > limit:
            raise FileRefused("file_too_large", name)
        blob, key = self._ids.new(BLOB_NAME_LENGTH), self._wrap.new_key()
        nonce = self._wrap.new_key()[:NONCE_LENGTH]
        self._blobs.put(blob, nonce + _cipher(key).encrypt(nonce, content, blob.encode()))
        return Evidence(
            id=blob,
            name=tidy_name(name),
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            kind=kind_of(content),
            received_at=self._now().isoformat(timespec="seconds"),
            key=base64.b64encode(key).decode(),
        )

    def content(self, evidence: Evidence) -> bytes | None:
        """Return a file byte for byte as received, or None where it is gone or was only ever named."""
        from cryptography.exceptions import InvalidTag

        sealed = self._blobs.get(evidence.id) if evidence.key else None
        if sealed is None:
            return None
        key = base64.b64decode(evidence.key)
        try:
            return bytes(_cipher(key).decrypt(sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], evidence.id.encode()))
        except InvalidTag:
            return None

    def drop(self, evidence: Evidence) -> None:
        """Remove a file that the reporter took back before sending."""
        self._blobs.delete(evidence.id)


def evidence_in(event: Event) -> tuple[Evidence, ...]:
    """Return the files that an event brought."""
    if isinstance(event, ReportFiled | MailReceived):
        return event.evidence
    from schemas.events.letters import LetterKept  # Here, as a report has no letter.

    if isinstance(event, LetterKept):
        return (event.file,) if event.file else ()
    return (event.evidence,) if isinstance(event, EvidenceAdded) and event.evidence else ()


def kind_of(content: bytes) -> str:
    """Return what the contents say a file is; the name is not asked."""
    for kind, starts in SIGNATURES:
        if all(content[at : at + len(mark)] == mark for at, mark in starts):
            return kind
    head = content[:2048]
    if head.lower().startswith(MAIL_STARTS):
        return "message/rfc822"
    try:
        head.decode("utf-8", errors="strict" if len(head) < 2048 else "ignore")
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "application/octet-stream" if b"\x00" in head else "text/plain"


def tidy_name(name: str) -> str:
    """Return a file's name without folders and signs that could mislead, and not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*').strip(". ")
    return plain[-NAME_LENGTH_MAX:] or "bestand"


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
