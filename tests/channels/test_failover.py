"""Several gateways: the next when one fails, the one that failed behind the others for a while, and who says what."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from tests.channels import web
from tests.channels.certificates import Authority
from tests.channels.servers import Server, closed_port
from tests.channels.sms import MESSAGE, configured, failing
from vangnet.rigs.channels.failover import BEHIND_FOR, Failover
from vangnet.rigs.channels.gateway import HttpGateway
from vangnet.rigs.simulation.world import SetClock
from vangnet.shell.ports import Outgoing, SendFailed, Taken


@dataclass
class Told:
    """A gateway that does as it is told, and counts."""

    name: str
    fault: Exception | None = None
    calls: list[str] = field(default_factory=list)

    def send(self, message: Outgoing) -> Taken:
        """Take it, or raise what it was told."""
        self.calls.append(message.id)
        if self.fault:
            raise self.fault
        return Taken(via=self.name)


def over(clock: SetClock, *gateways: Told) -> Failover:
    """Return a fail over of these gateways."""
    return Failover([(one.name, one) for one in gateways], clock)


def test_the_first_is_tried_first(clock: SetClock) -> None:
    """The second hears nothing while the first works."""
    one, two = Told("een"), Told("twee")

    assert over(clock, one, two).send(MESSAGE).via == "een"
    assert two.calls == []


@pytest.mark.parametrize(
    "fault", [SendFailed("answered 500"), SendFailed("no", permanent=True), RuntimeError("vrouw@stad.example")]
)
def test_the_next_takes_over(fault: Exception, clock: SetClock) -> None:
    """Whatever the first fails with, one that nobody expected too."""
    assert over(clock, Told("een", fault), Told("twee")).send(MESSAGE).via == "twee"


def test_one_that_failed_stands_behind_for_a_minute(clock: SetClock) -> None:
    """So a rush need not wait for it each time; after that it is first again."""
    one, two = Told("een", SendFailed("answered 500")), Told("twee")
    way = over(clock, one, two)
    way.send(MESSAGE)
    one.fault = None

    assert way.send(MESSAGE).via == "twee"
    clock.moment += BEHIND_FOR
    assert way.send(MESSAGE).via == "een"


def test_one_that_refuses_a_number_works(clock: SetClock) -> None:
    """It stays in its place for the next message."""
    one, two = Told("een", SendFailed("no", permanent=True)), Told("twee")
    way = over(clock, one, two)
    way.send(MESSAGE)
    one.fault = None

    assert way.send(MESSAGE).via == "een"


def test_a_clock_that_is_set_back_keeps_nobody_behind(clock: SetClock) -> None:
    """An hour back is not an hour longer."""
    one = Told("een", SendFailed("answered 500"))
    way = over(clock, one, Told("twee"))
    way.send(MESSAGE)
    one.fault = None
    clock.moment -= timedelta(hours=1)

    assert way.send(MESSAGE).via == "een"


def test_one_that_never_delivered_is_last(clock: SetClock) -> None:
    """It is behind one that has just failed, and tried all the same where no other takes it."""
    one, two = Told("een"), Told("twee", SendFailed("answered 500"))
    way = over(clock, one, two)
    again = Outgoing(*("m", "sms", MESSAGE.to, "p", "VN-1", "", "t"), avoid="een")

    assert way.send(again).via == "een"
    assert two.calls == ["m"]
    assert way.send(again).via == "een"
    assert two.calls == ["m", "m"]


def test_all_failed(clock: SetClock) -> None:
    """The failure names each with its reason; the shortest pause counts, and it is not for good unless all say so."""
    three = (
        Told("een", SendFailed("answered 429", again_after=timedelta(minutes=9))),
        Told("twee", SendFailed("answered 503", again_after=timedelta(minutes=2))),
        Told("drie", SendFailed("this number is refused", permanent=True)),
    )

    with failing("een: answered 429", "twee: answered 503", "drie: this", again_after=timedelta(minutes=2)):
        over(clock, *three).send(MESSAGE)


def test_all_refuse_the_number(clock: SetClock) -> None:
    """Then it is for good."""
    with failing("een: no; twee: no", permanent=True):
        over(clock, Told("een", SendFailed("no", permanent=True)), Told("twee", SendFailed("no", permanent=True))).send(
            MESSAGE
        )


def test_what_nobody_expected_is_named_by_its_kind(clock: SetClock) -> None:
    """Its text may hold a number, so it is not repeated."""
    with failing("een: RuntimeError"):
        over(clock, Told("een", RuntimeError(MESSAGE.to))).send(MESSAGE)


def test_real_gateways_one_of_which_is_gone(authority: Authority, clock: SetClock) -> None:
    """The message goes by the second, and the answer says so."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        ports = {"een": closed_port(), "twee": server.port}
        rows = [
            (name, HttpGateway(configured(f"http://127.0.0.1:{port}/", name=name), "s", clock, authority.trusted()))
            for name, port in ports.items()
        ]
        taken = Failover(rows, clock).send(MESSAGE)

    assert taken.via == "twee"
    assert len(gateway.asked) == 1
