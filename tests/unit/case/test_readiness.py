"""Who would be reached tonight: who acts, who stands in, and every reason why that is not in order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.unit.case.builders import NOON, Story
from tests.unit.protocol.documents import FILE, HEAD, read
from vangnet.case.readiness import Post, posts, tonight
from vangnet.case.state import Case

LATER = NOON + timedelta(days=5)


def found(role: str, *, text: str = "", away: tuple[Any, ...] = (), tested: dict[Any, datetime] | None = None) -> Post:
    """Return one role's post, under the example municipality with this laid over it."""
    story = Story(protocol=read({FILE: HEAD + text}).protocol, away=away)
    ctx = story.context()
    ctx = replace(ctx, case=Case(tested=tested or {}))
    return next(post for post in posts(ctx) if post.role == role)


def proofs(*people: str, at: datetime = NOON) -> dict[Any, datetime]:
    """Return that every channel reached these people."""
    return {(who, channel): at for who in people for channel in ("sms", "mail")}


def test_who_acts_and_who_is_next_are_named_with_their_proofs() -> None:
    """A role that receives says of which offices; what reached a person says since when."""
    post = found("griffier", tested=proofs("g.mulder"))

    assert [one.person for one in post.acting] == ["g.mulder"]
    assert [one.person for one in post.deputies] == ["g.peters"]
    assert {"raadslid", "fractielid"} <= set(post.offices)
    assert post.acting[0].proven == {"sms": NOON, "mail": NOON}
    assert (post.troubles, post.gap) == ((), None)


def test_a_channel_that_was_never_tried_is_said() -> None:
    """A number in a file proves nothing."""
    assert found("griffier").troubles == ("never_proven",)
    assert found("griffier", tested={("g.mulder", "mail"): NOON}).troubles == ("never_proven",)


def test_an_absence_leaves_the_deputy_and_nobody_behind_him() -> None:
    """He is away now: the deputy acts, and there is no other."""
    gone = (("g.mulder", NOON - timedelta(days=1), LATER),)
    post = found("griffier", away=gone, tested=proofs("g.peters"))

    assert [one.person for one in post.acting] == ["g.peters"]
    assert post.troubles == ("deputy_away",)


def test_who_is_reached_tonight_is_said_where_it_is_somebody_else() -> None:
    """He leaves at six: now he acts, tonight his deputy, behind whom nobody is left."""
    leaves = (("g.mulder", NOON + timedelta(hours=6), LATER),)
    post = found("griffier", away=leaves, tested=proofs("g.mulder", "g.peters"))

    assert [one.person for one in post.acting] == ["g.mulder"]
    assert [one.person for one in post.tonight] == ["g.peters"]
    assert post.troubles == ("deputy_away",)
    assert found("griffier").tonight == ()
    assert [tonight(moment) for moment in (NOON, NOON + timedelta(hours=14))] == [NOON + timedelta(hours=15)] * 2


def test_a_deputy_whose_contact_is_old_is_a_trouble_too() -> None:
    """He is who comes next."""
    old = "municipality:\n  people:\n    g.peters: {verified_on: 2019-01-01}\n"

    assert "out_of_date" in found("griffier", text=old, tested=proofs("g.mulder")).troubles


def test_where_both_are_away_only_the_last_resort_is_left() -> None:
    """Whom the configuration names for where nobody is left, and since when that is so."""
    both = tuple((who, NOON - timedelta(days=1), LATER) for who in ("g.mulder", "g.peters"))

    assert found("griffier", away=both, tested=proofs("s.visser")).troubles == ("fallback",)


def test_a_gap_ahead_is_seen_before_it_is_there() -> None:
    """The day on which the second of them leaves; one that lies further ahead than four weeks is not looked at."""
    begins = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
    ahead = (
        ("g.mulder", NOON + timedelta(days=3), begins + timedelta(days=9)),
        ("g.peters", begins, begins + timedelta(2)),
    )
    far = (
        ("g.mulder", NOON + timedelta(days=3), NOON + timedelta(days=90)),
        ("g.peters", NOON + timedelta(days=60), LATER),
    )

    post = found("griffier", away=ahead, tested=proofs("g.mulder"))
    assert (post.troubles, post.gap) == (("gap",), begins)
    assert found("griffier", away=far, tested=proofs("g.mulder")).gap is None


def test_a_contact_that_nobody_checked_for_a_year_is_out_of_date() -> None:
    """Neither called nor proven; a proof of every channel makes up for the call."""
    old = "municipality:\n  people:\n    g.mulder: {verified_on: 2025-01-01}\n"

    assert found("griffier", text=old, tested=proofs("g.mulder", at=NOON - timedelta(days=400))).troubles == (
        "out_of_date",
    )
    assert found("griffier", text=old, tested=proofs("g.mulder")).troubles == ()


def test_a_role_without_a_deputy_is_said() -> None:
    """Also where the document does not ask for one."""
    alone = "municipality:\n  holders:\n    handler: {holders: [h.willems], deputies: []}\n"
    post = found("finance", tested=proofs("m.prins"))

    assert "no_deputy" in post.troubles
    assert read({FILE: HEAD + alone})
