"""A deadline for the whole: what ends in time is given, what does not is cut, and only so much can be left over."""

import socket
import threading
import time

import pytest

from vangnet.rigs.channels.deadline import IMPATIENT_FOR_SECONDS, IMPATIENT_SHARE, Deadline, Line, TooLate

QUICK, LONG = 0.1, 10.0


def test_what_ends_in_time_is_given() -> None:
    """The value, or the fault as it was raised."""
    assert Deadline[int](LONG).run(lambda _: 7) == 7
    with pytest.raises(ZeroDivisionError):
        Deadline[float](LONG).run(lambda _: 1 / 0)


def test_what_does_not_end_is_cut() -> None:
    """A connection that waits for ever gets its end, so its thread ends too."""
    here, there = socket.socketpair()
    ended = threading.Event()

    def attempt(line: Line) -> None:
        line.hold(here)
        here.recv(1)
        ended.set()

    with here, there:
        began = time.monotonic()
        with pytest.raises(TooLate):
            Deadline[None](QUICK).run(attempt)

        assert time.monotonic() - began < LONG / 2
        assert ended.wait(LONG)


def test_a_connection_that_comes_after_the_cut_is_closed() -> None:
    """What was left over cannot begin anew."""
    line = Line(LONG)
    line.cut()
    here, there = socket.socketpair()

    with there:
        with pytest.raises(TooLate):
            line.hold(here)
        assert here.fileno() == -1
        with pytest.raises(TooLate):
            line.left()


def test_time_that_is_up_is_said() -> None:
    """No step begins when nothing is left."""
    with pytest.raises(TooLate):
        Line(0).left()
    assert 0 < Line(LONG).left() <= LONG


def test_only_so_many_are_left_over() -> None:
    """When too many hang, nothing new is begun, at once; when they end, it goes on."""
    over, begun = threading.Event(), []
    deadline: Deadline[bool] = Deadline(QUICK, left_over_max=2)

    def hang(_: Line) -> bool:
        begun.append(1)
        return over.wait(LONG)

    for _ in range(4):
        with pytest.raises(TooLate):
            deadline.run(hang)
    assert len(begun) == 2
    over.set()
    for thread in threading.enumerate():
        if thread.name == "vangnet-channel":
            thread.join(LONG)

    assert deadline.run(lambda _: True)


def test_who_stalled_is_waited_for_shorter_for_a_while() -> None:
    """Until it works again, or the while is over; a stall in the short time does not make the while longer."""
    now, over = [0.0], threading.Event()
    deadline: Deadline[bool] = Deadline(QUICK, stopwatch=lambda: now[0])

    def hang(_: Line) -> bool:
        return over.wait(LONG)

    for moment in (0.0, 1.0):
        now[0] = moment
        with pytest.raises(TooLate):
            deadline.run(hang)
        assert deadline.seconds == pytest.approx(QUICK * IMPATIENT_SHARE)
    now[0] = IMPATIENT_FOR_SECONDS
    assert deadline.seconds == QUICK
    with pytest.raises(TooLate):
        deadline.run(hang)
    over.set()

    assert deadline.run(lambda _: True)
    assert deadline.seconds == QUICK


def test_who_failed_slowly_counts_as_one_who_stalled() -> None:
    """A connection that was refused at once does not."""
    now = [0.0]
    deadline: Deadline[bool] = Deadline(LONG, stopwatch=lambda: now[0])

    def refuse_after(seconds: float) -> bool:
        now[0] += seconds
        raise ConnectionRefusedError

    for seconds, left in ((0.0, LONG), (LONG * IMPATIENT_SHARE, LONG * IMPATIENT_SHARE)):
        with pytest.raises(ConnectionRefusedError):
            deadline.run(lambda _, seconds=seconds: refuse_after(seconds))  # type: ignore[misc]
        assert deadline.seconds == left
