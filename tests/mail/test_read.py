"""Whatever comes in as a mail is read: nothing raises, no file changes, and no letter is lost."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mail.making import ANJA, attachment, crlf, encoded, headers, multipart, part, plain
from tests.mail.samples import all_samples
from tests.mail.samples_attached import ONE, around, as_mail, mail_of
from vangnet.intake.mail.message import File
from vangnet.intake.mail.others import from_others
from vangnet.intake.mail.read import read_mail

RAW = [sample.raw for sample in all_samples()]
LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "Nd", "Po", "Zs")), max_size=200)
CHARSETS = st.sampled_from(["utf-8", "utf-16", "utf-7", "iso-8859-15", "macintosh", "cp1252"])
ENCODINGS = st.sampled_from(["base64", "quoted-printable"])
NAMES = {
    'filename="foto.jpg"': "foto.jpg",
    "filename*=utf-8''br%C3%A9f%20%E2%82%AC.pdf": "bréf €.pdf",
    "filename*0*=utf-8''lange%20; filename*1=naam.pdf": "lange naam.pdf",
    'filename="=?utf-8?B?YnLDqWYucGRm?="': "bréf.pdf",
    'filename="=?iso-8859-1?Q?br=E9?= =?iso-8859-1?Q?f=2Epdf?="': "bréf.pdf",
    "": "bijlage-1.pdf",
}


@given(st.binary(max_size=2_000))
def test_any_bytes_are_read(raw: bytes) -> None:
    """Reading never raises."""
    read_mail(raw)


@settings(max_examples=300)
@given(st.data())
def test_any_damage_is_read(data: st.DataObject) -> None:
    """A mail with pieces taken out, doubled or overwritten is read as well."""
    raw = data.draw(st.sampled_from(RAW))
    for _ in range(data.draw(st.integers(1, 5))):
        at, length = data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, 60))
        raw = (
            raw[:at]
            + data.draw(st.sampled_from([b"", raw[at : at + length] * 2, b"\x00", b"\n", b"=", b"--"]))
            + raw[at + length :]
        )

    assert "unparsable" not in read_mail(raw).broken


@given(
    st.lists(
        st.tuples(st.binary(max_size=300), st.sampled_from(["image/jpeg", "application/pdf", "text/plain"])), max_size=5
    )
)
def test_files_come_back_byte_for_byte(files: list[tuple[bytes, str]]) -> None:
    """What was attached is what is read, in its order."""
    parts = [attachment(content, kind, f"bestand {at}.bin") for at, (content, kind) in enumerate(files)]
    mail = read_mail(crlf(headers("Bestanden")) + multipart("mixed", [part("Zie bijlagen"), *parts]))

    assert mail.files == tuple(File(f"bestand {at}.bin", content) for at, (content, _) in enumerate(files))


@given(LETTERS, CHARSETS, ENCODINGS)
def test_no_letter_is_lost(text: str, charset: str, how: str) -> None:
    """A text part with letters in it gives a text with those letters."""
    how = "base64" if charset == "utf-16" else how  # Whose bytes are no lines, which quoted-printable needs.
    content = encoded(text, charset, how)
    raw = (
        crlf(headers("x") + f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {how}\n\n")
        + content
    )
    kept = text.encode(charset, "xmlcharrefreplace").decode(charset)

    assert read_mail(raw).text.split() == kept.split()


@pytest.mark.parametrize(("written", "name"), NAMES.items(), ids=NAMES.values())
def test_names_of_files(written: str, name: str) -> None:
    """However a name is written, and a fitting one where there is none."""
    how = f"attachment; {written}" if written else "attachment"
    head = f"Content-Type: application/pdf\nContent-Disposition: {how}\nContent-Transfer-Encoding: base64\n\n"
    pdf = crlf(head) + base64.encodebytes(b"%PDF-1.7")

    assert [file.name for file in read_mail(around([pdf])).files] == [name]


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\r\n\r\n", b" \t", b"\n"])
def test_an_attached_mail_keeps_its_bytes(end: bytes) -> None:
    """It is cut from the mail as it stands, so that its signature can still be checked."""
    mail = mail_of(ONE) + end

    assert read_mail(around([as_mail(mail, "mail.eml")])).signed == (mail,)
    assert read_mail(around([attachment(mail, "application/octet-stream", "mail.eml")])).signed == (mail,)


def test_nested_without_end() -> None:
    """Ten thousand parts in parts are read to a limit, and the innermost text is not lost."""
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(10_000)
    )
    mail = read_mail(crlf(headers("Diep")) + nested + b"\r\nhallo")

    assert "hallo" in mail.text
    assert {"structure", "cut_off"} <= set(mail.broken)


@pytest.mark.parametrize(
    "sender",
    ["", "From: \n", "From: a@b.nl, c@d.nl\n", "From: a@b.nl\nFrom: c@d.nl\n", "From: Jan\n", "From: <<a@b.nl>\n"],
)
def test_a_sender_beyond_doubt_or_none(sender: str) -> None:
    """None, several, or an address that two readers read differently: there is no sender, and that is said."""
    mail = read_mail(crlf(f"{sender}Subject: x\n\nTekst"))

    assert mail.sender == ""
    assert "sender" in mail.broken
    assert mail.text == "Tekst"


def test_what_was_sent_and_to_which_mail_it_answers() -> None:
    """The nearest mail stands first, each once."""
    raw = crlf(
        "From: =?utf-8?Q?Ren=C3=A9?= <Rene@X.nl>\nSubject: =?utf-8?B?w6ls?= =?utf-8?B?w6k=?=\nMessage-ID: <4@x>\n"
        "In-Reply-To: <3@x>\nReferences: <1@x>\n <2@x> <3@x>\n\nx"
    )
    mail = read_mail(raw)

    assert (mail.sender, mail.sender_name, mail.subject) == ("rene@x.nl", "René", "élé")
    assert (mail.message_id, mail.replies_to) == ("<4@x>", ("<3@x>", "<2@x>", "<1@x>"))


def test_own_mails_are_not_from_others() -> None:
    """Addresses are compared whatever their case; a message that names none is kept."""
    mine = f"Van: Anja <{ANJA.address.upper()}>\nDatum: 3-11-2026\n\nMijn mail"
    text = f"> Iets\n\n{mine}\n\nVan: Jan\nDatum: 2-11-2026\n\nZijn mail"
    mail = read_mail(plain("FW", text))

    assert len(mail.forwarded) == 3
    assert [entry.text for entry in from_others(mail)] == ["Iets", "Zijn mail"]
