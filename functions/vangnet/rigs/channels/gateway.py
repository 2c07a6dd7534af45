"""SMS by a provider's gateway: one HTTPS POST as its configuration says."""

import ssl

from schemas.channels import Gateway
from vangnet.rigs.channels.asking import Answered, ask
from vangnet.rigs.channels.deadline import Deadline, Line
from vangnet.rigs.channels.faults import FAULTS, words_of
from vangnet.rigs.channels.judging import body_of, taken
from vangnet.shell.ports import Clock, Outgoing, SendFailed, Taken

GATEWAY_SECONDS = 10.0  # An alarm waits for it; the next gateway is tried after that.


class HttpGateway:
    """Sends SMS by one provider."""

    def __init__(
        self,
        gateway: Gateway,
        secret: str,
        clock: Clock,
        trust: ssl.SSLContext,
        *,
        receipts: str = "",
        seconds: float = GATEWAY_SECONDS,
    ) -> None:
        """Take the configuration, the secret itself, the certificates that are trusted, and where receipts may come."""
        self._gateway, self._clock, self._trust, self._receipts = gateway, clock, trust, receipts
        self._headers = {name: text.replace("{secret}", secret) for name, text in gateway.header.items()}
        self._headers["Content-Type"] = "application/json"
        self._deadline: Deadline[Answered] = Deadline(seconds)

    def send(self, message: Outgoing) -> Taken:
        """Post the message; the same one twice is two messages, unless the provider knows its reference again.

        Raises:
            SendFailed: the provider did not take it, or nobody knows whether it did.
        """
        body = body_of(self._gateway, message, self._receipts)

        def attempt(line: Line) -> Answered:
            address = self._gateway.address
            return ask(line, "POST", address, trust=self._trust, headers=self._headers, body=body)

        try:
            answered = self._deadline.run(attempt)
        except FAULTS as fault:
            # "from None": the fault may hold what was sent.
            raise SendFailed(words_of(fault)) from None
        return taken(self._gateway, message, answered, self._clock.now())
