"""Duties and the talks of aftercare: who owes what, from when, until when, and what happens if nobody acts."""

from typing import Literal

from pydantic import model_validator

from schemas.base import Label, Name, Strict, Term
from schemas.words import LetterKind, MessageChannel, Part, Prosecution

Trigger = Literal[
    "case",
    "alarm_acknowledged",
    "case_taken",
    "class_confirmed",
    "injury",
    "talk_asked",
    "mail_queued",
    "measure_decided",
    "measure_timed",
    "measure_in_force",
    "hearing_put_off",
    "sent_without_reasons",
    "breach",
    "demands_ignored",
    "cleared",
    "objection",
    "objection_upheld",
    "complaint",
    "erasure_asked",
    "consent",
    "klacht",
    "police_told",
    "police_asked",
    "prosecution",
    "damage_unpaid",
    "damage_unclaimed",
    "perpetrator_identified",
    "message_drafted",
    "home_front",
    "aftercare_declined",
    "broadcast",
    "meeting_disturbed",
    "aangifte_decided",
    "meeting_planned",
    "away",
    "new_term",
    "each_year",
]
Anchor = Literal["opening", "incident", "report", "known_at", "previous_talk", "decision"]


class When(Strict):
    """What must hold of a case for a duty to be called for; what is absent asks nothing."""

    offices: tuple[Name, ...] = ()
    classes: tuple[Name, ...] = ()
    kinds: tuple[Name, ...] = ()
    prosecution: tuple[Prosecution, ...] = ()
    perpetrator_known: bool | None = None
    may_respond_for: tuple[Name, ...] = ()


class Escalation(Strict):
    """Who is told when a duty is still open, how long after it was due."""

    after: Term
    to: Name


class AtLeast(Strict):
    """The least time that its owner gets, from another anchor than the term's own."""

    term: Term
    anchor: Anchor


class Duty(Strict):
    """One duty: what opens it, whose it is (and who owns it `also`), when it is due, who is reminded and told.

    `also_opens` are other things that open it, whatever `when` asks. `due_before` counts back from what it is about, as
    from the end of a measure; `due_with_committee` is for what goes to a committee; a `statutory` term is extended by
    the Algemene termijnenwet.

    `due` absent means that there is no timer at all. `due_for` names other terms for some classes, `owner_for` other
    owners for some offices harmed, `owner_in_meeting` another in a meeting. `also_closed_by` are commands that show it
    done, `done_by_letter` kinds of letters of which one that was sent does; it can still be completed without either. A
    `soft` term is a wish: it is reminded of, and nothing is ever late.
    """

    label: Label
    rule: str | None = None
    opens: Trigger
    opens_after: Term | None = None
    when: When = When()
    per_harmed: bool = False
    also_opens: tuple[Trigger, ...] = ()
    owner: Name
    also: tuple[Name, ...] = ()
    owner_for: dict[Name, Name] = {}
    owner_in_meeting: Name | None = None
    due: Term | None = None
    due_for: dict[Name, Term] = {}
    due_if_urgent: Term | None = None
    due_before: Term | None = None
    due_with_committee: Term | None = None
    anchor: Anchor = "opening"
    at_least: AtLeast | None = None
    window_from: Term | None = None
    remind_before: tuple[Term, ...] = ()
    remind_by: tuple[MessageChannel, ...] = ("mail",)
    tell_at_opening: tuple[MessageChannel, ...] = ()
    tell_when_overdue: tuple[MessageChannel, ...] = ("mail",)
    escalate: Escalation | None = None
    closed_by: Name | None = None
    also_closed_by: tuple[Name, ...] = ()
    needs_consent_to_speak: bool = False
    needs_outcome: bool = False
    done_by_letter: tuple[LetterKind, ...] = ()
    part: Part | None = None
    ends_with_case: bool = False
    if_nobody_acts: Label | None = None
    soft: bool = False
    statutory: bool = False

    @model_validator(mode="after")
    def _no_timer_without_a_term(self) -> "Duty":
        timed = self.remind_before or self.escalate or self.at_least
        if timed and not (self.due or self.due_before):
            raise ValueError("a reminder, an escalation or a least time needs 'due': write a term such as '24 hours'")
        return self


class Talk(Strict):
    """One talk of aftercare: the duty that keeps its time, what is gone through in it, and the role that holds it.

    Without `giver` it is held by who cares for the person.
    """

    label: Label
    rule: str | None = None
    duty: Name
    points: dict[Name, Label] = {}
    giver: Name | None = None
    asks_stagnation: bool = False


class HomeFront(Strict):
    """Who supports the home front: the contact of the local provision, by its name among `contacts`."""

    rule: str = "AP-5.3.4"
    contact: Name | None = None


class Aftercare(Strict):
    """The talks in their order, how aftercare is offered, the team that can take part, and the home front.

    `offered_again_after` is when it is offered once more to who declined it; absent, it is not. With `offer: on_wish`
    there is none until the person asks for it (`take_up_aftercare`).
    """

    rule: str | None = None
    talks: dict[Name, Talk] = {}
    offer: Literal["always", "on_wish"] = "always"
    taken_up_at_least: Term = "12 hours"
    offered_again_after: Term | None = None
    team: Name | None = None
    home_front: HomeFront | None = None
