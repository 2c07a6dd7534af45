"""The whole document, row by row."""

from datetime import date
from typing import Literal

from pydantic import field_validator

from schemas.base import Label, Name, Strict, Term
from schemas.protocol.access import AccessRow, CommandRow, Door
from schemas.protocol.alarm import Alarm, Contact, Daytime, HelpSituation, Notice
from schemas.protocol.duties import Aftercare, Duty
from schemas.protocol.inspectorate import Inspectorate
from schemas.protocol.lists import ReadinessRow, TrendsRow
from schemas.protocol.measures import Demands, Matrix, Measure
from schemas.protocol.meetings import Meetings
from schemas.protocol.messages import Messages
from schemas.protocol.police import Aangifte, DamageRow, Triangle
from schemas.protocol.prevention import Prevention
from schemas.protocol.trial import TrialAlarm
from schemas.protocol.words import (
    ClassRow,
    Digest,
    Guidance,
    Injury,
    Kind,
    MailRow,
    Office,
    Pattern,
    PerpetratorKind,
    RoleWord,
)


class Adoption(Strict):
    """Which body adopted the document, and what it replaced."""

    body: str
    on: date | None = None
    repeals: str | None = None


class LetterRow(Strict):
    """How letters go out: after how long one that was posted counts as received, where no receipt is recorded."""

    rule: str | None = None
    post_arrives_after: Term = "2 days"

    @field_validator("post_arrives_after")
    @classmethod
    def _in_days(cls, value: str) -> str:
        if value.endswith(("minute", "minutes", "hour", "hours")):
            raise ValueError(f"'{value}' is no term in days; a letter arrives on a day: write '2 days'")
        return value


class Retention(Strict):
    """How long a closed case is kept; then what identifies people is wiped, but never while a measure holds.

    It counts from when its last measure ended or it was closed, whichever is later; with `counted_from` from when it
    was closed, or reported.
    """

    rule: str | None = None
    keep_for: Term
    counted_from: Literal["last_measure", "closed", "reported"] = "last_measure"


class Registry(Strict):
    """The register of cases by its own name, and with whom what stands in it is shared: letters say so."""

    name: Label
    recipients: tuple[Label, ...] = ()


class ProtocolDocument(Strict):
    """Everything of one protocol that is data; what is absent is absent, never another protocol's value.

    `followed_by` names the document that holds for what begins on or after its own `valid_from`. `rules` says that it
    holds the protocol whose rules are those of docs/rules.yaml (AP-…): a refusal then names any of them. Without it a
    refusal names only what the document's own rows cite.
    """

    protocol: Name
    version: str
    valid_from: date
    followed_by: str | None = None
    adopted: Adoption | None = None
    controller: str | None = None
    rules: Literal["agressieprotocol"] | None = None
    offices: dict[Name, Office]
    roles: dict[Name, RoleWord]
    report_for_others: tuple[Name, ...] = ()
    classes: tuple[ClassRow, ...]
    kinds: dict[Name, Kind] = {}
    targets: dict[Name, Label] = {}
    channels: dict[Name, Label] = {}
    perpetrator_kinds: dict[Name, PerpetratorKind] = {}
    injuries: dict[Name, Injury] = {}
    guidance: Guidance | None = None
    pattern: Pattern | None = None
    digest: Digest | None = None
    alarm: Alarm | None = None
    trial_alarm: TrialAlarm | None = None
    mail: MailRow | None = None
    notices: tuple[Notice, ...] = ()
    daytime: Daytime = Daytime()
    duties: dict[Name, Duty] = {}
    aftercare: Aftercare = Aftercare()
    measures: dict[Name, Measure] = {}
    aangifte: Aangifte | None = None
    triangle: Triangle | None = None
    damage: DamageRow | None = None
    trends: TrendsRow | None = None
    readiness: ReadinessRow | None = None
    letters: LetterRow = LetterRow()
    door: Door | None = None
    talk_with: tuple[Name, ...] = ()
    spokesperson: Name | None = None
    messages: Messages | None = None
    inspectorate: Inspectorate | None = None
    log_readers: tuple[Name, ...] = ()
    maintainers: tuple[Name, ...] = ()
    access: tuple[AccessRow, ...] = ()
    commands: dict[Name, CommandRow] = {}
    help: tuple[HelpSituation, ...] = ()
    contacts: dict[Name, Contact] = {}
    terminology: dict[str, Label] = {}
    matrix: Matrix | None = None
    demands: Demands | None = None
    meetings: Meetings | None = None
    prevention: Prevention | None = None
    retention: Retention | None = None
    registry: Registry | None = None
    witnesses: bool = False
