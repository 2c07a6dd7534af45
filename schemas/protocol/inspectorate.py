"""The labour inspectorate in a document: whose duty it is, what the law itself asks, and how it is reached."""

from schemas.base import Name, Strict


class ByLaw(Strict):
    """The injuries of which, and the offices of whom, the law asks the report; all else is the protocol's wish."""

    injuries: tuple[Name, ...] = ()
    offices: tuple[Name, ...] = ()


class Inspectorate(Strict):
    """The duty that opens with an injury, its ground, and the contact: a number, and the address of a form."""

    rule: str = "AP-5.4.9"
    duty: Name
    by_law: ByLaw = ByLaw()
    phone: str
    form: str | None = None
