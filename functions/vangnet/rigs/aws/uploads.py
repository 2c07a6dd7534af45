"""Files that are too large for API Gateway: sent by a plain form straight to S3, and taken into their case from there.

- The form is bound in size, key and time, and says sealed who sends it and for which case: the browser can change none
  of it. The seal names the key too, so that it fits no other object.
- What landed is kept as evidence by the same command as on the pages, once for each object: a second notice of it, or
  one after a crash, changes nothing.
- What has no valid seal, is empty or too large, or is refused by its case, goes to `refused/` and is an error each time
  (arrivals.py): an operator sees it among the dead letters, mends what can be mended, and sends the notice once more.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from schemas.commands.handling import AddEvidence
from schemas.report import Evidence
from vangnet.access.sealing import Sealer
from vangnet.case.errors import Invalid, Refused
from vangnet.intake.evidence import EVIDENCE_SIZE_MAX, EvidenceRoom, FileRefused, evidence_in, kind_of
from vangnet.intake.mail.headers import words
from vangnet.rigs.aws.arrivals import OURS, Arrival, Arrivals, TooLarge
from vangnet.rigs.starting import CannotStart
from vangnet.shell.engine import Engine, UnknownCase
from vangnet.shell.names import tidy_reference
from vangnet.shell.streams import Stream

FOLDER = "uploads/"
PURPOSE = "upload"
FORM_LASTS = timedelta(hours=1)
SEAL_LASTS = timedelta(days=30)  # A notice may wait 14 days in its queue and as long among the dead letters.
SEAL, NAME = "vangnet", "name"  # Fields of the metadata.
META = "x-amz-meta-"
SIGNED_BY = "x-amz-algorithm"  # A form that is signed the old way, boto3's default, has no such field.


class UploadRefused(Exception):  # noqa: N818  (the queue's dead letter shows it)
    """A file that landed was not taken into a case; it lies under `refused/`, and the text says why."""


@dataclass(frozen=True)
class UploadForm:
    """Where a form posts to as multipart/form-data, and its hidden fields; the field `file` comes after them."""

    url: str
    fields: Mapping[str, str]


class Uploads:
    """Makes forms by which a browser sends a file to S3."""

    def __init__(self, client: Any, bucket: str, sealer: Sealer) -> None:
        """Take a low-level client of S3 that signs by `s3v4`, the bucket, and what seals."""
        self._client, self._bucket, self._sealer = client, bucket, sealer

    def form(self, reference: str, person: str, back: str) -> UploadForm:
        """Return a form of one file of this person for this case, good for an hour; the browser then goes `back`.

        Raises:
            CannotStart: the client signs in a way that S3 takes no more.
        """
        key = f"{FOLDER}{tidy_reference(reference)}/{secrets.token_hex(16)}"
        sealed = self._sealer.seal(PURPOSE, {"key": key, "person": person, "reference": reference}, SEAL_LASTS)
        fixed = {"success_action_redirect": back, META + SEAL: sealed}
        made = self._client.generate_presigned_post(
            self._bucket,
            key,
            Fields={**fixed, META + NAME: "${filename}"},
            Conditions=[
                *({name: value} for name, value in fixed.items()),
                ["starts-with", f"${META}{NAME}", ""],
                ["content-length-range", 1, EVIDENCE_SIZE_MAX],
            ],
            ExpiresIn=int(FORM_LASTS.total_seconds()),
        )
        if SIGNED_BY not in made["fields"]:
            raise CannotStart("The client of S3 must be made with signature_version='s3v4' to sign forms.")
        return UploadForm(made["url"], made["fields"])


class Landing:
    """Takes files that landed into their cases."""

    def __init__(self, client: Any, bucket: str, engine: Engine, sealer: Sealer) -> None:
        """Take a low-level client of S3, the bucket, the engine, and what opens the seals."""
        ports = engine.ports
        self._arrivals, self._engine, self._sealer = Arrivals(client, bucket), engine, sealer
        self._room = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)

    def land(self, key: str) -> None:
        """Take the object of this key into its case, once; then it is deleted.

        Raises:
            UploadRefused: it was not taken in, and lies under `refused/`.
            NeverLanded: there is no such object.
            StoreUnavailable, VersionConflict: try again.
        """
        if key.startswith(OURS):
            return
        try:
            arrival = self._arrivals.fetch(key, limit=EVIDENCE_SIZE_MAX)
        except TooLarge:
            raise self._refused(key, "file_too_large") from None
        if arrival is None:
            return
        seal = self._sealer.open(PURPOSE, arrival.about.get(SEAL, ""))
        if not isinstance(seal, dict) or seal["key"] != key:
            raise self._refused(key, "no_seal")
        self._take_in(arrival, str(seal["person"]), str(seal["reference"]))
        self._arrivals.done(arrival)

    def _take_in(self, arrival: Arrival, person: str, reference: str) -> None:
        try:
            evidence = self._room.receive(_name(arrival), arrival.content)
        except FileRefused as refused:
            raise self._refused(arrival.key, refused.why) from None
        try:
            stream = self._engine.do(person, reference, AddEvidence(file=evidence), once=arrival.key)
        except (Refused, Invalid, UnknownCase) as refused:
            self._room.drop(evidence)
            # It may have been added before the case came to refuse it, and only its end not be known.
            if not any(one.sha256 == evidence.sha256 for one in self._files(self._stream(reference))):
                raise self._refused(arrival.key, type(refused).__name__) from None
            return
        # After any other error nobody knows whether the case has it, so it stays: without the case, nobody can open it.
        files = self._files(stream)
        if evidence.id not in {one.id for one in files}:
            self._room.drop(evidence)
            if not any(one.sha256 == evidence.sha256 for one in files):  # Another file, by a form that was used before.
                raise self._refused(arrival.key, "form_used_before")

    def _stream(self, reference: str) -> Stream:
        return self._engine.streams.load(self._engine.names.stream(reference))

    def _files(self, stream: Stream) -> list[Evidence]:
        return [one for envelope in stream.events for one in evidence_in(envelope.event)]

    def _refused(self, key: str, why: str) -> UploadRefused:
        self._arrivals.refuse(key)
        return UploadRefused(f"a file that landed was not taken in: {why}")


def _name(arrival: Arrival) -> str:
    """Return the file's own name as the browser told it, or one by its kind."""
    told = arrival.about.get(NAME, "")
    if told and told != "${filename}":
        return words(_as_sent(told))
    return f"bestand.{kind_of(arrival.content).rpartition('/')[2]}"


def _as_sent(text: str) -> str:
    """Return metadata as the browser wrote it, in UTF-8; what came as anything else stays as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
