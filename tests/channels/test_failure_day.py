"""A day in virtual time: the gateway is down for six hours, the relay for two, both at once for one.

Real channels against servers of our own: everybody is told, in order, once, and within a minute of when it can be.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from schemas.channels import Relay as RelayRow
from schemas.commands.alarm import Acknowledge, RecordFirstContact
from schemas.commands.handling import ConfirmClass, TakeCase
from schemas.commands.intake import FileReport
from schemas.events.house import MessageQueued
from tests.channels import web
from tests.channels.certificates import Authority
from tests.channels.servers import Server
from tests.channels.sms import SECRET, configured
from tests.channels.smtp import Relay
from tests.web.site import example
from vangnet.case.state import MessageItem
from vangnet.rigs.channels.failover import Failover
from vangnet.rigs.channels.gateway import HttpGateway
from vangnet.rigs.channels.relay import RelaySender
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.ports import Outgoing, Sender, Taken
from vangnet.shell.reading import Reading
from vangnet.shell.streams import every_stream

START = datetime(2026, 12, 3, 5, 0, tzinfo=UTC)  # Six in the morning in Amsterdam.
MINUTE = timedelta(minutes=1)
DAY_MINUTES = 27 * 60  # And until the next morning, for what is not to wake anybody.
REPORT_EVERY = 37  # Minutes: reports fall before, within and after every outage.
SMS_DOWN = (120, 480)  # Six hours.
MAIL_DOWN = (420, 540)  # Two hours, the first of them while the gateway is down as well.
PROMISE = timedelta(minutes=1)
REPORTS = (
    ("r.bakker", "Hij schreef: ik weet waar je woont en ik maak je kapot."),
    ("w.devries", "Hij noemde mij een vuile trut en bleef schelden, ook na mijn verzoek om op te houden."),
    ("r.yilmaz", "Een man duwde mij tegen de muur en sloeg mij."),
)


@dataclass
class Noting:
    """A channel that notes when which message was taken."""

    inner: Sender
    stage: SimulationStage
    taken: list[tuple[datetime, Outgoing]] = field(default_factory=list)

    def send(self, message: Outgoing) -> Taken:
        """Send it, and note that it went."""
        done = self.inner.send(message)
        self.taken.append((self.stage.clock.now(), message))
        return done


@dataclass
class Day:
    """The stage, the two servers, and what went."""

    stage: SimulationStage
    gateway: web.Gateway
    relay: Relay
    sms: Noting
    mail: Noting
    references: list[str] = field(default_factory=list)
    board: dict[int, int] = field(default_factory=dict)

    def play(self) -> None:
        """Let a day pass, minute by minute, as the clock of the rig does."""
        for minute in range(DAY_MINUTES):
            self.stage.set_time(START + minute * MINUTE)
            self.gateway.answers = [web.answer(503 if SMS_DOWN[0] <= minute < SMS_DOWN[1] else 200)]
            self.relay.steps = {"CONNECT": "421 closed"} if MAIL_DOWN[0] <= minute < MAIL_DOWN[1] else {}
            if minute % REPORT_EVERY == 0 and minute < DAY_MINUTES - 180:
                self.report(minute // REPORT_EVERY)
            self.answer()
            self.stage.calm()
            self.board[minute] = sum(one.message is not None for one in Reading(self.stage.engine).failures())

    def report(self, number: int) -> None:
        """Somebody reports, and what follows is done at once."""
        who, account = REPORTS[number % len(REPORTS)]
        report = {"account": account, "happened_at": "unknown", "channel": "email"}
        filed = self.stage.engine.file_report(who, FileReport.model_validate(report))
        self.references.append(filed.reference)
        self.stage.following.tick(f"case/{filed.reference}")

    def answer(self) -> None:
        """Whoever was reached by anything acknowledges a quarter of an hour later, calls, and takes the case."""
        taken = sorted((*self.sms.taken, *self.mail.taken), key=lambda row: row[0], reverse=True)
        reached = {message.about: at for at, message in taken}
        for reference in self.references:
            case = self.stage.engine.streams.load(f"case/{reference}").case
            at = reached.get(reference)
            if case.state != "reported" or at is None or self.stage.clock.now() - at < 15 * MINUTE:
                continue
            who = "g.mulder" if case.offices[0] == "raadslid" else "b.vandam"
            contact = {"person": case.harmed[0].key, "safe": True}
            for command in (
                *((Acknowledge(),) if case.alarms else ()),
                RecordFirstContact.model_validate(contact),
                ConfirmClass.model_validate({"class": case.classed, "why": "Gelezen"}),
                TakeCase(handler="h.willems", aim="Rust"),
            ):
                self.stage.engine.do(who, reference, command)

    def messages(self) -> Iterator[tuple[str, MessageItem]]:
        """Yield every message of every stream."""
        for stream in every_stream(self.stage.store):
            for one in self.stage.engine.streams.load(stream).case.messages.values():
                yield stream, one


@contextmanager
def day(authority: Authority) -> Iterator[Day]:
    """Set the day up: the whole of Vangnet in memory, but for its channels."""
    stage = SimulationStage(example(), START)
    gateway, relay = web.Gateway([web.answer()]), Relay(authority.server())
    with Server(gateway) as web_server, Server(relay) as mail_server:
        told = {"host": "127.0.0.1", "port": mail_server.port, "sender": "meld@stad.example"}
        by_mail = RelaySender(RelayRow.model_validate(told), "", stage.clock, authority.trusted())
        row = configured(f"http://127.0.0.1:{web_server.port}/")
        by_sms = Failover([("een", HttpGateway(row, SECRET, stage.clock, authority.trusted()))], stage.clock)
        sms, mail = Noting(by_sms, stage), Noting(by_mail, stage)
        stage.engine.ports = replace(stage.engine.ports, senders={"sms": sms, "mail": mail})
        yield Day(stage, gateway, relay, sms, mail)


@pytest.fixture(scope="module")
def played(authority: Authority) -> Iterator[Day]:
    """Play the day once for all tests."""
    with day(authority) as found:
        found.play()
        yield found


def asked_for(day: Day, stream: str, message: MessageItem) -> datetime:
    """Return when a message was first to go."""
    events = (one.event for one in day.stage.engine.streams.load(stream).events)
    return next(one.send_at for one in events if isinstance(one, MessageQueued) and one.message == message.id)


def possible_at(at: datetime, channel: str) -> datetime:
    """Return when what was to go then could go at the earliest: not within an outage."""
    begin, end = SMS_DOWN if channel == "sms" else MAIL_DOWN
    down = START + begin * MINUTE <= at < START + end * MINUTE
    return START + end * MINUTE if down else at


def test_everybody_was_told_once(played: Day) -> None:
    """Each message that kept its sense arrived at its server once; nothing is left under way."""
    states = Counter(one.state for _, one in played.messages())
    sent = {f"{stream}/{one.id}" for stream, one in played.messages() if one.state == "sent"}
    arrived = Counter(message.id for noting in (played.sms, played.mail) for _, message in noting.taken)

    assert set(states) <= {"sent", "dropped"}
    assert states["sent"] > 200
    assert arrived == Counter(sent)
    assert len([one for one in played.gateway.asked if one.body]) > len(played.sms.taken)  # The tries that failed.
    assert len(played.relay.mails) == len(played.mail.taken)


def test_in_the_order_in_which_it_was_said(played: Day) -> None:
    """To one person by one channel nothing overtakes what was to go before it."""
    asked = {f"{stream}/{one.id}": asked_for(played, stream, one) for stream, one in played.messages()}
    for noting in (played.sms, played.mail):
        for person in {message.person for _, message in noting.taken}:
            own = [asked[message.id] for _, message in noting.taken if message.person == person]
            assert own == sorted(own), person


def test_within_a_minute_of_when_it_can_be(played: Day) -> None:
    """What waited for a channel goes within a minute of its return, not when its next try happens to be."""
    arrived = {message.id: at for noting in (played.sms, played.mail) for at, message in noting.taken}
    late = {
        f"{stream}/{one.id}": waited
        for stream, one in played.messages()
        if one.state == "sent"
        and (waited := arrived[f"{stream}/{one.id}"] - possible_at(asked_for(played, stream, one), one.channel))
        > PROMISE
    }

    assert late == {}


def test_an_alarm_reaches_somebody_at_once_by_the_other_channel(played: Day) -> None:
    """Within a minute, but for the hour in which both are down: then within a minute of the first that returns."""
    first_back = START + SMS_DOWN[1] * MINUTE
    for reference in played.references:
        case = played.stage.engine.streams.load(f"case/{reference}").case
        for alarm in case.alarms.values():
            told = [at for n in (played.sms, played.mail) for at, one in n.taken if one.about == reference]
            both_down = START + MAIL_DOWN[0] * MINUTE <= alarm.opened_at < first_back
            assert min(told) - (first_back if both_down else alarm.opened_at) <= PROMISE
            assert not alarm.open


def test_the_failure_board_shows_it_while_it_lasts(played: Day) -> None:
    """Nothing on it before, something in each outage from the first message on, and nothing after."""
    shown = [minute for minute, count in played.board.items() if count]
    first = next(minute for minute in range(SMS_DOWN[0], SMS_DOWN[1], 1) if minute % REPORT_EVERY == 0)

    assert SMS_DOWN[0] <= shown[0] <= first, shown
    assert shown[-1] < MAIL_DOWN[1], shown
