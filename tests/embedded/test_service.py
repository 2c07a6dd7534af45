"""The rig as a service: what systemd is told, a log without personal data, a sign of life, units without privileges."""

import configparser
import json
import smtplib
import socket
import threading
import time
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.embedded.served import Served, serving

UNITS = Path("infra/service")
WAIT_SECONDS = 30.0

# What people write, and must be in no log: names, addresses, numbers and words of reports.
PLANTED = (
    "Zuurkool",
    "zuurkool@buiten.example",
    "Kerkhofspad",
    "0612349876",
    "doodsteken",
    "w.devries",
    "Wilma de Vries",
)


def planted_mail(sender: str, number: int) -> EmailMessage:
    """Return a mail full of what must be in no log."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "melding@voorbeeldstad.example", "Zuurkool"
    mail["Message-ID"] = f"<zuurkool-{number}@buiten.example>"
    mail.set_content(
        "Van: Zuurkool <zuurkool@buiten.example>\nOnderwerp: Kerkhofspad\n\nIk ga u doodsteken, 0612349876.\n"
    )
    mail.add_attachment(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no real file",
        maintype="application",
        subtype="vnd.ms-outlook",
        filename="Zuurkool.msg",
    )
    return mail


def logged(served: Served) -> list[str]:
    """Return the lines of the log: all that it said after `ready`."""
    return served.lines[served.lines.index("ready") + 1 :]


def test_no_log_names_anybody(tmp_path: Path) -> None:
    """Reports by form and mail, from a stranger too, wrong calls, an unreadable file, a database that is taken away."""
    with serving(tmp_path / "data") as served:
        token = served.token("w.devries")
        report = {
            "account": "Zuurkool uit het Kerkhofspad wil mij doodsteken.",
            "happened_at": "unknown",
            "channel": "phone",
        }
        assert served.call("/api/v1/reports", token, report).status == 201
        served.call("/api/v1/reports", token, {"Zuurkool": "0612349876"})
        served.call("/api/v1/cases/Kerkhofspad", token)
        for number, sender in enumerate(("w.devries@voorbeeldstad.example", "zuurkool@buiten.example")):
            with smtplib.SMTP("127.0.0.1", served.smtp_port) as relay:
                relay.send_message(planted_mail(sender, number))
        for file in tmp_path.glob("data/vangnet.db*"):
            file.rename(tmp_path / file.name)
        assert served.call("/api/v1/reports", token, report).status == 503
        with smtplib.SMTP("127.0.0.1", served.smtp_port) as relay, pytest.raises(smtplib.SMTPDataError) as refused:
            relay.send_message(planted_mail("zuurkool@buiten.example", 3))
        assert refused.value.smtp_code == 451
        health = served.call("/api/v1/health").json
        served.stop()

    assert {"mail_in", "store"} <= set(health["troubles"])
    lines = logged(served)
    assert lines
    assert [secret for secret in PLANTED if secret in "\n".join(lines)] == []
    for line in lines:
        assert {"at", "level", "logger", "message"} <= set(json.loads(line)), line


def test_systemd_is_told_that_it_serves_that_its_clock_runs_and_that_it_stops(tmp_path: Path) -> None:
    """READY once it can be asked, WATCHDOG while the clock runs, STOPPING at the end."""
    heard: list[str] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(WAIT_SECONDS)
        served = Served(tmp_path / "data", NOTIFY_SOCKET=str(tmp_path / "notify")).wait_ready()
        try:
            heard.append(ear.recv(100).decode())
            heard.append(ear.recv(100).decode())
            assert served.stop() == 0
            while heard[-1] == "WATCHDOG=1":
                heard.append(ear.recv(100).decode())
        finally:
            if served.process.stdout:
                served.process.stdout.close()

    assert heard[:2] == ["READY=1", "WATCHDOG=1"]
    assert heard[-1] == "STOPPING=1"


def test_a_sign_of_life_is_given_while_everything_works(tmp_path: Path) -> None:
    """It comes by itself, holds nothing, and stays away once the store cannot be used."""
    asked: list[str] = []

    class Watcher(BaseHTTPRequestHandler):
        """Counts signs of life."""

        def do_GET(self) -> None:
            """Note it."""
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    watcher = HTTPServer(("127.0.0.1", 0), Watcher)
    threading.Thread(target=watcher.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{watcher.server_address[1]}/vangnet-7"
    municipality = tmp_path / "stad.yaml"
    municipality.write_text(
        "extends: voorbeeldstad\nprotocol: stad\nmunicipality:\n"
        f"  heartbeat: {{address: '{address}', every: 1 minute}}\n"
    )
    try:
        with serving(tmp_path / "data", VANGNET_CONFIG=str(municipality)):
            end = time.monotonic() + WAIT_SECONDS
            while not asked and time.monotonic() < end:
                time.sleep(0.1)
    finally:
        watcher.shutdown()
        watcher.server_close()

    assert asked == ["/vangnet-7"]


def unit(name: str) -> configparser.RawConfigParser:
    """Return a unit of systemd."""
    found = configparser.RawConfigParser(strict=False)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string((UNITS / name).read_text())
    return found


def test_the_unit_drops_what_it_does_not_need() -> None:
    """A user only while it runs, no capability, nothing to write but its data; started again when it ends."""
    service = unit("vangnet.service")["Service"]

    assert (service["Type"], service["Restart"], service["DynamicUser"]) == ("notify", "always", "yes")
    assert (service["CapabilityBoundingSet"], service["AmbientCapabilities"]) == ("", "")
    assert (service["NoNewPrivileges"], service["ProtectSystem"], service["StateDirectory"]) == (
        "yes",
        "strict",
        "vangnet",
    )
    assert (service["UMask"], service["StateDirectoryMode"]) == ("0077", "0700")
    assert int(service["WatchdogSec"]) >= 12 * 5  # It is told every five seconds.
    assert "Environment" in service
    assert "SECRET" not in (UNITS / "vangnet.service").read_text()


def test_the_container_runs_as_nobody() -> None:
    """Its user is a number above those of a system, its data on a volume, and it says when it is not well."""
    lines = (UNITS / "Containerfile").read_text().splitlines()
    last = lines[max(number for number, line in enumerate(lines) if line.startswith("FROM ")) :]
    [user] = [line for line in last if line.startswith("USER ")]

    assert int(user.split()[1].split(":")[0]) >= 10_000
    assert any(line.startswith("VOLUME /data") for line in last)
    assert any("/api/v1/health" in line for line in last)
    assert any("--require-hashes" in line for line in lines)
