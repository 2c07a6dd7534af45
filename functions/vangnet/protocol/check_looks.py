"""The municipality's colours can be read by everybody, and everybody is written to in a language that it has."""

import re
from collections.abc import Iterator

from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Problem

CONTRAST_MIN = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of any size.
WHITE = "#ffffff"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written as #rrggbb, from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def colours_can_be_read(subject: Subject) -> Iterator[Problem]:
    """Colours are #rrggbb; white on `action`, `action` on `background` and `text` on it have contrast enough."""
    if subject.municipality is None:
        return
    looks = subject.municipality.looks
    colours = {"action": looks.action, "text": looks.text, "background": looks.background}
    wrong = [name for name, colour in colours.items() if not _COLOUR.fullmatch(colour)]
    for name in wrong:
        message = f"'{colours[name]}' is no colour; write '#' and six digits or letters a to f, such as '#154273'"
        yield subject.problem(("municipality", "looks", name), message)
    if wrong:
        return
    pairs = (
        ("action", looks.action, WHITE, "with white text on it"),
        ("action", looks.action, looks.background, "as a link on the background"),
        ("text", looks.text, looks.background, "on the background"),
    )
    for name, colour, other, where in dict.fromkeys(pairs):
        if contrast(colour, other) < CONTRAST_MIN:
            message = (
                f"'{colour}' {where} has a contrast of {contrast(colour, other):.1f}, and {CONTRAST_MIN} is needed; "
                "write a darker colour, or a lighter background"
            )
            yield subject.problem(("municipality", "looks", name), message)


def people_read_a_language_that_there_is(subject: Subject) -> Iterator[Problem]:
    """The municipality has at least one language, and nobody is written to in another."""
    municipality = subject.municipality
    if municipality is None:
        return
    if not municipality.languages:
        yield subject.problem(("municipality", "languages"), "is empty; write at least one language, such as [nl]")
    for name, person in municipality.people.items():
        if municipality.languages and person.language not in municipality.languages:
            path = ("municipality", "people", name, "language")
            yield from subject.unknown(path, person.language, municipality.languages, "language of the municipality")


LOOKS_CHECKS = (colours_can_be_read, people_read_a_language_that_there_is)
