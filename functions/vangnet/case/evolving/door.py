"""What the desk asked on a day: kept for the log, for a while."""

from typing import Any

from schemas.events import door as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case


def _asked(case: Case, event: e.DoorAsked, envelope: Envelope) -> Case:
    return replace(case, kind="door", filed_at=case.filed_at or envelope.at)


STEPS: dict[type, Any] = {e.DoorAsked: _asked}
