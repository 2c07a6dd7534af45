"""`vangnet serve` and `vangnet token`: the embedded rig, and a token for its API."""

import os
from pathlib import Path

import click

from vangnet.cli.documents import EXAMPLE, reader
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import Loaded, load
from vangnet.protocol.tree import ProblemsError

PORT = 8000
SMTP_PORT = 8025


def configured(rigs: Rigs) -> Loaded:
    """Return the configuration that VANGNET_CONFIG names, else the example municipality."""
    name = os.environ.get("VANGNET_CONFIG") or EXAMPLE
    try:
        loaded = load(name, reader(Path(name).parent), today=rigs.now().date())
    except ProblemsError as error:
        raise click.ClickException(f"The configuration {name} cannot be used:\n{error}") from error
    if loaded.protocol.municipality_or_none is None:
        raise click.ClickException(f"The configuration {name} names no municipality; write one that extends it.")
    return loaded


def data_folder() -> Path:
    """Return the data directory: VANGNET_DATA, else ./data."""
    return Path(os.environ.get("VANGNET_DATA") or "data")


@click.command("serve")
@click.option("--port", type=int, envvar="PORT", default=PORT, show_default=True)
@click.option("--smtp-port", type=int, envvar="SMTP_PORT", default=SMTP_PORT, show_default=True)
@click.pass_obj
def serve_command(rigs: Rigs, port: int, smtp_port: int) -> None:
    """Serve on this machine until SIGINT or SIGTERM."""
    raise SystemExit(rigs.serve(configured(rigs), data_folder(), port=port, smtp_port=smtp_port))


@click.command("token")
@click.argument("person")
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True)
@click.pass_obj
def token_command(rigs: Rigs, person: str, days: int) -> None:
    """Make a token with which PERSON signs in to the API."""
    loaded = configured(rigs)
    if person not in loaded.protocol.municipality.people:
        raise click.ClickException(f"'{person}' is not a person of {loaded.protocol.municipality.name}")
    click.echo(rigs.make_token(loaded, data_folder(), person, days))
