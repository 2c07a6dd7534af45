"""`vangnet send-test`: a message by each channel to one person, and how it fared.

Where a process serves the data directory it is asked, as only one may use the directory; else the rig is opened here.
"""

import json
import threading
from pathlib import Path
from typing import Any

import urllib3

from schemas.commands.people import SendTest
from vangnet.access.tokens import Tokens
from vangnet.protocol.load import Loaded
from vangnet.rigs.embedded.clock import SystemClock
from vangnet.rigs.embedded.keys import FileKeys
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.rigs.starting import CannotStart, InUse
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.web.api.contact_tests import described

WAIT_SECONDS = 60.0  # What all channels together may take to take a message or to fail.
LOOK_SECONDS = 0.5
ANSWER_SECONDS = 10.0

Result = dict[str, Any]


def send_test(loaded: Loaded, data: Path, person: str, port: int) -> list[Result]:
    """Send the test and return how each channel fared, as the API describes it.

    Raises:
        CannotStart: neither could the directory be opened, nor was the process that uses it reached.
    """
    actor = _administrator(loaded, person)
    try:
        rig = EmbeddedRig(loaded, data)
    except InUse:
        return _asked(data, actor, person, port)
    try:
        rig.engine.direct(actor, SendTest(person=person))
        rig.following.tick(DIRECTORY_STREAM)
        return list(described(rig.engine.streams.load(DIRECTORY_STREAM).case, person)["channels"])
    finally:
        rig.stop_store()


def _administrator(loaded: Loaded, person: str) -> str:
    """Return who is taken to ask: who looks after the installation, as who runs this on the machine does."""
    protocol = loaded.protocol
    holders = (who for role in protocol.document.maintainers for who in protocol.candidates(role)[0])
    return next(holders, person)


def _asked(data: Path, actor: str, person: str, port: int) -> list[Result]:
    """Ask the process that serves, and wait until each channel took the message or failed."""
    secret = FileKeys((data / "key").read_bytes()).keyed_hash("secret", "web")
    headers = {"Authorization": f"Bearer {Tokens(secret, SystemClock().now).make(actor, 1)}"}
    address = f"http://127.0.0.1:{port}/api/v1/contact-tests"
    pool, pause = urllib3.PoolManager(timeout=ANSWER_SECONDS, retries=False), threading.Event()
    try:
        found = pool.request("POST", address, json={"person": person}, headers=headers)
        for _ in range(int(WAIT_SECONDS / LOOK_SECONDS)):
            channels = _channels(found, person)
            if all(one["state"] != "queued" for one in channels):
                break
            pause.wait(LOOK_SECONDS)
            found = pool.request("GET", address, headers=headers)
    except urllib3.exceptions.HTTPError as error:
        message = f"Vangnet uses {data} and does not answer on port {port}; set PORT as it is there."
        raise CannotStart(message) from error
    return channels


def _channels(found: urllib3.BaseHTTPResponse, person: str) -> list[Result]:
    body = json.loads(found.data)
    if found.status not in {200, 201}:
        raise CannotStart(f"Vangnet did not send the test: {body.get('detail', found.status)}")
    rows = body.get("tests", [body])
    return next(list(row["channels"]) for row in rows if row["person"] == person)
