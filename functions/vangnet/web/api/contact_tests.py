"""Proving that a person can be reached: a message by each channel, and how it fared."""

from typing import Any

from flask import Blueprint, Response

from schemas.commands.people import SendTest
from schemas.words import CHANNELS
from vangnet.case.state import Case, MessageItem
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.web.api.caller import caller, callers_only, sent_object
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import tried
from vangnet.web.house import house

bp = Blueprint("api_contact_tests", __name__, url_prefix="/api/v1")


@bp.post("/contact-tests")
@callers_only
def ask() -> Response:
    """Send a test to a person by each channel: 201, and how each fared so far."""
    person = tried(_asked)
    if isinstance(person, Response):
        return person
    house().settle()
    return answer(described(house().engine.streams.load(DIRECTORY_STREAM).case, person), 201)


def _asked() -> str:
    command = SendTest.model_validate(sent_object())
    house().engine.direct(caller(), command)
    return command.person or caller()


@bp.get("/contact-tests")
@callers_only
def tests() -> Response:
    """Return how the last test of each person fared; whoever does not look after the installation sees his own."""
    case = house().engine.streams.load(DIRECTORY_STREAM).case
    roles = set(house().protocol.roles_of(caller()))
    people = dict.fromkeys(one.to for one in case.messages.values() if one.template == "test")
    everybody = bool(roles & set(house().protocol.document.maintainers))
    return answer({"tests": [described(case, who) for who in people if everybody or who == caller()]})


def described(case: Case, person: str) -> dict[str, Any]:
    """Return how the last test of a person's channels fared, and when each was last proven."""
    tests = [one for one in case.messages.values() if one.template == "test" and one.to == person]
    last = {one.channel: one for one in tests}
    return {"person": person, "channels": [_channel(case, person, channel, last.get(channel)) for channel in CHANNELS]}


def _channel(case: Case, person: str, channel: str, last: MessageItem | None) -> dict[str, Any]:
    proven = case.tested.get((person, channel))
    return {
        "channel": channel,
        "state": last.state if last else None,
        "via": last.via or None if last else None,
        "why": last.why or None if last else None,
        "proven_at": proven.isoformat(timespec="seconds") if proven else None,
    }
