"""Playing a drill: at each instant the steps come first, then what is due, then the expectations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from schemas.commands import DIRECTORY, STARTS_A_STREAM, parse_command
from schemas.commands.intake import FileReport
from schemas.commands.mail import ReceiveMail
from schemas.drill import Expectation, Step
from vangnet.calendar import AMSTERDAM
from vangnet.case.errors import Invalid, Refused
from vangnet.case.invitations import INVITED
from vangnet.case.obligations import OBLIGATIONS
from vangnet.case.people import holding
from vangnet.case.state import Case
from vangnet.cli.drills.expect import Seen, check, drill_end
from vangnet.cli.drills.mailing import of_mail, receive
from vangnet.cli.drills.read import BY_CALENDAR, GUEST, MADE_FIELDS, PEOPLE_FIELDS, Script, fields
from vangnet.cli.drills.stage import Gone, Stage
from vangnet.cli.drills.times import since
from vangnet.shell.engine import UnknownCase
from vangnet.shell.obligations import keep_obligations
from vangnet.shell.streams import Stream

# What a step made, by its number in the case, so that a later step can name it.
MAKES: dict[str, Callable[[Case], str]] = {
    "decide_measure": lambda case: [*case.measures][-1],
    "draft_message": lambda case: [*case.outgoing][-1],
    "record_security_measure": lambda case: f"security-{len(case.police.secured)}",
    "file_aangifte": lambda case: "aangifte",
}
ROUNDS_MAX = 1_000_000  # Wake-ups in one drill; more is a clock that runs in a circle.


@dataclass
class Play:
    """One drill on its stage: what the steps made, and what was seen."""

    script: Script
    stage: Stage
    say: Callable[[str], None]
    names: dict[str, str] = field(default_factory=dict)
    answers: dict[int, str | None] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    hinted: list[str] = field(default_factory=list)
    told: int = 0
    made: dict[str, str] = field(default_factory=dict)

    def run(self) -> list[str]:
        """Play it to its end and return what failed, each in one sentence."""
        self.stage.engine.hint = self.hinted.append
        self.stage.set_time(self.script.start)
        keep_obligations(self.stage.engine)
        self.say(f"{self.script.drill.name} ({self.script.drill.config})")
        end = drill_end(self.script)
        checks = self._checks(end)
        now = self.script.start
        for _ in range(ROUNDS_MAX):
            self._instant(now, [one for at, one in checks if at == now])
            following = self._next(now, [at for at, _ in checks], end)
            if following is None:
                break
            now = following
        return self.failures

    def _checks(self, end: datetime) -> list[tuple[datetime, tuple[int, Expectation]]]:
        found = []
        for number, one in enumerate(self.script.drill.expect, 1):
            found.append((self.script.at(one.at, end), (number, one)))
        return found

    def _next(self, now: datetime, checks: list[datetime], end: datetime) -> datetime | None:
        times = [*checks, end, *(at for at, _ in self._steps()), *(at for at, _ in self._edges())]
        switches = self.stage.following.switches
        wake = self.stage.engine.ports.store.next_wake() if switches.clock and switches.reactions else None
        if wake is not None and wake <= end:
            times.append(wake)
        return min((at for at in times if at > now), default=None)

    def _steps(self) -> Iterator[tuple[datetime, tuple[int, Step]]]:
        for number, step in enumerate(self.script.drill.steps, 1):
            yield self.script.at(step.at, self.script.start), (number, step)

    def _edges(self) -> Iterator[tuple[datetime, tuple[str, bool]]]:
        for fault in self.script.drill.faults:
            yield self.script.at(fault.from_, self.script.start), (fault.break_, True)
            yield self.script.at(fault.until, self.script.start), (fault.break_, False)

    def _instant(self, now: datetime, checks: list[tuple[int, Expectation]]) -> None:
        self.stage.set_time(now)
        for what, broken in [edge for at, edge in self._edges() if at == now]:
            self._break(what, broken=broken)
        for number, step in [step for at, step in self._steps() if at == now]:
            self._step(now, number, step)
        if self.stage.following.switches.reactions:
            self._follow()
            self.stage.following.sweep()
        self._narrate()
        for number, one in checks:
            self._check(now, number, one)

    def _break(self, what: str, *, broken: bool) -> None:
        switches = self.stage.following.switches
        if what == "clock":
            switches.clock = not broken
        elif what == "reactions":
            switches.reactions = not broken
        else:
            self.stage.break_channel(what, broken=broken)
        self._line(self.stage.engine.ports.clock.now(), f"{what} {'stands still' if broken else 'goes again'}")

    def _follow(self) -> None:
        while self.hinted:
            self.stage.following.tick(self.hinted.pop(0))

    def _step(self, now: datetime, number: int, step: Step) -> None:
        actor = self.somebody(step.by)
        try:
            outcome = self._do(actor, step)
            self.answers[number] = None
        except Refused as refused:
            self.answers[number] = refused.rule or refused.because
            outcome = f"refused by {self.answers[number]}"
        except Invalid as invalid:
            self.answers[number], outcome = "invalid", f"not valid: {invalid}"
        except UnknownCase:
            self.answers[number], outcome = "no_case", f"'{step.case}' was never made"
        self._line(now, f"{actor} {step.do} {step.case or ''} -> {outcome}")
        expected = any(one.fields.get("step") == number for one in self.script.drill.expect)
        if self.answers[number] is not None and not expected:
            self.failures.append(f"step {number} ({step.do} by {actor}) was not expected to fail: {outcome}")
        if self.stage.following.switches.reactions:
            self._follow()

    def _do(self, actor: str, step: Step) -> str:
        values = {name: self._meant(name, value) for name, value in fields(self.script, step).items()}
        values |= {name: self.names.get(str(values[name])) for name in ("mail",) if name in values}
        command = parse_command(step.do, values)
        engine = self.stage.engine
        if isinstance(command, FileReport):
            filed = engine.file_report(actor, command)
            self._name(step, filed.reference)
            return f"{filed.reference}: {filed.outcome}, {filed.classed}"
        if isinstance(command, ReceiveMail):
            reference, outcome = receive(engine, command, self.script.drill.steps.index(step))
            self._name(step, reference)
            return outcome
        if step.do in STARTS_A_STREAM:
            reference = engine.begin(actor, command)
            self._name(step, reference)
            return reference
        if step.do in DIRECTORY:
            engine.direct(actor, command)
        else:
            about = step.case or step.meeting or step.mail or step.with_.get("mail")
            reference = self.names.get(str(about), "") if about or step.do not in BY_CALENDAR else OBLIGATIONS
            if step.do in BY_CALENDAR and not about:
                self._name(step, OBLIGATIONS)
            done = engine.do(actor, of_mail(engine, reference, asked=step.do), command)
            if step.do == "take_mail":
                self._name(step, done.case.mail_report)
            if step.name and step.do in MAKES:
                self.made[step.name] = MAKES[step.do](done.case)
        return "done"

    def _meant(self, name: str, value: Any) -> Any:
        """Return a field with its roles made the people who hold them now."""
        if name in {"harmed", "readers"} and isinstance(value, list):
            return [self._meant(name, one) for one in value]
        if name == "mentions":
            return [self.made.get(str(one), one) for one in (value if isinstance(value, list) else [value])]
        if name in MADE_FIELDS:
            meant = self.made.get(str(value), value)
            return None if meant in self.names else meant  # A case stands for its own measure.
        named = name in {*PEOPLE_FIELDS, "readers"} or (name == "harmed" and not self._office(str(value)))
        if isinstance(value, str) and named:
            return self.somebody(value)
        return value

    def _office(self, word: str) -> bool:
        """Tell whether a word stands for family or the municipality itself, and for no person."""
        office = self.script.loaded.protocol.document.offices.get(word)
        return office is not None and office.kind != "office"

    def _name(self, step: Step, reference: str) -> None:
        if step.name:
            self.names[step.name] = reference

    def somebody(self, word: str) -> str:
        """Return a person: himself, or whoever holds that role now."""
        if word == GUEST:
            return INVITED
        if word not in self.script.loaded.protocol.document.roles:
            return word
        engine = self.stage.engine
        ctx = engine.context(Stream("", (), engine.streams.load("").case, None), "")
        return next(iter(holding(ctx, word)), word)

    def stream(self, name: str) -> Stream:
        """Return the stream that a step made."""
        return self.stage.engine.found(self.names.get(name, name))

    def _check(self, now: datetime, number: int, one: Expectation) -> None:
        seen = Seen(self.script, self.stage, now, self.stream, self.somebody, self.answers, self.names)
        wrong = check(seen, one)
        words = ", ".join(f"{field}: {value}" for field, value in one.fields.items())
        self._line(now, f"{'FAILED' if wrong else 'as expected'}: {words}")
        if wrong:
            self.failures.append(f"expectation {number} ({words}) at {since(self.script.start, now)}: {wrong}")

    def _narrate(self) -> None:
        gone = self.stage.gone()
        for one in gone[self.told :]:
            self._line(one.at, f"{one.message.channel} to {one.message.person}: {_first_line(one)}")
        self.told = len(gone)

    def _line(self, at: datetime, words: str) -> None:
        local = at.astimezone(AMSTERDAM)
        self.say(f"{local:%a %d-%m %H:%M:%S}  +{since(self.script.start, at):<10} {words}")


def _first_line(gone: Gone) -> str:
    return gone.message.subject or gone.message.text.splitlines()[0]
