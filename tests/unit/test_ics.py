"""Entries for a calendar, as RFC 5545 has them."""

from datetime import UTC, datetime

from vangnet.web.ics import LINE_BYTES_MAX, entry

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def test_lines_are_folded_and_text_is_escaped() -> None:
    """No line is longer than 75 bytes, nothing is lost, and a comma does not end a text."""
    text = "Gesprek, uiterlijk maandag; één keer " * 6
    content = entry(number="VN-1", starts_at=AT, made_at=AT, title="Gesprek VN-1", text=text, link="https://x.example")
    lines = content.decode().split("\r\n")
    unfolded = content.decode().replace("\r\n ", "")

    assert max(len(line.encode()) for line in lines) <= LINE_BYTES_MAX
    assert text.replace(",", "\\,").replace(";", "\\;") in unfolded
    assert "DTSTART:20261201T090000Z" in lines
    assert content.endswith(b"END:VCALENDAR\r\n")
