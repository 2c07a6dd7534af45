"""The whole document, row by row."""

from datetime import date
from typing import Any, Literal

from schemas.base import Label, Name, Strict, not_yet
from schemas.protocol.access import AccessRow, CommandRow
from schemas.protocol.alarm import Alarm, Contact, Daytime, HelpSituation, Notice
from schemas.protocol.duties import Aftercare, Duty
from schemas.protocol.police import Aangifte, DamageRow, Triangle
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


class Measure(Strict):
    """A measure: who decides it (absent: the handler), by which rule, and what it can do without."""

    label: Label
    rule: str | None = None
    decider: Name | None = None
    decided_by_rule: str | None = None
    without: tuple[Literal["advice", "hearing", "class"], ...] = ()
    scope: tuple[str, ...] = not_yet(default=())
    open_ended: bool = not_yet(default=False)
    hearing_grounds: tuple[str, ...] = not_yet(default=())
    review: dict[str, Any] | None = not_yet(default=None)


class ProtocolDocument(Strict):
    """Everything of one protocol that is data; what is absent is absent, never another protocol's value."""

    protocol: Name
    version: str
    valid_from: date
    adopted: Adoption | None = None
    controller: str | None = None
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
    mail: MailRow | None = None
    notices: tuple[Notice, ...] = ()
    daytime: Daytime = Daytime()
    duties: dict[Name, Duty] = {}
    aftercare: Aftercare = Aftercare()
    measures: dict[Name, Measure] = {}
    aangifte: Aangifte | None = None
    triangle: Triangle | None = None
    damage: DamageRow | None = None
    talk_with: tuple[Name, ...] = ()
    spokesperson: Name | None = None
    log_readers: tuple[Name, ...] = ()
    maintainers: tuple[Name, ...] = ()
    access: tuple[AccessRow, ...] = ()
    commands: dict[Name, CommandRow] = {}
    help: tuple[HelpSituation, ...] = ()
    contacts: dict[Name, Contact] = {}
    terminology: dict[Name, Label] = not_yet(default={})
    matrix: dict[str, Any] | None = not_yet(default=None)
    retention: dict[str, Any] | None = not_yet(default=None)
    obligations: tuple[dict[str, Any], ...] = not_yet(default=())
    witnesses: bool = not_yet(default=False)
    victim_may_decide: bool = not_yet(default=False)
    press: dict[str, Any] | None = not_yet(default=None)
