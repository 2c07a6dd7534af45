"""How messages leave the house: the mail relay, the SMS gateways, the sign of life; secrets by name, never by value."""

import re
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Name, Strict, Term
from schemas.gateways import PRESETS

PORT_MAX = 65535
GATEWAYS_MAX = 4  # Each may take its whole deadline before the next is tried, and an alarm waits for all of them.
SENDER_LETTERS_MAX = 11  # What networks show of a sender that is a word.
SENDER_DIGITS_MAX = 16
_SECRET = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?")
_PATH = re.compile(r"[A-Za-z0-9_@-]+(?:\.[A-Za-z0-9_@-]+)*")
_SENDER = re.compile(rf"[A-Za-z0-9 ]{{1,{SENDER_LETTERS_MAX}}}|\+?[0-9]{{3,{SENDER_DIGITS_MAX}}}")
_HEADER = re.compile(r"[A-Za-z0-9-]{1,64}")


def _secret_name(value: str) -> str:
    # What was written may be the secret itself, so no complaint repeats it.
    if not _SECRET.fullmatch(value) or len(value) > 64:
        raise PydanticCustomError(
            "not_a_secret_name",
            "is not the name of a secret; write a name such as VANGNET_SMS_TOKEN, in capitals with an underscore, "
            "and keep the secret itself in the environment or in a file, as docs/operate.md says",
        )
    return value


def _mail_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError(f"'{value}' is no e-mail address; write 'meldingen@municipality.nl'")
    return value


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError(
            f"'{value}' is no name of a machine; write it as its certificate does: 'relay.municipality.nl'"
        )
    return value


def _json_path(value: str) -> str:
    if not _PATH.fullmatch(value):
        raise ValueError(f"'{value}' is no path into an answer; write names and numbers with dots: 'messages.0.id'")
    return value


def _sms_sender(value: str) -> str:
    if not _SENDER.fullmatch(value):
        raise ValueError(
            f"'{value}' cannot be the sender of an SMS; write at most {SENDER_LETTERS_MAX} letters and digits, "
            "such as 'Vangnet', or a telephone number"
        )
    return value


def _headers(value: dict[str, str]) -> dict[str, str]:
    for name, text in value.items():
        if not _HEADER.fullmatch(name) or not text.isascii() or not text.isprintable():
            raise ValueError(f"the header '{name[:64]}' cannot be sent; write one line of plain letters")
    return value


SecretName = Annotated[str, AfterValidator(_secret_name)]
MailAddress = Annotated[str, AfterValidator(_mail_address)]
Host = Annotated[str, AfterValidator(_host)]
JsonPath = Annotated[str, AfterValidator(_json_path)]
SmsSender = Annotated[str, AfterValidator(_sms_sender)]
Headers = Annotated[dict[str, str], AfterValidator(_headers)]
Port = Annotated[int, Field(ge=1, le=PORT_MAX)]
Status = Annotated[int, Field(ge=100, le=599)]
Scalar: TypeAlias = int | str
ReceiptState = Literal["delivered", "failed", "pending"]


class Relay(Strict):
    """The mail relay; it is spoken to over TLS (STARTTLS) only, and its certificate must be right."""

    host: Host
    port: Port = 587
    sender: MailAddress
    user: str | None = None
    secret: SecretName | None = None
    ca_file: str | None = None

    @model_validator(mode="after")
    def _a_user_has_a_secret(self) -> Self:
        if (self.user is None) != (self.secret is None):
            missing = "secret" if self.secret is None else "user"
            raise ValueError(f"'user' and 'secret' belong together; add '{missing}', or take the other out")
        return self


class Answer(Strict):
    """Which answers of a gateway are meant: by their HTTP status, and by the value at a path where one is given."""

    statuses: tuple[Status, ...] = ()
    path: JsonPath | None = None
    values: tuple[Scalar, ...] = ()

    @model_validator(mode="after")
    def _values_stand_somewhere(self) -> Self:
        if bool(self.values) != (self.path is not None):
            missing = "values" if self.path else "path"
            raise ValueError(f"'path' and 'values' belong together; add '{missing}', or take the other out")
        return self


class Receipts(Strict):
    """How a provider's reports of delivery look; paths are those of its JSON, or the names of its fields.

    `each` leads to the report, or the list of them; the other paths start there. A message is known again by our
    `reference`, or by the provider's `id`. What has no receipt within the term counts as not delivered.
    """

    each: JsonPath | None = None
    reference: JsonPath | None = None
    id: JsonPath | None = None
    status: JsonPath
    why: JsonPath | None = None
    states: dict[str, ReceiptState]
    within: Term

    @model_validator(mode="after")
    def _a_message_is_known_again(self) -> Self:
        if not (self.reference or self.id):
            raise ValueError("says not which message it is about; add 'reference' or 'id', the path to ours or theirs")
        if "delivered" not in self.states.values():
            raise ValueError("no status means delivered; add one under 'states', such as {DELIVRD: delivered}")
        return self


class Gateway(Strict):
    """One SMS provider: where a message is posted and how, and how its answers and receipts are read.

    In strings of `body` {to}, {text}, {reference}, {sender} and {receipt} are filled in, in `header` {secret}.
    `number` shows how the provider writes a Dutch number. `preset` fills whatever is not written.
    """

    name: Name
    preset: str | None = None
    address: str = ""
    header: Headers = {}
    body: dict[str, Any] = {}
    number: Literal["+31", "31", "0031"] = "+31"
    sender: SmsSender
    secret: SecretName
    id: JsonPath | None = None
    ok: Answer = Answer()
    refused: Answer | None = None
    receipt: Receipts | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_preset_fills_the_rest(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("preset"), str):
            return PRESETS.get(value["preset"], {}) | value
        return value


class Heartbeat(Strict):
    """Where a sign of life is given while everything works, so that somebody outside notices when it stops."""

    address: str
    every: Term


class MailIn(Strict):
    """What is believed of mail that comes in: only the checks of the municipality's own relay, by its authserv-id."""

    authserv_id: str | None = None
