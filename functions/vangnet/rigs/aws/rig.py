"""The AWS rig, wired: every port filled, in one place. Each part is made when it is first needed.

A function uses only what its role allows: intake has an inbox and nothing to read, tick sends nothing.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.inbox import InboxStore
from vangnet.rigs.aws.keys import KmsKeys, hashing_key
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.aws.system_clock import SystemClock
from vangnet.shell.config import Configuration
from vangnet.shell.engine import Engine
from vangnet.shell.ports import Clock, Ports, Sender

if TYPE_CHECKING:  # What not every function uses is imported by the one that does.
    from vangnet.case.facts import Context
    from vangnet.case.state import MessageItem
    from vangnet.protocol.load import Loaded
    from vangnet.rigs.aws.aside import Aside
    from vangnet.rigs.aws.dynamo_store import DynamoStore
    from vangnet.shell.feedback import Feedback
    from vangnet.shell.following import Following
    from vangnet.shell.reading import Reading

PATIENCE = 5  # Streams in a row for which AWS cannot be used, until the sweep leaves the rest to the next.
MESSAGES_AT_ONCE = 10  # Handed over before it is noted that they went: each note is a transaction.


class AwsRig:
    """A Vangnet on AWS, as one function sees it."""

    def __init__(self, settings: Settings, clock: Clock | None = None, loaded: "Loaded | None" = None) -> None:
        """Take the names of what the stack made; another clock and other documents are for exercises."""
        self.settings = settings
        self.clock: Clock = clock or SystemClock()
        self._loaded = loaded
        self.calendar_looked_at = False

    @cached_property
    def loaded(self) -> "Loaded":
        """Return the documents in force, with the address that links in messages begin with."""
        from vangnet.rigs.aws.documents import documents

        return self._loaded or documents(self.settings, self.clock.now().date())

    @cached_property
    def keys(self) -> KmsKeys:
        """Return what wraps keys and hashes names."""
        secret = client("secretsmanager").get_secret_value(SecretId=self.settings.secret)["SecretString"]
        return KmsKeys(client("kms"), self.settings.key, hashing_key(secret))

    @cached_property
    def store(self) -> "DynamoStore":
        """Return the event store."""
        from vangnet.rigs.aws.dynamo_store import DynamoStore

        return DynamoStore(client("dynamodb"), self.settings.table)

    @cached_property
    def inbox(self) -> InboxStore:
        """Return the inbox as intake sees it: it can only be put into."""
        return InboxStore(client("dynamodb"), self.settings.table)

    @cached_property
    def senders(self) -> dict[str, Sender]:
        """Return the channels: SES for mail, SNS for SMS."""
        from vangnet.rigs.aws.senders import SesSender, SnsSender

        domain = self.settings.mail_from.rpartition("@")[2]
        mail = SesSender(client("sesv2"), self.settings.mail_from, self.settings.mail_set, domain)
        return {"mail": mail, "sms": SnsSender(client("sns"), self.settings.sender_id)}

    @cached_property
    def sign_of_life(self) -> Any:
        """Return what tells an address outside that the sweep ran, or None where none is configured."""
        municipality = self.loaded.protocol.municipality
        if municipality.heartbeat is None:
            return None
        from vangnet.rigs.channels.build import sign_of_life_of

        return sign_of_life_of(municipality, self.clock)

    @cached_property
    def blobs(self) -> Any:
        """Return where sealed evidence lies."""
        from vangnet.rigs.aws.blobs import S3Blobs

        return S3Blobs(client("s3"), self.settings.evidence)

    @cached_property
    def aside(self) -> "Aside":
        """Return where files go that are too large for a request, in and out."""
        from vangnet.access.sealing import Sealer
        from vangnet.rigs.aws.aside import Aside

        return Aside(client("s3"), self.settings.uploads, Sealer(self.secret, self.clock.now))

    def ports(self, *, inbox_only: bool = False, senders: Mapping[str, Sender] | None = None) -> Ports:
        """Return the ports filled; with `inbox_only` nothing can be read."""
        store: Any = self.inbox if inbox_only else self.store
        waiting = None if inbox_only else self.store
        sending = dict(self.senders if senders is None else senders)
        return Ports(store, self.keys, self.blobs, sending, self.clock, self.keys, wording, waiting)

    @cached_property
    def engine(self) -> Engine:
        """Return the engine on the table."""
        from vangnet.shell.arrivals import Arrivals

        engine = Engine(self.ports(), Configuration(self.loaded))
        engine.arrive = Arrivals(engine).admit
        return engine

    @cached_property
    def following(self) -> "Following":
        """Return what follows and sends."""
        from vangnet.shell.following import Following

        following = Following(self.engine, at_once=MESSAGES_AT_ONCE, patience=PATIENCE)
        following.prints = self._ask_for_letters
        return following

    def _ask_for_letters(self, stream: str) -> bool:
        from vangnet.rigs.aws.letters import asking

        return asking(self)(stream)

    @cached_property
    def quiet_following(self) -> "Following":
        """Return what follows and leaves sending to notify."""
        from vangnet.shell.following import Following

        return Following(self.engine, sends=False)

    @cached_property
    def reading(self) -> "Reading":
        """Return what pages read through."""
        from vangnet.shell.reading import Reading

        return Reading(self.engine)

    @cached_property
    def feedback(self) -> "Feedback":
        """Return what notes what comes back."""
        from vangnet.shell.feedback import Feedback

        return Feedback(self.engine)

    @cached_property
    def secret(self) -> bytes:
        """Return the secret that sessions and drafts are sealed with."""
        return self.keys.keyed_hash("secret", "web")


def wording(ctx: "Context", message: "MessageItem", link_code: str) -> tuple[str, str]:
    """Return a message in words; what it takes is imported by the first that is sent."""
    from vangnet.notifications.wording import wording as words

    return words(ctx, message, link_code)
