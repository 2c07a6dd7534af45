"""Many who write to one case at the same moment: each is kept, or told that nothing was."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from schemas.commands.handling import AddNote
from tests.embedded.clocked import clocked, until, wrap
from tests.web.site import THREAT, Site
from vangnet.shell.ports import Append, VersionConflict

WRITERS = 12
NOTES_EACH = 5


def test_everybodys_note_is_kept_once(tmp_path: Path) -> None:
    """Twelve people write five notes each to one case while its alarm runs: all sixty are there, without a gap."""
    with clocked(tmp_path) as it:
        it.start()
        stream = it.report()
        reference, gate = stream.removeprefix("case/"), threading.Barrier(WRITERS)

        def write(number: int) -> None:
            gate.wait(20)
            for note in range(NOTES_EACH):
                text = f"notitie {number}-{note}"
                it.rig.engine.do("g.mulder", reference, AddNote(text=text), once=text)
                it.rig.engine.do("g.mulder", reference, AddNote(text=text), once=text)

        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(write, range(WRITERS)))
        until(lambda: it.gone_to("g.mulder", stream))

        events = it.rig.engine.streams.load(stream).events
        notes = [str(getattr(one.event, "text", "")) for one in events if type(one.event).__name__ == "NoteAdded"]
        assert sorted(notes) == sorted(f"notitie {w}-{n}" for w in range(WRITERS) for n in range(NOTES_EACH))
        assert [one.version for one in events] == list(range(1, len(events) + 1))


def test_a_wake_up_that_somebody_else_moved_meanwhile_is_no_trouble(tmp_path: Path) -> None:
    """Whoever wrote stored the next one too: the stream is not stuck, and nobody is told that it is."""
    with clocked(tmp_path) as it:
        stream = it.report()
        it.rig.following.tick(stream)
        lost: list[str] = []

        def moves(inner: Any, what: Append) -> None:
            if what.key.startswith("wake:"):
                lost.append(what.key)
                raise VersionConflict(what.stream)
            inner(what)

        wrap(it.rig.store, "append", moves)
        it.rig.following.tick_safely(stream)

        assert len(lost) == 1
        assert it.rig.following.stuck == {}
        assert it.rig.health()["stuck"] == []


def test_who_always_loses_is_told_that_nothing_was_kept() -> None:
    """Not that something broke: 503 with when to try again, for a program and on a page."""
    site = Site()
    reference = site.report()

    def loses(inner: Any, what: Append) -> None:
        if what.stream.startswith("case/"):
            raise VersionConflict(what.stream)
        inner(what)

    wrap(site.stage.store, "append", loses)
    sent = {"account": THREAT, "happened_at": "unknown", "channel": "phone"}
    filed = site.program("r.bakker").post("/api/v1/reports", sent)
    done = site.program("g.mulder").command(reference, "add_note", text="gebeld")

    for answer in (filed, done):
        assert answer.status_code == 503
        assert answer.content_type == "application/problem+json"
        assert answer.headers["Retry-After"]
