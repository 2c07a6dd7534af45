"""Who would be reached now, as the page shows it and the API gives it."""

from typing import Any

from vangnet.case.readiness import Post, Reached, posts
from vangnet.shell.engine import Engine
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.shell.trials import answers


def readiness(engine: Engine, actor: str) -> tuple[Post, ...]:
    """Return every role at work, by the directory and the trial alarms as they are now."""
    return posts(engine.context(engine.streams.load(DIRECTORY_STREAM), actor), answers(engine))


def described(found: tuple[Post, ...]) -> dict[str, Any]:
    """Return it in flat words; times in UTC."""
    return {"ready": not any(one.troubles for one in found), "posts": [_post(one) for one in found]}


def _post(one: Post) -> dict[str, Any]:
    return {
        "role": one.role,
        "offices": list(one.offices),
        "acting": [_person(who) for who in one.acting],
        "deputies": [_person(who) for who in one.deputies],
        "tonight": [_person(who) for who in one.tonight],
        "troubles": list(one.troubles),
        "gap": one.gap,
    }


def _person(who: Reached) -> dict[str, Any]:
    return {"person": who.person, "proven": dict(who.proven), "verified": who.verified, "silent": who.silent}
