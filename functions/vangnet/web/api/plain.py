"""Values as JSON gives them: moments in UTC with a Z, models as objects, sets as sorted lists."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from flask import Response, url_for
from pydantic import BaseModel

from vangnet.web.language import utc


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it."""
    match value:
        case BaseModel():
            return plain(value.model_dump())
        case Mapping():
            return {str(key): plain(part) for key, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
        case set() | frozenset():
            return sorted(plain(part) for part in value)
        case datetime():
            return utc(value)
        case date():
            return value.isoformat()
        case _:
            return value


def answer(value: Any, status: int = 200) -> Response:
    """Return a value as a JSON answer."""
    return Response(json.dumps(plain(value), ensure_ascii=False), status=status, content_type="application/json")


def begun(reference: str) -> Response:
    """Return the answer to what began a thing of its own: 201, its reference, and where it is."""
    response = answer({"reference": reference}, 201)
    response.headers["Location"] = url_for("api_cases.one", reference=reference)
    return response
