"""A ban's letter in the packaged stack: asked for by who follows, made by the one function that can, kept sealed."""

import hashlib
import io
import json
import zipfile
from functools import partial

import pytest

from tests.cloud.outboxes import until
from tests.cloud.stack import Deployed
from tests.cloud.test_way_of_a_report import reported
from tests.cloud.visitor import Visitor

LETTER_BYTES_MIN = 20_000  # With its fonts; what is smaller is no letter.
pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.turn(1)]

STEPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("g.mulder", "take_case", {"handler": "h.willems", "aim": "Rust"}),
    ("h.willems", "confirm_class", {"class": "threat", "why": "Gelezen"}),
    ("c.bos", "give_advice", {"measures": "ban", "why": "Dreiging"}),
    ("h.willems", "record_hearing", {"form": "phone", "account": "Hij had spijt."}),
    ("h.willems", "propose_ban", {"buildings": "gemeentehuis", "reasons": "Dreiging"}),
    (
        "b.vandam",
        "decide_measure",
        {
            "measure": "ban",
            "legal_basis": "huisrecht",
            "buildings": "gemeentehuis",
            "starts_on": "2099-12-01",
            "ends_on": "2100-02-01",
            "reasons": "Dreiging tegen een raadslid",
            "why_departs": "Zo past het",
        },
    ),
    ("h.willems", "make_letter", {"letter": "ban-1", "addressee": "J. de Wit", "address": "Molenweg 8"}),
)


def banned(deployed: Deployed) -> str:
    """Return the reference of a case in which a ban was decided and its letter asked for."""
    _, reference = reported(deployed)
    for person, command, fields in STEPS:
        visitor = Visitor(deployed)
        visitor.post("/inloggen", wie=person)
        form = f"/zaak/{reference}/doe/{command}"
        assert until(partial(ready, visitor, form))
        assert visitor.post(form, **fields).status == 200, (command, visitor.words)
    return reference


def ready(visitor: Visitor, path: str) -> bool:
    """Tell whether a page can be opened yet."""
    return visitor.get(path).status == 200


def test_the_stack_makes_and_keeps_the_letter_of_a_ban(deployed: Deployed) -> None:
    """Asked for by who follows, set by the function that has the layer, offered on the page, sealed in the bucket."""
    reference = banned(deployed)
    handler = Visitor(deployed)
    handler.post("/inloggen", wie="h.willems")

    assert until(lambda: f"/zaak/{reference}/brief/letter-1" in handler.get(f"/zaak/{reference}").text)
    assert "Van deze brief kon geen bestand worden gemaakt" not in handler.words
    storage = deployed.client("s3")
    try:
        bucket = deployed.outputs["EvidenceBucketName"]
        kept = storage.list_objects_v2(Bucket=bucket)["Contents"]
        bodies = [storage.get_object(Bucket=bucket, Key=one["Key"])["Body"].read() for one in kept]
    finally:
        storage.close()
    assert any(len(body) > LETTER_BYTES_MIN for body in bodies)
    assert not any(b"%PDF-" in body for body in bodies)
    given = handler.ask("GET", f"/zaak/{reference}/brief/letter-1")
    assert given.headers["content-type"] == "application/octet-stream"
    assert given.content.startswith(b"%PDF-1.7")
    assert len(given.content) > LETTER_BYTES_MIN
    assert given.content.rstrip().endswith(b"%%EOF")


def test_the_stack_gives_the_file_for_the_police(deployed: Deployed) -> None:
    """Through the gateway as it was made: the dossier as PDF, and every file with the hash that the manifest says."""
    _, reference = reported(deployed)
    giver = Visitor(deployed)
    giver.post("/inloggen", wie="g.mulder")
    assert until(partial(ready, giver, f"/zaak/{reference}"))

    given = giver.post(f"/zaak/{reference}/politiedossier")

    assert given.status == 200, giver.words
    with zipfile.ZipFile(io.BytesIO(given.content)) as whole:
        manifest = json.loads(whole.read("manifest.json"))
        assert whole.read("dossier.pdf").startswith(b"%PDF-1.7")
        for one in manifest["files"]:
            assert hashlib.sha256(whole.read(one["name"])).hexdigest() == one["sha256"]
    assert manifest["reference"] == reference
