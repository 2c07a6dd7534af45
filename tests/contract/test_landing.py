"""How a file that landed in S3 gets into its case: once, or not at all and never silently."""

import secrets
from datetime import timedelta

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, client_of
from tests.contract.conftest import ON_MINISTACK
from tests.contract.landing import keys_in, queue_of
from tests.contract.upload_place import BACK, CONTENT, ME, Place
from tests.mail.mailbox import Mailbox
from vangnet.case.errors import Refused
from vangnet.rigs.aws.arrivals import NeverLanded
from vangnet.rigs.aws.notices import landed
from vangnet.rigs.aws.uploads import FOLDER, META, NAME, SEAL, Landing, UploadRefused, Uploads
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK


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


def test_another_file_by_a_form_that_was_used_is_refused(place: Place) -> None:
    """A form is for one file: the second waits under `refused/`, and no blob is left over."""
    form = place.form()
    place.send(form)
    place.land(form.fields["key"])
    blobs = len(place.box.stage.blobs.kept)
    place.send(form, "ander.pdf", CONTENT + b"%")

    with pytest.raises(UploadRefused, match="form_used_before"):
        place.land(form.fields["key"])

    assert [place.content(file) for file in place.files()] == [CONTENT]
    assert keys_in(place.s3.client, place.bucket, "refused/") == [f"refused/{form.fields['key']}"]
    assert len(place.box.stage.blobs.kept) == blobs


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
