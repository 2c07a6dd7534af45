"""What comes back about messages that were taken: receipts of providers, and mails that bounced.

Nothing that comes back can lose an alarm: it ends only by a person. A receipt that comes late, twice or for something
that is not ours changes nothing, or says better what was thought before.
"""

from typing import Literal

from schemas.events.base import SYSTEM
from schemas.events.house import MessageDelivered, MessageLost
from vangnet.case.entries import receipt_list
from vangnet.case.messages import lost
from vangnet.case.state import MessageItem
from vangnet.shell.delivery import note
from vangnet.shell.engine import Engine
from vangnet.shell.streams import Stream

ReceiptState = Literal["delivered", "failed", "pending"]
BEFORE_DELIVERY = frozenset({"sent", "lost", "failing"})


class Feedback:
    """Notes what comes back."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine whose messages it is about."""
        self._engine = engine
        self.strange = 0  # Receipts that fitted no message since the start: a provider mixes something up.

    def message(self, message_id: str) -> tuple[Stream, MessageItem] | None:
        """Return the message of ours that a Message-ID names, or None where we did not make it."""
        mark = message_id.strip().strip("<>").partition("@")[0]
        found = self._engine.names.marked(mark)
        if found is None:
            return None
        stream = self._engine.streams.load(found[0])
        item = stream.case.messages.get(found[1])
        return (stream, item) if item else None

    def bounced(self, message_id: str, *, permanent: bool, why: str) -> bool:
        """Note that a mail came back; one that is only late, or not ours, changes nothing. Tell whether it was ours.

        Raises:
            StoreUnavailable: it was not noted.
        """
        found = self.message(message_id)
        if found is None:
            return False
        stream, item = found
        if permanent and item.state in {"sent", "delivered"}:
            note(self._engine, stream, [MessageLost(message=item.id, why=f"bounced: {why}")], f"bounced:{item.id}")
            self._engine.hint(stream.id)
        return True

    def delivered(self, message_id: str) -> bool:
        """Note that a mail was taken by its addressee's server; tell whether it was ours.

        It may bounce after that, and the two may be told in either order: one that bounced stays lost.

        Raises:
            StoreUnavailable: it was not noted.
        """
        found = self.message(message_id)
        if found is None:
            return False
        stream, item = found
        if item.state in BEFORE_DELIVERY - {"lost"}:
            note(self._engine, stream, [MessageDelivered(message=item.id)], f"delivered:{item.id}")
        return True

    def receipt(self, via: str, receipt: str, state: ReceiptState) -> bool:
        """Note what a provider says of a message; tell whether there is such a message.

        Raises:
            StoreUnavailable: it was not noted.
        """
        rows = self._engine.ports.store.listed(receipt_list(via, receipt), limit=1)
        if not rows:
            self.strange += 1
            return False
        name, stream_id = rows[0]
        stream = self._engine.streams.load(stream_id)
        item = stream.case.messages[name]
        if state == "delivered" and item.state in BEFORE_DELIVERY:
            note(self._engine, stream, [MessageDelivered(message=name)], f"delivered:{name}")
        elif state == "failed" and item.state == "sent":
            event = lost(self._engine.context(stream, SYSTEM), item, "not_delivered")
            note(self._engine, stream, [event], f"lost:{name}:{item.tries}")
            self._engine.hint(stream.id)
        return True
