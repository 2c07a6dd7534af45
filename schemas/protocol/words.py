"""Offices, roles, classes and kinds: the words of one protocol, and where a report of each goes."""

from typing import Literal

from pydantic import Field

from schemas.base import Label, Name, Strict, Term
from schemas.words import Outcome


class AnyOf(Strict):
    """One of several recipients, at the reporter's choice; without one the first."""

    any_of: tuple[Name, ...] = Field(min_length=2)


class AllOf(Strict):
    """Several recipients at once."""

    all_of: tuple[Name, ...] = Field(min_length=2)


class Body(Strict):
    """A body, such as a reporting desk of two people, as one recipient: the role that all of them hold."""

    body: Name


class Office(Strict):
    """An office that can be harmed, to whom it reports and who cares for it.

    `kind` is `office` for people who hold it, `family` for relatives of one (who follow the office-holder's lines)
    and `body` for the municipality itself, which needs no care and gives no consent. With `former_if_related` those
    who held it before may report too, of what is related to it.
    """

    label: Label
    rule: str | None = None
    kind: Literal["office", "family", "body"] = "office"
    aliases: tuple[str, ...] = ()
    receiver: Name | AnyOf | AllOf | Body | None = None
    giver: Name | None = None
    former_if_related: bool = False

    @property
    def receivers(self) -> tuple[str, ...]:
        """Return every role that a report of this office may go to."""
        match self.receiver:
            case AnyOf(any_of=roles) | AllOf(all_of=roles):
                return roles
            case Body(body=role) | str(role):
                return (role,)
        return ()

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the roles among which the reporter chooses, if he does."""
        return self.receiver.any_of if isinstance(self.receiver, AnyOf) else ()


class RoleWord(Strict):
    """A role that people can hold; `deputy_required` makes an empty deputy an error on load.

    `organ` is the organ of the municipality as which its holder decides and signs; absent: a civil servant.
    """

    label: Label
    deputy_required: bool = False
    organ: Literal["burgemeester", "council_chair", "college"] | None = None


class Conditions(Strict):
    """What a report must say for a row to hold; a condition that is absent asks nothing."""

    persists: bool | None = None
    addressed: bool | None = None
    stopped: bool | None = None
    urgent: bool | None = None


class OutcomeRow(Strict):
    """The outcome of a report where its conditions hold; the first row that holds counts."""

    when: Conditions = Conditions()
    outcome: Outcome


class ClassRow(Strict):
    """A class of behaviour; the list of the document is in rising order.

    `recognises` names what the classifier calls it, so that a document may have classes of its own. A report that
    ticks one of `kinds` is never below the lowest class that names it; `persisting_becomes` is the class of what goes
    on after the citizen was spoken to.
    """

    name: Name
    label: Label
    rule: str | None = None
    explained: Label | None = None
    recognises: tuple[str, ...] = ()
    leads_to: tuple[OutcomeRow, ...] = ()
    kinds: tuple[Name, ...] = ()
    persisting_becomes: Name | None = None


class Kind(Strict):
    """A kind of behaviour; `floor` is the class below which no program puts a report that ticks it."""

    label: Label
    floor: Name | None = None


class PerpetratorKind(Strict):
    """A kind of perpetrator; only an identifiable one has a name that can be found again.

    `route` is the role that receives a report of this kind, in the place of those of the office.
    """

    label: Label
    identifiable: bool = True
    route: Name | None = None


class Injury(Strict):
    """A kind of injury; a serious one is told to the labour inspectorate."""

    label: Label
    serious: bool = False


class Guidance(Strict):
    """What a reporter is given instead of a case, and after how long what identifies people is wiped."""

    rule: str | None = None
    wipe_after: Term
    norm: Label
    advice: dict[Name, Label]


class Pattern(Strict):
    """How many signals of one perpetrator within which time are proposed as a case, and who is told."""

    rule: str | None = None
    signals: int
    within: Term
    tell: tuple[Name, ...]


class Digest(Strict):
    """The weekly mail with the signals, and the guidance as a count only."""

    to: Name
    weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday"] = "monday"
    at: str = "09:00"


class MailRow(Strict):
    """How reports by e-mail are taken: who reads what is not from a known person, and how often he is told.

    `channel` is what a report by mail says of how it happened; `wipe_after` when mails of which nothing came are wiped.
    """

    rule: str | None = None
    reader: Name
    tell_every: Term
    channel: Name = "unknown"
    wipe_after: Term | None = None
