"""A whole Vangnet in memory behind the real application, with a browser's and a program's way in."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.test import TestResponse

from vangnet.access.sign_in import DemoSignIn
from vangnet.access.tokens import Tokens
from vangnet.cli.documents import reader
from vangnet.protocol.load import Loaded, load
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.feedback import Feedback
from vangnet.shell.reading import Reading
from vangnet.web.app import create_app
from vangnet.web.house import House

MONDAY_NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
SECRET = b"s" * 32
HIDDEN = re.compile(r'name="(formulier|concept|eenmalig)" value="([^"]*)"')
THREAT = "Hij zei: ik weet waar je woont en ik maak je af."


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to, for every application of this process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept of a template with this name and text."""
        if found := self._kept.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self._kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()


def example(name: str = "voorbeeldstad", beside: Path = Path()) -> Loaded:
    """Return a configuration; one that comes with the package is read once, as nobody can change it."""
    return _packaged(name) if beside == Path() else load(name, reader(beside), today=MONDAY_NOON.date())


@cache
def _packaged(name: str) -> Loaded:
    return load(name, reader(Path()), today=MONDAY_NOON.date())


class Site:
    """The application of one municipality, its clock held still."""

    def __init__(self, loaded: Loaded | None = None, start: datetime = MONDAY_NOON) -> None:
        """Build it."""
        self.loaded = loaded or example()
        self.stage = SimulationStage(self.loaded, start)
        self.troubles: list[str] = []
        self.stuck: list[str] = []
        municipality = self.loaded.protocol.municipality
        self.house = House(
            engine=self.stage.engine,
            reading=Reading(self.stage.engine),
            secret=SECRET,
            outbox=self.stage.gone,
            health=self.health,
            settle=self.settle,
            sign_in=DemoSignIn(municipality),
            tokens=Tokens(SECRET, self.stage.clock.now),
            demo=municipality.example,
            mail_to=municipality.mail_to,
            feedback=Feedback(self.stage.engine),
        )
        self.app = create_app(self.house)
        self.app.jinja_env.bytecode_cache = COMPILED
        self.hinted: list[str] = []
        self.stage.engine.hint = self.hinted.append

    def health(self) -> dict[str, object]:
        """Return what stands still, as a rig does."""
        failing = bool(self.troubles or self.stuck)
        return {"status": "failing" if failing else "ok", "troubles": self.troubles, "stuck": self.stuck}

    def settle(self) -> None:
        """Do what follows from what was just stored, and what is due."""
        while self.hinted:
            self.stage.following.tick(self.hinted.pop(0))
        self.stage.calm()

    def later(self, **term: float) -> None:
        """Let time pass."""
        self.stage.set_time(self.stage.clock.now() + timedelta(**term))
        self.settle()

    def browser(self, person: str | None = None) -> "Browser":
        """Return a browser, signed in as somebody."""
        browser = Browser(self.app.test_client())
        if person:
            browser.post("/inloggen", wie=person)
        return browser

    def program(self, person: str) -> "Program":
        """Return a program with a token of somebody."""
        return Program(self.app.test_client(), self.house.tokens.make(person, 1))

    def report(self, person: str = "r.bakker", **fields: Any) -> str:
        """File a report by API and return its reference."""
        sent = {"account": THREAT, "happened_at": "unknown", "channel": "phone"} | fields
        answer = self.program(person).post("/api/v1/reports", sent)
        assert answer.status_code == 201, answer.text
        return str(answer.json["reference"])  # type: ignore[index]


class Browser:
    """A browser without script: it follows redirects, and sends back what the last page hid in its forms."""

    def __init__(self, client: FlaskClient) -> None:
        """Take the client of the application."""
        self.client = client
        self.page: TestResponse

    def get(self, path: str) -> TestResponse:
        """Open a page."""
        self.page = self.client.get(path, follow_redirects=True)
        return self.page

    def post(self, path: str, **answers: Any) -> TestResponse:
        """Send a form of the last page."""
        self.page = self.client.post(path, data=self.hidden() | answers, follow_redirects=True)
        self.page.request.environ["wsgi.input"].close()  # A large body was spooled to a file by the client.
        return self.page

    def hidden(self) -> dict[str, str]:
        """Return what the last page hid in its forms."""
        page = getattr(self, "page", None)
        return {name: unescape(value) for name, value in HIDDEN.findall(page.text)} if page else {}

    @property
    def text(self) -> str:
        """Return the words of the last page, without its marks."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())


class Program:
    """A program that calls the API."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        """Take the client and a token."""
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    def get(self, path: str) -> TestResponse:
        """Ask."""
        return self.client.get(path, headers=self.headers)

    def post(self, path: str, sent: object, **headers: str) -> TestResponse:
        """Send JSON."""
        return self.client.post(path, json=sent, headers=self.headers | headers)

    def command(self, reference: str, name: str, /, **fields: Any) -> TestResponse:
        """Give a command in a case."""
        return self.post(f"/api/v1/cases/{reference}/commands", {"command": name, "with": fields})
