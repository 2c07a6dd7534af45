"""What travels sealed: unreadable, unchangeable, for one purpose, until a moment."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.access.sealing import Sealer

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def sealer(secret: bytes = b"s" * 32, now: datetime = NOON) -> Sealer:
    """Return a sealer at a moment."""
    return Sealer(secret, lambda: now)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda part: st.lists(part) | st.dictionaries(st.text(), part),
        max_leaves=8,
    )
)
def test_what_was_sealed_opens_as_it_was(value: object) -> None:
    """Any JSON value; nothing of it can be read in the text."""
    text = sealer().seal("draft", {"value": value}, HOUR)

    assert sealer().open("draft", text) == {"value": value}


def test_it_hides_what_it_holds() -> None:
    """Not a word, in any of the usual codings."""
    text = sealer().seal("draft", "Adelheid Zuurkool", HOUR)

    assert "Zuurkool" not in text
    assert b"Zuurkool".hex() not in text


@pytest.mark.parametrize("place", [0, 8, 20, -2])
def test_a_changed_letter_opens_nothing(place: int) -> None:
    """Wherever it is changed."""
    text = sealer().seal("session", "r.bakker", HOUR)
    changed = list(text)
    changed[place] = "A" if changed[place] != "A" else "B"

    assert sealer().open("session", "".join(changed)) is None


def test_it_opens_for_its_purpose_its_secret_and_its_time_only() -> None:
    """A draft is no session, another installation's is none of ours, and it ends."""
    text = sealer().seal("session", "r.bakker", HOUR)

    assert sealer().open("draft", text) is None
    assert sealer(secret=b"t" * 32).open("session", text) is None
    assert sealer(now=NOON + HOUR).open("session", text) is None
    assert sealer(now=NOON + HOUR - timedelta(seconds=1)).open("session", text) == "r.bakker"


@given(st.text())
def test_any_text_that_is_none_opens_nothing(text: str) -> None:
    """And breaks nothing."""
    assert sealer().open("session", text) is None


def test_different_contents_never_share_a_nonce() -> None:
    """The nonce is a keyed hash of all that is sealed."""
    nonces = {sealer().seal("draft", number, HOUR)[:16] for number in range(500)}

    assert len(nonces) == 500
