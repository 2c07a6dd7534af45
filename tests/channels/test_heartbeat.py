"""The sign of life: only while all is well, at most once in a period, and with nothing in it."""

from datetime import timedelta

import pytest

from schemas.channels import Heartbeat
from tests.channels import web
from tests.channels.certificates import Authority
from tests.channels.servers import Server, closed_port
from vangnet.rigs.channels.heartbeat import AGAIN_AFTER, SignOfLife
from vangnet.rigs.simulation.world import SetClock

MINUTE = timedelta(minutes=1)


def sign(
    authority: Authority, clock: SetClock, port: int, *, seconds: float = 10.0, every: str = "5 minutes"
) -> SignOfLife:
    """Return what gives a sign of life on that port."""
    heartbeat = Heartbeat(address=f"http://127.0.0.1:{port}/ping/abc", every=every)
    return SignOfLife(heartbeat, clock, authority.trusted(), seconds=seconds)


def test_it_is_given_once_in_a_period(authority: Authority, clock: SetClock) -> None:
    """A second time only when the period is over."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        life = sign(authority, clock, server.port)
        given = []
        for _ in range(11):
            given.append(life.beat(healthy=True))
            clock.moment += MINUTE

    assert [minute for minute, went in enumerate(given) if went] == [0, 5, 10]
    assert {(asked.method, asked.target, asked.body) for asked in gateway.asked} == {("GET", "/ping/abc", None)}
    assert set(gateway.asked[0].headers) <= {"host", "user-agent", "accept-encoding", "connection"}


def test_nothing_is_said_when_all_is_not_well(authority: Authority, clock: SetClock) -> None:
    """That is how it is noticed; it goes on as soon as all is well."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        life = sign(authority, clock, server.port)

        assert not life.beat(healthy=False)
        assert gateway.asked == []
        assert life.beat(healthy=True)


@pytest.mark.parametrize("how", [web.answer(500), web.answer(302, Location="/"), web.CUT, web.STALL])
def test_one_that_did_not_arrive_is_tried_again_soon(how: bytes | str, authority: Authority, clock: SetClock) -> None:
    """Not at once, and not a whole period later."""
    gateway = web.Gateway([how, web.answer()])
    with Server(gateway) as server:
        life = sign(authority, clock, server.port, seconds=0.3)

        assert not life.beat(healthy=True)
        assert not life.beat(healthy=True)
        assert len(gateway.asked) == 1
        clock.moment += AGAIN_AFTER
        assert life.beat(healthy=True)


def test_nobody_listens(authority: Authority, clock: SetClock) -> None:
    """It did not arrive, and nothing breaks."""
    assert not sign(authority, clock, closed_port()).beat(healthy=True)
