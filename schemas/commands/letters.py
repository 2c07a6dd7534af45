"""The commands about letters: making one, and recording that one was sent."""

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.base import Moment
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long
from schemas.letters import Ruling
from schemas.words import AnswerForm, SentBy


class SendLetter(Command):
    """A letter went out: which, how, on which day, and when it was received if that is known."""

    letter: Line
    by: SentBy | None = None
    sent_on: date | None = None
    received_on: date | None = None
    chosen_on: date | None = None
    how_chosen: Filled | None = None
    proof: Line | None = None


class MakeLetter(Command):
    """A letter is made from the case, with what the case does not know: an address, a time to meet, a judgment."""

    letter: Line
    addressee: Filled | None = None
    address: Long | None = None
    representative: Filled | None = None
    happened: Long | None = None
    place: Filled | None = None
    earlier: Long | None = None
    why: Long | None = None
    why_this_long: Long | None = None
    earlier_measures: Annotated[int, Field(ge=0, le=99)] | None = None
    considered: Filled | None = None
    meet_at: Moment | None = None
    meet_place: Filled | None = None
    answer_by: date | None = None
    ruling: Ruling | None = None
    heard_on: date | None = None
    said: Long | None = None
    consequence: Long | None = None


class AnswerInvitation(Command):
    """Who was invited gives his account by the link of his invitation, or says that he comes to tell it (Awb 4:9)."""

    made: Line
    form: AnswerForm
    account: Long | None = None
    reach_me: Line | None = None
