"""A mail as it was read: who sent it, what he wrote, what he passed on, and the files that came with it."""

from dataclasses import dataclass
from typing import Literal

from schemas.report import Forwarded

# Why nothing is done with a mail by itself: a program sent it. Empty: a person did, as far as one can tell.
Automatic = Literal["", "auto_reply", "bounce", "list", "own"]


@dataclass(frozen=True)
class File:
    """A file that came with a mail, its contents byte for byte."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Bounce:
    """A notice that a mail of ours was not delivered: which (its Message-ID), for good or not yet, and why."""

    message_id: str
    permanent: bool
    why: str


@dataclass(frozen=True)
class ReadMail:
    """What a mail says; reading never fails, `broken` names what could not be read as it should.

    `sender` is the one address in From, in small letters, or empty where there is none or more than one. `text` is all
    that a person would read, for a plain view; `account` what the sender wrote himself; `forwarded` what he passed on,
    the newest first. `signed` are the messages that came attached as they were, for the proof of who sent them.
    """

    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    message_id: str = ""
    replies_to: tuple[str, ...] = ()
    text: str = ""
    account: str = ""
    forwarded: tuple[Forwarded, ...] = ()
    files: tuple[File, ...] = ()
    signed: tuple[bytes, ...] = ()
    automatic: Automatic = ""
    bounce: Bounce | None = None
    broken: tuple[str, ...] = ()
