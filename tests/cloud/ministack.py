"""The emulated AWS of the tests: a process of its own, from its own environment, on a port that was free."""

import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

HOST = "127.0.0.1"
REGION = "eu-west-1"
PYTHON = Path(__file__).parents[2] / ".venv-cloud" / "bin" / "python"
READY_SECONDS = 60.0  # It takes less than one; a machine under load gets the rest.
ASK_SECONDS = 1.0  # Who does not answer by then is asked again, or has ended.
STOP_SECONDS = 10.0
PORTS_MAX = 5  # Somebody else may take a free port before the server does.
CALL_SECONDS = 30  # Long enough for a machine under load, short enough to see that a call hangs.


class PortTaken(Exception):  # noqa: N818  (another port is tried)
    """The process ended before it was ready, most likely as its port was taken."""


@dataclass(frozen=True)
class Ministack:
    """An emulated AWS that answers."""

    port: int
    process_id: int

    @property
    def address(self) -> str:
        """Return where it answers."""
        return f"http://{HOST}:{self.port}"

    def client(self, service: str, **settings: Any) -> Any:
        """Return a low-level client of one service, with more settings of botocore; whoever asks closes it."""
        session = boto3.session.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name=REGION)
        config = Config(
            connect_timeout=CALL_SECONDS,
            read_timeout=CALL_SECONDS,
            retries={"total_max_attempts": 1},
            max_pool_connections=32,
            proxies={},
            **settings,
        )
        return session.client(service, endpoint_url=self.address, config=config)


@contextmanager
def running(folder: Path, **more: str) -> Iterator[Ministack]:
    """Start an emulated AWS that keeps what it writes in the folder, and stop it and its workers at the end.

    `more` are settings of its own, such as AUTH="true", with which it judges what each role may.
    """
    for number in range(PORTS_MAX):
        try:
            process, port = _started(folder, folder / f"ministack-{number}.log", more)
        except PortTaken as error:
            refused = error
            continue
        try:
            yield Ministack(port, process.pid)
        finally:
            _stop(process)
        return
    raise refused


def _started(folder: Path, log: Path, more: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    port, mark = _free_port(), secrets.token_hex(8)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [PYTHON, "-m", "ministack"],
            env=_environment(folder, port, mark) | more,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # So that the workers it starts can be ended with it.
        )
    try:
        _wait_until_ready(process, port, mark, log)
    except BaseException:
        _stop(process)
        raise
    return process, port


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _environment(folder: Path, port: int, mark: str) -> dict[str, str]:
    """Return an environment of its own: nothing of the machine's AWS settings or proxies gets in."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "STATE_DIR": str(folder / "state"),
        "S3_DATA_DIR": str(folder / "s3"),
        "GATEWAY_PORT": str(port),
        "BIND_HOST": HOST,
        "MINISTACK_REGION": REGION,
        "MINISTACK_EDITION": mark,
        "LOG_LEVEL": "WARNING",
    }


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, mark: str, log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise PortTaken(f"ministack ended with {process.returncode}: {_tail(log)}")
        if _answers(port, mark):
            return
        time.sleep(0.05)
    raise TimeoutError(f"ministack was not ready in {READY_SECONDS:.0f} seconds: {_tail(log)}")


def _answers(port: int, mark: str) -> bool:
    """Tell whether it is this very process that answers, and not another that has the port."""
    connection = http.client.HTTPConnection(HOST, port, timeout=ASK_SECONDS)
    try:
        connection.request("GET", "/_ministack/health")
        answer = json.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        connection.close()
    return bool(answer.get("edition") == mark)


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-2_000:]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
