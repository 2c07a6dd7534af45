"""The AWS rig with the time injected, for exercises: store, inbox, keys, evidence and channels in the emulated cloud.

Reports go into the inbox as intake puts them there, and are taken up from it; only the functions' triggers are missing.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vangnet.cli.drills.stage import Gone
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.readable import readable
from vangnet.letters.printing import Printing
from vangnet.protocol.load import Loaded
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.rig import AwsRig
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.aws.table import definition
from vangnet.shell.arrivals import Arrivals
from vangnet.shell.config import Configuration
from vangnet.shell.engine import Engine
from vangnet.shell.ports import Outgoing, Sender, SendFailed, Taken
from vangnet.shell.streams import every_stream

DOMAIN = "voorbeeldstad.example"


@dataclass
class Injected:
    """A clock that shows what it is told."""

    moment: datetime

    def now(self) -> datetime:
        """Return that moment."""
        return self.moment


@dataclass
class Watched:
    """A channel that notes what it took, and stands still when it is told to."""

    sender: Sender
    clock: Injected
    took: list[Gone]
    broken: set[str] = field(default_factory=set)

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over."""
        if message.channel in self.broken:
            raise SendFailed(f"the channel {message.channel} stands still")
        taken = self.sender.send(message)
        self.took.append(Gone(self.clock.now(), message))
        return taken


def settings(table: str, key: str, secret: str, buckets: dict[str, str], **more: str) -> Settings:
    """Return settings as a function has them."""
    names = {"table": table, "key": key, "secret": secret, "mail_from": f"vangnet@{DOMAIN}", "sender_id": "Vangnet"}
    return Settings.of({f"VANGNET_{name.upper()}": value for name, value in (names | buckets | more).items()})


def foundation() -> Callable[[], Settings]:
    """Make what every exercise shares, and return what gives each a table of its own."""
    key = client("kms").create_key()["KeyMetadata"]["KeyId"]
    secret = client("secretsmanager").create_secret(Name="keyring", SecretString=secrets.token_hex(32))["ARN"]
    client("sesv2").create_email_identity(EmailIdentity=DOMAIN)
    letters = client("sqs").create_queue(QueueName="exercise-letters")["QueueUrl"]
    buckets = {name: f"exercise-{name}" for name in ("evidence", "uploads", "mail")}
    for bucket in buckets.values():
        client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})

    def fresh() -> Settings:
        table = f"exercise-{secrets.token_hex(6)}"
        client("dynamodb").create_table(**definition(table))
        return settings(table, key, secret, buckets, letters=letters)

    return fresh


class AwsStage:
    """A whole Vangnet on AWS whose clock and channels the player holds."""

    def __init__(self, loaded: Loaded, start: datetime, names: Settings) -> None:
        """Wire a rig whose clock is set from outside."""
        self._clock, self._took = Injected(start), list[Gone]()
        self.rig = AwsRig(names, self._clock, loaded)
        watched = {name: Watched(one, self._clock, self._took) for name, one in self.rig.senders.items()}
        self._channels = watched
        self.rig.senders = dict(watched)
        self.engine, self.following = self.rig.engine, self.rig.following
        room = EvidenceRoom(self.rig.blobs, self.rig.keys, self.rig.keys, self._clock.now)
        self.following.prints = Printing(self.engine, room.receive).print  # As its function does, a queue later.
        arrivals = Arrivals(self.engine)
        self.engine.arrive = lambda stream: arrivals.admit(stream, follows=self.following.switches.reactions)
        intake = Engine(self.rig.ports(inbox_only=True), Configuration(loaded))
        intake.hint = lambda stream: self.engine.hint(stream)
        self.engine.file_report = intake.file_report  # type: ignore[method-assign]

    def set_time(self, moment: datetime) -> None:
        """Set the clock."""
        self._clock.moment = moment

    def break_channel(self, channel: str, *, broken: bool) -> None:
        """Let a channel stand still, or go again."""
        found = self._channels[channel].broken
        (found.add if broken else found.discard)(channel)

    def gone(self) -> Sequence[Gone]:
        """Return what went out."""
        return tuple(self._took)

    def readable(self) -> str:
        """Return every event that can still be opened, and the evidence."""
        return readable(self.engine, every_stream(self.rig.store))

    def close(self) -> None:
        """Remove the table."""
        client("dynamodb").delete_table(TableName=self.rig.settings.table)


def of(names: Callable[[], Settings]) -> Callable[..., Any]:
    """Return what sets up a stage of a table of its own."""
    return lambda loaded, start: AwsStage(loaded, start, names())
