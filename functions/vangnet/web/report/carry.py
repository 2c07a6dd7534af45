"""The draft in the form: sealed on the way out, opened on the way in, with the files that came along."""

from dataclasses import replace
from datetime import timedelta

from flask import request

from vangnet.intake.answers import Trouble
from vangnet.intake.draft import Draft, load_draft
from vangnet.intake.evidence import EVIDENCE_COUNT_MAX, FileRefused
from vangnet.intake.questions import questions
from vangnet.shell.ports import StoreUnavailable
from vangnet.web.house import house
from vangnet.web.uploads import received

PURPOSE = "draft"
LASTS = timedelta(days=2)  # Long enough to sleep over it; the page says so.
FIELD = "concept"
ONCE_LENGTH = 26


def new_draft(person: str, *, urgent: bool) -> Draft:
    """Return an empty draft with the key that makes sending it twice one report."""
    once = house().engine.ports.ids.new(ONCE_LENGTH)
    return Draft(once, person, {"urgent": ["yes"]} if urgent else {})


def sealed(draft: Draft) -> str:
    """Return the draft as it travels."""
    return house().sealer.seal(PURPOSE, draft.dump(), LASTS)


def carried() -> Draft | None:
    """Return the draft that came with the form, or None where there is none that can be opened."""
    return load_draft(house().sealer.open(PURPOSE, request.form.get(FIELD, "")))


def with_answers(step: str, draft: Draft) -> tuple[Draft, tuple[Trouble, ...]]:
    """Return the draft with the answers of a step and its files, and what was wrong with a file."""
    asked = questions(step, house().protocol_of(draft), draft.person)
    answers = {one.name: request.form.getlist(one.name) for one in asked if one.kind != "files"}
    draft = draft.having(answers)
    if not any(one.kind == "files" for one in asked):
        return draft, ()
    return _with_files(_without(draft, request.form.get("knop", "")))


def _without(draft: Draft, button: str) -> Draft:
    """Return the draft without the file that the reporter took back."""
    gone = button.removeprefix("weg-") if button.startswith("weg-") else ""
    for one in draft.files:
        if one.id == gone:
            house().evidence.drop(one)
    return replace(draft, files=tuple(one for one in draft.files if one.id != gone))


def _with_files(draft: Draft) -> tuple[Draft, tuple[Trouble, ...]]:
    wrong = []
    for upload in request.files.getlist("files"):
        if not upload.filename:
            continue
        if len(draft.files) >= EVIDENCE_COUNT_MAX:
            wrong.append(Trouble("files", "file_too_many", {"name": upload.filename, "limit": EVIDENCE_COUNT_MAX}))
            break
        try:
            kept = received(upload)
        except FileRefused as why:
            wrong.append(Trouble("files", why.why, {"name": why.name}))
            continue
        except StoreUnavailable:
            wrong.append(Trouble("files", "file_not_kept", {"name": upload.filename}))
            continue
        draft = replace(draft, files=(*draft.files, kept))
    return draft, tuple(wrong)
