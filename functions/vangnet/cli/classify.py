"""`vangnet classify`: JSON lines in, the suggested class with scores and reasons out."""

import json
import sys

import click

from vangnet.classification import suggest


@click.command("classify")
def classify_command() -> None:
    """Read lines {"id": …, "text": …} on standard input, and write for each its class, scores and reasons."""
    wrong = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text = str(asked["text"])
        except (ValueError, KeyError, TypeError):
            click.echo(f'line {number}: write {{"id": …, "text": …}} on a line of its own', err=True)
            wrong += 1
            continue
        found = suggest(text)
        answer = {
            "id": asked.get("id"),
            "class": found.classed,
            "scores": dict(found.scores),
            "reasons": [{"rule": reason.rule, "quote": reason.quote} for reason in found.reasons],
        }
        click.echo(json.dumps(answer, ensure_ascii=False))
    raise SystemExit(1 if wrong else 0)
