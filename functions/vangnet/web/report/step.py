"""One step of the form as a page: its questions with what was typed, and everything that is wrong with it."""

from collections.abc import Iterator

from flask import render_template

from vangnet.intake.answers import Trouble
from vangnet.intake.draft import Draft
from vangnet.intake.questions import STEPS, Question, questions
from vangnet.web.fields import Choice, FormField, choices
from vangnet.web.house import house
from vangnet.web.language import Words, words
from vangnet.web.report.carry import sealed

SHORT = frozenset({"damage_euros", "when_text"})
SELECT_FROM = 12  # More choices than fit a screen as buttons become a list.


def step_page(step: str, draft: Draft, wrong: tuple[Trouble, ...] = ()) -> str:
    """Return the page of a step."""
    fields = tuple(step_fields(step, draft, wrong))
    return render_template(
        "report/step.html",
        step=step,
        number=STEPS.index(step) + 1,
        steps=len(STEPS),
        fields=fields,
        errors=tuple(one for one in fields if one.error),
        draft=sealed(draft),
        files=draft.files,
        checking=draft.checking,
    )


def step_fields(step: str, draft: Draft, wrong: tuple[Trouble, ...]) -> Iterator[FormField]:
    """Yield the fields of a step."""
    errors: dict[str, str] = {}
    for one in wrong:
        errors.setdefault(one.name, words()(f"errors.form.{one.key}", **one.values))
    for question in questions(step, house().protocol_of(draft), draft.person):
        yield _field(question, draft, errors.get(question.name, ""))


def _field(question: Question, draft: Draft, error: str) -> FormField:
    say = words()
    if question.kind == "files" and house().aside:
        label = say("report.question.files.label")
        return FormField(name="files", kind="note", label=label, hint=say("report.upload.later"))
    kind = "select" if question.kind == "one" and len(question.choices) > SELECT_FROM else question.kind
    return FormField(
        name=question.name,
        kind={"yesno": "one"}.get(kind, kind),
        label=say(f"report.question.{question.name}.label"),
        hint=say.maybe(f"report.question.{question.name}.hint"),
        choices=_choices(question, draft, say),
        value=draft.one(question.name),
        error=error,
        optional=not question.needed and question.kind not in {"tick", "yesno"} and question.name != "account",
        short=question.name in SHORT,
    )


def _choices(question: Question, draft: Draft, say: Words) -> tuple[Choice, ...]:
    if question.kind in {"yesno", "tick"}:
        options = [("yes", say("site.yes")), ("no", say("site.no"))]
    else:
        options = [
            (value, say.label(label) if label.nl else say(f"report.choice.{value}"))
            for value, label in question.choices.items()
        ]
    return choices(options, draft.many(question.name))
