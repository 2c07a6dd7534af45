"""Gateways as tests configure them, a message for them, and the failure that a test wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from schemas.channels import Gateway as Configured
from vangnet.shell.ports import Outgoing, SendFailed

SECRET, NUMBER, TEXT = "s3cret-of-the-gateway", "+31612345678", "ALARM VN-ZZZZ-ZZZZ. Bevestig: https://v.example/a/0123"
MESSAGE = Outgoing("case/VN-1/m1", "sms", NUMBER, "g.mulder", "VN-1", "", TEXT, mark="M4RK")
BODY: dict[str, Any] = {"to": ["{to}"], "text": "{text}", "ref": "{reference}", "from": "{sender}", "max": 1}


def configured(address: str, **more: Any) -> Configured:
    """Return a gateway at that address."""
    given = {
        "name": "een",
        "address": address,
        "header": {"Authorization": "Bearer {secret}"},
        "body": BODY,
        "sender": "Vangnet",
        "secret": "VANGNET_SMS",
        "id": "id",
    }
    return Configured.model_validate(given | more)


@contextmanager
def failing(*words: str, permanent: bool = False, again_after: timedelta | None = None) -> Iterator[None]:
    """Want a failure in these words, without anything of the message or the secret in it."""
    with pytest.raises(SendFailed) as caught:
        yield
    said = str(caught.value)
    assert all(word in said for word in words), said
    assert (caught.value.permanent, caught.value.again_after) == (permanent, again_after)
    assert not any(secret in said for secret in (SECRET, NUMBER[3:], "ALARM", "v.example"))
