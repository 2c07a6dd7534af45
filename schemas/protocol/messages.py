"""What a document says of messages that leave the house: whose consent, aligned with whom, and when others speak."""

from schemas.base import Label, Name, Strict
from schemas.words import Prosecution, Receiver


class ToldWithConsent(Strict):
    """Who is told only with the consent of everybody harmed, whose scope names them or nobody."""

    rule: str = "AP-6.3"
    to: tuple[Receiver, ...]


class Alignment(Strict):
    """The classes of which no message goes out before it was aligned with the prosecution's press office."""

    rule: str = "AP-6.5"
    classes: tuple[Name, ...]


class LeftToOthers(Strict):
    """Who hears it from somebody else, named here, once the prosecution stands at one of these."""

    rule: str = "AP-6.4"
    to: tuple[Receiver, ...]
    prosecution: tuple[Prosecution, ...]
    contact: Label
    phone: str | None = None


class Messages(Strict):
    """The agreements on who speaks to whom; what is absent asks nothing.

    `named` are the words by which the scope of a consent names the receivers here: a short one as it stands, of a
    longer one its beginning.
    """

    rule: str = "AP-6.7"
    named: dict[Receiver, tuple[str, ...]] = {}
    consent: ToldWithConsent | None = None
    alignment: Alignment | None = None
    left_to_others: LeftToOthers | None = None
