"""Files by a form straight to S3: what the form allows, and how a file gets into its case, once or not at all."""

import base64
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from schemas.report import Evidence
from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, Faulty, client_of
from tests.contract.conftest import ON_MINISTACK
from tests.contract.landing import Posted, bucket_of, keys_in, post, queue_of
from tests.mail.mailbox import HOUSE, Mailbox
from vangnet.access.sealing import Sealer
from vangnet.case.errors import Refused
from vangnet.intake.evidence import EvidenceRoom, evidence_in
from vangnet.rigs.aws.arrivals import NeverLanded
from vangnet.rigs.aws.notices import landed
from vangnet.rigs.aws.uploads import FOLDER, META, NAME, SEAL, Landing, UploadForm, UploadRefused, Uploads
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK
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


@pytest.fixture
def place(ministack: Ministack) -> Iterator[Place]:
    """Give a case of somebody who mailed, and a bucket of this test alone."""
    box = Mailbox()
    mail = box.gets(f"{ME}@{HOUSE}")
    with client_of(ministack, "s3", signature_version="s3v4") as s3:
        yield Place(Faulty(s3), bucket_of(s3), box, mail.report)


def test_a_plain_form_brings_a_file_into_the_case(place: Place) -> None:
    """The browser goes back to where it came from; the file is evidence byte for byte, and lies nowhere else."""
    form = place.form()
    posted = place.send(form)
    place.land(form.fields["key"])

    [file] = place.files()
    assert posted.status == 303
    assert posted.location.startswith(BACK)
    assert (file.name, file.kind, file.size) == ("opname.pdf", "application/pdf", len(CONTENT))
    assert place.content(file) == CONTENT
    assert keys_in(place.s3.client, place.bucket, FOLDER) == []


def test_what_stands_open_in_the_form_names_nobody(place: Place) -> None:
    """The person travels sealed; the key has the reference, which is no personal data."""
    form = place.form()

    assert ME not in str(form.fields)
    assert form.fields["key"].startswith(f"{FOLDER}{place.reference}/")
    assert form.fields["key"] != place.form().fields["key"]
    assert "file" not in form.fields


@pytest.mark.parametrize("size", [0, 25 * 1024 * 1024 + 1])
def test_s3_takes_no_file_that_is_empty_or_too_large(place: Place, size: int) -> None:
    """The form is bound in size."""
    posted = place.send(place.form(), content=b"x" * size)

    assert posted.status in {400, 403}
    assert keys_in(place.s3.client, place.bucket) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"key": f"{FOLDER}VN-AAAA-AAAA/0"},
        {"success_action_redirect": "https://elders.example/"},
        {META + SEAL: "c29tZWJvZHkgZWxzZQ=="},
        {"Content-Type": "text/html"},
    ],
)
def test_a_browser_changes_nothing_of_the_form(place: Place, changed: dict[str, str]) -> None:
    """Key, way back and seal are signed; what the form does not name is refused too."""
    form = place.form()

    assert post(form.url, {**form.fields, **changed}, "x.pdf", CONTENT).status in {400, 403}
    assert keys_in(place.s3.client, place.bucket) == []


def test_a_client_that_signs_the_old_way_makes_no_form(ministack: Ministack, place: Place) -> None:
    """S3 takes such forms no more for new buckets, so it is said where the house is wired."""
    with client_of(ministack, "s3") as old, pytest.raises(CannotStart, match="s3v4"):
        Uploads(old, place.bucket, place.sealer).form(place.reference, ME, BACK)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("bedreiging één.pdf", "bedreiging één.pdf"), ("..\\..\\win.pdf", "win.pdf"), ("", "bestand.pdf")],
)
def test_the_files_own_name_is_kept(place: Place, sent: str, kept: str) -> None:
    """As the browser told it, without folders; without one it is named by its kind."""
    place.lands(sent)

    assert [file.name for file in place.files()] == [kept]


def test_a_name_that_s3_wrote_as_encoded_words_is_read(place: Place) -> None:
    """So S3 gives back what is not ASCII in metadata."""
    form = place.form()
    about = {SEAL: form.fields[META + SEAL], NAME: "=?UTF-8?B?w6nDqW4ucGRm?="}
    place.s3.client.put_object(Bucket=place.bucket, Key=form.fields["key"], Body=CONTENT, Metadata=about)
    place.land(form.fields["key"])

    assert [file.name for file in place.files()] == ["één.pdf"]


def test_a_notice_that_comes_twice_changes_nothing(place: Place) -> None:
    """The second finds that it was taken in."""
    key = place.lands()
    place.land(key)

    assert len(place.files()) == 1
    assert keys_in(place.s3.client, place.bucket) == [f"done/{key}"]


@pytest.mark.parametrize("operation", ["put_object", "delete_object"])
@pytest.mark.parametrize("fault", ["SlowDown", LOST])
def test_what_was_added_and_not_put_away_is_added_once(place: Place, operation: str, fault: str) -> None:
    """A failure after the case has it is tried again; the case has it once, and no blob is left over."""
    form = place.form()
    place.send(form)
    blobs = len(place.box.stage.blobs.kept)
    place.s3.faults[operation] = fault
    with pytest.raises(StoreUnavailable):
        place.land(form.fields["key"])
    place.s3.faults.clear()
    place.land(form.fields["key"])

    assert len(place.files()) == 1
    assert place.content(place.files()[0]) == CONTENT
    assert len(place.box.stage.blobs.kept) == blobs + 1
    assert keys_in(place.s3.client, place.bucket, FOLDER) == []


def test_the_same_file_by_two_forms_is_there_twice(place: Place) -> None:
    """Once is each object, not each file: somebody may mean it."""
    place.lands()
    place.lands()

    assert len(place.files()) == 2


def test_somebody_who_may_not_add_to_the_case_is_refused(place: Place) -> None:
    """The file waits under `refused/`, each notice is an error, and no blob is left over."""
    blobs = len(place.box.stage.blobs.kept)
    form = place.form("p.elders")
    place.send(form)
    key = form.fields["key"]
    for _ in range(2):
        with pytest.raises(UploadRefused, match="Refused") as caught:
            place.land(key)
        assert "p.elders" not in str(caught.value)

    assert keys_in(place.s3.client, place.bucket) == [f"refused/{key}"]
    assert place.files() == []
    assert len(place.box.stage.blobs.kept) == blobs


def test_an_unknown_case_is_refused(place: Place) -> None:
    """A seal of ours for a case that is not there."""
    form = Uploads(place.s3.client, place.bucket, place.sealer).form("VN-ZZZZ-ZZZZ", ME, BACK)
    place.send(form)

    with pytest.raises(UploadRefused, match="UnknownCase"):
        place.land(form.fields["key"])


def test_what_was_refused_is_taken_in_once_that_is_mended(place: Place) -> None:
    """A notice that is sent once more from the dead letters finds the file under `refused/`."""
    other = Mailbox()
    form = place.form()
    place.send(form)
    with pytest.raises(UploadRefused):
        Landing(place.s3, place.bucket, other.engine, place.sealer).land(form.fields["key"])
    place.land(form.fields["key"])

    assert [place.content(file) for file in place.files()] == [CONTENT]
    assert keys_in(place.s3.client, place.bucket) == [f"done/{form.fields['key']}"]


@pytest.mark.parametrize("seal", ["", "c29tZXRoaW5nIGVsc2U=", "of another object", "expired"])
def test_what_has_no_valid_seal_is_refused(place: Place, seal: str) -> None:
    """Whoever can write to the bucket can still not write to a case."""
    key = f"{FOLDER}{place.reference}/{secrets.token_hex(16)}"
    if seal == "of another object":
        seal = place.form().fields[META + SEAL]
    if seal == "expired":
        value = {"key": key, "person": ME, "reference": place.reference}
        seal = place.sealer.seal("upload", value, timedelta(seconds=-1))
    place.s3.client.put_object(Bucket=place.bucket, Key=key, Body=CONTENT, Metadata={SEAL: seal} if seal else {})

    with pytest.raises(UploadRefused, match="no_seal"):
        place.land(key)
    assert keys_in(place.s3.client, place.bucket) == [f"refused/{key}"]


@pytest.mark.parametrize(("content", "why"), [(b"", "file_empty"), (b"x" * (25 * 1024 * 1024 + 1), "file_too_large")])
def test_what_is_empty_or_too_large_is_refused(place: Place, content: bytes, why: str) -> None:
    """However it landed."""
    form = place.form()
    about = {SEAL: form.fields[META + SEAL]}
    place.s3.client.put_object(Bucket=place.bucket, Key=form.fields["key"], Body=content, Metadata=about)

    with pytest.raises(UploadRefused, match=why):
        place.land(form.fields["key"])
    assert keys_in(place.s3.client, place.bucket) == [f"refused/{form.fields['key']}"]


def test_a_notice_of_nothing_is_an_error(place: Place) -> None:
    """Something that never landed, or that somebody took away, is not passed over."""
    with pytest.raises(NeverLanded):
        place.land(f"{FOLDER}{place.reference}/0")


@pytest.mark.parametrize("code", ["SlowDown", "AccessDenied", LOST])
def test_a_bucket_that_does_not_answer_is_tried_again(place: Place, code: str) -> None:
    """Nothing is refused because S3 could not say."""
    form = place.form()
    place.send(form)
    place.s3.faults["get_object"] = code

    with pytest.raises(StoreUnavailable):
        place.land(form.fields["key"])
    assert keys_in(place.s3.client, place.bucket) == [form.fields["key"]]


def test_the_notice_of_s3_leads_to_the_object(place: Place, ministack: Ministack) -> None:
    """Through the queue: the test of S3 is passed over, and the key is read as S3 wrote it."""
    with client_of(ministack, "sqs") as sqs:
        queue = queue_of(sqs)
        queue.told_of(place.s3.client, place.bucket, FOLDER)
        form = place.form()
        place.send(form)
        odd = f"{FOLDER}VN-1/a b+c é%2F"
        place.s3.client.put_object(Bucket=place.bucket, Key=odd, Body=b"x")
        found = [one for body in queue.bodies(3) for one in landed(body)]

    assert [one.key for one in found] == [form.fields["key"], odd]
    assert {one.bucket for one in found} == {place.bucket}


def test_our_own_marks_are_no_uploads(place: Place) -> None:
    """Where notices are asked for the whole bucket by mistake, nothing goes in circles."""
    for key in (f"done/{FOLDER}x", f"refused/{FOLDER}x"):
        place.s3.client.put_object(Bucket=place.bucket, Key=key, Body=b"")
        place.land(key)

    assert len(keys_in(place.s3.client, place.bucket)) == 2


def test_a_form_is_good_for_an_hour(place: Place) -> None:
    """Its policy says until when, and S3 holds to it."""
    policy = json.loads(base64.b64decode(place.form().fields["policy"]))
    until = datetime.fromisoformat(policy["expiration"])

    assert timedelta(minutes=55) < until - datetime.now(UTC) <= timedelta(hours=1)


def test_a_file_that_the_case_has_is_not_refused_later(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was added, its end was not known, and meanwhile the case came to refuse more: it is put away all the same."""

    def refuse(*_: object, **__: object) -> None:
        raise Refused("AP-5.1.9", "not_seen")

    form = place.form()
    place.send(form)
    place.s3.faults["put_object"] = "SlowDown"
    with pytest.raises(StoreUnavailable):
        place.land(form.fields["key"])
    place.s3.faults.clear()
    monkeypatch.setattr(place.box.engine, "do", refuse)
    place.land(form.fields["key"])

    assert [place.content(file) for file in place.files()] == [CONTENT]
    assert keys_in(place.s3.client, place.bucket) == [f"done/{form.fields['key']}"]
