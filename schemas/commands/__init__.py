"""The commands of language.md by their names, each where it is kept.

A command has one place-name: its fields stand in `schemas.commands.PLACE`, what it makes happen in
`vangnet.case.deciding.PLACE`, as a function of the command's name. Both are imported when first asked for: a function
that files reports need not load the rest. What a rule asks for is optional in a command's fields, and refused by it.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from schemas.commands.base import Command, name_of

PLACES: dict[str, str] = {
    "file_report": "intake",
    "turn_into_report": "intake",
    "ask_for_talk": "talks",
    "record_outcome": "talks",
    "set_away": "people",
    "acknowledge": "alarm",
    "record_first_contact": "alarm",
    "take_case": "handling",
    "confirm_class": "handling",
    "add_evidence": "handling",
    "add_note": "handling",
    "record_injury": "handling",
    "complete_duty": "handling",
    "identify_perpetrator": "perpetrators",
    "merge_perpetrators": "perpetrators",
    "clear_perpetrator": "perpetrators",
    "record_talk": "aftercare",
    "decline_aftercare": "aftercare",
    "take_up_aftercare": "aftercare",
    "assign_aftercare": "aftercare",
    "add_supported_person": "aftercare",
    "give_advice": "handling",
    "record_hearing": "response",
    "waive_hearing": "response",
    "propose_ban": "response",
    "decide_measure": "response",
    "end_measure": "response",
    "record_objection": "objections",
    "record_complaint": "objections",
    "record_erasure": "objections",
    "postpone_decision": "objections",
    "make_letter": "letters",
    "demand_to_leave": "measures",
    "report_breach": "measures",
    "change_measure": "measures",
    "revive_measure": "measures",
    "notify_police": "police",
    "consent": "police",
    "withdraw_consent": "police",
    "file_aangifte": "police",
    "record_prosecution": "police",
    "record_police_request": "police",
    "record_consultation": "police",
    "record_security_measure": "police",
    "make_police_file": "police",
    "record_damage": "damage",
    "pay_out": "damage",
    "claim": "damage",
    "record_recovery": "damage",
    "leave_claim": "damage",
    "send_letter": "letters",
    "answer_invitation": "letters",
    "draft_message": "outgoing",
    "align_with_om": "outgoing",
    "approve_message": "outgoing",
    "withdraw_message": "outgoing",
    "close_case": "handling",
    "reopen_case": "handling",
    "write_reflection": "handling",
    "write_message": "aftercare",
    "receive_mail": "mail",
    "take_mail": "mail",
    "set_mail_aside": "mail",
    "send_test": "people",
    "open_meeting": "meetings",
    "suspend": "meetings",
    "call_police": "meetings",
    "record_physical_aggression": "meetings",
    "record_physical_measure": "meetings",
    "stop_livestream": "meetings",
    "resume": "meetings",
    "close_meeting": "meetings",
    "decide_aangifte": "meetings",
    "plan_talk": "prevention",
    "plan_meeting": "prevention",
    "record_risk_analysis": "prevention",
    "record_held": "prevention",
    "check_in": "prevention",
    "check_out": "prevention",
    "record_training": "obligations",
    "begin_trial_alarm": "trials",
    "answer_trial_alarm": "trials",
}

# What starts a stream of its own instead of going into a case.
STARTS_A_STREAM = frozenset(
    {"file_report", "ask_for_talk", "receive_mail", "open_meeting", "plan_talk", "plan_meeting", "begin_trial_alarm"}
)
DIRECTORY = frozenset({"set_away", "send_test"})
# What is given by making something, at an address of its own, and by no form.
BY_MAKING = frozenset({"make_police_file"})
# What is given in a stream of this kind and in no case; and what such a stream knows besides.
ONLY_IN: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(name for name, place in PLACES.items() if place == "meetings") - STARTS_A_STREAM,
    "plan": frozenset(name for name, place in PLACES.items() if place == "prevention") - STARTS_A_STREAM,
    "obligations": frozenset({"record_training", "record_held"}),
    "trial": frozenset({"answer_trial_alarm"}),
}
ALSO_IN: Mapping[str, frozenset[str]] = {
    "meeting": frozenset({"demand_to_leave", "file_aangifte", "complete_duty"}),
    "plan": frozenset({"acknowledge"}),
    "obligations": frozenset(),
    "trial": frozenset(),
}


class _Commands(Mapping[str, type[Command]]):
    """The models of the commands by name, in the order of the language."""

    def __getitem__(self, name: str) -> type[Command]:
        """Return the model of a command."""
        words = "".join(word.capitalize() for word in name.split("_"))
        model: type[Command] = getattr(import_module(f"schemas.commands.{PLACES[name]}"), words)
        return model

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(PLACES)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(PLACES)


COMMANDS: Mapping[str, type[Command]] = _Commands()


class UnknownCommandError(ValueError):
    """There is no command of that name."""


def parse_command(name: str, fields: dict[str, Any]) -> Command:
    """Make a command of its name and fields.

    Raises:
        UnknownCommandError: there is no such command.
        ValidationError: every field that is wrong, at once.
    """
    if name not in COMMANDS:
        raise UnknownCommandError(f"'{name}' is not a command; the commands are {', '.join(sorted(COMMANDS))}")
    return COMMANDS[name].model_validate(fields)


__all__ = [
    "ALSO_IN",
    "BY_MAKING",
    "COMMANDS",
    "DIRECTORY",
    "ONLY_IN",
    "PLACES",
    "STARTS_A_STREAM",
    "Command",
    "UnknownCommandError",
    "name_of",
    "parse_command",
]
