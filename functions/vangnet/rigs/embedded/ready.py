"""`vangnet ready`: asked of the process that serves the data directory, else found out here."""

import json
from pathlib import Path
from typing import Any

import urllib3

from vangnet.access.tokens import Tokens
from vangnet.protocol.load import Loaded
from vangnet.rigs.embedded.clock import SystemClock
from vangnet.rigs.embedded.keys import FileKeys
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.rigs.starting import CannotStart, InUse
from vangnet.web.readiness import described, readiness

ANSWER_SECONDS = 10.0


def ready(loaded: Loaded, data: Path, port: int) -> dict[str, Any]:
    """Return who would be reached now, as the API gives it.

    Raises:
        CannotStart: neither could the directory be opened, nor was the process that uses it reached.
    """
    try:
        rig = EmbeddedRig(loaded, data)
    except InUse:
        return _asked(loaded, data, port)
    try:
        return described(readiness(rig.engine, _asker(loaded)))
    finally:
        rig.stop_store()


def _asker(loaded: Loaded) -> str:
    """Return who is taken to ask: one of those to whom the document shows it."""
    row, protocol = loaded.protocol.document.readiness, loaded.protocol
    return next((who for role in (row.shown_to if row else ()) for who in protocol.candidates(role)[0]), "")


def _asked(loaded: Loaded, data: Path, port: int) -> dict[str, Any]:
    secret = FileKeys((data / "key").read_bytes()).keyed_hash("secret", "web")
    headers = {"Authorization": f"Bearer {Tokens(secret, SystemClock().now).make(_asker(loaded), 1)}"}
    pool = urllib3.PoolManager(timeout=ANSWER_SECONDS, retries=False)
    try:
        answer = pool.request("GET", f"http://127.0.0.1:{port}/api/v1/readiness", headers=headers)
    except urllib3.exceptions.HTTPError as error:
        message = f"Vangnet uses {data} and does not answer on port {port}; set PORT as it is there."
        raise CannotStart(message) from error
    found: dict[str, Any] = json.loads(answer.data)
    if answer.status != 200:
        raise CannotStart(f"Vangnet did not say who would be reached: {found.get('detail', answer.status)}")
    return found
