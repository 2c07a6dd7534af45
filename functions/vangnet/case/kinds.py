"""What a stream can be about."""

from typing import Literal

Kind = Literal[
    "none",
    "report",
    "talk",
    "mail",
    "mailroom",
    "perpetrator",
    "directory",
    "digest",
    "looks",
    "door",
    "document",
    "meeting",
    "plan",
    "obligations",
    "trial",
]
