"""Who may be believed: only what the municipality's own relay found, on top, and for the address that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mail.making import crlf
from vangnet.intake.mail.authentic import Verdict, authenticated

RELAY = "mx.voorbeeldstad.nl"
SENDER = "a.dewit@voorbeeldstad.nl"


def judged(*results: str, relay: str | None = RELAY, sender: str = SENDER, more: str = "") -> Verdict:
    """Return the verdict on a mail with these headers of results, the first on top."""
    lines = "".join(f"Authentication-Results: {result}\n" for result in results)
    return authenticated(crlf(f"{lines}From: Anja de Wit <{SENDER}>\n{more}\nTekst"), sender, relay=relay)


PASSES = {
    "dmarc=pass (p=reject dis=none) header.from=voorbeeldstad.nl": "dmarc",
    "dkim=pass (2048-bit key; unprotected) header.d=voorbeeldstad.nl header.i=@voorbeeldstad.nl": "dkim",
    "dkim=pass header.d=mail.voorbeeldstad.nl": "dkim",
    "dkim=fail header.d=voorbeeldstad.nl; spf=pass smtp.mailfrom=a.dewit@voorbeeldstad.nl": "spf",
    "spf=pass smtp.mailfrom=voorbeeldstad.nl smtp.helo=x.nl": "spf",
    "auth=pass (plain) smtp.auth=a.dewit@voorbeeldstad.nl": "auth",
    'spf=pass smtp.mailfrom="a.dewit@voorbeeldstad.nl"': "spf",
    "dkim=pass header.d=x.nl; dkim=pass header.d=voorbeeldstad.nl": "dkim",
    "DKIM = PASS header.d = VOORBEELDSTAD.NL": "dkim",
}
FAILS = {
    "dmarc=fail (p=none) header.from=voorbeeldstad.nl; dkim=pass header.d=voorbeeldstad.nl": "dmarc",
    "dkim=pass header.d=voorbeeldstad.nl; dmarc=fail action=none header.from=voorbeeldstad.nl": "dmarc",
    "dmarc=pass header.from=elders.nl": "nothing_passed",
    "dkim=pass header.d=elders.nl": "nothing_passed",
    "dkim=pass header.d=nietvoorbeeldstad.nl": "nothing_passed",
    "dkim=pass header.d=nl": "nothing_passed",
    "dkim=pass": "nothing_passed",
    "spf=pass smtp.helo=voorbeeldstad.nl": "nothing_passed",
    "spf=softfail smtp.mailfrom=voorbeeldstad.nl": "nothing_passed",
    "auth=pass smtp.auth=ander@voorbeeldstad.nl": "nothing_passed",
    "x=none (dmarc=pass header.from=voorbeeldstad.nl)": "nothing_passed",
    'spf=fail reason="; dmarc=pass header.from=voorbeeldstad.nl"': "nothing_passed",
    "spf=fail (a; dkim=pass header.d=voorbeeldstad.nl) smtp.mailfrom=x.nl": "nothing_passed",
    'spf=pass smtp.mailfrom="a.dewit@voorbeeldstad.nl"@elders.nl': "nothing_passed",
    'spf=pass reason="x smtp.mailfrom=voorbeeldstad.nl" smtp.mailfrom=elders.nl': "nothing_passed",
    'spf=pass smtp.mailfrom="x smtp.mailfrom=voorbeeldstad.nl "@elders.nl': "nothing_passed",
    "spf=pass smtp.mailfrom=voorbeeldstad.nl@elders.nl": "nothing_passed",
    "none": "nothing_passed",
}


@pytest.mark.parametrize(("result", "why"), PASSES.items())
def test_what_the_relay_found_counts(result: str, why: str) -> None:
    """For the domain of the sender, or one below or above it."""
    assert judged(f"{RELAY}; {result}") == Verdict(True, why)
    assert judged(f"{RELAY} 1; {result}") == Verdict(True, why)


@pytest.mark.parametrize(("result", "why"), FAILS.items())
def test_what_does_not_count(result: str, why: str) -> None:
    """Another's domain, a failure, and results in comments and quotes."""
    assert judged(f"{RELAY}; {result}") == Verdict(False, why)


@pytest.mark.parametrize("name", ["mx.elders.nl", f"{RELAY}.elders.nl", f"x.{RELAY}", "", f"({RELAY}) mx.elders.nl"])
def test_anybody_can_write_a_header(name: str) -> None:
    """Results in another name are only text."""
    assert judged(f"{name}; dmarc=pass header.from=voorbeeldstad.nl") == Verdict(False, "no_results")


def test_only_the_topmost_of_the_relay_counts() -> None:
    """What stands below it was there before the relay wrote."""
    good, bad = (f"{RELAY}; dmarc={result} header.from=voorbeeldstad.nl" for result in ("pass", "fail"))

    assert judged("mx.elders.nl; dmarc=fail", good, bad).ok
    assert not judged(bad, good).ok


@pytest.mark.parametrize("relay", [RELAY, None])
@pytest.mark.parametrize(
    "sender",
    ["From: <burgemeester@voorbeeldstad.nl>\n", "From: x@y.nl\n", "Subject: x\n\n", "Received: x\nFrom: a, b\n"],
)
def test_there_is_one_sender(relay: str | None, sender: str) -> None:
    """Two From headers, two addresses, none, or another than the one that is asked for: never."""
    raw = crlf(
        f"Authentication-Results: {RELAY}; auth=pass smtp.auth={SENDER}; dmarc=pass header.from=voorbeeldstad.nl\n"
    )

    assert not authenticated(raw + crlf(f"{sender}From: {SENDER}\n\nx"), SENDER, relay=relay).ok or sender.endswith(
        "\n\n"
    )
    assert not authenticated(raw + crlf(f"From: {SENDER}, x@y.nl\n\nx"), SENDER, relay=relay).ok
    assert not judged(
        f"{RELAY}; dmarc=pass header.from=voorbeeldstad.nl", relay=relay, sender="ander@voorbeeldstad.nl"
    ).ok


@pytest.mark.parametrize(
    ("result", "ok"),
    [
        ("mx; dmarc=fail header.from=voorbeeldstad.nl", False),
        ("mx; spf=fail smtp.mailfrom=x.nl", False),
        ("mx; spf=pass smtp.mailfrom=x.nl; dkim=none", False),
        ("mx; spf=none smtp.mailfrom=x.nl; dkim=neutral", True),
        ("mx; spf=pass smtp.mailfrom=voorbeeldstad.nl", True),
        ("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=x.nl; dkim=fail header.d=x.nl;dmarc=fail action=none", False),
        ("mx; none", True),
        ("", True),
    ],
)
def test_a_demonstration_believes_unless_told_otherwise(result: str, ok: bool) -> None:
    """Without a relay a mail is its sender's, unless a header of results speaks against it."""
    assert judged(result, relay=None).ok is ok
    assert judged(relay=None) == Verdict(True, "no_relay")


@given(st.text(st.characters(codec="ascii"), max_size=200), st.sampled_from([RELAY, None]))
def test_a_broken_header_ends_nothing(result: str, relay: str | None) -> None:
    """Whatever a header of results says, there is a verdict."""
    judged(f"{RELAY}; {' '.join(result.split())}", relay=relay)
    judged(" ".join(result.split()), relay=relay)


@given(st.binary(max_size=300), st.sampled_from([RELAY, None]))
def test_broken_mails_are_nobodys(raw: bytes, relay: str | None) -> None:
    """Bytes without a sender are never believed."""
    assert not authenticated(raw, SENDER, relay=relay).ok
