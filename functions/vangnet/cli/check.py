"""`vangnet check`: whether documents can be used, with file, line, field and what to write instead."""

from pathlib import Path

import click

from vangnet.cli.documents import reader
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import load
from vangnet.protocol.tree import ProblemsError


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
            problems = loaded.warnings
        for problem in problems:
            click.echo(str(problem))
        errors = sum(not problem.warning for problem in problems)
        wrong += errors
        warnings = len(problems) - errors
        click.echo(f"{file}: {'cannot be used' if errors else 'can be used'} ({errors} errors, {warnings} warnings)")
    raise SystemExit(1 if wrong else 0)
