"""What a command needs to be looked up: keyed hashes of the names in it, and the other cases of who did it.

A perpetrator is found again by the keyed hash of his name: there is no list of names anywhere.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from schemas.commands import Command
from schemas.words import CHANNELS
from vangnet.case.state import Case
from vangnet.shell.names import Names
from vangnet.shell.streams import Streams

NAMES_MAX = 20  # Under which one person is known; more is a mistake that a person must undo.
_NO_ONE: Any = None  # Only the name under which an identity is kept is looked at here.
CASES_MAX = 100  # Of one person; beyond it a hundred say enough.


def named(names: Names, command: Command) -> Mapping[str, str]:
    """Return the keyed hash of the perpetrator's name that a command gives, where it gives one."""
    who = getattr(command, "perpetrator", None)
    name = str(getattr(who, "name", who) or "")
    return {name: names.fingerprint(name)} if name else {}


def history(streams: Streams, case: Case) -> tuple[Case, ...]:
    """Return the other cases in which a person confirmed the same identity, under any of its names."""
    found = dict.fromkeys(link for name in _names(streams, case) for link in streams.load(name).case.linked)
    others = [stream for stream in found if stream != case.stream][:CASES_MAX]
    loaded = (streams.readable(stream) for stream in others)
    return tuple(one.case for one in loaded if one is not None and one.version)


def tapped(names: Names, case: Case, actor: str, command: Command) -> str | None:
    """Return the channel by which the actor was sent the link whose code a command gives, or None."""
    code = getattr(command, "code", None) if case.trial else None
    return next((one for one in CHANNELS if code and names.same_code(code, case.reference, one, actor)), None)


def met(streams: Streams, names: Names, command: Command) -> tuple[Case, ...]:
    """Return the cases in which a person confirmed that it was whom a planned talk is with."""
    citizen = str(getattr(command, "citizen", None) or "").strip()
    return of_citizen(streams, names, citizen) if citizen else ()


def of_citizen(streams: Streams, names: Names, citizen: str) -> tuple[Case, ...]:
    """Return the cases of somebody of that name in which a person confirmed who it was, under any of his names."""
    known = Case(identities={names.fingerprint(citizen): _NO_ONE}) if citizen else Case()
    return history(streams, known)


def signals(streams: Streams, case: Case) -> int:
    """Return how many signals named somebody by a name of who was identified; they prove nothing."""
    return len({signal for name in _names(streams, case) for signal, _ in streams.load(name).case.signals})


def _names(streams: Streams, case: Case) -> Iterator[str]:
    """Yield the streams of every identity of the case, and of those that it was joined with."""
    seen: list[str] = []
    waiting = list(case.identities)
    while waiting and len(seen) < NAMES_MAX:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.append(name)
        yield f"perpetrator/{name}"
        waiting += sorted(streams.load(f"perpetrator/{name}").case.joined)
