"""What goes wrong, as people and programs read it: a page in plain words, or a problem (RFC 9457)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import Response, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from vangnet.case.permit import SIGHT_RULE
from vangnet.shell.logs import bare
from vangnet.shell.ports import VersionConflict
from vangnet.web.api.problems import problem
from vangnet.web.language import Words

if TYPE_CHECKING:
    from vangnet.shell.reading import Row

API_ROOT = "/api/"
KNOWN = frozenset({400, 403, 404, 405, 413, 503})

log = logging.getLogger("vangnet.web")


def for_program() -> bool:
    """Tell whether a program is asking."""
    return request.path.startswith(API_ROOT)


def http(error: HTTPException) -> AnyResponse:
    """Answer what was asked wrongly."""
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    response = _answer(error.code or 500)
    for name, value in error.get_headers():
        if name.lower() == "allow":
            response.headers[name] = value
    return response


def unavailable(error: Exception) -> AnyResponse:
    """Say that nothing was kept, so that whoever sent it keeps it and sends it again."""
    log.error("the store cannot be used: %s", error)
    return _later()


def newer(error: Exception) -> AnyResponse:
    """Say that it cannot be shown or changed now: a newer software wrote it, and will be here soon."""
    log.error("a request to %s met what is newer: %s", request.endpoint, error)
    return _later()


def _later() -> Response:
    response = _answer(503)
    response.headers["Retry-After"] = "30"
    return response


def unknown(_: Exception) -> AnyResponse:
    """Say that there is no case of that reference."""
    return _answer(404)


def unexpected(error: Exception) -> AnyResponse:
    """Say that it is our fault, and log where, without what was sent."""
    if isinstance(error, HTTPException):
        return http(error)
    if isinstance(error, VersionConflict):  # Others were faster each time: nothing was kept, and again may go well.
        return unavailable(RuntimeError("too many wrote to one stream at the same time"))
    log.error("a request to %s failed: %s", request.endpoint, type(error).__name__, exc_info=bare(error))
    return _answer(500)


def not_seen(row: Row) -> AnyResponse:
    """Say that who asks may see nothing of it, and by which rule where the document has one."""
    rule = row.ctx.protocol.rule(SIGHT_RULE)
    return make_response(render_template("fault.html", key="not_seen", rule=rule), 403)


def _answer(status: int) -> Response:
    words: Words = g.words
    key = str(status) if status in KNOWN else "500" if status >= 500 else "400"
    if for_program():
        return problem(status, words(f"errors.page.{key}.title"), words(f"errors.page.{key}.text"))
    return make_response(render_template("fault.html", key=key, rule=""), status)
