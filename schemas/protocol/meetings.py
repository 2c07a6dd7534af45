"""Meetings in a document: which bodies meet and who chairs them, who reads the log, which offences it proposes."""

from typing import Literal

from schemas.base import Label, Name, Strict

OffenceMoment = Literal["suspended", "demanded", "aggression"]


class MeetingBody(Strict):
    """A body that meets: words by which it is known, and the role of its chair."""

    label: Label
    chair: Name
    aliases: tuple[str, ...] = ()


class Meetings(Strict):
    """The live log of a meeting (AP-4.3 to AP-4.8).

    `read_by` are the roles that see a log, `consulted` those without whom the chair decides on no aangifte. `offences`
    says which are proposed once the meeting is suspended, once somebody was told to leave as often as `demands` asks,
    and once somebody was attacked.
    """

    rule: str | None = None
    bodies: dict[Name, MeetingBody]
    read_by: tuple[Name, ...]
    consulted: tuple[Name, ...] = ()
    offences: dict[OffenceMoment, tuple[Name, ...]] = {}
