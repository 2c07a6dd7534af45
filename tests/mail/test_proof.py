"""A signature proves that a mail is as it left its domain, also when it was passed on as a file."""

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from tests.mail.making import attachment
from tests.mail.samples_attached import ONE, around, as_mail, mail_of
from vangnet.intake.mail.proof import Proof, prove
from vangnet.intake.mail.read import read_mail

KEY = generate_private_key(65537, 2048)
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
PUBLIC = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
RECORD = b"v=DKIM1; k=rsa; p=" + b"".join(PUBLIC.splitlines()[1:-1])
NAME = b"nov._domainkey.mailpost.nl."
CANON = [(b"simple", b"simple"), (b"relaxed", b"relaxed")]


def signed(mail: bytes, canon: tuple[bytes, bytes] = CANON[1], *, length: bool = False) -> bytes:
    """Return the mail with a signature on top."""
    signature: bytes = dkim.sign(mail, b"nov", b"mailpost.nl", PEM, canonicalize=canon, length=length)
    return signature + mail


def key(name: bytes) -> bytes | None:
    """Look up as the name server of the domain would answer."""
    return RECORD if name == NAME else None


@pytest.mark.parametrize("canon", CANON)
def test_a_mail_as_it_was_is_proven(canon: tuple[bytes, bytes]) -> None:
    """With who signed it and by which key."""
    assert prove(signed(mail_of(ONE), canon), key) == Proof("mailpost.nl", "nov", "valid", RECORD)


@pytest.mark.parametrize("canon", CANON)
def test_a_mail_that_was_passed_on_as_a_file_is_proven(canon: tuple[bytes, bytes]) -> None:
    """The mail in the mail still is what its domain signed, to the byte."""
    mail = signed(mail_of(ONE), canon)

    for raw in (around([as_mail(mail)]), around([attachment(mail, "application/octet-stream", "x.eml")])):
        (inner,) = read_mail(raw).signed
        assert prove(inner, key) == Proof("mailpost.nl", "nov", "valid", RECORD)


@pytest.mark.parametrize(
    ("old", "new"), [(b"begin morgen", b"stop morgen"), (b"Lijst", b"Groet"), (b"ronnie.kaspers@", b"iemand.anders@")]
)
def test_a_changed_mail_is_not(old: bytes, new: bytes) -> None:
    """Its text, its subject or its sender."""
    mail = signed(mail_of(ONE))

    assert old in mail
    assert prove(mail.replace(old, new), key) == Proof("mailpost.nl", "nov", "changed", RECORD)


def test_what_was_added_below_is_a_change() -> None:
    """A signature of the first so many bytes must hold for all of the mail."""
    mail = signed(mail_of(ONE), length=True)

    assert prove(mail, key) == Proof("mailpost.nl", "nov", "valid", RECORD)
    assert prove(mail + b"En nog iets.\r\n", key) == Proof("mailpost.nl", "nov", "changed", RECORD)


def test_the_clock_is_not_asked() -> None:
    """A signature that expired long ago still says that nothing was changed."""
    mail = signed(mail_of(ONE)).replace(b"; s=nov;", b"; s=nov; x=1;", 1)

    found = prove(mail, key)
    assert found is not None
    assert found.result == "changed"  # The time is signed as well, so this is a change and not unreadable.


@pytest.mark.parametrize(
    ("record", "result"),
    [
        (None, "no_key"),
        (b"", "no_key"),
        (b"v=DKIM1; p=", "no_key"),
        (b"v=DKIM1; p=AAAA", "unreadable"),
        (b"x", "unreadable"),
    ],
)
def test_without_a_good_key_nothing_is_proven(record: bytes | None, result: str) -> None:
    """A key that is gone, taken back, or none."""
    assert prove(signed(mail_of(ONE)), lambda _: record) == Proof("mailpost.nl", "nov", result, record)  # type: ignore[arg-type]


def test_one_of_several_signatures_suffices() -> None:
    """A carrier's signature on top, of which the key is gone, does not hide the sender's."""
    mail = signed(mail_of(ONE))
    carrier = mail.split(b"\r\nReceived", 1)[0].replace(b"mailpost.nl", b"carrier.nl") + b"\r\n"

    assert prove(carrier + mail, key) == Proof("mailpost.nl", "nov", "valid", RECORD)


def test_a_mail_without_a_signature() -> None:
    """There is nothing to prove."""
    assert prove(mail_of(ONE), key) is None


@given(st.binary(max_size=300))
def test_a_broken_signature_raises_nothing(signature: bytes) -> None:
    """Whatever stands in the header, and whatever the mail is."""
    prove(b"DKIM-Signature: " + signature + b"\r\n" + mail_of(ONE), key)
    prove(signature, key)
