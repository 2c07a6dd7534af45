"""A sign of life to somebody outside, who is to notice when it stops; nothing of the house is in it."""

import ssl
from datetime import datetime, timedelta

from schemas.channels import Heartbeat
from vangnet.calendar.arithmetic import add
from vangnet.calendar.terms import Term
from vangnet.rigs.channels.asking import Answered, ask
from vangnet.rigs.channels.deadline import Deadline
from vangnet.rigs.channels.faults import FAULTS
from vangnet.shell.ports import Clock

BEAT_SECONDS = 5.0  # Nothing else waits for it, but the clock thread may give it.
AGAIN_AFTER = timedelta(seconds=30)  # After one that did not arrive, so that one lost packet is no false alarm.


class SignOfLife:
    """Gives the sign, at most once in each period."""

    def __init__(
        self, heartbeat: Heartbeat, clock: Clock, trust: ssl.SSLContext, *, seconds: float = BEAT_SECONDS
    ) -> None:
        """Take the configuration and the certificates that are trusted."""
        self._address, self._every = heartbeat.address, Term.parse(heartbeat.every)
        self._clock, self._trust = clock, trust
        self._deadline: Deadline[Answered] = Deadline(seconds)
        self._next: datetime | None = None

    def beat(self, *, healthy: bool) -> bool:
        """Give the sign if all is well and it is time; return whether it arrived."""
        now = self._clock.now()
        if not healthy or (self._next is not None and now < self._next):
            return False
        try:
            answered = self._deadline.run(lambda line: ask(line, "GET", self._address, trust=self._trust))
        except FAULTS:
            arrived = False
        else:
            arrived = 200 <= answered.status < 300
        whole = add(now, self._every)
        self._next = whole if arrived else min(whole, now + AGAIN_AFTER)
        return arrived
