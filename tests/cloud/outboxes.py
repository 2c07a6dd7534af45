"""What the emulated SES and SNS took: the messages, as they would have gone."""

import json
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.cloud.ministack import Ministack

Found = TypeVar("Found")
WITHIN_SECONDS = 60.0  # For what takes a second or three; a machine under load gets the rest.


@dataclass(frozen=True)
class Outboxes:
    """Looks into both."""

    cloud: Ministack

    def sms(self, about: str = "") -> list[tuple[str, str]]:
        """Return (number, text) of each SMS that holds these words."""
        found = self._ask("/_ministack/sns/sms-messages")["sms_messages"]
        rows = [(number, str(one["Message"])) for number, messages in found.items() for one in messages]
        return [row for row in rows if about in row[1]]

    def mails(self, about: str = "") -> list[dict[str, Any]]:
        """Return each mail in whose subject or text these words stand."""
        found = self._ask("/_ministack/ses/messages")["messages"]
        rows = [one for messages in found.values() for one in messages]
        return [one for one in rows if about in f"{one['Subject']}\n{one['BodyText']}"]

    def _ask(self, path: str) -> Any:
        with urllib.request.urlopen(self.cloud.address + path, timeout=10) as answer:
            return json.loads(answer.read())


def until(ask: Callable[[], Found], *, within: float = WITHIN_SECONDS) -> Found:
    """Ask until there is an answer that counts as true, and return it.

    Raises:
        AssertionError: there was none in time.
    """
    deadline = time.monotonic() + within
    while True:
        found = ask()
        if found:
            return found
        assert time.monotonic() < deadline, "it did not come to be in time"
        time.sleep(0.1)
