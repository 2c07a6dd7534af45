"""The clock thread: what is due is done at its time, once, in order, and never early, whatever the clock does."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.commands.alarm import Acknowledge
from schemas.events.work import LinkTold
from tests.embedded.clocked import START, Clocked, HandClock, clocked, until, wrap
from vangnet.rigs.embedded.pulse import Pulse

DEPUTY = "g.peters"  # Who gets the alarm ten minutes after the griffier, g.mulder.


def test_what_is_due_goes_at_its_time_and_never_early(tmp_path: Path) -> None:
    """A second before its time the deputy is not told, at its time he is."""
    with clocked(tmp_path) as it:
        it.start()
        stream = it.report()
        until(lambda: it.gone_to("g.mulder", stream))
        it.clock.forward(minutes=10, seconds=-1)
        it.look_again()
        assert it.gone_to(DEPUTY, stream) == []

        it.clock.forward(seconds=1)
        until(lambda: it.gone_to(DEPUTY, stream))
        assert it.gone_to(DEPUTY, stream) == [START + timedelta(minutes=10)]


def test_a_start_does_at_once_what_was_stored_and_not_followed(tmp_path: Path) -> None:
    """The process ended between the answer and the alarm: the alarm goes at the start, not a minute later."""
    with clocked(tmp_path) as it:
        stream = it.report()

    with clocked(tmp_path, START + timedelta(seconds=2)) as again:
        again.start()
        until(lambda: again.gone_to("g.mulder", stream))


def test_a_start_does_what_was_due_while_nothing_ran(tmp_path: Path) -> None:
    """The machine was off when the deputy's time came."""
    with clocked(tmp_path) as it:
        it.start()
        stream = it.report()
        until(lambda: it.gone_to("g.mulder", stream))

    with clocked(tmp_path, START + timedelta(hours=1)) as again:
        again.start()
        until(lambda: again.gone_to(DEPUTY, stream))
        assert len(again.gone_to(DEPUTY, stream)) == 1


def links(it: Clocked, stream: str) -> list[tuple[int, datetime]]:
    """Return the links of an alarm that were told, and when each was due."""
    events = [one.event for one in it.rig.engine.streams.load(stream).events]
    return [(event.link, event.due_at) for event in events if isinstance(event, LinkTold)]


def test_after_a_jump_everything_is_done_once_and_in_order(tmp_path: Path) -> None:
    """The machine slept for three hours: each link of the chain is told, the earliest first, and none again."""
    with clocked(tmp_path) as it:
        it.start()
        stream = it.report()
        until(lambda: it.gone_to("g.mulder", stream))
        it.clock.forward(hours=3)
        until(lambda: it.gone_to("v.post", stream))
        it.look_again()

        told = links(it, stream)
        assert len(told) > 3
        assert told == sorted(set(told))
        assert [due for _, due in told] == sorted(due for _, due in told)
        version = it.rig.engine.streams.load(stream).version
        it.look_again()
        assert it.rig.engine.streams.load(stream).version == version


def test_a_jump_of_the_clock_is_no_dead_clock(tmp_path: Path) -> None:
    """Who closes the lid of a laptop finds the program running in the morning."""
    with clocked(tmp_path) as it:
        it.start()
        it.look_again()
        it.clock.forward(hours=9)

        assert it.rig.clock_thread.alive
        assert it.rig.health()["status"] == "ok"


def test_a_clock_that_is_set_back_puts_off_nothing(tmp_path: Path) -> None:
    """The sweep goes on at once, and what falls due by the new time is done."""
    sweeps: list[datetime] = []
    with clocked(tmp_path) as it:

        def due(inner: Callable[..., Any], **values: Any) -> Any:
            sweeps.append(it.clock.now())
            return inner(**values)

        wrap(it.rig.store, "due", due)
        it.start()
        it.look_again()
        it.clock.forward(days=-1)
        until(lambda: sweeps[-1] == START - timedelta(days=1))

        stream = it.report()
        until(lambda: it.gone_to("g.mulder", stream))
        it.clock.forward(minutes=10)
        until(lambda: it.gone_to(DEPUTY, stream))


def test_a_rush_of_reports_does_not_put_off_what_is_due(tmp_path: Path) -> None:
    """Between the hints time is looked at again: an alarm does not wait for the end of a flood."""
    ticked: list[str] = []
    with clocked(tmp_path) as it:
        due, rushed = it.report(), it.report()
        it.clock.forward(minutes=1)
        for _ in range(400):
            it.rig.clock_thread.hint(rushed)

        def tick(inner: Callable[[str], None], stream: str) -> None:
            ticked.append(stream)
            inner(stream)

        wrap(it.rig.following, "tick_safely", tick)
        it.start()
        until(lambda: due in ticked)

        assert ticked.index(due) < 200


def test_an_acknowledged_alarm_goes_no_further(tmp_path: Path) -> None:
    """The deputy is left alone, however late it gets."""
    with clocked(tmp_path) as it:
        it.start()
        stream = it.report()
        until(lambda: it.gone_to("g.mulder", stream))
        it.rig.engine.do("g.mulder", stream.removeprefix("case/"), Acknowledge())
        it.clock.forward(minutes=25)
        it.look_again()

        assert it.gone_to(DEPUTY, stream) == []


def complaints(it: Clocked) -> list[str]:
    """Return what the administrator was sent by SMS because the clock stood still."""
    sent = (one.message for one in it.rig.gone() if (one.message.person, one.message.channel) == ("y.beheer", "sms"))
    return [one.text for one in sent if "stond stil" in one.text]


def test_a_clock_that_stood_still_complains_once(tmp_path: Path) -> None:
    """Whether the machine slept or the process was off: who looks after it hears from when until when."""
    with clocked(tmp_path) as it:
        it.start()
        it.look_again()
        it.clock.forward(minutes=2)
        it.look_again()
        assert complaints(it) == []
        it.clock.forward(minutes=40)
        until(lambda: complaints(it))
        it.look_again()
        assert len(complaints(it)) == 1
        assert "van maandag 30-11 12:02 tot maandag 30-11 12:42" in complaints(it)[0]

    with clocked(tmp_path, START + timedelta(hours=3)) as again:
        again.start()
        until(lambda: len(complaints(again)) == 2)
        again.clock.forward(hours=-2)
        again.look_again()
        assert len(complaints(again)) == 2


def test_a_process_that_ends_before_it_told_leaves_it_to_the_next(tmp_path: Path) -> None:
    """The watchdog ends a process whose clock hung for long, perhaps just as it goes again."""
    clock = HandClock()
    Pulse(tmp_path / "pulse", clock).beat()
    clock.forward(minutes=7)
    ended = Pulse(tmp_path / "pulse", clock)
    assert ended.beat() == (START, START + timedelta(minutes=7))
    assert ended.beat() is not None

    following = Pulse(tmp_path / "pulse", clock)
    assert following.beat() is not None
    following.note()
    assert following.beat() is None
    assert Pulse(tmp_path / "pulse", clock).beat() is None


def test_a_file_of_the_pulse_that_says_nothing_is_no_standstill(tmp_path: Path) -> None:
    """A directory that was made just now, and one whose file was cut off."""
    with clocked(tmp_path) as it:
        it.start()
        it.look_again()
    (tmp_path / "pulse").write_text("2026-1")

    with clocked(tmp_path, START + timedelta(days=1)) as again:
        again.start()
        again.look_again()
        assert complaints(again) == []
        assert (tmp_path / "pulse").read_text() == (START + timedelta(days=1)).isoformat()


def test_the_sign_of_life_says_that_the_sweep_ran(tmp_path: Path) -> None:
    """A thread that lives and does not sweep gives none."""
    given: list[bool] = []
    with clocked(tmp_path) as it:
        it.rig._sign = type("Sign", (), {"beat": lambda _, healthy: given.append(healthy)})()
        it.rig.give_sign_of_life()
        it.start()
        until(lambda: it.rig.clock_thread.swept_at)
        it.rig.give_sign_of_life()
        it.rig.following.sweep = lambda **_: 0  # type: ignore[method-assign]
        it.rig.clock_thread.swept_at = START - timedelta(minutes=10)
        it.rig.give_sign_of_life()

    assert given == [False, True, False]
