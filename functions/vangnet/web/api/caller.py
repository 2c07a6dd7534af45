"""Who calls: the person of the token; and what he sent, as a JSON object."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, g, request

from vangnet.web.api.problems import invalid, problem
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem

BODY_LENGTH_MAX = 1024 * 1024  # Bytes of JSON: an account of 50,000 letters in any script, with room.
ONCE_LENGTH_MAX = 200
BEARER = "bearer "


class Unusable(Exception):  # noqa: N818  (an answer to whoever called)
    """What was sent cannot be used; `response` says why."""

    def __init__(self, response: Response) -> None:
        """Keep the answer."""
        super().__init__(response.status)
        self.response = response


def callers_only(call: Callable[..., Response]) -> Callable[..., Response]:
    """Answer those who send a valid token; anybody else is told how to get one."""

    @wraps(call)
    def answered(*args: Any, **values: Any) -> Response:
        header = request.headers.get("Authorization", "")
        token = header[len(BEARER) :].strip() if header.lower().startswith(BEARER) else ""
        person = house().tokens.person(token) if token else None
        if person is None or person not in house().protocol.municipality.people:
            answer = problem(401, words()("errors.api.sign_in.title"), words()("errors.api.sign_in.detail"))
            answer.headers["WWW-Authenticate"] = 'Bearer realm="vangnet"'
            return answer
        g.person = person
        try:
            return call(*args, **values)
        except Unusable as why:
            return why.response

    return answered


def caller() -> str:
    """Return the person of the token."""
    return str(g.person)


def sent_object() -> dict[str, Any]:
    """Return the JSON object that was sent.

    Raises:
        Unusable: it is too long, no JSON, or no object.
    """
    if (request.content_length or 0) > BODY_LENGTH_MAX:
        raise Unusable(problem(413, words()("errors.page.413.title"), words()("errors.page.413.text")))
    try:
        found = json.loads(request.get_data() or b"")
    except ValueError:
        raise Unusable(invalid([FieldProblem("", "json", words()("errors.field.json"))])) from None
    if not isinstance(found, dict):
        raise Unusable(invalid([FieldProblem("", "not_an_object", words()("errors.api.not_an_object"))]))
    return found


def once() -> str | None:
    """Return the key that makes sending twice one deed.

    Raises:
        Unusable: it is too long.
    """
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > ONCE_LENGTH_MAX:
        text = words()("errors.api.once_too_long", limit=ONCE_LENGTH_MAX)
        raise Unusable(invalid([FieldProblem("Idempotency-Key", "too_long", text)]))
    return key or None
