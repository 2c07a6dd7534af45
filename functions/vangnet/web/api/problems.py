"""Problems as programs read them (RFC 9457): status, title, detail, every field that is wrong, a refusal's rule."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from flask import Response
from pydantic import ValidationError

from vangnet.case.errors import Invalid, Refused
from vangnet.case.permit import SIGHT_RULE
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem, field_problems

if TYPE_CHECKING:
    from vangnet.protocol.questions import Protocol

T = TypeVar("T")
TYPE = "application/problem+json"
NOT_ALLOWED = frozenset({"harmed", "not_yours", "not_seen", "not_giver", "not_your_choice", "for_others"})


def problem(
    status: int, title: str, detail: str, errors: Iterable[FieldProblem] = (), rule: str | None = None
) -> Response:
    """Return a problem."""
    rows = [
        {"field": one.field, "pointer": pointer(one.field), "code": one.code, "detail": one.detail} for one in errors
    ]
    body = {"type": "about:blank", "status": status, "title": title, "detail": detail, "errors": rows}
    if rule:
        body["rule"] = rule
    return Response(json.dumps(body, ensure_ascii=False), status=status, content_type=TYPE)


def tried(what: Callable[[], T], *, within: str = "") -> T | Response:
    """Do what was asked and return what came of it, or the problem that says why not, its fields `within` another."""
    try:
        return what()
    except ValidationError as error:
        return invalid(inside(within, field_problems(error, words().language)))
    except Invalid as why:
        return invalid(inside(within, of_fields(why)))
    except Refused as why:
        return refused(why)


def inside(within: str, errors: Iterable[FieldProblem]) -> list[FieldProblem]:
    """Return problems of fields as whoever sent them finds them: within that field, where there is one."""
    return [replace(one, field=f"{within}.{one.field}" if within else one.field) for one in errors]


def pointer(field: str) -> str:
    """Return a field's place in what was sent, as a JSON pointer."""
    return "#/" + field.replace(".", "/") if field else "#"


def invalid(errors: Iterable[FieldProblem]) -> Response:
    """Return the problem of wrong input, with every field at once."""
    return problem(400, words()("errors.api.invalid.title"), words()("errors.api.invalid.detail"), errors)


def of_fields(why: Invalid) -> list[FieldProblem]:
    """Return what the core found wrong with fields."""
    return [FieldProblem(one.field, one.key, one.text(words().language)) for one in why.errors]


def not_seen(protocol: Protocol | None = None) -> Response:
    """Return the refusal of who may see nothing of it, under the document of a case or the one in force."""
    return refused(Refused((protocol or house().protocol).rule(SIGHT_RULE), "not_seen"))


def refused(why: Refused) -> Response:
    """Return a refusal by the protocol: 403 where it is for others to do, 409 where it is not the time for it."""
    status = 403 if why.because in NOT_ALLOWED else 409
    detail = words().maybe(f"errors.refused.{why.because}") or words()("errors.refused.")
    where = [FieldProblem(why.field, why.because, detail)] if why.field else []
    return problem(status, words()("errors.api.refused.title"), detail, where, rule=why.rule)
