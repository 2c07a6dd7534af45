"""A command against a case: events, or a refusal that names its rule.

The order is always the same: who may give it (permit.py), then what is wrong with its fields, then what the protocol
asks of it; nothing changes where anything stands in the way.
"""

from collections.abc import Callable
from typing import Any

from schemas import commands as c
from schemas.events.base import Event
from vangnet.case.deciding import aftercare, alarm, handling, intake, mail, response, talks
from vangnet.case.errors import Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.permit import SIGHT_RULE, check_permit

Decider = Callable[[Context, Any], tuple[Event, ...]]

DECIDERS: dict[type[c.Command], Decider] = {
    c.FileReport: intake.file_report,
    c.TurnIntoReport: intake.turn_into_report,
    c.AskForTalk: talks.ask_for_talk,
    c.RecordOutcome: talks.record_outcome,
    c.SetAway: talks.set_away,
    c.Acknowledge: alarm.acknowledge,
    c.RecordFirstContact: alarm.record_first_contact,
    c.TakeCase: handling.take_case,
    c.ConfirmClass: handling.confirm_class,
    c.AddEvidence: handling.add_evidence,
    c.AddNote: handling.add_note,
    c.RecordInjury: handling.record_injury,
    c.CompleteDuty: handling.complete_duty,
    c.GiveAdvice: handling.give_advice,
    c.RecordHearing: response.record_hearing,
    c.WaiveHearing: response.waive_hearing,
    c.ProposeBan: response.propose_ban,
    c.DecideMeasure: response.decide_measure,
    c.EndMeasure: response.end_measure,
    c.CloseCase: handling.close_case,
    c.ReopenCase: handling.reopen_case,
    c.RecordTalk: aftercare.record_talk,
    c.DeclineAftercare: aftercare.decline_aftercare,
    c.TakeUpAftercare: aftercare.take_up_aftercare,
    c.AssignAftercare: aftercare.assign_aftercare,
    c.TakeMail: mail.take_mail,
    c.SetMailAside: mail.set_mail_aside,
    c.SendTest: talks.send_test,
}

OF_GUIDANCE: frozenset[type[c.Command]] = frozenset({c.TurnIntoReport, c.Acknowledge, c.RecordFirstContact})


def decide(ctx: Context, command: c.Command) -> tuple[Event, ...]:
    """Return what the command makes happen.

    Raises:
        Refused: with the id of the rule that stands in its way.
        Invalid: with every field that is wrong.
    """
    check_permit(ctx, command)
    case = ctx.case
    if case.kind == "report" and case.outcome != "case" and type(command) not in OF_GUIDANCE:
        raise Refused("AP-2.1.10", "no_case")
    if case.wiped:
        raise Refused(SIGHT_RULE, "wiped")
    return DECIDERS[type(command)](ctx, command)


__all__ = ["DECIDERS", "Invalid", "Refused", "decide"]
