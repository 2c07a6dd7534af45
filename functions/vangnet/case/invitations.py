"""The citizen's side: until when an invitation can be answered by its link, and what still waits to be confirmed.

- The link opens one invitation of one case, once, until the last day that the letter names (Amsterdam).
- It shows what the letter says and nothing else of the case (AP-5.1.6).
- What he sends is a hearing only once the handler confirms it (AP-2.5).
"""

from datetime import date, datetime
from typing import Literal

from schemas.words import CLEARING
from vangnet.calendar import amsterdam_day
from vangnet.case.response_items import AnswerItem, MadeItem
from vangnet.case.state import Case

INVITED = "citizen:invited"  # Who acts by a link; no id of a person has a colon.

Standing = Literal["open", "answered", "over"]


def answer_by(made: MadeItem) -> date:
    """Return the last day on which an invitation can be answered."""
    return date.fromisoformat(str(made.content["answer_by"]))


def standing(case: Case, made: MadeItem, now: datetime) -> Standing:
    """Return whether an invitation can be answered: once, until its day, while anything is held against him."""
    if made.id in case.answers:
        return "answered"
    cleared = case.closing is not None and case.closing.because in CLEARING
    return "over" if cleared or case.wiped or amsterdam_day(now) > answer_by(made) else "open"


def waiting_answer(case: Case) -> AnswerItem | None:
    """Return what he wrote last by his link and the handler did not confirm yet."""
    waiting = [one for one in case.answers.values() if one.form == "written" and not one.confirmed]
    return waiting[-1] if waiting else None
