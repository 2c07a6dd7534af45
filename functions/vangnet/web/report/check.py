"""The check before sending: every answer with a way to change it, and what will happen, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import render_template

from schemas.commands.intake import FileReport
from vangnet.case.errors import Invalid, Refused
from vangnet.intake.answers import report_fields
from vangnet.intake.draft import Draft
from vangnet.intake.questions import STEPS
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.report.carry import sealed
from vangnet.web.report.step import step_fields

if TYPE_CHECKING:
    from vangnet.shell.preview import Preview


def command_of(draft: Draft) -> FileReport:
    """Return the command that the draft makes."""
    return FileReport.model_validate(report_fields(draft, house().protocol_of(draft), house().now()))


def check_page(draft: Draft, why: Refused | Invalid | None = None, *, not_stored: bool = False) -> str:
    """Return the page that shows what was answered and what will happen, or why it could not be sent or stored."""
    from vangnet.shell.preview import preview  # Here, as a program that reports never sees what will happen.

    found: Preview | None = None
    try:
        found = preview(house().engine, draft.person, command_of(draft))
    except (Refused, Invalid) as error:
        why = error
    return render_template(
        "report/check.html",
        answers=tuple(_answers(draft)),
        preview=found,
        draft=sealed(draft),
        refusal=words()("errors.form.not_stored") if not_stored else _refusal(why),
        advice=_advice(draft, found),
        wipe_after=_wipe_after(draft),
    )


def _answers(draft: Draft) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the steps with (question, answer) for what was answered."""
    for step in STEPS:
        rows = []
        for one in step_fields(step, draft, ()):
            chosen = ", ".join(choice.label for choice in one.choices if choice.chosen)
            answer = chosen if one.choices else one.value
            if one.kind == "files":
                answer = ", ".join(file.name for file in draft.files)
            if answer:
                rows.append((one.label, answer))
        yield step, rows


def _refusal(why: Refused | Invalid | None) -> str:
    if isinstance(why, Refused):
        return words()(f"errors.refused.{why.because}")
    if isinstance(why, Invalid):
        return "; ".join(error.text(words().language) for error in why.errors)
    return ""


def _advice(draft: Draft, found: Preview | None) -> str:
    guidance = house().protocol_of(draft).document.guidance
    label = guidance.advice.get(found.assessment.classed) if guidance and found else None
    return words().label(label) if label else ""


def _wipe_after(draft: Draft) -> str:
    guidance = house().protocol_of(draft).document.guidance
    return words().term(guidance.wipe_after) if guidance else ""
