"""Refusals leave the core with a rule of the document in force, or with none; reason and words stay as they are."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from vangnet.case.errors import Refused
from vangnet.case.facts import Context

P = ParamSpec("P")
T = TypeVar("T")


def citing(decides: Callable[Concatenate[Context, P], T]) -> Callable[Concatenate[Context, P], T]:
    """Return the same function, whose refusals name their rule as the document in force does; harmless twice."""

    @wraps(decides)
    def found(ctx: Context, /, *args: P.args, **named: P.kwargs) -> T:
        try:
            return decides(ctx, *args, **named)
        except Refused as why:
            raise Refused(ctx.protocol.rule(why.rule), why.because, field=why.field) from None

    return found
