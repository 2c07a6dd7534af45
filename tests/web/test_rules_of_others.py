"""A refusal names a rule of the document in force, or the law's; never one that its body did not adopt."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas.events.base import SYSTEM
from tests.unit.shell.two_documents import OWN_WORDS, TWO, read_from
from tests.web.site import MONDAY_NOON, Site, example

RULES = [one["id"] for one in yaml.safe_load(Path("docs/rules.yaml").read_text())]
# A report under each document, who received it, and who has nothing to do with it.
OTHERS = {
    "meerdorpen": ({"channel": "bellen", "kinds": ["uitschelden"]}, "b.dorp", "g.griffie", "c.oud"),
    "havenmonde": ({"channel": "balie", "kinds": ["dreigen"]}, "p.weth", "u.meld", "c.balie"),
}


def sent(answer: Any) -> dict[str, Any]:
    """Return what a program reads of a refusal."""
    assert answer.content_type == "application/problem+json"
    return dict(answer.json)


@pytest.mark.parametrize("name", ["landelijk", "voorbeeldstad"])
def test_our_own_documents_hold_every_rule(name: str) -> None:
    """A municipality that extends them has adopted this protocol."""
    protocol = example(name).protocol

    assert [protocol.rule(rule) for rule in RULES] == RULES
    assert len(RULES) == 91


@pytest.mark.parametrize("name", OTHERS)
def test_another_protocol_is_not_said_to_hold_ours(name: str) -> None:
    """What is the law's is named by its article, its own rules as they are; the rest has no name there."""
    protocol = example(name).protocol
    own = {row.rule for row in protocol.document.commands.values()}

    assert {protocol.rule(rule) for rule in RULES} == {"", "Awb 2:4"}
    assert {protocol.rule(rule) for rule in own} == own


def test_a_document_that_cites_one_of_ours_holds_that_one() -> None:
    """As its body took it over; a row that names none does not cite what the model says by default."""
    cites = (
        OWN_WORDS.replace("rule: C-2", "rule: AP-2.1.11")
        + "spokesperson: burgemeester\nmessages: {consent: {to: [press]}}\n"
    )
    protocol = read_from(MONDAY_NOON.date(), eigen=TWO, college=cites).others["wethouder"].protocol

    assert protocol.document.messages is not None
    assert protocol.document.messages.consent is not None
    assert protocol.document.messages.consent.rule == "AP-6.3"
    assert [protocol.rule(rule) for rule in ("AP-2.1.11", "AP-6.3", "AP-2.5", "AP-6.2", "C-1")] == [
        *("AP-2.1.11", "", "", "Awb 2:4", "C-1")
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_a_refusal_keeps_its_words_and_names_no_rule_that_is_not_theirs(name: str) -> None:
    """By API and on the page: who is harmed, who sees nothing, who may not, and what is missing."""
    site = Site(example(name))
    fields, reporter, receiver, nobody = OTHERS[name]
    case = site.report(reporter, **fields)
    harmed = sent(site.program(reporter).command(case, "take_case", handler=reporter, aim="Zelf"))
    unseen = sent(site.program(nobody).command(case, "take_case", handler=nobody, aim="Zelf"))
    not_his = sent(site.program(receiver).command(case, "give_advice", measures=[], why="Zelf"))
    site.program(receiver).command(case, "take_case", handler=receiver, aim="Rust")
    missing = sent(site.program(receiver).command(case, "close_case", because="responded"))
    page = site.browser(nobody)
    page.get(f"/zaak/{case}")

    assert harmed["rule"] == "Awb 2:4"
    assert "rule" not in unseen
    assert not_his["rule"] == site.loaded.protocol.command("give_advice").rule
    assert "rule" not in missing
    assert all(one["detail"] and "AP-" not in one["detail"] for one in (harmed, unseen, not_his, missing))
    assert (page.page.status_code, "AP-" in page.page.text) == (403, False)
    assert "rule" not in sent(site.program(nobody).get(f"/api/v1/cases/{case}"))


def test_a_case_names_the_rules_of_its_own_document() -> None:
    """Where an office has a protocol of its own beside ours: its cases go by it, all others by ours."""
    site = Site(read_from(MONDAY_NOON.date(), eigen=TWO, college=OWN_WORDS))
    theirs = site.report("w.devries", channel="brief", kinds=["dreigen"])
    ours = site.report("r.bakker")
    asked = {"class": "zwaar", "why": "Gelezen"}
    told = [sent(site.program("e.kramer").command(case, "confirm_class", **asked)) for case in (theirs, ours)]
    page = site.browser("e.kramer")
    page.get(f"/zaak/{ours}")

    assert ["rule" in one for one in told] == [False, True]
    assert told[1]["rule"] == "AP-5.1.6"
    assert "AP-5.1.6" in page.text
    assert "rule" not in sent(site.program("e.kramer").get(f"/api/v1/cases/{theirs}"))


def test_what_the_document_does_not_take_is_refused_without_a_rule_too() -> None:
    """A mail where none is taken."""
    from schemas.events.mail import MailReceived
    from vangnet.case.deciding.mail import Circumstances, received
    from vangnet.case.errors import Refused

    site = Site(example("havenmonde"))
    ctx = site.stage.engine.context(site.stage.engine.streams.load(""), SYSTEM)
    with pytest.raises(Refused) as caught:
        received(ctx, MailReceived(reference="", way="queue"), Circumstances())

    assert (caught.value.rule, caught.value.because) == ("", "no_mail")
