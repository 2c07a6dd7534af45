"""The municipality as its letters name it, and the block `letters` of its configuration.

Days are days in Amsterdam, texts are plain: nothing in them is ever code.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from schemas.base import Strict

LINE_LENGTH_MAX = 200
PARTS_MAX = 50  # Facts or places in one letter, lines of what stays open.
LOGO_BYTES_MAX = 200_000  # A drawing, not a photograph; it goes into every letter.

Line = Annotated[str, Field(min_length=1, max_length=LINE_LENGTH_MAX, pattern=r"^[^\r\n]*\S[^\r\n]*$")]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Contact(Strict):
    """Somebody who can be asked, by name."""

    name: Line
    office: Line
    phone: Line
    email: Line


class Mandate(Strict):
    """The decision by which the college let somebody decide in its name."""

    reference: Line
    decided_on: date


class LocalRule(Strict):
    """What the municipality's own by-law says: article, longest time, penalty."""

    article: Line
    months_max: int = Field(ge=1, le=12)
    penalty: Line


class Logo(Strict):
    """The municipality's mark: an SVG or PNG drawing, in JSON as base64."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    kind: Literal["svg", "png"]
    content: bytes = Field(min_length=1, max_length=LOGO_BYTES_MAX)


class Letterhead(Strict):
    """What a municipality's letters say of it but its name: where it is, where remedies go, who guards privacy."""

    address: tuple[Line, ...] = Field(min_length=1, max_length=6)
    phone: Line
    website: Line
    objections_address: Line
    objections_online: Line
    complaints_address: Line
    complaints_online: Line
    court: Line  # "rechtbank Midden-Nederland"
    civil_court: Line
    privacy_officer: Line  # How the FG is reached.
    register_name: Line = "register agressie en geweld"
    accent: Colour = "#154273"
    logo: Logo | None = None


class House(Letterhead):
    """The municipality as its letters name it."""

    name: Line


class LetterSettings(Letterhead):
    """The block `letters` of a municipality: its letterhead, who can be asked, and what it decides by mandate.

    `contact` stands in every letter, so it is a desk and not a person's own line. `ban_mandate` is the college's
    decision that lets the burgemeester decide a ban by house right in its name, `service_mandate` the one that lets a
    civil servant limit services. `templates` are texts of the municipality's own, by name.
    """

    contact: Contact
    ban_mandate: Mandate | None = None
    service_mandate: Mandate | None = None
    local_rule: LocalRule | None = None
    stays_open: tuple[Line, ...] = Field(default=(), max_length=PARTS_MAX)
    templates: dict[str, str] = {}

    def house(self, name: str) -> House:
        """Return the letterhead of the municipality of that name."""
        shared = {field: getattr(self, field) for field in Letterhead.model_fields}
        return House.model_construct(name=name, **shared)
