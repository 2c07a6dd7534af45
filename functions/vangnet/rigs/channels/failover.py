"""Several gateways for one channel. They are tried in this order, until one takes the message:

- the configured order, but
- behind the others for a minute: one that failed;
- last of all: one that took the message before and never delivered it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from vangnet.shell.ports import Clock, Outgoing, Sender, SendFailed, Taken

BEHIND_FOR = timedelta(minutes=1)  # So that each message of a rush need not wait for the one that stands still.


class Failover:
    """Sends by the first gateway that takes the message."""

    def __init__(self, gateways: Sequence[tuple[str, Sender]], clock: Clock) -> None:
        """Take the gateways with their names, the first to be tried first."""
        self._gateways, self._clock = tuple(gateways), clock
        self._failed_at: dict[str, datetime] = {}

    def send(self, message: Outgoing) -> Taken:
        """Hand the message to the first gateway that takes it.

        Raises:
            SendFailed: none did. It is permanent if all say so; `again_after` is the least that any asks.
        """
        failures: list[SendFailed] = []
        words: list[str] = []
        for name, gateway in self._in_order(message.avoid):
            try:
                done = gateway.send(message)
            except SendFailed as failure:
                if not failure.permanent:  # One that refuses a number works.
                    self._failed_at[name] = self._clock.now()
                failures.append(failure)
                words.append(f"{name}: {failure}")
            except Exception as error:  # Whatever it is, the next gateway must be tried.
                self._failed_at[name] = self._clock.now()
                failures.append(SendFailed(type(error).__name__))
                words.append(f"{name}: {type(error).__name__}")
            else:
                self._failed_at.pop(name, None)
                return done
        pauses = [failure.again_after for failure in failures if failure.again_after is not None]
        permanent = bool(failures) and all(failure.permanent for failure in failures)
        raise SendFailed("; ".join(words), permanent=permanent, again_after=min(pauses, default=None)) from None

    def _in_order(self, avoid: str) -> list[tuple[str, Sender]]:
        now = self._clock.now()

        def place(row: tuple[str, Sender]) -> tuple[bool, bool]:
            failed = self._failed_at.get(row[0])
            # A clock that was set back must not keep a gateway behind for longer.
            return row[0] == avoid, failed is not None and timedelta(0) <= now - failed < BEHIND_FOR

        return sorted(self._gateways, key=place)
