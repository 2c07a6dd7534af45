"""A channel that a municipality has not configured: what should go by it stands on the failure board."""

from dataclasses import dataclass

from vangnet.shell.ports import Outgoing, Sender, SendFailed, Taken


@dataclass(frozen=True)
class Unconfigured:
    """Takes nothing."""

    field: str

    def send(self, message: Outgoing) -> Taken:
        """Refuse, and say what to configure.

        Raises:
            SendFailed: always.
        """
        raise SendFailed(f"'municipality.{self.field}' is not configured", permanent=True)


@dataclass(frozen=True)
class Recorded:
    """A real channel of a demonstration: what it took is shown in the outbox too."""

    channel: Sender
    outbox: Sender

    def send(self, message: Outgoing) -> Taken:
        """Send it for real, then record it.

        Raises:
            SendFailed: the real channel did not take it.
        """
        taken = self.channel.send(message)
        self.outbox.send(message)
        return taken
