"""A request to be forgotten: answered within a month, granted once nobody needs the case, which then is wiped."""

from datetime import UTC, datetime

from tests.unit.case.builders import Story, refused
from tests.unit.protocol.test_other_protocols import PHONE_BAN, handled, over
from vangnet.case.retention import wiped_at


def asked(story: Story) -> Story:
    """Return the story after the request came in."""
    return story.does("l.vos", "record_erasure", account="Hij vraagt ons hem te vergeten")


def test_it_is_answered_within_a_month_and_can_be_put_off_once() -> None:
    """By two months at most, as the AVG has it; who refuses says why."""
    story = asked(handled(PHONE_BAN))
    assert story.owners("decide_on_erasure") == ("l.vos",)
    assert story.duty("decide_on_erasure").due == datetime(2026, 12, 30, 22, 59, tzinfo=UTC)
    with refused("AP-5.2.2", "put_off_too_far"):
        story.decided("l.vos", "postpone_decision", of="erasure", until="2027-03-02", told_on="2026-11-30")
    put_off = story.does("l.vos", "postpone_decision", of="erasure", until="2027-02-28", told_on="2026-11-30")
    assert str(put_off.duty("decide_on_erasure").due)[:10] == "2027-02-28"

    with refused("AP-5.1.6", "no_reason_to_keep"):
        story.decided("l.vos", "record_erasure", decision="refused")
    done = story.does("l.vos", "record_erasure", decision="refused", why="Er loopt nog een zaak")
    assert "decide_on_erasure" not in done.open()
    assert not done.later(days=40).case.wiped


def test_what_somebody_needs_is_not_erased() -> None:
    """While the case is open, or a measure holds."""
    with refused("AP-5.1.6", "still_needed"):
        asked(handled(PHONE_BAN)).decided("l.vos", "record_erasure", decision="granted")
    with refused("AP-5.1.6", "still_needed"):
        asked(over(PHONE_BAN)).decided("l.vos", "record_erasure", decision="granted")


def test_granted_it_is_wiped_at_once() -> None:
    """After its last measure ended; nothing can be done in it any more."""
    story = asked(over(PHONE_BAN).until(datetime(2027, 2, 3, 12, tzinfo=UTC)))
    granted = story.does("l.vos", "record_erasure", decision="granted")

    assert granted.case.wiped
    with refused("AP-5.1.6"):
        granted.decided("l.vos", "record_erasure")


def test_who_is_harmed_does_not_decide_on_it() -> None:
    """It is his case, too."""
    story = asked(handled(PHONE_BAN))
    with refused("AP-6.2"):
        story.decided("r.bakker", "record_erasure", decision="refused", why="Nee")


def test_a_prosecution_that_runs_or_money_that_is_open_keeps_the_case() -> None:
    """Both outlive its closing, and the data are needed for them (AVG 17(3)(e))."""
    over_now = over(PHONE_BAN).until(datetime(2027, 2, 3, 12, tzinfo=UTC))
    filed = over_now.does("l.vos", "record_prosecution", state="investigation")
    with refused("AP-5.1.6", "still_needed"):
        filed.decided("l.vos", "record_erasure", decision="granted")
    assert wiped_at(asked(filed).context()) is None


def test_who_is_harmed_hears_of_the_request_before_it_is_decided() -> None:
    """Erased, the case is gone for him as well; who receives it hears of it too."""
    story = asked(handled(PHONE_BAN))

    for person in ("r.bakker", "g.mulder"):
        assert "erasure_asked" in story.told(person, "mail")
