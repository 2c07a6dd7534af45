"""Files past the functions in the deployed stack; and nothing personal in anything that the stack wrote or was told."""

import io
import json
import re
import zipfile
from html import unescape
from urllib.parse import urlencode

import pytest

from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed
from tests.cloud.test_way_of_a_report import reported
from tests.cloud.traces import everything
from tests.cloud.visitor import Visitor, sent_aside

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.turn(1)]

PLANTED = ("Zwaardvis", "Kromstraat 77", "0655443322", "+31655443322", "harpoen")
ACCOUNT = "Kees Zwaardvis uit de Kromstraat 77 belde met 0655443322: ik steek je met mijn harpoen dood."
PEOPLE = ("r.bakker", "Rob Bakker", "g.mulder", "Gerard Mulder", "voorbeeldstad.example", "+3160000")
# Where an address or a number stands because that is what the call is for.
FOR_THE_CALL = re.compile(r"vangnet@voorbeeldstad\.example|https://vangnet\.voorbeeldstad\.example")


def test_a_file_goes_straight_to_storage_and_into_its_case(deployed: Deployed, outbox: Outboxes) -> None:
    """From the receipt's form, without script, a photo lands in the case sealed; who may see it gets it back whole."""
    visitor, reference = reported(deployed)
    photo = b"\x89PNG\r\n\x1a\n" + b"zee" * 2_000_000

    answer = sent_aside(visitor, "Kees Zwaardvis.png", photo)

    assert answer.status == 303
    assert answer.headers["location"].startswith(
        f"https://vangnet.voorbeeldstad.example/melding/{reference}?bestand=ja"
    )
    receiver = Visitor(deployed)
    receiver.post("/inloggen", wie="g.mulder")
    link = until(lambda: re.search(rf"/zaak/{reference}/bewijs/[0-9A-Z]+", receiver.get(f"/zaak/{reference}").text))
    assert link
    given = receiver.ask("GET", link[0])
    assert given.status == 303
    assert "Zwaardvis" not in given.headers["location"]
    assert fetched(deployed, given.headers["location"]) == photo
    storage = deployed.client("s3")
    try:
        kept = storage.list_objects_v2(Bucket=deployed.outputs["EvidenceBucketName"])["Contents"]
        bodies = [
            storage.get_object(Bucket=deployed.outputs["EvidenceBucketName"], Key=one["Key"])["Body"].read()
            for one in kept
        ]
    finally:
        storage.close()
    assert not any(b"zeezee" in body for body in bodies)


def test_the_file_for_the_police_is_made_in_the_cloud(deployed: Deployed, outbox: Outboxes) -> None:
    """Too large for an answer of a function it comes by a link of storage: the dossier, and the photo as it came in."""
    visitor, reference = reported(deployed)
    photo = b"\x89PNG\r\n\x1a\n" + b"dam" * 2_000_000
    sent_aside(visitor, "deur.png", photo)
    aangever = Visitor(deployed)
    aangever.post("/inloggen", wie="a.jacobs")
    until(lambda: re.search(rf"/zaak/{reference}/bewijs/[0-9A-Z]+", aangever.get(f"/zaak/{reference}").text))
    mark = re.search(r'name="formulier" value="([^"]*)"', aangever.page.text)
    assert mark

    form = urlencode({"formulier": unescape(mark[1])}).encode()
    kind = "application/x-www-form-urlencoded"
    made = aangever.ask("POST", f"/zaak/{reference}/politiedossier", form, Content_Type=kind)

    assert made.status == 303, made.text
    with zipfile.ZipFile(io.BytesIO(fetched(deployed, made.headers["location"]))) as whole:
        names = whole.namelist()
        assert whole.read("bewijs/01-deur.png") == photo
        told = json.loads(whole.read("manifest.json"))
        assert whole.read("dossier.pdf").startswith(b"%PDF")
    assert names[0] == "dossier.pdf"
    assert [one["as_received"] for one in told["files"][1:]] == [True]
    assert "Dossier voor de politie gemaakt" in aangever.get(f"/zaak/{reference}").text


def fetched(deployed: Deployed, link: str) -> bytes:
    """Return what a link of S3 gives."""
    import urllib.request

    with urllib.request.urlopen(link, timeout=30) as answer:
        return bytes(answer.read())


def test_nothing_personal_is_written_anywhere(deployed: Deployed, outbox: Outboxes) -> None:
    """Names, addresses and numbers of a report are in no log, metric, execution, queue, URL or SMS."""
    _, reference = reported(deployed, account=ACCOUNT)
    until(lambda: outbox.sms(reference))
    until(lambda: outbox.mails(f"ALARM {reference}"))

    traces = list(everything(deployed, outbox))

    assert {where.split(":")[0] for where, _ in traces} >= {"log", "execution", "queue", "sms", "table"}
    for where, text in traces:
        plain = FOR_THE_CALL.sub("", text)
        assert not [one for one in PLANTED if one.lower() in plain.lower()], where
        if where.split(":")[0] in {"log", "execution", "queue"}:
            assert not [one for one in PEOPLE if one.lower() in plain.lower()], (where, plain[:300])
    assert any(reference in text for where, text in traces if where.startswith("log"))
