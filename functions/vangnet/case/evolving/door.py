"""What the desk asked: kept for the log, and nothing follows from it."""

from dataclasses import replace
from typing import Any

from schemas.events import door as e
from schemas.events.base import Envelope
from vangnet.case.state import Case


def _asked(case: Case, event: e.DoorAsked, envelope: Envelope) -> Case:
    return replace(case, kind="looks")


STEPS: dict[type, Any] = {e.DoorAsked: _asked}
