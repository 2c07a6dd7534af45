"""Alarms, duties, first contact, aftercare, and talks that were asked for."""

from typing import Any

from schemas.events import work as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import AlarmItem, Case, DutyItem, WaitingMail

STAGES = ("", "reminded_1", "reminded_2", "reminded_3", "overdue", "escalated")


def _alarm(case: Case, alarm: AlarmItem) -> Case:
    return replace(case, alarms={**case.alarms, alarm.id: alarm})


def _alarm_opened(case: Case, event: e.AlarmOpened, envelope: Envelope) -> Case:
    waiting = {
        name: replace(one, alarmed=True, told=True) if _calls(one) else one for name, one in case.waiting.items()
    }
    return replace(_alarm(case, AlarmItem(event.alarm, event.cause, envelope.at)), waiting=waiting)


def _calls(mail: WaitingMail) -> bool:
    """Tell whether a mail is one for which an alarm opens; the alarm then tells of it."""
    return mail.alarming and not mail.alarmed


def _link_told(case: Case, event: e.LinkTold, envelope: Envelope) -> Case:
    alarm = case.alarms[event.alarm]
    told_at = {**dict.fromkeys(event.people, envelope.at), **alarm.told_at}
    return _alarm(
        case,
        replace(
            alarm,
            links_told=event.link + 1,
            link_due_at=event.due_at,
            tried_at=alarm.tried_at or envelope.at,
            told=(*alarm.told, *(who for who in event.people if who not in alarm.told)),
            told_at=told_at,
        ),
    )


def _tried_again(case: Case, event: e.AlarmTriedAgain, envelope: Envelope) -> Case:
    return _alarm(case, replace(case.alarms[event.alarm], tried_at=envelope.at))


def _reporter_told(case: Case, event: e.ReporterTold, envelope: Envelope) -> Case:
    return _alarm(case, replace(case.alarms[event.alarm], reporter_told=True))


def _acknowledged(case: Case, event: e.AlarmAcknowledged, envelope: Envelope) -> Case:
    alarm = case.alarms[event.alarm]
    known = {**alarm.acknowledged, event.person: envelope.at}
    settled = alarm.settled_at or (envelope.at if event.settled else None)
    return _alarm(case, replace(alarm, acknowledged=known, settled_at=settled))


def _contacted(case: Case, event: e.FirstContactRecorded, envelope: Envelope) -> Case:
    may = case.may_respond if event.may_respond is None else event.may_respond
    safe = case.safe if event.safe is None else event.safe
    return replace(case, contacted={**case.contacted, event.person: event.held_at}, may_respond=may, safe=safe)


def _duty(case: Case, duty: DutyItem) -> Case:
    return replace(case, duties={**case.duties, duty.id: duty})


def _duty_opened(case: Case, event: e.DutyOpened, envelope: Envelope) -> Case:
    item = DutyItem(
        event.duty,
        event.name,
        event.opened_at,
        event.due,
        event.window_from,
        event.reminders,
        event.escalates,
        event.person,
        event.owner,
        about=event.about,
        soft=event.soft,
    )
    return _duty(case, item)


def _duty_done(case: Case, event: e.DutyDone, envelope: Envelope) -> Case:
    duty = case.duties[event.duty]
    done = replace(
        duty, state="done", done_at=event.done_at, done_by=event.done_by or envelope.actor, outcome=event.outcome
    )
    done = replace(done, injuries_known=len(case.injuries), done_in=envelope.version)
    return replace(_duty(case, done), informed=case.informed | {duty.name})


def _duty_dropped(case: Case, event: e.DutyDropped, envelope: Envelope) -> Case:
    return _duty(case, replace(case.duties[event.duty], state="none", suspended=event.why == "closed"))


def _stage(case: Case, event: e.DutyStageReached, envelope: Envelope) -> Case:
    duty = case.duties[event.duty]
    stage = max(duty.stage, STAGES.index(event.stage))
    told = (*duty.told, *(who for who in event.people if who not in duty.told))
    return _duty(case, replace(duty, stage=stage, told=told))


def _talk_held(case: Case, event: e.TalkHeld, envelope: Envelope) -> Case:
    held = {**case.talks_held, (event.person, event.talk): (event.held_at, envelope.actor)}
    return replace(case, talks_held=held, home_front=_home_front(case, event, envelope))


def _home_front(case: Case, event: e.TalkHeld, envelope: Envelope) -> Any:
    """Return where the home front needs support: since when, and when and by whom it was referred, if it was."""
    referred = (event.held_at, envelope.actor) if event.referral or event.referral_refused else None
    found = dict(case.home_front)
    if referred:
        found |= {key: (since, done or referred) for key, (since, done) in found.items() if key[0] == event.person}
    if event.home_front_needs_support:
        found[(event.person, event.talk)] = (envelope.at, referred)
    return found


def _declined(case: Case, event: e.AftercareDeclined, envelope: Envelope) -> Case:
    at = {**case.declined_at, event.person: envelope.at}
    return replace(case, declined=case.declined | {event.person}, declined_at=at)


def _taken_up(case: Case, event: e.AftercareTakenUp, envelope: Envelope) -> Case:
    since = {**case.taken_up_at, event.person: envelope.at}
    return replace(case, declined=case.declined - {event.person}, taken_up_at=since)


def _supported(case: Case, event: e.SupportAdded, envelope: Envelope) -> Case:
    if event.supported is None:  # Wiped: who it was is not known any more.
        return case
    key = event.supported.key
    since = {**case.taken_up_at, key: envelope.at}  # Never less time than for who takes it up.
    return replace(case, supported={**case.supported, key: (event.supported, envelope.at)}, taken_up_at=since)


def _written(case: Case, event: e.MessageWritten, envelope: Envelope) -> Case:
    return case


def _assigned(case: Case, event: e.AftercareAssigned, envelope: Envelope) -> Case:
    return replace(case, givers={**case.givers, event.person: event.giver})


def _asked(case: Case, event: e.TalkAsked, envelope: Envelope) -> Case:
    return replace(case, kind="talk", reference=event.reference, filed_at=envelope.at, talk=event)


def _answered(case: Case, event: e.TalkAnswered, envelope: Envelope) -> Case:
    return replace(case, answered=event.outcome, state="closed")


STEPS: dict[type, Any] = {
    e.AlarmOpened: _alarm_opened,
    e.LinkTold: _link_told,
    e.AlarmTriedAgain: _tried_again,
    e.ReporterTold: _reporter_told,
    e.AlarmAcknowledged: _acknowledged,
    e.FirstContactRecorded: _contacted,
    e.DutyOpened: _duty_opened,
    e.DutyDone: _duty_done,
    e.DutyDropped: _duty_dropped,
    e.DutyStageReached: _stage,
    e.TalkHeld: _talk_held,
    e.AftercareDeclined: _declined,
    e.AftercareTakenUp: _taken_up,
    e.AftercareAssigned: _assigned,
    e.SupportAdded: _supported,
    e.MessageWritten: _written,
    e.TalkAsked: _asked,
    e.TalkAnswered: _answered,
}
