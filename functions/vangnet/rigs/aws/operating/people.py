"""A token for somebody, and a test that somebody can be reached."""

from typing import Any

from schemas.commands.people import SendTest
from vangnet.access.tokens import Tokens
from vangnet.protocol.load import Loaded
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack, until
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.shell.streams import Stream
from vangnet.web.api.contact_tests import described

WAIT_SECONDS = 90.0  # Until notify handed the test over, also where the sweep has to do it.

Result = dict[str, Any]


def make_token(stack: Stack, person: str, days: int) -> str:
    """Return a token by which a person signs in to the API.

    Raises:
        CannotOperate: the documents in force know no such person.
    """
    _known(stack.rig.loaded, person)
    return Tokens(stack.rig.secret, stack.rig.clock.now).make(person, days)


def send_test(stack: Stack, person: str) -> list[Result]:
    """Have a message sent to a person by each channel, and return how each fared.

    Raises:
        CannotOperate: there is no such person, or no answer in time.
    """
    loaded, engine = stack.rig.loaded, stack.rig.engine
    _known(loaded, person)
    engine.direct(_administrator(loaded, person), SendTest(person=person))
    stack.rig.quiet_following.tick(DIRECTORY_STREAM)  # Now the messages are there, for the stack itself to send.

    def settled() -> list[Result] | None:
        engine.streams.forget(DIRECTORY_STREAM)
        found = _channels(engine.streams.load(DIRECTORY_STREAM), person)
        return found if all(one["state"] != "queued" for one in found) else None

    return until(settled, within=WAIT_SECONDS, what="Sending the test")


def _channels(directory: Stream, person: str) -> list[Result]:
    return list(described(directory.case, person)["channels"])


def _known(loaded: Loaded, person: str) -> None:
    municipality = loaded.protocol.municipality
    if person not in municipality.people:
        raise CannotOperate(f"'{person}' is not a person of {municipality.name}.")


def _administrator(loaded: Loaded, person: str) -> str:
    """Return who is taken to ask: who looks after the installation."""
    protocol = loaded.protocol
    holders = (who for role in protocol.document.maintainers for who in protocol.candidates(role)[0])
    return next(holders, person)
