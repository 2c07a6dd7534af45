"""Taking a mail in: read, its files sealed, its sender looked up, and all of it stored before anybody is answered."""

import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from schemas.events.base import SYSTEM
from schemas.events.mail import MailReceived, Proof
from schemas.municipality import Municipality
from schemas.report import ACCOUNT_LENGTH_MAX, LINE_LENGTH_MAX, LIST_LENGTH_MAX, NAME_LENGTH_MAX, Evidence, Forwarded
from vangnet.case.deciding.mail import Circumstances, RepliesTo
from vangnet.case.entries import person_list
from vangnet.case.state import MessageItem
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.mail.authentic import authenticated
from vangnet.intake.mail.message import ReadMail
from vangnet.intake.mail.others import from_others
from vangnet.intake.mail.proof import Proof as Found
from vangnet.intake.mail.proof import prove
from vangnet.intake.mail.read import read_mail
from vangnet.shell.engine import Engine
from vangnet.shell.feedback import Feedback
from vangnet.shell.ports import StoreUnavailable

MAIL_SIZE_MAX = 64 * 1024 * 1024  # Bytes of one mail: 40 MB of files, as they grow on the way, with room.
TEXT_BYTES_MAX = 100_000  # Each of the text, the account and what was passed on: together they are one stored item.
FORWARDED_MAX = 10  # Messages of one thread that are kept apart; all of them stand in the original.
PROOFS_MAX = 3  # Signatures that are checked; each may need a look-up.
FLOOD_MAX = 200  # Reports of one person in FLOOD_WITHIN by mail; more, and a program must be at work.
REPEATS_MAX = 4  # Reports by mail of one person in the same words; the next waits in the queue.
REPEATS_LOOKED_AT = 8  # Of his last reports.
FLOOD_WITHIN = timedelta(hours=1)
ALARMS = ("alarm", "alarm_again", "alarm_returned", "alarm_talk", "alarm_mail")
ANSWERS = ("reply_to_alarm", "reply_to_message")
_SUBJECT = re.compile(r"(?:re|antw|aw|sv)\s*:.*\bVN-[0-9A-Z]{4}-[0-9A-Z]{4}\b", re.IGNORECASE)
# Our answers, come back from a program that marks nothing; and our receipt, quoted.
_ANSWERED = re.compile(
    r"Uw antwoord (?:wordt niet meteen|heeft NIETS)|Your answer (?:is not read at|has confirmed)|"
    r"U antwoordde op een (?:bericht van Vangnet|alarm)\.|You answered (?:a message of Vangnet|an alarm)\."
)
_QUOTED = re.compile(r"(?:is een melding geworden|and became a report): VN-[0-9A-Z]{4}-[0-9A-Z]{4}")

LookUp = Callable[[bytes], bytes | None]


def no_look_up(_: bytes) -> None:
    """Find no key: there is no name service to ask."""


class MailIntake:
    """Takes mails in."""

    def __init__(self, engine: Engine, *, look_up: LookUp = no_look_up, feedback: Feedback | None = None) -> None:
        """Take the engine, what looks up the keys by which mails are signed, and where bounces are noted."""
        ports = engine.ports
        self._engine, self._look_up = engine, look_up
        self._room = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)
        self._feedback = feedback or Feedback(engine)

    def receive(
        self, raw: bytes, *, envelope_sender: str | None = None, loopback: bool = True, trusted: bool | None = None
    ) -> MailReceived:
        """Keep a mail durably, byte for byte, with what was read in it, and return what becomes of it (AP-5.1.9).

        `envelope_sender` is who the relay was told it comes from, empty for what must not be answered; `loopback` says
        whether it came from this machine; `trusted`, in an exercise, whether the sender is proven. The same mail
        delivered twice is one.

        Raises:
            StoreUnavailable: nothing was kept.
        """
        read = read_mail(raw)
        if trusted is None and not self._judges(loopback=loopback):
            trusted = False
        known = self._circumstances(raw, read, envelope_sender, trusted)
        if read.bounce:
            self._feedback.bounced(read.bounce.message_id, permanent=read.bounce.permanent, why=read.bounce.why)
        kept: list[Evidence] = []
        once = same_mail(raw, read)
        try:
            kept.extend(self._files(raw, read))
            stored = self._engine.receive_mail(self._event(raw, read, known, kept), known[0], once=once)
        except StoreUnavailable:
            if not self._may_be_stored(once):
                self._drop(kept)
            raise
        if stored.evidence != tuple(kept):  # It had come before: its own files are kept, these are not needed.
            self._drop(kept)
        return stored

    def _judges(self, *, loopback: bool) -> bool:
        """Tell whether anybody's word on a sender is believed: the relay's, or in a demonstration this machine's."""
        municipality = self._engine.configuration.protocol.municipality
        return bool(municipality.mail_in.authserv_id) or (municipality.example and loopback)

    def _files(self, raw: bytes, read: ReadMail) -> Iterable[Evidence]:
        yield self._room.receive("bericht.eml", raw or b"\n", limit=MAIL_SIZE_MAX)
        for file in read.files[: LIST_LENGTH_MAX - 1]:
            if file.content:
                yield self._room.receive(file.name, file.content, limit=MAIL_SIZE_MAX)

    def _may_be_stored(self, once: str) -> bool:
        """Tell whether a mail may be stored after all, as its answer was lost: then it needs its files."""
        names = self._engine.names
        try:
            return self._engine.streams.load(names.stream(names.reference(SYSTEM, once, 0))).version > 0
        except StoreUnavailable:
            return True

    def _drop(self, kept: Iterable[Evidence]) -> None:
        for one in kept:
            self._room.drop(one)

    def _circumstances(
        self, raw: bytes, read: ReadMail, envelope_sender: str | None, trusted: bool | None
    ) -> tuple[Circumstances, str]:
        """Return what is known of a mail beside its words, and why its sender counts as proven or not."""
        municipality = self._engine.configuration.protocol.municipality
        verdict = authenticated(raw, read.sender, relay=municipality.mail_in.authserv_id)
        person = self._person(read.sender)
        ours = self._ours(read)
        automatic = self._automatic(read, envelope_sender)
        replies_to: RepliesTo = _kind(ours) if ours else ""
        if not ours and person and (_SUBJECT.search(read.subject) or _QUOTED.search(read.text)):
            replies_to = "message"
        if not ours and _ANSWERED.search(f"{read.subject}\n{read.text}"):
            replies_to = "answer"
        known = Circumstances(
            person=person or (ours.to if ours and not automatic else ""),
            authenticated=verdict.ok if trusted is None else trusted,
            automatic=automatic,
            replies_to=replies_to,
            flooding=bool(person) and (self._flooding(person) or self._repeating(person, read)),
        )
        return known, verdict.why

    def _automatic(self, read: ReadMail, envelope_sender: str | None) -> str:
        """Return which program sent a mail; what a stranger can write into its head makes no mail ours, or a bounce."""
        municipality = self._engine.configuration.protocol.municipality
        found: str = read.automatic
        if self._feedback.message(read.message_id):
            return "own"
        forged = found == "own" and read.sender not in _own_addresses(municipality)
        if forged or (found == "bounce" and envelope_sender and not (read.bounce or _daemon(read.sender))):
            found = ""
        if not found and envelope_sender == "":
            found = "bounce"
        return found or ("own_address" if read.sender in _own_addresses(municipality) else "")

    def _person(self, address: str) -> str:
        people = self._engine.configuration.protocol.municipality.people
        return next((who for who, row in people.items() if address and row.email.casefold() == address.casefold()), "")

    def _ours(self, read: ReadMail) -> MessageItem | None:
        """Return the message of ours that a mail answers, known by the mark in its Message-ID."""
        for one in read.replies_to:
            found = self._feedback.message(one)
            if found:
                return found[1]
        return None

    def _flooding(self, person: str) -> bool:
        engine = self._engine
        index = engine.names.hashed_list(person_list(person))
        rows = engine.ports.store.listed(index, limit=FLOOD_MAX, newest_first=True)
        if len(rows) < FLOOD_MAX:
            return False
        oldest = datetime.fromisoformat(rows[-1][0].partition("|")[0])
        return engine.ports.clock.now() - oldest < FLOOD_WITHIN

    def _repeating(self, person: str, read: ReadMail) -> bool:
        """Tell whether a person's last reports by mail were the same words: a program says them again and again."""
        if read.forwarded:  # Somebody may pass the same threat on by several ways.
            return False
        engine = self._engine
        index = engine.names.hashed_list(person_list(person))
        rows = engine.ports.store.listed(index, limit=REPEATS_LOOKED_AT, newest_first=True)
        found = (engine.streams.readable(stream) for _, stream in rows)
        reports = (stream.case.report for stream in found if stream)
        said = read.account[:ACCOUNT_LENGTH_MAX]
        same = [one for one in reports if one and one.by_mail and (one.account or "") == said]
        return len(same) >= REPEATS_MAX

    def _event(
        self, raw: bytes, read: ReadMail, known: tuple[Circumstances, str], kept: Iterable[Evidence]
    ) -> MailReceived:
        forwarded = from_others(read)
        text, account = _fitting(read.text), _fitting(read.account)
        cut = ("cut",) if (text, account) != (read.text, read.account) or len(forwarded) > FORWARDED_MAX else ()
        return MailReceived(
            reference="",
            way="queue",
            broken=(*read.broken, *cut),
            authentic=known[1],
            sender=read.sender[:NAME_LENGTH_MAX],
            sender_name=_plain(read.sender_name)[:NAME_LENGTH_MAX],
            subject=_plain(read.subject)[:LINE_LENGTH_MAX],
            message_id=read.message_id[:LINE_LENGTH_MAX],
            text=text,
            account=account,
            forwarded=_bounded(forwarded),
            evidence=tuple(kept),
            proofs=self._proofs(raw, read),
        )

    def _proofs(self, raw: bytes, read: ReadMail) -> tuple[Proof, ...]:
        """Return whether the messages that were passed on whole were signed; of a stranger's mail, whether it was."""
        messages = (*read.signed, raw)[:PROOFS_MAX]
        found = (prove(one, self._look_up) for one in messages)
        return tuple(_kept(one) for one in found if one)


def _plain(text: str) -> str:
    """Return a line without what turns its letters around or hides them."""
    return "".join(letter for letter in text if letter.isprintable())


def _daemon(sender: str) -> bool:
    """Tell whether an address is one that bounces come from."""
    return sender.partition("@")[0] in {"mailer-daemon", "postmaster"}


def _own_addresses(municipality: Municipality) -> set[str]:
    """Return the addresses by which we take mail and send it."""
    relay = municipality.relay
    return {one.casefold() for one in (municipality.mail_to, relay.sender if relay else None) if one}


def _kept(proof: Found) -> Proof:
    key = (proof.key or b"").decode("ascii", "replace")
    return Proof(domain=proof.domain, selector=proof.selector, result=proof.result, key=key)


def _kind(message: MessageItem) -> RepliesTo:
    return "alarm" if message.template in ALARMS else "answer" if message.template in ANSWERS else "message"


def _fitting(text: str, room: int = TEXT_BYTES_MAX) -> str:
    """Return the beginning of a text, as much as one report takes."""
    return text[:ACCOUNT_LENGTH_MAX].encode("utf-8", "replace")[:room].decode("utf-8", "ignore")


def _bounded(forwarded: tuple[Forwarded, ...]) -> tuple[Forwarded, ...]:
    """Return the newest messages, as much of them as one report takes."""
    room, found = TEXT_BYTES_MAX, []
    for one in forwarded[:FORWARDED_MAX]:
        text = _fitting(one.text, room)
        found.append(one.model_copy(update={"text": text}))
        room -= len(text.encode())
    return tuple(found)


def same_mail(raw: bytes, read: ReadMail) -> str:
    """Return what a mail has in common with itself delivered twice: its own name and its body, not the way it came."""
    body = raw.partition(b"\r\n\r\n")[2] if b"\r\n\r\n" in raw else raw.partition(b"\n\n")[2]
    what = f"{read.message_id}|{read.sender}|".encode() + body if read.message_id else raw
    return "mail:" + hashlib.sha256(what).hexdigest()
