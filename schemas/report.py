"""What a reporter tells: who was harmed by whom, and the files that came with it."""

import json
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Name, Strict

NAME_LENGTH_MAX = 200  # A name; longer is a story, and belongs in the account.
ACCOUNT_LENGTH_MAX = 50_000  # Some twenty pages; a longer text comes as evidence.
LINE_LENGTH_MAX = 2_000
REPORT_BYTES_MAX = 300_000  # Of all that is written in one report: an event is stored as one item of at most 400 KB.
WITNESS_KEY = "witness:"  # The same of somebody who saw it and is of no municipality.
FAMILY_KEY = "family:"  # How the key of a relative in a case begins.
LIST_LENGTH_MAX = 20  # Harmed, perpetrators, kinds and files in one report.


class Harmed(Strict):
    """Who was harmed: a person by id, family of a person, or the municipality itself.

    A plain text is a person's id; `family` is family of who reports; `municipality` the body of that name.
    """

    person: Name | None = None
    family_of: Name | None = None
    body: Name | None = None
    name: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_a_person(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"person": value}
        if isinstance(value, dict) and "office" in value:
            rest = {key: part for key, part in value.items() if key not in {"office", "of"}}
            kind = {"family": "family_of"}.get(value["office"], "body")
            return rest | {kind: value.get("of") if kind == "family_of" else value["office"]}
        return value

    @model_validator(mode="after")
    def _one_of_them(self) -> "Harmed":
        if sum(part is not None for part in (self.person, self.family_of, self.body)) != 1:
            raise PydanticCustomError("one_harmed", "name one of 'person' (an id), 'family_of' (an id) or 'body'")
        return self

    @property
    def key(self) -> str:
        """The name under which this person's talks and care are kept in the case."""
        return self.person or self.body or f"{FAMILY_KEY}{self.family_of}:{self.name or ''}"


class Supported(Strict):
    """Somebody who is cared for though he was not harmed: a person by id, family of one, or a witness by his name.

    A plain text is a person's id, or the key of a relative as it stands in a case.
    """

    person: Name | None = None
    family_of: Name | None = None
    name: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)
    body: None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_a_person(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not value.startswith(FAMILY_KEY):
            return {"person": value}
        _, holder, name = [*value.split(":", 2), ""][:3]
        return {"family_of": holder, "name": name or None}

    @model_validator(mode="after")
    def _somebody(self) -> "Supported":
        if self.person is None and self.family_of is None and not (self.name or "").strip():
            raise PydanticCustomError("nobody", "name 'person' (an id), 'family_of' (an id) or 'name'")
        return self

    @property
    def key(self) -> str:
        """The name under which this person's talks and care are kept in the case."""
        family = f"{FAMILY_KEY}{self.family_of}:{self.name or ''}" if self.family_of else None
        return self.person or family or f"{WITNESS_KEY}{self.name}"


class Perpetrator(Strict):
    """Who did it, as the reporter names him; only a person's confirmation makes an identity of it."""

    kind: Name = "unknown"
    name: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)
    person: Name | None = None
    representative: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)
    details: str | None = Field(default=None, max_length=LINE_LENGTH_MAX)


class Evidence(Strict):
    """A file as it was received: its hash, its size, what its contents say it is, and the key that opens it."""

    id: str = Field(max_length=64)
    name: str = Field(default="", max_length=NAME_LENGTH_MAX)
    sha256: str = Field(default="", max_length=64)
    size: int = 0
    kind: str = Field(default="application/octet-stream", max_length=100)
    received_at: str = Field(default="", max_length=40)
    key: str = Field(default="", max_length=64)

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_a_name(cls, value: Any) -> Any:
        return {"id": value[:64], "name": value} if isinstance(value, str) else value


class Forwarded(Strict):
    """A message that was passed on: what it says, and from whom, when and about what, as it says so itself."""

    text: str = Field(default="", max_length=ACCOUNT_LENGTH_MAX)
    sender: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)
    sent: str | None = Field(default=None, max_length=NAME_LENGTH_MAX)
    subject: str | None = Field(default=None, max_length=LINE_LENGTH_MAX)


class Damage(Strict):
    """Damage as the reporter tells it, in whole euro cents where an amount is known."""

    item: str = Field(max_length=LINE_LENGTH_MAX)
    cents: int | None = Field(default=None, ge=0, le=100_000_000_00)

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_the_item(cls, value: Any) -> Any:
        return {"item": value} if isinstance(value, str) else value


def one_or_more(value: Any) -> Any:
    """A single value where a list is meant is a list of one."""
    return [value] if isinstance(value, (str, dict)) else value


class Report(Strict):
    """The fields of a report that hold whatever the protocol."""

    happened_at: Any = None
    channel: Name | Literal["unknown"] = "unknown"
    account: str | None = Field(default=None, max_length=ACCOUNT_LENGTH_MAX)
    harmed: tuple[Harmed, ...] = Field(default=(), max_length=LIST_LENGTH_MAX)
    kinds: tuple[Name, ...] = Field(default=(), max_length=LIST_LENGTH_MAX)
    target: Name | None = None
    place: str | None = Field(default=None, max_length=LINE_LENGTH_MAX)
    perpetrators: tuple[Perpetrator, ...] = Field(default=(), max_length=LIST_LENGTH_MAX)
    addressed: bool | None = None
    stopped: bool | None = None
    persists: bool = False
    aim: str | None = Field(default=None, max_length=LINE_LENGTH_MAX)
    decision_at_stake: Annotated[str, Field(max_length=LINE_LENGTH_MAX)] | bool | None = None
    injury: Name | None = None
    damage: tuple[Damage, ...] = Field(default=(), max_length=LIST_LENGTH_MAX)
    evidence: tuple[Evidence, ...] = Field(default=(), max_length=LIST_LENGTH_MAX)
    urgent: bool = False
    report_to: Name | None = None

    _lists = field_validator("harmed", "kinds", "perpetrators", "damage", "evidence", mode="before")(one_or_more)

    @model_validator(mode="after")
    def _not_too_much_together(self) -> "Report":
        written = json.dumps(self.model_dump(mode="json"), ensure_ascii=False).encode()
        if len(written) > REPORT_BYTES_MAX:
            message = "write less in 'account' and the other fields together, and add the rest as a file ('evidence')"
            raise PydanticCustomError("report_too_long", message)
        return self
