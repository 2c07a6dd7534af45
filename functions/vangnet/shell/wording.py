"""How a message gets its words: the one thing that the shell needs from notifications, which lie above it."""

from typing import Protocol

from vangnet.case.facts import Context
from vangnet.case.state import MessageItem


class Wording(Protocol):
    """Makes the words of a message in the language of who gets it."""

    def __call__(self, ctx: Context, message: MessageItem, link_code: str) -> tuple[str, str]:
        """Return subject and text, without personal data; `link_code` opens the page of one button."""
        ...
