"""Intake and pages: the one Flask application, behind API Gateway. Intake has an engine that can only put in."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from vangnet.access.sign_in import DemoSignIn, require_sign_in
from vangnet.access.tokens import Tokens
from vangnet.rigs.aws import logs
from vangnet.shell.config import Configuration
from vangnet.shell.engine import Engine
from vangnet.web import filing
from vangnet.web.app import create_app
from vangnet.web.house import House

REFERENCE = re.compile(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}")
OVERDUE_SECONDS = 180  # A stream that should have been woken so long ago shows that something stands still.


@lru_cache(maxsize=2)
def application(function: str, rig: Any) -> Any:
    """Return what answers the requests of a function."""
    from apig_wsgi import make_lambda_handler

    if function == "intake":
        app = filing.lead_on(create_app(intake_house(rig), filing.BLUEPRINTS))
    else:
        app = create_app(pages_house(rig))
    return make_lambda_handler(app, binary_support=True)


def answer(function: str, rig: Any, event: Mapping[str, Any], context: Any) -> Any:
    """Answer one request; the log gets its method and status, and the reference of what was made of it.

    The address that was asked is left out: it may hold the code by which a person answers an alarm.
    """
    found = application(function, rig)(event, context)
    headers = found.get("multiValueHeaders") or found.get("headers") or {}
    made = REFERENCE.search(str({name.lower(): value for name, value in headers.items()}.get("location", "")))
    logs.about(made[0] if made else str(event.get("requestContext", {}).get("requestId", "")))
    logs.logger.info("answered", extra={"method": event.get("httpMethod"), "status": found["statusCode"]})
    return found


def intake_house(rig: Any) -> House:
    """Return the house as intake sees it."""
    engine = Engine(rig.ports(inbox_only=True, senders={}), Configuration(rig.loaded))
    return _house(rig, engine, reading=ReadsNothing(), feedback=None, settle=_nothing, health=_well)


def pages_house(rig: Any) -> House:
    """Return the house as pages see it: what follows from what somebody just did is done before the answer."""
    done: list[str] = []
    rig.engine.hint = done.append

    def settle() -> None:
        from contextlib import suppress

        while done:
            with suppress(Exception):  # The stream does it, and the sweep.
                rig.quiet_following.tick(done.pop())

    return _house(
        rig, rig.engine, reading=rig.reading, feedback=rig.feedback, settle=settle, health=lambda: health(rig)
    )


class ReadsNothing:
    """What intake reads through: there is nothing that it may read."""

    def reads_mail(self, _: str) -> bool:
        """Say that the page of the post is not for this reader, as nobody can know here."""
        return False

    def at_the_door(self, _: str) -> bool:
        """Say the same of the page of the door."""
        return False


def _house(rig: Any, engine: Engine, *, reading: Any, feedback: Any, settle: Any, health: Any) -> House:
    municipality = rig.loaded.protocol.municipality
    require_sign_in(municipality)
    return House(
        engine=engine,
        reading=reading,
        secret=rig.secret,
        outbox=None,
        health=health,
        settle=settle,
        sign_in=DemoSignIn(municipality),
        tokens=Tokens(rig.secret, rig.clock.now),
        demo=municipality.example,
        mail_to=municipality.mail_to,
        feedback=feedback,
        aside=rig.aside,
    )


def health(rig: Any) -> dict[str, object]:
    """Return what works: a clock that leaves nothing overdue, and a table that answers."""
    from datetime import timedelta

    overdue = rig.store.due(until=rig.clock.now() - timedelta(seconds=OVERDUE_SECONDS), limit=20)
    return {
        "status": "failing" if overdue else "ok",
        "troubles": ["clock"] if overdue else [],
        "stuck": sorted(overdue),
    }


def _well() -> dict[str, object]:
    return {"status": "ok", "troubles": [], "stuck": []}


def _nothing() -> None:
    return None
