"""Messages that leave the house: who speaks, with whose consent, aligned with whom, and what no text may say."""

from typing import Any

import pytest

from schemas.protocol.messages import Messages
from tests.unit.case.builders import Story, a_case, a_report, a_threat, everybody, loaded
from vangnet.case.errors import Invalid, Refused
from vangnet.case.view import view
from vangnet.case.view_outgoing import of_messages

RECEIVERS = ("council", "office_holders", "staff", "press")
TEXT = "Een raadslid kreeg te maken met agressie. Meer zeggen wij nu niet."


def messages_of_the_document() -> Messages:
    """Return the agreements on messages of the example municipality."""
    found = loaded().protocol.document.messages
    assert found is not None
    return found


def refusal(story: Story, actor: str, do: str, **fields: Any) -> str:
    """Return the rule by which a command is refused, or nothing."""
    try:
        story.decided(actor, do, **fields)
    except Refused as refused:
        return refused.rule
    return ""


def drafted(story: Story | None = None, *, to: str = "council", text: str = TEXT, **fields: Any) -> Story:
    """Return a threat, or another case, of which a message waits for approval."""
    return (story or a_threat()).does("p.kuipers", "draft_message", to=to, text=text, **fields)


def agreed(story: Story | None = None, **fields: Any) -> Story:
    """Return a threat of which who was harmed agrees that others are told."""
    return (story or a_threat()).does("r.bakker", "consent", to="inform_others", **fields)


def approval(story: Story, actor: str = "b.vandam") -> str:
    """Return the rule by which the approval is refused, or nothing."""
    return refusal(story, actor, "approve_message")


@pytest.mark.rule("AP-6.7")
def test_only_who_speaks_approves_and_it_is_kept() -> None:
    """Not who wrote it nor who handles the case; the burgemeester, and when he did stands in the case for good."""
    story = drafted(agreed(a_case()))
    assert {approval(story, who) for who in everybody() if story.sees(who) and who not in {"b.vandam", "r.bakker"}} == {
        "AP-6.7"
    }
    story = story.does("b.vandam", "approve_message", message="message-1")
    [shown] = of_messages(story.context("p.kuipers"))["outgoing"]

    assert (shown["approved_by"], shown["approved_at"], shown["state"]) == ("b.vandam", story.now, "approved")


@pytest.mark.rule("AP-6.1")
@pytest.mark.rule("AP-6.2")
def test_the_locoburgemeester_speaks_where_the_burgemeester_was_harmed() -> None:
    """It is his word that is asked then, and the burgemeester's own is refused."""
    harmed = a_report("b.vandam", kinds=["insult"]).does("b.vandam", "consent", to="inform_others")
    story = drafted(harmed)

    assert story.owners("approve_message") == ("w.jansen",)
    assert approval(story) == "AP-6.2"
    assert approval(story, "w.jansen") == ""


@pytest.mark.rule("AP-6.7")
def test_who_speaks_is_asked_and_reads_no_more_than_the_message() -> None:
    """The duty is his while the message waits; of a raadslid's case he sees the messages and nothing of the account."""
    story = drafted()

    assert story.owners("approve_message") == ("b.vandam",)
    assert story.told("b.vandam", duty="approve_message") == ["duty_opened"]
    assert story.sees("b.vandam") == {"summary", "messages"}
    approved = agreed(drafted(a_case())).does("b.vandam", "approve_message")
    assert approved.told("p.kuipers")[-1] == "message_approved"
    assert approved.duty("approve_message").state == "done"
    assert drafted().does("p.kuipers", "withdraw_message", why="Niet nodig").duty("approve_message").state == "none"


@pytest.mark.rule("AP-6.3")
@pytest.mark.parametrize("to", RECEIVERS)
def test_nobody_is_told_without_the_consent_of_who_was_harmed(to: str) -> None:
    """Not before he agreed, and not once he took it back, whoever the readers are."""
    story = drafted(a_case(), to=to)
    assert approval(story) == "AP-6.3"

    assert approval(agreed(story)) == ""
    assert approval(agreed(story).does("r.bakker", "withdraw_consent", to="inform_others")) == "AP-6.3"
    assert approval(agreed(story, given=False)) == "AP-6.3"


@pytest.mark.rule("AP-6.3")
def test_a_consent_goes_as_far_as_its_scope() -> None:
    """Who may be told is what he said: the council and not the press."""
    told = {to: approval(drafted(agreed(a_case(), scope="alleen de raad"), to=to)) for to in RECEIVERS}

    assert told == {"council": "", "office_holders": "AP-6.3", "staff": "AP-6.3", "press": "AP-6.3"}


def test_a_scope_may_be_a_list() -> None:
    """A program names the readers one by one."""
    story = drafted(agreed(a_case(), scope=["council", "staff"]), to="staff")

    assert approval(story) == ""


@pytest.mark.rule("AP-6.4")
def test_an_investigation_closes_the_press() -> None:
    """From that moment no message to the press is approved, whatever else is right; the council may still be told."""
    story = agreed(a_case())
    press = drafted(story, to="press")
    assert approval(press) == ""
    investigated = press.does("l.vos", "record_prosecution", state="investigation")

    assert approval(investigated) == "AP-6.4"
    assert investigated.duty("approve_message").state == "none"
    assert approval(drafted(story.does("l.vos", "record_prosecution", state="investigation"))) == ""
    assert of_messages(investigated.context("p.kuipers"))["press_left_to"]["nl"].endswith("Openbaar Ministerie")


@pytest.mark.rule("AP-6.4")
def test_what_may_never_be_said_comes_before_what_is_missing() -> None:
    """Without consent and without alignment, the press is first of all closed."""
    story = a_threat().does("l.vos", "record_prosecution", state="investigation")

    assert approval(drafted(story, to="press")) == "AP-6.4"
    assert approval(drafted(story)) == "AP-6.3"


@pytest.mark.rule("AP-6.5")
def test_a_serious_threat_is_aligned_with_the_prosecution_first() -> None:
    """Consent comes first; then the alignment of this very message, and not of another."""
    story = drafted()
    assert approval(story) == "AP-6.3"
    story = agreed(story)
    assert approval(story) == "AP-6.5"
    assert approval(drafted(story.does("p.kuipers", "align_with_om", outcome="Akkoord"))) == "AP-6.5"

    assert approval(story.does("p.kuipers", "align_with_om", message="message-1")) == ""
    assert approval(drafted(agreed(a_case()))) == ""


@pytest.mark.rule("AP-6.6")
@pytest.mark.parametrize("to", RECEIVERS)
def test_a_security_measure_is_named_in_no_message(to: str) -> None:
    """Neither by mentioning it, to anybody, nor by telling of one that was recorded."""
    story = a_threat().does(
        "o.meijer", "record_security_measure", decided_by="hoofdofficier", measure="Surveillance in de straat"
    )

    for mentions in (["security"], ["security-1"], "security_measure"):
        assert refusal(story, "p.kuipers", "draft_message", to=to, text=TEXT, mentions=mentions) == "AP-6.6"
    told = "Wees gerust. De politie surveilleert extra in zijn straat."
    assert refusal(story, "p.kuipers", "draft_message", to=to, text=told) == "AP-6.6"
    assert refusal(story, "p.kuipers", "draft_message", to=to, text=TEXT) == ""


@pytest.mark.rule("AP-6.6")
def test_a_security_measure_that_came_later_stops_the_message_too() -> None:
    """What was drafted before it was recorded is not approved after it."""
    story = drafted(agreed(a_case()), text="Voor zijn deur staat bewaking van de politie.")
    assert approval(story) == ""
    secured = story.does(
        "o.meijer", "record_security_measure", decided_by="hoofdofficier", measure="Bewaking aan de deur"
    )

    assert approval(secured) == "AP-6.6"


@pytest.mark.rule("AP-5.4.3")
def test_the_aangifte_is_mentioned_with_consent_only() -> None:
    """A draft that speaks of it, or says that it does, is refused there and then; with consent, as far as it goes."""
    about = "Er is aangifte gedaan."
    assert refusal(a_threat(), "p.kuipers", "draft_message", to="council", text=about) == "AP-5.4.3"
    assert (
        refusal(a_threat(), "p.kuipers", "draft_message", to="council", text=TEXT, mentions=["aangifte"]) == "AP-5.4.3"
    )
    spoken = a_threat().does("r.bakker", "consent", to="speak_about_aangifte", scope="de raad")

    assert refusal(spoken, "p.kuipers", "draft_message", to="council", text=about) == ""
    assert refusal(spoken, "p.kuipers", "draft_message", to="press", text=about) == "AP-5.4.3"
    assert refusal(spoken, "p.kuipers", "draft_message", text=about) == "AP-6.7"
    assert refusal(spoken, "p.kuipers", "draft_message", to="council", text=" ") == "AP-6.7"
    both = {"to": "press", "text": about, "mentions": ["security"]}
    assert refusal(a_threat(), "p.kuipers", "draft_message", **both) == "AP-6.6"


def test_a_message_that_is_unknown_or_gone_is_said_to_be() -> None:
    """A number that there is not is a wrong field; what was withdrawn is not approved, what went out not held back."""
    story = drafted(agreed(a_case()))
    with pytest.raises(Invalid):
        story.decided("b.vandam", "approve_message", message="message-9")
    with pytest.raises(Invalid):
        a_case("w.devries").decided("b.vandam", "approve_message")
    kept = story.does("b.vandam", "withdraw_message", why="Te vroeg")
    gone = story.does("b.vandam", "approve_message")

    assert approval(kept) == "AP-6.7"
    assert refusal(gone, "p.kuipers", "withdraw_message") == "AP-6.7"
    assert gone.decided("b.vandam", "approve_message") == ()


def test_what_was_found_in_it_is_shown_before_and_kept_after() -> None:
    """Names and numbers stand beside the draft for who approves it, and with the approval for good."""
    story = drafted(agreed(a_case()), to="press", text="Bakker is bereikbaar op 06-12345678.")
    [shown] = view(story.context("b.vandam"), ())["messages"]["outgoing"]
    assert [one["quote"] for one in shown["findings"]] == ["Bakker", "06-12345678"]
    [after] = of_messages(story.does("b.vandam", "approve_message").context("p.kuipers"))["outgoing"]

    assert after["despite"] == ["Bakker", "06-12345678"]
    assert after["findings"] == []
