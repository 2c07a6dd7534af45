"""Reading a drill: every person, role, command, duty, field and time in it must be known before it is played."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from schemas.commands import COMMANDS, DIRECTORY, STARTS_A_STREAM, parse_command
from schemas.drill import Drill, Expectation, Step
from vangnet.cli.drills.times import DrillTimeError, day, local, moment
from vangnet.protocol.load import Loaded, dotted, validated
from vangnet.protocol.tree import Node, Path, Problem, ProblemsError, place_of, plain, read_tree

PEOPLE_FIELDS = ("handler", "giver", "person")


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
    problems = tuple(Problem(place_of(root, path), dotted(path), words) for path, words in _problems(found))
    if problems:
        raise ProblemsError(problems)
    return found


def _problems(script: Script) -> Iterator[tuple[Path, str]]:
    names: set[str] = set()
    for number, step in enumerate(script.drill.steps):
        for field, words in _step_problems(script, step, names):
            yield ("steps", number, *field), words
        if step.name:
            names.add(step.name)
    for number, fault in enumerate(script.drill.faults):
        yield from ((("faults", number), words) for words in _time_problems(script, fault.from_, fault.until))
    for number, one in enumerate(script.drill.expect):
        for words in _expectation_problems(script, one, names):
            yield ("expect", number), words


def _step_problems(script: Script, step: Step, names: set[str]) -> Iterator[tuple[Path, str]]:
    yield from ((("at",), words) for words in _time_problems(script, step.at))
    if not is_somebody(script.loaded, step.by):
        yield ("by",), f"'{step.by}' is neither a person nor a role of {script.drill.config}"
    if step.do not in COMMANDS:
        yield ("do",), f"'{step.do}' is not a command that can be played; known are: {', '.join(sorted(COMMANDS))}"
        return
    if step.do not in STARTS_A_STREAM | DIRECTORY and step.case not in names:
        yield ("case",), f"'{step.case}' is not the name of an earlier step; give that step 'name: {step.case}'"
    for field in PEOPLE_FIELDS:
        value = step.with_.get(field)
        if isinstance(value, str) and not (is_somebody(script.loaded, value) or value.startswith("family:")):
            yield ("with", field), f"'{value}' is neither a person nor a role of {script.drill.config}"
    for who in _harmed(step.with_.get("harmed")):
        offices = script.loaded.protocol.document.offices
        if not (is_somebody(script.loaded, who) or who in offices):
            yield ("with", "harmed"), f"'{who}' is neither a person nor a role of {script.drill.config}"
    duty = step.with_.get("duty")
    if isinstance(duty, str) and duty.rsplit("-", 1)[0] not in script.loaded.protocol.duties():
        yield ("with", "duty"), f"'{duty}' is not a duty of {script.drill.config}"
    try:
        parse_command(step.do, fields(script, step))
    except ValidationError as errors:
        for error in errors.errors():
            yield ("with", *error["loc"]), str(error["msg"]).removeprefix("Value error, ")
    except DrillTimeError as error:
        yield ("with",), str(error)


def _harmed(value: Any) -> Iterator[str]:
    """Yield every name in the field that says who was harmed."""
    for one in value if isinstance(value, list) else [value]:
        asked = ("person", "family_of", "of", "body", "office")
        names = [one.get(name) for name in asked] if isinstance(one, dict) else [one]
        yield from (name for name in names if isinstance(name, str))


def _time_problems(script: Script, *texts: str | None) -> Iterator[str]:
    for text in texts:
        try:
            script.at(text, script.start)
        except DrillTimeError as error:
            yield str(error)


# What an expectation of each kind may ask; an expectation of a case may ask any field.
ASKS = {
    "told": {"told", "about", "channel", "from", "within", "times"},
    "not_told": {"not_told", "about", "channel", "from", "within"},
    "alarm": {"alarm", "is", "by"},
    "duty": {"duty", "case", "owner", "due", "is", "person"},
    "step": {"step", "refused", "accepted"},
    "sees": {"sees", "case", "parts"},
    "texts": {"texts", "have", "lack"},
}


def _expectation_problems(script: Script, one: Expectation, names: set[str]) -> Iterator[str]:
    fields = one.fields
    for field in set(fields) - ASKS.get(one.kind, set(fields)):
        yield f"'{field}' cannot be asked of '{one.kind}'; it takes {', '.join(sorted(ASKS[one.kind]))}"
    yield from _time_problems(script, one.at, *(fields.get(name) for name in ("from", "within", "due")))
    for field in ("told", "not_told", "sees", "owner", "by"):
        if field in fields and not is_somebody(script.loaded, str(fields[field])):
            yield f"'{fields[field]}' is neither a person nor a role of {script.drill.config}"
    for field in ("about", "case", "alarm"):
        if field in fields and fields[field] not in names:
            yield f"'{fields[field]}' is not the name of a step"
    duty = fields.get("duty")
    if duty is not None and duty not in script.loaded.protocol.duties():
        yield f"'{duty}' is not a duty of {script.drill.config}"
    step = fields.get("step")
    if step is not None and not (isinstance(step, int) and 1 <= step <= len(script.drill.steps)):
        yield f"there is no step {step}; the first is 1, the last {len(script.drill.steps)}"


def is_somebody(loaded: Loaded, word: str) -> bool:
    """Tell whether a word is a person, or a role."""
    return word in loaded.protocol.municipality.people or word in loaded.protocol.document.roles


def fields(script: Script, step: Step) -> dict[str, Any]:
    """Return the fields of a step's command, its times made moments and days."""
    model = COMMANDS[step.do]
    kinds = {
        info.alias or name: str(typing.get_type_hints(model).get(name)) for name, info in model.model_fields.items()
    }
    return {name: _value(script, kinds.get(name, ""), value) for name, value in step.with_.items()}


def _value(script: Script, kind: str, value: Any) -> Any:
    if not isinstance(value, str) or value == "unknown":
        return value
    if f"{datetime.__module__}.{datetime.__name__}" in kind or "AwareDatetime" in kind:
        return moment(value, script.start)
    return day(value, script.start) if f"{date.__module__}.{date.__name__}" in kind else value
