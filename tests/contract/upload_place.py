"""A municipality with one case, and a bucket where files for it land by a form."""

from dataclasses import dataclass

from schemas.report import Evidence
from tests.contract.aws import Faulty
from tests.contract.landing import Posted, post
from tests.mail.mailbox import Mailbox
from vangnet.access.sealing import Sealer
from vangnet.intake.evidence import EvidenceRoom, evidence_in
from vangnet.rigs.aws.uploads import Landing, UploadForm, Uploads

BACK = "https://vangnet.example/zaak/VN-1?ok=ja"
CONTENT = b"%PDF-1.7 as received \x00\xff" * 100
ME = "r.bakker"


@dataclass
class Place:
    """A municipality with one case, and a bucket where files for it land."""

    s3: Faulty
    bucket: str
    box: Mailbox
    reference: str

    @property
    def sealer(self) -> Sealer:
        """Return what seals, as the pages and the landing share it."""
        return Sealer(b"s" * 32, self.box.stage.clock.now)

    def form(self, person: str = ME) -> UploadForm:
        """Return a form for the case."""
        return Uploads(self.s3.client, self.bucket, self.sealer).form(self.reference, person, BACK)

    def send(self, form: UploadForm, name: str = "opname.pdf", content: bytes = CONTENT) -> Posted:
        """Send a file by a form."""
        return post(form.url, form.fields, name, content)

    def land(self, key: str) -> None:
        """Take in what landed."""
        Landing(self.s3, self.bucket, self.box.engine, self.sealer).land(key)

    def lands(self, name: str = "opname.pdf", content: bytes = CONTENT, person: str = ME) -> str:
        """Send a file, take it in, and return its key."""
        form = self.form(person)
        assert self.send(form, name, content).status == 303
        self.land(form.fields["key"])
        return form.fields["key"]

    def files(self) -> list[Evidence]:
        """Return the files of the case but for the mail by which it began."""
        stream = self.box.engine.streams.load(f"case/{self.reference}")
        return [one for row in stream.events[1:] for one in evidence_in(row.event)]

    def content(self, evidence: Evidence) -> bytes | None:
        """Return a file as it was kept."""
        ports = self.box.engine.ports
        return EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now).content(evidence)
