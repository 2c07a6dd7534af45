"""Which of the messages that were passed on somebody else wrote."""

import re

from schemas.report import Forwarded
from vangnet.intake.mail.message import ReadMail

ADDRESS = re.compile(r"[^\s@<>\[\]()\"',;:]+@[^\s@<>\[\]()\"',;:]+")


def from_others(mail: ReadMail) -> tuple[Forwarded, ...]:
    """Return what was passed on and not written by the sender himself; what names no address is kept."""
    return tuple(entry for entry in mail.forwarded if not (mail.sender and _address(entry) == mail.sender.lower()))


def _address(entry: Forwarded) -> str:
    found = ADDRESS.findall(entry.sender or "")
    return found[-1].lower().rstrip(".") if found else ""
