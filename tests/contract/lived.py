"""A data directory in which much happened, and what an archive of it holds: for the tests of archives."""

import io
import json
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from schemas.archive import Manifest
from schemas.commands import parse_command
from schemas.commands.alarm import Acknowledge
from schemas.commands.intake import FileReport
from tests.web.site import example
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.mail.receive import MailIntake, no_look_up
from vangnet.rigs.embedded.archiving import opened
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.embedded.rig import EmbeddedStage
from vangnet.rigs.simulation.world import MemoryBlobs
from vangnet.shell.archive import Parts, export
from vangnet.shell.archive_import import import_
from vangnet.shell.archive_reading import Archive
from vangnet.shell.ports import EventStore

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)  # A Monday.
ACCOUNT = "Ik weet waar je woont."
MAILED = "Jouw huis brandt als eerste, zei hij."
WIPED = "Dijkstra noemde mij een sukkel."
PICTURE = b"\x89PNG\r\n\x1a\nbeeld"


@contextmanager
def staged(data: Path, at: datetime = NOON) -> Iterator[EmbeddedStage]:
    """Open a data directory at a moment."""
    stage = EmbeddedStage(example(), at, data)
    try:
        yield stage
    finally:
        stage.close()


def room(stage: EmbeddedStage) -> EvidenceRoom:
    """Return where the files lie."""
    ports = stage.engine.ports
    return EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)


def reported(stage: EmbeddedStage, once: str, account: str = ACCOUNT, **fields: Any) -> str:
    """File a report with a picture, and let everything follow."""
    file = room(stage).receive("scherm.png", PICTURE + once.encode())
    report = {"account": account, "happened_at": "unknown", "channel": "phone"} | fields
    command = FileReport.model_validate(report | {"evidence": [file.model_dump()]})
    filed = stage.engine.file_report("r.bakker", command, once=once)
    stage.following.tick(f"case/{filed.reference}")
    return filed.reference


def mailed(stage: EmbeddedStage, sender: str, text: str = MAILED) -> str:
    """Take in a mail with an attachment, and let everything follow."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "melding@voorbeeldstad.example", "Bericht"
    mail["Message-ID"] = f"<{sender.partition('@')[0]}@mail.example>"
    mail.set_content(text)
    mail.add_attachment(PICTURE, maintype="image", subtype="png", filename="foto.png")
    found = MailIntake(stage.engine, look_up=no_look_up).receive(mail.as_bytes(), envelope_sender=sender)
    stage.following.tick(f"case/{found.reference}")
    return found.reference


def lived(data: Path) -> tuple[str, str]:
    """Live nine weeks, with guidance and a mail that are wiped; return the reports of which one alarm was answered."""
    harmless = {"kinds": ["insult"], "addressed": True, "stopped": True}
    with staged(data, NOON - timedelta(weeks=9)) as stage:
        stage.engine.keep_document()
        reported(stage, "nul", WIPED, **harmless)
        wiped = mailed(stage, "vreemde@buiten.example", WIPED)
        stage.engine.do("g.mulder", wiped, parse_command("set_mail_aside", {"why": "Reclame"}))
        for days in range(63):
            stage.set_time(NOON - timedelta(days=63 - days))
            stage.following.sweep()
    with staged(data) as stage:
        stage.following.sweep()
        answered = reported(stage, "een")
        stage.engine.do("g.mulder", answered, Acknowledge())
        stage.following.tick(f"case/{answered}")
        other = reported(stage, "twee")
        mailed(stage, "onbekend@buiten.example")
        return answered, other


def archived(parts: Parts) -> bytes:
    """Return the archive of a store."""
    target = io.BytesIO()
    export(parts, target)
    return target.getvalue()


def archived_folder(data: Path) -> bytes:
    """Return the archive of a data directory."""
    with opened(data) as parts:
        return archived(parts)


def taken_in(archive: bytes, store: EventStore) -> Parts:
    """Take an archive into a store, under keys of its own and the archive's hashing key."""
    read = Archive(io.BytesIO(archive))
    keys = FileKeys(secrets.token_bytes(KEY_LENGTH), read.hashing)
    parts = Parts(store, keys, MemoryBlobs(), keys.hashing)
    import_(read, parts)
    return parts


def lines_of(archive: bytes) -> list[dict[str, Any]]:
    """Return every line of the streams in an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        return [json.loads(line) for line in held.read("streams.jsonl").splitlines()]


def manifest_of(archive: bytes) -> Manifest:
    """Return what an archive says that it holds."""
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        return Manifest.model_validate_json(held.read("manifest.json"))
