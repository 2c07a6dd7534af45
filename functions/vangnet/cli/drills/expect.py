"""What a drill expects, checked against what is: None where it holds, else what was seen instead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schemas.drill import Expectation
from vangnet.case.duty_names import find_duty
from vangnet.case.facts import Context
from vangnet.case.obligations import OBLIGATIONS, OF_THE_CALENDAR
from vangnet.case.owners import owners
from vangnet.case.sight import sees
from vangnet.case.view import summary
from vangnet.cli.drills.mailing import alarm_stream, of_mail
from vangnet.cli.drills.read import Script
from vangnet.cli.drills.stage import Gone, Stage
from vangnet.cli.drills.times import since
from vangnet.letters.texts import letter_texts
from vangnet.shell.streams import Stream


@dataclass(frozen=True)
class Seen:
    """All that an expectation can look at, at a moment."""

    script: Script
    stage: Stage
    now: datetime
    stream: Callable[[str], Stream]
    somebody: Callable[[str], str]
    answers: Mapping[int, str | None]
    names: Mapping[str, str]

    def context(self, name: object, *, asked: str = "") -> Context:
        """Return a case of the drill with all that a question about it rests on; unnamed, the one made last."""
        engine = self.stage.engine
        named = str(name or (list(self.names) or [""])[-1])
        reference = of_mail(engine, self.names.get(named, named), asked=asked)
        return engine.context(engine.found(reference), "")

    def meant(self, word: str) -> set[str]:
        """Return who is meant by a person or a role."""
        roles = self.script.loaded.protocol.document.roles
        if word not in roles:
            return {word}
        return {self.somebody(word)}


def check(seen: Seen, one: Expectation) -> str | None:
    """Return what was seen instead, or None."""
    return CHECKS[one.kind](seen, one.fields)


def drill_end(script: Script) -> datetime:
    """Return the latest time that the drill names."""
    texts = [step.at for step in script.drill.steps]
    texts += [text for fault in script.drill.faults for text in (fault.from_, fault.until)]
    for one in script.drill.expect:
        texts += [text for text in (one.at, *(one.fields.get(name) for name in ("from", "within", "due"))) if text]
    return max((script.at(text, script.start) for text in texts), default=script.start)


def _messages(seen: Seen, who: str, fields: Mapping[str, Any]) -> list[Gone]:
    start, end = seen.script.start, seen.now
    since_when = seen.script.at(fields.get("from"), start)
    until = seen.script.at(fields.get("within"), end)
    people = seen.meant(who)
    named = seen.names.get(str(fields.get("about")), fields.get("about"))
    about = {named, of_mail(seen.stage.engine, str(named), asked="")} if named else None
    return [
        gone
        for gone in seen.stage.gone()
        if gone.message.person in people
        and since_when <= gone.at <= until
        and (about is None or about & {gone.message.about, *gone.message.mentions})
        and fields.get("channel") in (None, gone.message.channel)
    ]


def _told(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    found = _messages(seen, str(fields["told"]), fields)
    times = fields.get("times")
    if times is not None and len(found) != times:
        return f"told {len(found)} times: {_list(seen, found)}"
    return None if found or times == 0 else f"not told; {_others(seen, str(fields['told']))}"


def _not_told(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    found = _messages(seen, str(fields["not_told"]), fields)
    return f"told: {_list(seen, found)}" if found else None


def _list(seen: Seen, found: list[Gone]) -> str:
    return "; ".join(f"{one.message.channel} at {since(seen.script.start, one.at)}" for one in found) or "never"


def _others(seen: Seen, who: str) -> str:
    mine = [one for one in seen.stage.gone() if one.message.person in seen.meant(who)]
    return f"messages to him: {_list(seen, mine)}"


def _alarm(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    alarm = alarm_stream(seen.stage.engine, seen.stream(str(fields["alarm"]))).case.alarm
    if alarm is None:
        return None if fields.get("is") == "none" else "there was no alarm"
    state = {"open": alarm.open, "acknowledged": not alarm.open, "passed_on": alarm.passed_on}
    wanted = fields.get("is")
    if wanted is not None and not state.get(str(wanted), False):
        return "it is " + ", ".join(name for name, holds in state.items() if holds)
    if "by" in fields and not seen.meant(str(fields["by"])) & set(alarm.acknowledged):
        return f"acknowledged by {', '.join(alarm.acknowledged) or 'nobody'}"
    return None


def _calendar(seen: Seen, duty: str) -> str | None:
    """Return where a duty stands that comes by the calendar, and in no case."""
    row = seen.script.loaded.protocol.duties().get(duty)
    return OBLIGATIONS if row and row.opens in OF_THE_CALENDAR else None


def _duty(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    about = fields.get("case") or fields.get("meeting") or fields.get("mail") or _calendar(seen, str(fields["duty"]))
    ctx = seen.context(about, asked=str(fields["duty"]))
    person = fields.get("person")
    case = ctx.case
    if person:
        same = [one for one in case.duties.values() if one.name == fields["duty"] and one.person == person]
        duty = same[-1] if same else None
    else:
        duty = find_duty(case, str(fields["duty"]))
    states = {"none"} if duty is None else {duty.state} | ({"overdue"} if duty.overdue(seen.now) else set())
    if "is" in fields and fields["is"] not in states:
        return f"it is {', '.join(sorted(states))}"
    if duty is None:
        return None if "is" in fields else "it was never opened"
    if "owner" in fields and not seen.meant(str(fields["owner"])) & set(owners(ctx, duty)):
        return f"its owner is {', '.join(owners(ctx, duty)) or 'nobody'}"
    if "due" in fields and duty.due != seen.script.at(fields["due"], seen.now):
        return f"it is due {since(seen.script.start, duty.due) if duty.due else 'never'}"
    return None


def _step(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    answer = seen.answers.get(int(fields["step"]))
    if "refused" in fields:
        return None if answer == fields["refused"] else f"refused by {answer}" if answer else "it was accepted"
    accepted = answer is None
    return None if accepted == bool(fields.get("accepted", True)) else f"refused by {answer}" if answer else "accepted"


def _sees(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    ctx = seen.context(fields.get("case") or fields.get("meeting"))
    parts = set().union(*(sees(ctx, who) for who in seen.meant(str(fields["sees"]))))
    holds = parts == set(fields["parts"]) if "parts" in fields else bool(parts)
    return None if holds else f"sees {', '.join(sorted(parts)) or 'nothing'}"


def _texts(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    kind = fields["texts"]
    if kind == "store":
        pile = seen.stage.readable()
    elif kind == "letter":
        cases = (seen.context(name) for name in seen.names)
        pile = "\n".join(text for ctx in cases if ctx.case.kind == "report" for text in letter_texts(ctx))
    elif kind == "message":
        drafts = (one for name in seen.names for one in seen.context(name).case.outgoing.values())
        pile = "\n".join(one.text for one in drafts if one.approved_at)
    else:
        sent = [one.message for one in seen.stage.gone() if one.message.channel == kind]
        pile = "\n".join(f"{one.subject}\n{one.text}" for one in sent)
    found = [word for word in _words(fields.get("lack")) if word in pile]
    missing = [word for word in _words(fields.get("have")) if word not in pile]
    wrong = [*(f"'{word}' is there" for word in found), *(f"'{word}' is not there" for word in missing)]
    return "; ".join(wrong) or None


def _words(value: Any) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list | tuple) else [str(value)] if value else []


def _case(seen: Seen, fields: Mapping[str, Any]) -> str | None:
    is_now = summary(seen.context(fields.get("case") or fields.get("meeting")))
    wrong = []
    for name, wanted in fields.items():
        if name in {"case", "meeting"}:
            continue
        if name not in is_now:
            wrong.append(f"a case has no '{name}'; it has {', '.join(sorted(is_now))}")
        elif not _same(is_now[name], wanted):
            wrong.append(f"{name} is {is_now[name]}")
    return "; ".join(wrong) or None


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, list | tuple) and isinstance(wanted, list | tuple):
        return sorted(map(str, value)) == sorted(map(str, wanted))
    if isinstance(value, list | tuple):
        return [str(one) for one in value] == [str(wanted)]
    return bool(value == wanted) or str(value) == str(wanted)


CHECKS: dict[str, Callable[[Seen, Mapping[str, Any]], str | None]] = {
    "told": _told,
    "not_told": _not_told,
    "alarm": _alarm,
    "duty": _duty,
    "step": _step,
    "sees": _sees,
    "texts": _texts,
    "case": _case,
    "meeting": _case,
}
