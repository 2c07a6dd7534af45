"""Reading problems of the API in tests."""

from werkzeug.test import TestResponse


def is_problem(answer: TestResponse, status: int) -> dict[str, object]:
    """Return the problem, having checked that it is one of RFC 9457 in every part."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    assert answer.headers["API-Version"] == "1.1.0"
    found = answer.get_json(force=True)
    assert found["status"] == status
    assert found["title"]
    assert found["detail"]
    assert isinstance(found["errors"], list)
    return dict(found)


def wrong_fields(answer: TestResponse) -> set[str]:
    """Return the fields that a 400 names."""
    errors = is_problem(answer, 400)["errors"]
    assert isinstance(errors, list)
    assert all(error["detail"] for error in errors)
    return {error["field"] for error in errors}
