"""An example of every event, with every field filled, made from the types of its fields."""

import types
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AwareDatetime

from schemas.events import Event
from schemas.events.mail import Proof
from schemas.events.reports import ClassReason
from schemas.report import Damage, Evidence, Forwarded, Harmed, Perpetrator, Supported

MOMENT = datetime(2026, 11, 30, 11, 0, 0, 250_000, tzinfo=UTC)
WORD = "een_woord"

PARTS: dict[Any, Any] = {
    str: WORD,
    int: 7,
    bool: True,
    AwareDatetime: MOMENT,
    date: MOMENT.date(),
    Any: {"n": 1},
    ClassReason: ClassReason(rule="threat", quote='"ik weet je te vinden"'),
    Damage: Damage(item="ruit", cents=12_50),
    Evidence: Evidence(id="E7K2", name="café.png", sha256="0" * 64, size=3, kind="image/png", key="k"),
    Forwarded: Forwarded(text="Ik weet je te vinden", sender="K. Dijkstra <k@buiten.example>", sent="ma 30 nov 11:00"),
    Proof: Proof(domain="buiten.example", selector="s1", result="valid", key="v=DKIM1; p=abc"),
    Supported: Supported(family_of="j.visser", name="Kim"),
    Harmed: Harmed(person="j.visser", name="Janneke Visser"),
    Perpetrator: Perpetrator(kind="person", name="K. Dijkstra", details="rode jas"),
}


def example(model: type[Event]) -> Event:
    """Return the event with a value in every field, none of them the default."""
    hints = get_type_hints(model, include_extras=True)
    return model.model_validate({name: value_of(hints[name]) for name in model.model_fields})


def value_of(hint: Any) -> Any:
    """Return a value of the type.

    Raises:
        KeyError: there is no example of it yet.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return value_of(inner[0])
    if origin in (Union, types.UnionType):
        return value_of(next(one for one in inner if one is not type(None)))
    if origin is Literal:
        return inner[-1]
    if origin is tuple:
        return (value_of(inner[0]), value_of(inner[0]))
    if origin is dict:
        return {value_of(inner[0]): value_of(inner[1])}
    return PARTS[hint]
