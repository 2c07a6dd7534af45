"""From answers to a report: amounts, files by what they are, names that cannot mislead."""

import pytest

from vangnet.intake.answers import cents
from vangnet.intake.evidence import kind_of, tidy_name


@pytest.mark.parametrize(
    ("text", "amount"),
    [("250", 25_000), ("1.250,50", 125_050), ("€ 75", 7_500), ("75,-", 7_500), ("0,5", 50), ("12 345", 1_234_500)],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: int) -> None:
    """Into whole euro cents, never a fraction."""
    assert cents(text) == amount


@pytest.mark.parametrize("text", ["", "veel", "1,234,5", "-5", "12.5.6,00x"])
def test_what_is_no_amount_is_none(text: str) -> None:
    """It is asked again rather than guessed."""
    assert cents(text) is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"RIFF1234WEBPrest", "image/webp"),
        (b"RIFF1234WAVErest", "audio/wav"),
        (b"\x00\x00\x00\x18ftypM4A rest", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypisomrest", "video/mp4"),
        (b"\x00\x00\x00\x18ftypheicrest", "image/heic"),
        (b"%PDF-1.7", "application/pdf"),
        (b"ID3\x03", "audio/mpeg"),
        (b"OggSrest", "audio/ogg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/vnd.ms-outlook"),
        (b"Received: from mail\r\n", "message/rfc822"),
        ("gewone tekst, één".encode(), "text/plain"),
        (b"MZ\x90\x00\x03", "application/octet-stream"),
        (b"<html><script>", "text/plain"),
    ],
)
def test_a_file_is_what_its_contents_say(content: bytes, kind: str) -> None:
    """Its name is not asked."""
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\foto's\\x.png", "x.png"),
        ("", "bestand"),
        ("..", "bestand"),
        ("a\nb\x00.txt", "ab.txt"),
    ],
)
def test_a_name_cannot_lead_elsewhere(given: str, kept: str) -> None:
    """No folder, no control sign, never empty."""
    assert tidy_name(given) == kept
