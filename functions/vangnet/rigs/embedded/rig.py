"""The embedded rig, wired: every port filled, in one place."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from schemas.words import CHANNELS
from vangnet.case.agenda import FOLLOWED_WITHIN
from vangnet.cli.drills.stage import Gone
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.mail.receive import MailIntake
from vangnet.intake.readable import readable
from vangnet.letters.printing import Printing
from vangnet.notifications.wording import wording
from vangnet.protocol.load import Loaded
from vangnet.rigs.channels.build import senders_of, sign_of_life_of
from vangnet.rigs.channels.unconfigured import Recorded, Unconfigured
from vangnet.rigs.embedded.clock import ClockThread, SystemClock
from vangnet.rigs.embedded.folder import DataFolder, FileBlobs
from vangnet.rigs.embedded.keys import FileKeys
from vangnet.rigs.embedded.outbox import Outbox
from vangnet.rigs.embedded.pulse import Pulse
from vangnet.rigs.embedded.smtp import MailDoor
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.rigs.name_service import look_up
from vangnet.rigs.starting import CannotStart
from vangnet.shell.archive import ArchiveError
from vangnet.shell.archive_import import check_import
from vangnet.shell.config import Configuration
from vangnet.shell.engine import Engine
from vangnet.shell.feedback import Feedback
from vangnet.shell.following import Following
from vangnet.shell.names import Names
from vangnet.shell.obligations import keep_obligations
from vangnet.shell.ports import Clock, Ports, Sender, StoreUnavailable
from vangnet.shell.reading import Reading
from vangnet.shell.standing import complain
from vangnet.shell.streams import every_stream

SWEPT_WITHIN = timedelta(minutes=3)  # Without a sweep for longer no sign of life is given.
SETTLE_SECONDS = 1.5  # How long an answer waits for what follows; it is durable already.


class EmbeddedRig:
    """A whole Vangnet on one data directory."""

    def __init__(
        self, loaded: Loaded, path: Path, clock: Clock | None = None, senders: Mapping[str, Sender] | None = None
    ) -> None:
        """Open the directory and wire everything; nothing runs yet. Other `senders` are for exercises.

        Raises:
            CannotStart: with one sentence that says why.
        """
        self.folder = DataFolder(path)
        self.clock: Clock = clock or SystemClock()
        try:
            keys = FileKeys(self.folder.master_key(), self.folder.hashing_key())
            self.store = SqliteStore(path / "vangnet.db")
        except (StoreUnavailable, CannotStart) as error:
            self.folder.close()
            if isinstance(error, CannotStart):
                raise
            raise CannotStart(f"The data in {path} cannot be used: {error}.") from error
        self._check_import(keys)
        self.outbox = Outbox(self.store, self.clock)
        self.blobs = FileBlobs(path / "evidence")
        senders = channels(loaded, self.outbox, self.clock, keys) if senders is None else senders
        ports = Ports(self.store, keys, self.blobs, dict(senders), self.clock, keys, wording)
        self.engine = Engine(ports, Configuration(loaded))
        self.following = Following(self.engine)
        room = EvidenceRoom(self.blobs, keys, keys, self.clock.now)
        self.following.prints = Printing(self.engine, room.receive).print
        self.reading = Reading(self.engine)
        self.feedback = Feedback(self.engine)
        self.mail = MailIntake(self.engine, look_up=look_up, feedback=self.feedback)
        self.door = MailDoor(self._receive, self.clock)
        self._sign = sign_of_life_of(loaded.protocol.municipality, self.clock)
        self.secret = keys.keyed_hash("secret", "web")
        self.clock_thread = ClockThread(
            self.following,
            self.store,
            self.clock,
            check=self._check,
            pulse=Pulse(path / "pulse", self.clock),
            complain=partial(complain, self.engine),
        )

    def _check_import(self, keys: FileKeys) -> None:
        try:
            check_import(self.store, keys.hashing)
        except (StoreUnavailable, ArchiveError) as error:
            self.stop_store()
            raise CannotStart(f"The data in {self.folder.path} cannot be used: {error}") from error

    def start(self) -> None:
        """Keep the document in force, and let the clock go.

        Raises:
            CannotStart: there is no room for it.
        """
        try:
            self.engine.keep_document()
            keep_obligations(self.engine)
        except StoreUnavailable as error:
            raise CannotStart(f"The data in {self.folder.path} cannot be written: {error}; make room.") from error
        self.engine.hint = self.clock_thread.hint
        self.clock_thread.start()

    def _receive(self, content: bytes, sender: str, here: bool) -> None:
        """Store a mail that came in by SMTP.

        Raises:
            StoreUnavailable: it was not stored.
        """
        self.mail.receive(content, envelope_sender=sender, loopback=here)

    def settle(self, _stream: str = "") -> None:
        """Wait shortly for what follows from what was just stored."""
        self.clock_thread.settle(SETTLE_SECONDS)

    def _check(self) -> None:
        """Find out whether what could not be written can be written again."""
        self.store.check()
        self.blobs.check()

    def health(self) -> dict[str, object]:
        """Return what works and what does not, for the health page and the failure board.

        `stuck` names the streams that cannot be followed; a reference says nothing of a case.
        """
        troubles = []
        if not self.clock_thread.alive:
            troubles.append("clock")
        if not self.door.alive or self.door.failing:
            troubles.append("mail_in")
        troubles += [f"{channel}_out" for channel in self.following.standstill.channels()]
        if self.clock_thread.fault or self.store.fault or self.blobs.fault:
            troubles.append("store")
        stuck = sorted(self.following.stuck)
        found: dict[str, object] = {"status": "failing" if troubles or stuck else "ok", "troubles": troubles}
        if self.door.troubled_since:
            found["mail_not_kept"] = {"count": self.door.troubles, "since": self.door.troubled_since}
        return found | {"stuck": stuck}

    def give_sign_of_life(self) -> None:
        """Tell the configured address that everything works and the sweep ran, if so and if it is time."""
        if self._sign:
            swept_at = self.clock_thread.swept_at
            swept = swept_at is not None and self.clock.now() - swept_at < SWEPT_WITHIN
            self._sign.beat(healthy=swept and self.health()["status"] == "ok")

    def gone(self) -> Sequence[Gone]:
        """Return what the outbox holds."""
        return self.outbox.gone()

    def stop(self) -> None:
        """Stop cleanly: no mail is taken any more, and what was taken is finished."""
        self.door.stop()
        self.clock_thread.stop()
        self.stop_store()

    def stop_store(self) -> None:
        """Let go of a directory that was opened without starting anything."""
        self.store.close()
        self.folder.close()


def sweep(loaded: Loaded, data: Path) -> int:
    """Do what is due in a data directory that nothing serves, as after a restore; return how many streams were.

    Raises:
        CannotStart: it cannot be opened.
    """
    rig = EmbeddedRig(loaded, data)
    try:
        return rig.following.sweep(ahead=FOLLOWED_WITHIN)
    finally:
        rig.stop_store()


def channels(loaded: Loaded, outbox: Outbox, clock: Clock, keys: FileKeys) -> dict[str, Sender]:
    """Return what sends: the configured channels; in a demonstration the outbox, which sees all of it.

    Raises:
        CannotStart: a secret is missing.
    """
    municipality = loaded.protocol.municipality
    code = Names(keys, keys).receipt_code
    address = f"{municipality.address.rstrip('/')}/api/v1/receipts"
    receipts = {one.name: f"{address}/{one.name}/{code(one.name)}" for one in municipality.gateways}
    real = senders_of(municipality, clock, receipts=receipts)
    if municipality.example:
        return {name: Recorded(real[name], outbox) if name in real else outbox for name in CHANNELS}
    return {"sms": Unconfigured("gateways"), "mail": Unconfigured("relay")} | real


class EmbeddedStage:
    """The embedded rig with the time injected, for drills: its store, clock and outbox, without its thread."""

    def __init__(self, loaded: Loaded, start: datetime, path: Path, *, temporary: bool = False) -> None:
        """Wire a rig whose clock is set from outside."""
        self._temporary = temporary
        self._time = _Injected(start)
        self._rig = EmbeddedRig(loaded, path, self._time)
        self.engine, self.following = self._rig.engine, self._rig.following

    def set_time(self, moment: datetime) -> None:
        """Set the clock."""
        self._time.moment = moment

    def break_channel(self, channel: str, *, broken: bool) -> None:
        """Let a channel stand still, or go again."""
        broken_ones = self._rig.outbox.broken
        (broken_ones.add if broken else broken_ones.discard)(channel)

    def gone(self) -> Sequence[Gone]:
        """Return what went out."""
        return self._rig.gone()

    def readable(self) -> str:
        """Return every event that can still be opened, and the evidence."""
        return readable(self.engine, every_stream(self._rig.store))

    def close(self) -> None:
        """Let go of the directory; one that was made for an exercise goes with it."""
        self._rig.store.close()
        self._rig.folder.close()
        if self._temporary:
            shutil.rmtree(self._rig.folder.path, ignore_errors=True)


class _Injected:
    """A clock that shows what it is told."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment
