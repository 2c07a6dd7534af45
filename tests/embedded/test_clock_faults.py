"""The clock thread where something fails: it goes on, nothing is sent twice for it, and a person can see it."""

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.embedded.clocked import START, Clocked, clocked, until, wrap
from vangnet.rigs.embedded.clock import STILL_FOR_MAX_SECONDS, ClockThread
from vangnet.rigs.embedded.serve import EX_SOFTWARE
from vangnet.shell.ports import Append, Outgoing, StoreUnavailable, Taken

DYING = """
import sys
from pathlib import Path
from tests.web.site import example
from vangnet.rigs.embedded import serve
from vangnet.shell.following import Following

def ends(self, **values):
    raise SystemExit

serve.WATCH_SECONDS = 0.1
Following.sweep = ends
serve.serve(example(), Path(sys.argv[1]), port=0, smtp_port=0)
"""


class Gate:
    """Refuses appends while it is shut, or those that hold an event of one kind."""

    def __init__(self, it: Clocked) -> None:
        """Stand before the store."""
        self.shut: Callable[[Append], bool] = lambda what: False
        self.refused = 0
        wrap(it.rig.store, "append", self._append)

    def _append(self, inner: Callable[[Append], None], what: Append) -> None:
        if self.shut(what):
            self.refused += 1
            raise StoreUnavailable("the store is shut")
        inner(what)


def handed(it: Clocked) -> "Counter[tuple[str, str]]":
    """Count from now on what is handed to the channels, by person and channel."""
    found: Counter[tuple[str, str]] = Counter()

    def send(inner: Callable[[Outgoing], Taken], message: Outgoing) -> Taken:
        taken = inner(message)
        found[message.person, message.channel] += 1
        return taken

    wrap(it.rig.outbox, "send", send)
    return found


def test_after_a_store_that_failed_for_a_while_it_goes_on(tmp_path: Path) -> None:
    """While it fails health says so; once it works the alarm goes out, once."""
    with clocked(tmp_path) as it:
        gate, sent = Gate(it), handed(it)
        stream = it.report()
        it.start()
        until(lambda: it.gone_to("g.mulder", stream))
        it.look_again()
        gate.shut = lambda what: True
        it.clock.forward(minutes=10)
        until(lambda: gate.refused > 2)
        assert it.rig.health() == {"status": "failing", "troubles": ["store"], "stuck": []}

        gate.shut = lambda what: False
        until(lambda: it.gone_to("g.peters", stream))
        until(lambda: it.rig.health()["status"] == "ok")
        assert sent["g.peters", "sms"] == 1


def test_what_was_sent_and_could_not_be_noted_is_not_sent_again(tmp_path: Path) -> None:
    """Somebody who is alarmed gets one SMS, not one for each try of a store that is full."""
    with clocked(tmp_path) as it:
        gate, sent = Gate(it), handed(it)
        gate.shut = lambda what: any(one.plain["type"] == "MessageSent" for one in what.events)
        stream = it.report()
        it.start()
        until(lambda: gate.refused > 3)
        gate.shut = lambda what: False
        until(lambda: it.rig.engine.streams.load(stream).case.followed == it.rig.engine.streams.load(stream).version)
        until(lambda: sent["g.mulder", "mail"])

        assert set(sent.values()) == {1}


def test_a_disk_that_was_full_is_not_healthy_before_there_is_room(tmp_path: Path) -> None:
    """A write failed and nothing is due: health stays failing until a write of some size goes through."""
    with clocked(tmp_path) as it:
        it.start()
        it.look_again()
        with it.rig.store.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreUnavailable):
            it.report("Lang verhaal: " + "ik weet waar je woont. " * 2_000)
        it.look_again(4)
        assert it.rig.health()["status"] == "failing"

        with suppress(StoreUnavailable), it.rig.store.writing() as connection:
            connection.execute("PRAGMA max_page_count=1000000")
            raise StoreUnavailable("there is room, and nobody has found out yet")
        until(lambda: it.rig.health()["status"] == "ok")


def _set_plain(it: Clocked, stream: str, plain: str) -> str:
    """Overwrite what is stored of a stream's first event, and return what stood there."""
    with it.rig.store.writing() as connection:
        query = "SELECT plain FROM events WHERE stream=? AND version=1"
        before = str(connection.execute(query, (stream,)).fetchone()[0])
        connection.execute("UPDATE events SET plain=? WHERE stream=? AND version=1", (plain, stream))
    return before


def test_a_stream_that_cannot_be_followed_stops_no_other_and_is_seen(tmp_path: Path) -> None:
    """Health names it, the other's alarm goes out; once it is mended its own goes out too, and health is well."""
    with clocked(tmp_path) as it:
        bad, good = it.report(), it.report()
        before = _set_plain(it, bad, "{}")
    with clocked(tmp_path) as again:
        again.start()
        until(lambda: again.gone_to("g.mulder", good))
        until(lambda: again.rig.health()["stuck"] == [bad])
        assert again.rig.health()["status"] == "failing"

        _set_plain(again, bad, before)
        again.clock.forward(minutes=1)
        until(lambda: again.gone_to("g.mulder", bad))
        until(lambda: again.rig.health()["status"] == "ok")


def test_a_stream_that_cannot_be_followed_is_tried_ever_less_often(tmp_path: Path) -> None:
    """It does not fill the log, and does not keep the processor busy."""
    with clocked(tmp_path) as it:
        bad = it.report()
        _set_plain(it, bad, "{}")
    with clocked(tmp_path) as again:
        again.clock.forward(minutes=2)
        again.start()
        until(lambda: again.rig.following.stuck)
        again.look_again(20)
        assert again.rig.following.stuck[bad].tries == 1

        again.clock.forward(minutes=1)
        until(lambda: again.rig.following.stuck[bad].tries == 2)
        assert again.rig.following.stuck[bad].again_at == again.clock.now() + (again.clock.now() - START) * 2 / 3


def test_a_channel_that_breaks_in_an_unknown_way_keeps_back_nothing_else(tmp_path: Path) -> None:
    """The mail goes, the deputy is told at once, and the failure board shows the message."""

    def breaks(inner: Callable[[Outgoing], Taken], message: Outgoing) -> Taken:
        if (message.person, message.channel) == ("g.mulder", "sms"):
            raise RuntimeError("the gateway sent nonsense")
        return inner(message)

    with clocked(tmp_path) as it:
        wrap(it.rig.outbox, "send", breaks)
        it.start()
        stream = it.report()
        until(lambda: it.gone_to("g.peters", stream))

        failing = [one.message.to for one in it.rig.reading.failures() if one.message]
        assert failing == ["g.mulder"]
        assert {one.message.channel for one in it.rig.gone() if one.message.person == "g.mulder"} == {"mail"}
        assert it.rig.following.stuck == {}


def test_a_clock_that_stands_still_fails_health(tmp_path: Path) -> None:
    """It hangs in one stream for longer than is allowed."""
    goes_on, seconds = threading.Event(), [0.0]
    with clocked(tmp_path) as it:
        it.rig.clock_thread = ClockThread(it.rig.following, it.rig.store, it.clock, stopwatch=lambda: seconds[0])
        stream = it.report()
        hangs = threading.Event()

        def hang(inner: Callable[[str], Any], name: str) -> Any:
            hangs.set()
            goes_on.wait()
            return inner(name)

        wrap(it.rig.following, "tick", hang)
        it.start()
        assert hangs.wait(20)
        assert it.rig.health()["status"] == "ok"

        seconds[0] += STILL_FOR_MAX_SECONDS
        assert it.rig.health() == {"status": "failing", "troubles": ["clock"], "stuck": []}

        goes_on.set()
        until(lambda: it.gone_to("g.mulder", stream))
        until(lambda: it.rig.health()["status"] == "ok")


def test_a_long_sweep_is_no_standing_still(tmp_path: Path) -> None:
    """Each stream of it is a beat, so that catching up after days is not cut short."""
    seconds = [0.0]

    def slowly(inner: Callable[[str], Any], stream: str) -> Any:
        seconds[0] += STILL_FOR_MAX_SECONDS * 0.8
        assert it.rig.clock_thread.alive
        return inner(stream)

    with clocked(tmp_path) as it:
        it.rig.clock_thread = ClockThread(it.rig.following, it.rig.store, it.clock, stopwatch=lambda: seconds[0])
        streams = [it.report() for _ in range(3)]
        wrap(it.rig.following, "tick", slowly)
        it.start()
        until(lambda: all(it.gone_to("g.mulder", stream) for stream in streams))
        assert it.rig.following.stuck == {}


def test_a_dead_thread_ends_the_process(tmp_path: Path) -> None:
    """With a code of its own, and a line that says why, so that whoever watches it starts it again."""
    command = [sys.executable, "-c", DYING, str(tmp_path / "data")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert run.returncode == EX_SOFTWARE, run.stderr
    assert "the clock stands still" in run.stderr


def test_settling_waits_no_longer_than_it_promises(tmp_path: Path) -> None:
    """An answer that is durable does not wait for a clock that hangs; and one that does not hang is not waited for."""
    goes_on = threading.Event()
    with clocked(tmp_path) as it:
        wrap(it.rig.following, "tick", lambda inner, name: (goes_on.wait(), inner(name))[1])
        it.start()
        it.report()
        began = time.monotonic()
        it.rig.clock_thread.settle(0.2)
        waited = time.monotonic() - began
        goes_on.set()
        it.rig.clock_thread.settle(20)

        assert 0.2 <= waited < 5
        assert time.monotonic() - began < 15


def test_what_was_hinted_is_done_when_settling_ends(tmp_path: Path) -> None:
    """So a page can show who was alarmed."""
    with clocked(tmp_path) as it:
        it.start()
        for _ in range(5):
            stream = it.report()
            it.rig.clock_thread.settle(20)
            assert it.gone_to("g.mulder", stream)
