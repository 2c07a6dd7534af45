"""`vangnet check`: whether documents can be used, with file, line, field and what to write instead."""

from collections.abc import Iterator
from pathlib import Path

import click

from vangnet.cli.documents import reader
from vangnet.cli.rigs import Rigs
from vangnet.letters.checking import LetterError
from vangnet.letters.sources import allowed
from vangnet.protocol.load import Loaded, load
from vangnet.protocol.tree import Place, Problem, ProblemsError


@click.command("check")
@click.argument("files", nargs=-1, required=True)
@click.pass_obj
def check_command(rigs: Rigs, files: tuple[str, ...]) -> None:
    """Check protocol documents and municipalities; exits 1 on any error."""
    wrong = 0
    for file in files:
        try:
            loaded = load(file, reader(Path(file).parent), today=rigs.now().date())
        except ProblemsError as error:
            problems = error.problems
        else:
            problems = (*loaded.warnings, *_of_templates(file, loaded))
        for problem in problems:
            click.echo(str(problem))
        errors = sum(not problem.warning for problem in problems)
        wrong += errors
        warnings = len(problems) - errors
        click.echo(f"{file}: {'cannot be used' if errors else 'can be used'} ({errors} errors, {warnings} warnings)")
    raise SystemExit(1 if wrong else 0)


def _of_templates(file: str, loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with a municipality's own letters."""
    municipality = loaded.protocol.municipality_or_none
    settings = municipality.letters if municipality else None
    for name, text in (settings.templates if settings else {}).items():
        try:
            allowed(name, text)
        except LetterError as error:
            words = f"{f'line {error.line}: ' if error.line else ''}{error.what}"
            yield Problem(Place(file, 1), f"municipality.letters.templates.{name}", words)
