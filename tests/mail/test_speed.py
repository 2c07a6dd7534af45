"""Twice the mail takes about twice the time, also where it was written to take more."""

import time
from collections.abc import Callable

import pytest

from tests.mail.making import attachment, crlf, headers, multipart, part
from vangnet.intake.mail.read import read_mail

RATIO_MAX = 12  # For four times the mail; quadratic would be sixteen, and a busy machine is forgiven the rest.
SHORT = 0.02  # Seconds below which nothing is measured.
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


def _seconds(raw: bytes) -> float:
    begun = time.perf_counter()
    read_mail(raw)
    return time.perf_counter() - begun


@pytest.mark.parametrize("shape", SHAPES, ids=SHAPES.keys())
def test_time_grows_with_the_mail(shape: str) -> None:
    """A hundred kilobytes, and four hundred of the same."""
    small = min(_seconds(SHAPES[shape](MEGABYTE // 10)) for _ in range(2))
    large = min(_seconds(SHAPES[shape](4 * MEGABYTE // 10)) for _ in range(2))

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
