"""The file for the police: what is in it, what is not, and that it can be checked."""

import hashlib
import io
import json
import sys
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from schemas.events.base import Envelope
from schemas.report import Evidence
from tests.letters.reading import fonts, opened, tags, text
from tests.unit.case.builders import NAMES, NOON, Story, a_report
from vangnet.letters import police_zip as zips
from vangnet.letters.police_file import Asked, Enclosed, pdf, words

PHOTO = b"\x89PNG\r\n\x1a\nfoto"
WHO = "Anton Jacobs (gemachtigde voor aangifte)"
BY = Asked(WHO)


def photo(name: str = "../deur<1>.png", content: bytes = PHOTO) -> Evidence:
    """Return a file as it is known once it was received."""
    return Evidence(
        id="E1",
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        kind="image/png",
        received_at="2026-11-30T11:00:00+00:00",
        key="k",
    )


def a_story(**fields: Any) -> Story:
    """Return a threat to a raadslid by somebody named, of which an aangifte was filed."""
    told: dict[str, Any] = {
        "account": "Hij zei: ik weet je te vinden. 🔪",
        "kinds": ["threat", "stalking"],
        "place": "Voor het gemeentehuis",
        "aim": "dat ik tegen stem",
        "decision_at_stake": "windmolens",
        "perpetrators": [{"kind": "person", "name": NAMES[0], "details": "rode jas"}],
        "damage": [{"item": "ruit", "cents": 145_050}],
        "injury": "mental",
    }
    story = a_report(**(told | fields)).does("r.bakker", "consent", to="aangifte")
    story = story.does("g.mulder", "notify_police", reference="PL-1")
    filed = {"reference": "PL-2", "offences": ["285", "285b"], "vpt_code": True, "domicile_town_hall": True}
    return story.does("a.jacobs", "file_aangifte", **filed)


def enveloped(story: Story) -> tuple[Envelope, ...]:
    """Return the events of a story as they are stored."""
    return tuple(
        Envelope(stream="case/VN-1", version=number, at=NOON, protocol="", actor="g.mulder", event=event)
        for number, event in enumerate(story.log, 1)
    )


def made(story: Story, actor: str = "a.jacobs") -> bytes:
    """Return the PDF that somebody makes."""
    return pdf(story.context(actor), enveloped(story), [Enclosed("bewijs/01-deur.png", photo())], BY)


@pytest.mark.rule("AP-5.1.9")
@pytest.mark.rule("AP-5.4.4")
def test_the_file_holds_all_that_the_police_needs() -> None:
    """The seven questions, the words as they came, evidence with its hash, norm, hearing, injured party, consent."""
    said = text(made(a_story()))

    for question in ("Wie deed het", "Wat gebeurde er", "Waar", "Wanneer", "Waarmee", "Hoe", "Waarom"):
        assert question in said
    for word in (NAMES[0], "rode jas", "Voor het gemeentehuis", "dat ik tegen stem; er speelt een besluit: windmolens"):
        assert word in said
    assert "Hij zei: ik weet je te vinden. [teken U+1F52A" in said
    assert photo().sha256 in said.replace(" ", "")
    assert "Rob Bakker" in said
    assert "voor de wet de benadeelde" in said
    assert "Raadhuisplein 1" in said
    assert "aangifte doen: ja" in said
    assert "Rob Bakker doet zelf een klacht" in said
    assert "belaging 285b" in said
    assert "€ 1.450,50" in said
    assert "nummer PL-2" in said
    assert "Emotie mag, agressie accepteren wij niet." in said
    assert "De andere kant is nog niet gehoord." in said
    assert "VPT-code gevraagd ja" in said


def test_it_is_tagged_titled_and_always_the_same() -> None:
    """PDF/UA with headings and tables, in Dutch, its fonts inside; made again of the same it has the same bytes."""
    file = made(a_story())
    root: Any = opened(file).root_object

    assert file == made(a_story())
    assert root["/Lang"] == "nl"
    assert opened(file).metadata["/Title"] == "Dossier voor de politie VN-1"  # type: ignore[index]
    assert {"H1", "H2", "Table", "TH", "TD", "P", "L"} <= set(tags(file))
    assert all(embedded for _, embedded, _ in fonts(file))


def test_under_a_number_nobody_is_named() -> None:
    """Whoever files under a number is not named as the injured party, nor where he consented."""
    story = a_story().does("a.jacobs", "file_aangifte", reference="PL-3", offences=["285"], under_number=True)
    said = text(made(story))

    assert "Rob Bakker" not in said
    assert "Aangifte onder nummer: de naam staat bij de politie" in said


def test_what_its_maker_may_not_see_is_not_in_it() -> None:
    """The same file made by who sees only the damage holds no account, no consent and no hearing."""
    story = a_story()
    found = words(story.context("m.prins"), enveloped(story), [], BY)

    assert found["account"] == ""
    assert found["consents"] == []
    assert found["hearing"] == found["offences"] == found["injuries"] == found["steps"] == []
    assert ["ruit", "€ 1.450,50", "€ 0,00"] in found["damage"]


def test_earlier_cases_are_those_that_its_maker_may_see() -> None:
    """Of the other cases of who was identified, none is told of to who may not see it."""
    story = a_story()
    other = replace(a_report(kinds=["insult"]).case, stream="case/VN-9", reference="VN-9")
    ctx = story.context("a.jacobs")
    ctx = replace(ctx, facts=replace(ctx.facts, history=(other,)))

    assert words(ctx, enveloped(story), [], BY)["earlier"] == ["VN-9, maandag 30 november 2026: verbale agressie"]
    assert words(replace(ctx, actor="y.beheer"), enveloped(story), [], BY)["earlier"] == []


def test_without_an_aangifte_it_proposes_the_offences_of_what_was_reported() -> None:
    """By the kinds that the reporter ticked; the checklist is still to be filled in."""
    story = a_report(kinds=["doxing", "insult"])
    found = words(story.context("a.jacobs"), enveloped(story), [], BY)

    assert [row[1] for row in found["offences"]] == ["266", "285d"]
    assert {answer for _, answer in found["checklist"]} == {"nog invullen"}
    assert found["consents"] == []
    assert pdf(story.context("a.jacobs"), enveloped(story), [], BY)


@pytest.mark.rule("AP-5.1.9")
def test_the_zip_can_be_checked() -> None:
    """Every file in it byte for byte as received, under a safe name, with its size and hash in a manifest."""
    story = a_story()
    context, events = story.context("a.jacobs"), enveloped(story)
    whole = zips.police_zip(context, events, [photo()], lambda one: PHOTO, WHO)
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}

    [enclosed] = [name for name in files if name.startswith("bewijs/")]
    assert set(files) == {"dossier.pdf", enclosed, "manifest.json", "SHA256SUMS"}
    assert ".." not in enclosed
    assert "<" not in enclosed
    assert files[enclosed] == PHOTO
    told = json.loads(files["manifest.json"])
    for row in told["files"]:
        content = files[row["name"]]
        assert (row["size"], row["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert f"{row['sha256']}  {row['name']}\n" in files["SHA256SUMS"].decode()
    assert told["files"][1]["as_received"] is True
    assert (whole.files, whole.sha256) == (2, hashlib.sha256(whole.content).hexdigest())
    assert whole == zips.police_zip(context, events, [photo()], lambda one: PHOTO, WHO)


def test_what_cannot_be_put_in_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone, or that makes the ZIP too large, stands in the manifest and in the PDF; none is lost."""
    monkeypatch.setattr(zips, "BYTES_MAX", len(PHOTO) + 1)
    story = a_story()
    files = [photo("weg.png"), photo("een.png"), photo("twee.png")]
    context, events = story.context("a.jacobs"), enveloped(story)
    whole = zips.police_zip(context, events, files, lambda one: None if one.name == "weg.png" else PHOTO, WHO)
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        told = json.loads(packed.read("manifest.json"))
        said = text(packed.read("dossier.pdf"))

    assert told["left_out"] == ["weg.png: niet meer te openen", "twee.png: te groot voor deze zip; los te geven"]
    assert "twee.png: te groot voor deze zip" in said


def test_a_file_that_changed_is_told_to_have_changed() -> None:
    """The hash of what is given is compared with that of what was received."""
    story = a_story()
    whole = zips.police_zip(story.context("a.jacobs"), enveloped(story), [photo()], lambda one: b"anders", WHO)
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        told = json.loads(packed.read("manifest.json"))

    assert told["files"][1]["as_received"] is False


def test_without_typst_the_dossier_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the PDF cannot be made the ZIP holds the same words as HTML, in which no text of people is code."""
    monkeypatch.setitem(sys.modules, "typst", None)
    story = a_story(account="<script>alert(1)</script> & ik vind je")
    whole = zips.police_zip(story.context("a.jacobs"), enveloped(story), [photo()], lambda one: PHOTO, WHO)
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        said = packed.read("dossier.html").decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ik vind je" in said
    assert "<script" not in said
    for word in ("Rob Bakker", "285b", photo().sha256, "nummer PL-2", "VPT-code gevraagd"):
        assert word in said
