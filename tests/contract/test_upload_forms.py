"""Forms by which a file goes straight to S3: what they allow, and what a browser can change."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import client_of
from tests.contract.conftest import ON_MINISTACK
from tests.contract.landing import keys_in, post
from tests.contract.upload_place import BACK, CONTENT, ME, Place
from vangnet.rigs.aws.uploads import FOLDER, META, SEAL, Uploads
from vangnet.rigs.starting import CannotStart

pytestmark = ON_MINISTACK


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


def test_a_form_is_good_for_an_hour(place: Place) -> None:
    """Its policy says until when, and S3 holds to it."""
    policy = json.loads(base64.b64decode(place.form().fields["policy"]))
    until = datetime.fromisoformat(policy["expiration"])

    assert timedelta(minutes=55) < until - datetime.now(UTC) <= timedelta(hours=1)
