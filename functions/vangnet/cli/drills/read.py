"""Reading a drill: every person, role, command, duty, field and time in it must be known before it is played."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from schemas.commands import COMMANDS, DIRECTORY, STARTS_A_STREAM, parse_command
from schemas.drill import Drill, Step
from schemas.report import FAMILY_KEY
from vangnet.cli.drills.asks import every_duty, expectation_problems, is_somebody, nobody, time_problems
from vangnet.cli.drills.times import DrillTimeError, day, local, moment
from vangnet.protocol.checking import nearest
from vangnet.protocol.load import Loaded, dotted, fields_at, validated, words_of
from vangnet.protocol.tree import Node, Path, Problem, ProblemsError, place_of, plain, read_tree

MAIL = "mail"  # Who sends a mail in a drill: a mail server.
GUEST = "invited"  # Who answers an invitation in a drill: whom it was sent to.
PEOPLE_FIELDS = ("handler", "giver", "person", "goes", "second_person")
BY_CALENDAR = ("record_held", "record_training")  # Without a case they are of this year, or of this term.
# What a case numbers, by its number or the name of the step that made it: a measure, a message for outside.
MADE_FIELDS = ("ban", "measure", "letter", "message")


@dataclass(frozen=True)
class Script:
    """A drill that can be played: its model, its tree with lines, its start (UTC), its configuration."""

    drill: Drill
    root: Node
    start: datetime
    loaded: Loaded

    def at(self, text: str | None, default: datetime) -> datetime:
        """Return a time of the drill (UTC)."""
        return default if text is None else moment(text, self.start)


def read_drill(text: str, file: str) -> tuple[Drill, Node]:
    """Read the text of a drill.

    Raises:
        ProblemsError: every field that is wrong, with its line.
    """
    root = read_tree(text, file)
    drill, problems = validated(Drill, plain(root), root)
    if problems:
        raise ProblemsError(tuple(problems))
    return drill, root


def script(drill: Drill, root: Node, loaded: Loaded) -> Script:
    """Return the drill with everything in it known.

    Raises:
        ProblemsError: whatever is not, with its line.
    """
    try:
        start = local(drill.start)
    except DrillTimeError as error:
        raise ProblemsError((Problem(place_of(root, ("start",)), "start", str(error)),)) from error
    found = Script(drill, root, start, loaded)
    if loaded.protocol.municipality_or_none is None:
        words = f"'{drill.config}' names no municipality, so nobody can act; name one that does"
        raise ProblemsError((Problem(place_of(root, ("config",)), "config", words),))
    problems = tuple(Problem(place_of(root, path), dotted(path), words) for path, words in _problems(found))
    if problems:
        raise ProblemsError(problems)
    return found


def _problems(script: Script) -> Iterator[tuple[Path, str]]:
    names: set[str] = set()
    for number, step in enumerate(script.drill.steps):
        for field, words in _step_problems(script, step, names):
            yield ("steps", number, *field), words
        if step.name in names:
            yield ("steps", number, "name"), f"'{step.name}' is the name of an earlier step; give this one another"
        if step.name:
            names.add(step.name)
    for number, fault in enumerate(script.drill.faults):
        yield from ((("faults", number), words) for words in time_problems(script.start, fault.from_, fault.until))
    steps = len(script.drill.steps)
    for number, one in enumerate(script.drill.expect):
        for words in expectation_problems(script.loaded, script.start, steps, one, names):
            yield ("expect", number), words


def _step_problems(script: Script, step: Step, names: set[str]) -> Iterator[tuple[Path, str]]:
    yield from ((("at",), words) for words in time_problems(script.start, step.at))
    outside = {MAIL: "receive_mail", GUEST: "answer_invitation"}
    if not is_somebody(script.loaded, step.by) and outside.get(step.by) != step.do:
        yield ("by",), nobody(script.loaded, step.by)
    if step.do not in COMMANDS:
        yield ("do",), f"'{step.do}' is not a command that can be played; {nearest(step.do, COMMANDS)}"
        return
    about = step.case or step.meeting or step.mail or step.with_.get("mail")
    by_itself = step.do in STARTS_A_STREAM | DIRECTORY or (step.do in BY_CALENDAR and about is None)
    if not by_itself and about not in names:
        yield ("case",), f"'{about}' is not the name of an earlier step; give that step 'name: {about}'"
    for field, who in _people(step):
        offices = script.loaded.protocol.document.offices
        if not is_somebody(script.loaded, who) and not (field == "harmed" and who in offices):
            yield ("with", field), nobody(script.loaded, who)
    duty = step.with_.get("duty")
    known = every_duty(script.loaded)
    if isinstance(duty, str) and duty not in known and duty.rsplit("-", 1)[0] not in known:
        yield ("with", "duty"), f"'{duty}' is not a known duty; {nearest(duty, known)}"
    yield from _field_problems(script, step)


def _field_problems(script: Script, step: Step) -> Iterator[tuple[Path, str]]:
    timely = {}
    for name, value in step.with_.items():
        try:
            timely[name] = _value(script, _types(step.do).get(name, ""), value)
        except DrillTimeError as wrong:
            yield ("with", name), str(wrong)
            timely[name] = script.start
    try:
        parse_command(step.do, timely)
    except ValidationError as errors:
        for error in errors.errors():
            yield ("with", *error["loc"]), words_of(error, fields_at(COMMANDS[step.do], error["loc"][:-1]))


def _people(step: Step) -> Iterator[tuple[str, str]]:
    """Yield every field of a step that names a person, with the name."""
    for field in PEOPLE_FIELDS:
        value = step.with_.get(field)
        if isinstance(value, str) and not value.startswith(FAMILY_KEY):
            yield field, value
    yield from (("harmed", who) for who in _harmed(step.with_.get("harmed")))
    accused = step.with_.get("perpetrators")
    for one in accused if isinstance(accused, list) else [accused]:
        if isinstance(one, dict) and isinstance(one.get("person"), str):
            yield "perpetrators", one["person"]


def _harmed(value: Any) -> Iterator[str]:
    """Yield every name in the field that says who was harmed."""
    for one in value if isinstance(value, list) else [value]:
        asked = ("person", "family_of", "of", "body", "office")
        names = [one.get(name) for name in asked] if isinstance(one, dict) else [one]
        yield from (name for name in names if isinstance(name, str))


def fields(script: Script, step: Step) -> dict[str, Any]:
    """Return the fields of a step's command, its times made moments and days."""
    kinds = _types(step.do)
    return {name: _value(script, kinds.get(name, ""), value) for name, value in step.with_.items()}


def _types(command: str) -> dict[str, str]:
    """Return the type of each field of a command, in words."""
    model = COMMANDS[command]
    hints = typing.get_type_hints(model)
    return {info.alias or name: str(hints.get(name)) for name, info in model.model_fields.items()}


def _value(script: Script, kind: str, value: Any) -> Any:
    if not isinstance(value, str) or value == "unknown":
        return value
    if f"{datetime.__module__}.{datetime.__name__}" in kind or "AwareDatetime" in kind:
        return moment(value, script.start)
    return day(value, script.start) if f"{date.__module__}.{date.__name__}" in kind else value
