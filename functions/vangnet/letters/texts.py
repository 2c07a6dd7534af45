"""The words of a case's letters as plain text: of those that were made, and of what was decided as it would be now."""

import re
from collections.abc import Iterator
from html import unescape

from pydantic import TypeAdapter

from schemas.commands.letters import MakeLetter
from schemas.letterhead import Contact, House, LetterSettings
from schemas.letters import Letter
from vangnet.case.drafting import MAKERS, drafted
from vangnet.case.facts import Context
from vangnet.case.letter_parts import UNKNOWN
from vangnet.case.letters import OF_A_DECISION, Meant, letters_of
from vangnet.letters.render import drawn_as_web_page

_LETTER: TypeAdapter[Letter] = TypeAdapter(Letter)
_LINES = re.compile(r"</(?:p|h[1-6]|li|tr|td|th|table|blockquote)>|<br>")
_TAGS = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


def letter_texts(ctx: Context) -> Iterator[str]:
    """Yield the text of each letter that was made, and of each decision without one the draft that it has at once."""
    settings = ctx.protocol.municipality.letters or unknown_letterhead()
    house = settings.house(ctx.protocol.municipality.name)
    for made in ctx.case.made.values():
        if made.content:
            yield plain_text(_LETTER.validate_python(made.content), house, settings)
    for letter in undrawn(ctx):
        written = drafted(ctx, letter, MakeLetter(letter=letter.kind), settings, draft=True)
        yield plain_text(written, house, settings)


def undrawn(ctx: Context) -> Iterator[Meant]:
    """Yield the letters of decisions that nobody made yet."""
    made = {(one.kind, one.measure) for one in ctx.case.made.values()}
    for letter in letters_of(ctx):
        of_a_decision = letter.kind in OF_A_DECISION | {"early_end"} and letter.kind in MAKERS
        if letter.measure and of_a_decision and (letter.kind, letter.measure.id) not in made:
            yield letter


def plain_text(letter: Letter, house: House, settings: LetterSettings) -> str:
    """Return what a letter says, line by line, and nothing of how it looks."""
    page = _HEAD.sub("", drawn_as_web_page(letter, house, settings.templates))
    lines = (
        unescape(_TAGS.sub("", line)).replace("\u00a0", " ").strip() for line in _LINES.sub("\n", page).split("\n")
    )
    return "\n".join([letter.addressee.name, *letter.addressee.lines, *(line for line in lines if line)])


def unknown_letterhead() -> LetterSettings:
    """Return a letterhead of which nothing was said yet, for drafts of a municipality that has none."""
    lines = {name: UNKNOWN for name, info in LetterSettings.model_fields.items() if info.is_required()}
    known = {"address": (UNKNOWN,), "contact": Contact(name=UNKNOWN, office=UNKNOWN, phone=UNKNOWN, email=UNKNOWN)}
    return LetterSettings.model_validate(lines | known)
