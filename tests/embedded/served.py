"""The real program in a process of its own, as an operator starts it; on a free port that it chooses itself."""

import http.client
import json
import os
import re
import signal
import smtplib
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any

READY_SECONDS = 60.0
SMTP_PORT = re.compile(r"SMTP\): 127\.0\.0\.1:(\d+)")
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
VANGNET = (sys.executable, "-m", "vangnet.rigs.command")


class Answer:
    """What the program answered."""

    def __init__(self, status: int, body: bytes) -> None:
        """Keep status and body."""
        self.status, self.body = status, body

    @property
    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


class Served:
    """One running Vangnet."""

    def __init__(self, data: Path, *, port: int = 0, limit: Callable[[], None] | None = None, **env: str) -> None:
        """Start it; `limit` is called in the new process before the program."""
        self.data = data
        environment = {
            "PATH": os.environ["PATH"],
            "VANGNET_DATA": str(data),
            "PORT": str(port),
            "SMTP_PORT": "0",
            **env,
        }
        self.process = subprocess.Popen(
            [*VANGNET, "serve"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            cwd=Path.cwd(),
            preexec_fn=limit,
        )
        self.lines: list[str] = []
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line == "ready\n":
                self._ready.set()
        self._ready.set()

    def wait_ready(self) -> "Served":
        """Wait until it says `ready` on a line of its own."""
        assert self._ready.wait(READY_SECONDS), self.lines
        assert "ready" in self.lines, self.lines
        return self

    def ended(self) -> tuple[int, str]:
        """Wait for its end; return the exit code and all that it said."""
        code = self.process.wait(READY_SECONDS)
        self._reader.join(READY_SECONDS)
        return code, "\n".join(self.lines)

    @property
    def address(self) -> str:
        """Return where it serves."""
        found = next(match for line in self.lines if (match := ADDRESS.search(line)))
        return found[0]

    @property
    def smtp_port(self) -> int:
        """Return where it takes mail."""
        return int(next(found[1] for line in self.lines if (found := SMTP_PORT.search(line))))

    def deliver(self, sender: str, subject: str, text: str) -> None:
        """Deliver a mail as a relay does, with a Message-ID of its own."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "melding@voorbeeldstad.example", subject
        mail["Message-ID"] = make_msgid(domain="mail.example")
        mail.set_content(text)
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=READY_SECONDS) as relay:
            relay.send_message(mail)

    def kill(self) -> None:
        """Kill it as the machine would: at once, with nothing tidied."""
        self.process.kill()
        self.process.wait(READY_SECONDS)
        self._reader.join(READY_SECONDS)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it as an operator does, and return the exit code."""
        self.process.send_signal(how)
        return self.ended()[0]

    def token(self, person: str) -> str:
        """Make a token on the machine itself."""
        environment = {"PATH": os.environ["PATH"], "VANGNET_DATA": str(self.data)}
        made = subprocess.run([*VANGNET, "token", person], capture_output=True, text=True, env=environment, check=True)
        return made.stdout.strip()

    def call(self, path: str, token: str = "", sent: object = None, **headers: str) -> Answer:
        """Call the API.

        Raises:
            OSError: it did not answer.
        """
        body = json.dumps(sent).encode() if sent is not None else None
        request = urllib.request.Request(
            self.address + path, data=body, headers={"Authorization": f"Bearer {token}", **headers}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answer(response.status, response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read())
        except http.client.HTTPException as cut:
            raise ConnectionError("the answer was cut off") from cut


@contextmanager
def serving(data: Path, **options: Any) -> Iterator[Served]:
    """Serve for as long as the block lasts."""
    served = Served(data, **options)
    try:
        yield served.wait_ready()
    finally:
        if served.process.poll() is None:
            served.kill()
        if served.process.stdout:
            served.process.stdout.close()
