"""A command's form on a page, and the command that its answers make."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from flask import request

from vangnet.case.facts import Context
from vangnet.intake.when import read_when
from vangnet.web.commands.choose import Choosing
from vangnet.web.commands.relevant import needed, relevant
from vangnet.web.commands.shape import Shape, shapes
from vangnet.web.fields import FormField, choices
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.uploads import received

SELECT_FROM = 12
# Moments that lie ahead: "maandag" is the next one.
PLANNED = frozenset(
    {
        ("make_letter", "meet_at"),
        *(("plan_talk", "at"), ("plan_talk", "until"), ("plan_meeting", "at"), ("check_in", "until")),
    }
)
SHORT = frozenset({"moment", "money"})
ANSWERED = frozenset(
    {("consent", "given"), ("record_talk", "home_front_needs_support")}
)  # What a form must answer, though a program may leave it out.
STAGNATION = ("record_talk", "signs_of_stagnation")  # Likewise, in the talk that asks it (AP-5.3.10).
EUROS_LENGTH_MAX = 20  # A hundred million euros with all its points, and room.
_EUROS = re.compile(r"(?:€ ?)?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{2}|-))?")


def command_fields(command: str, ctx: Context, errors: Mapping[str, str]) -> tuple[FormField, ...]:
    """Return the fields of a command's form; one that can only be one thing is filled in and not shown."""
    chooser = Choosing(ctx, words())
    measure = request.values.get("measure", "")
    shown = (shape for shape in shapes(command) if relevant(ctx, command, shape.path, measure))
    return tuple(field for shape in shown if (field := _field(ctx, command, shape, chooser, errors)))


def _field(ctx: Context, command: str, shape: Shape, chooser: Choosing, errors: Mapping[str, str]) -> FormField | None:
    say = words()
    measure = request.values.get("measure", "")
    options = chooser.options(command, shape.path)
    if options is not None and not options:
        return None
    if options is None and shape.words:
        own = (say.maybe(f"commands.{command}.word.{word}") for word in shape.words)
        options = [(word, text or say(f"commands.word.{word}")) for word, text in zip(shape.words, own, strict=True)]
    if shape.kind == "yesno":
        options = [("yes", say("site.yes")), ("no", say("site.no"))]
    given = request.form.getlist(shape.path) or request.args.getlist(shape.path)
    if not given and shape.default and request.method == "GET":
        given = [shape.default]
    if options and len(options) == 1 and shape.kind != "many":
        given = [options[0][0]]
    kind = shape.kind if options is None or shape.kind == "many" else "one"
    if options and kind == "one" and len(options) > SELECT_FROM:
        kind = "select"
    return FormField(
        name=shape.path,
        kind={"moment": "text", "money": "text"}.get(kind, kind),
        label=_text(command, shape, "label"),
        hint=_text(command, shape, "hint") or _moment_hint(command, shape),
        choices=choices(options or (), given),
        value=next(iter(given), ""),
        error=errors.get(shape.path, ""),
        optional=not (shape.needed or needed(ctx, command, shape.path, measure)) and shape.kind != "yesno",
        short=shape.kind in SHORT,
    )


def _moment_hint(command: str, shape: Shape) -> str:
    ahead = (command, shape.path) in PLANNED
    return words()("commands.hint.moment") if shape.kind == "moment" and not ahead else ""


def _text(command: str, shape: Shape, what: str) -> str:
    say = words()
    own = say.maybe(f"commands.{command}.{shape.path}.{what}")
    return own or say.maybe(f"commands.field.{shape.path}.{what}") or ("" if what == "hint" else shape.path)


def answers(command: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the fields that the form's answers make, and what is wrong with an answer by itself."""
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for shape in shapes(command):
        value = _value(command, shape, wrong)
        if value is None and (command, shape.path) in ANSWERED:
            wrong[shape.path] = words()("errors.field.missing")
        if value is None and (command, shape.path) == STAGNATION and _asks_stagnation():
            wrong[shape.path] = words()("errors.field.missing")
        if value not in (None, "", []):
            _put(found, shape.path, value)
    return found, wrong


def _asks_stagnation() -> bool:
    talk = house().protocol.talks().get(request.form.get("talk", ""))
    return talk is not None and talk.asks_stagnation


def _value(command: str, shape: Shape, wrong: dict[str, str]) -> Any:
    given = [text.strip() for text in request.form.getlist(shape.path) if text.strip()]
    match shape.kind:
        case "many":
            return given
        case "yesno":
            return {"yes": True, "no": False}.get(given[0]) if given else None
        case "file":
            upload = request.files.get(shape.path)
            if upload is None or not upload.filename:
                return None
            return received(upload).model_dump()
        case "money" if given:
            cents = in_cents(given[0])
            if cents is None:
                wrong[shape.path] = words()("errors.form.amount_unclear")
            return cents
        case "moment" if given:
            found = read_when(given[0], house().now(), ahead=(command, shape.path) in PLANNED)
            if found is None:
                wrong[shape.path] = words()("errors.form.when_unclear")
            return found
        case _:
            return given[0] if given else None


def in_cents(text: str) -> int | None:
    """Return an amount in euros as people write it, such as 1.250,50, in cents; None where it is none."""
    found = _EUROS.fullmatch(text.strip()) if len(text) <= EUROS_LENGTH_MAX else None
    if found is None:
        return None
    whole, part = re.sub(r"[.,]", "", found[1]), found[2]
    return int(whole) * 100 + (int(part) if part and part != "-" else 0)


def _put(found: dict[str, Any], path: str, value: Any) -> None:
    *outer, name = path.split(".")
    for step in outer:
        found = found.setdefault(step, {})
    found[name] = value


def unfold(fields: Iterator[FormField] | tuple[FormField, ...]) -> tuple[FormField, ...]:
    """Return the fields that have something wrong."""
    return tuple(field for field in fields if field.error)
