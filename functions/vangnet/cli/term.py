"""`vangnet term`: the last day of a term, and why."""

from datetime import date
from typing import Literal

import click

from vangnet.calendar import explain


@click.command("term")
@click.argument("day")
@click.argument("term")
@click.option("--statutory", is_flag=True, help="Extend it by the Algemene termijnenwet.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
def term_command(day: str, term: str, *, statutory: bool, language: Literal["nl", "en"]) -> None:
    """Print the last day of a TERM (such as "6 weeks") that begins after DAY (such as 2026-04-02), and why."""
    try:
        click.echo(explain(date.fromisoformat(day), term, statutory, language))
    except ValueError as error:
        raise click.ClickException(str(error)) from error
