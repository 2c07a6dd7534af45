"""Twice the mail takes about twice the time, also where it was written to take more."""

import time
from collections.abc import Callable

import pytest

from tests.mail.making import attachment, crlf, headers, multipart, part
from tests.mail.outlook_files import container, message_tree
from vangnet.intake.mail.read import read_mail

RATIO_MAX = 40  # For eight times the mail; quadratic would be sixty-four, and a busy machine is forgiven the rest.
SHORT = 0.04  # Seconds below which nothing is measured.
SECONDS_MAX = 2  # Of what takes a thousandth of it.
MEGABYTE = 1_000_000


def _html(piece: str) -> Callable[[int], bytes]:
    return lambda size: crlf(headers("x")) + part(piece * (size // len(piece)), "text/html", how="8bit")


def _text(piece: str) -> Callable[[int], bytes]:
    return lambda size: crlf(headers("x")) + part(piece * (size // len(piece)), how="8bit")


SHAPES: dict[str, Callable[[int], bytes]] = {
    "tags": _html("<a "),
    "comments": _html("<!--"),
    "divisions": _html("<div>"),
    "quotes": _html("<blockquote>x"),
    "scripts": _html("<script>"),
    "marks": _text("> \n>> x\n"),
    "headers": _text("Van: a\nAan: b\n"),
    "rules": _text("a\n_____\n"),
    "dashes": _text("-----"),
    "wrote": _text("Op 1 schreef x\n"),
    "folded": _text("Van: a\n" + "x,\n" * 59),
    "one line": _text("-------- Oorspronkelijk bericht --------Van: a Aan: " + "datum: aan: " * 100 + "\n"),
    "parts": lambda size: (
        crlf(headers("x") + 'Content-Type: multipart/mixed; boundary="b"\n\n') + b"--b\n\nx\n" * (size // 8)
    ),
    "field lines": lambda size: b"X: y\n" * (size // 5),
}


def _biting_its_tail() -> bytes:
    """Return a .msg file whose root stream has four gigabytes, by a chain of sectors that leads to itself."""
    content = bytearray(container(message_tree({0x0037: "x", 0x1000: "y"})))
    root = content.index("Root Entry".encode("utf-16-le"))
    content[root + 120 : root + 124] = b"\xff\xff\xff\x7f"
    start = int.from_bytes(content[root + 116 : root + 120], "little")
    table = content.index(b"\xfd\xff\xff\xff") // 512 * 512
    content[table + 4 * start : table + 4 * start + 4] = start.to_bytes(4, "little")
    return bytes(content)


def test_a_file_that_bites_its_tail() -> None:
    """A container that seems larger than it is is not read to its end."""
    raw = crlf(headers("x")) + multipart("mixed", [attachment(_biting_its_tail(), "application/octet-stream", "x.msg")])
    begun = time.perf_counter()
    mail = read_mail(raw)

    assert time.perf_counter() - begun < SECONDS_MAX
    assert "attachment" in mail.broken


def _seconds(raw: bytes) -> float:
    begun = time.process_time()  # Of this process alone: others may keep the machine busy.
    read_mail(raw)
    return time.process_time() - begun


@pytest.mark.parametrize("shape", SHAPES, ids=SHAPES.keys())
def test_time_grows_with_the_mail(shape: str) -> None:
    """A hundred kilobytes, and eight hundred of the same."""
    small = min(_seconds(SHAPES[shape](MEGABYTE // 10)) for _ in range(2))
    large = min(_seconds(SHAPES[shape](8 * MEGABYTE // 10)) for _ in range(2))

    assert large < RATIO_MAX * max(small, SHORT)


def test_forty_megabytes_of_files() -> None:
    """A mail as large as one may be takes no more than its share of one a quarter as large."""

    def mail(megabytes: int) -> bytes:
        photos = [attachment(bytes(range(256)) * 4_000, "image/jpeg", f"{at}.jpg") for at in range(megabytes)]
        return crlf(headers("Foto's")) + multipart("mixed", [part("Zie foto's"), *photos])

    small, large = mail(7), mail(28)

    assert len(large) > 38 * MEGABYTE
    assert len(read_mail(large).files) == 28
    assert min(_seconds(large) for _ in range(2)) < RATIO_MAX * max(min(_seconds(small) for _ in range(2)), SHORT)
