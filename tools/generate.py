"""Draws from the code what must never differ from it: JSON Schemas, the OpenAPI document, tables in docs/reference.

`make generate` writes them; `make check` runs this with --check, which says which are stale and fails.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from schemas.commands import COMMANDS
from schemas.commands.intake import FileReport
from schemas.drill import Drill
from schemas.events import all_events
from schemas.municipality import Municipality
from schemas.protocol import ProtocolDocument
from tools.drills_page import drills_page
from vangnet.cli.documents import reader
from vangnet.cli.main import vangnet
from vangnet.protocol.load import load
from vangnet.web.api.openapi import openapi

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 1)  # Only warnings depend on the day, and none of them is drawn.
DRAWN = "<!-- Drawn by tools/generate.py; change what it is drawn from, then run `make generate`. -->"


def _schema(model: type[BaseModel]) -> str:
    return _json(model.model_json_schema())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schemas() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each JSON Schema and of the OpenAPI document."""
    yield "schemas/json/protocol.schema.json", _schema(ProtocolDocument)
    yield "schemas/json/municipality.schema.json", _schema(Municipality)
    yield "schemas/json/drill.schema.json", _schema(Drill)
    yield "schemas/json/report.schema.json", _schema(FileReport)
    commands = {name: model.model_json_schema() for name, model in COMMANDS.items()}
    yield "schemas/json/commands.schema.json", _json({"title": "Commands", "commands": commands})
    events = {name: model.model_json_schema() for name, model in all_events().items()}
    yield "schemas/json/events.schema.json", _json({"title": "Events", "events": events})
    yield "schemas/openapi.json", _json(openapi())


def _table(title: str, about: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"# {title}", "", DRAWN, "", about, "", f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def tables() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each table for people."""
    document = load("voorbeeldstad", reader(ROOT), today=TODAY).protocol.document
    commands = [
        (f"`{name}`", ", ".join(f"`{who}`" for who in document.commands[name].by), _fields(model), row.rule)
        for name, model in COMMANDS.items()
        if (row := document.commands[name])
    ]
    about = (
        "Who may give each command under `voorbeeldstad`, its fields (optional ones in brackets), and a refusal's rule."
    )
    yield "docs/reference/commands.md", _table("Commands", about, ("command", "by", "fields", "else"), commands)
    duties = [
        (f"`{name}`", row.label.nl, f"`{row.opens}`", f"`{row.owner}`", row.due or "-", row.rule or "-")
        for name, row in document.duties.items()
    ]
    columns = ("duty", "in Dutch", "opens with", "owner", "due", "rule")
    yield "docs/reference/duties.md", _table("Duties", "The duties of `voorbeeldstad`.", columns, duties)
    access = [
        (f"`{row.who}`", ", ".join(row.parts) or "all but " + ", ".join(row.all_but), _conditions(row))
        for row in document.access
    ]
    about = "Who sees which parts of a case under `voorbeeldstad`; nobody else sees anything."
    yield "docs/reference/access.md", _table("Access", about, ("who", "parts", "when"), access)
    yield "docs/reference/command-line.md", _help()
    yield drills_page(DRAWN)


def _fields(model: type[BaseModel]) -> str:
    names = ((info.alias or name, info.is_required()) for name, info in model.model_fields.items())
    return ", ".join(f"`{name}`" if needed else f"[`{name}`]" for name, needed in names) or "-"


def _conditions(row: BaseModel) -> str:
    asked = row.model_dump(exclude={"who", "parts", "all_but"}, exclude_defaults=True)
    return (
        "; ".join(
            f"{name}: {value if isinstance(value, str | bool) else ', '.join(value)}" for name, value in asked.items()
        )
        or "-"
    )


def _help() -> str:
    lines = ["# The command line", "", DRAWN, ""]
    with click.Context(vangnet, info_name="vangnet", max_content_width=100) as outer:
        for name, command in sorted(vangnet.commands.items()):
            lines += _help_of(command, name, outer)
    return "\n".join(lines)


def _help_of(command: click.Command, name: str, outer: click.Context) -> list[str]:
    """Return the lines of a command, and of those below it."""
    inner = click.Context(command, info_name=name, parent=outer, max_content_width=100)
    lines = [f"## {inner.command_path}", "", "```text", command.get_help(inner), "```", ""]
    for below, one in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
        lines += _help_of(one, below, inner)
    return lines


def main(check: bool) -> int:
    """Write what is stale, or with `check` only name it; return 1 if anything was."""
    stale = 0
    for name, text in (*schemas(), *tables()):
        file = ROOT / name
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(f"{name}: {'stale; run `make generate`' if check else 'written'}")
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    print(f"generated files: {stale} {'stale' if check else 'written'}")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
