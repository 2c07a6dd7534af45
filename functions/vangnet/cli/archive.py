"""`vangnet export` and `vangnet import`: all that a municipality owns in one file, out of and into a data directory."""

from pathlib import Path

import click

from vangnet.cli.rigs import Rigs
from vangnet.cli.serve import configured, data_folder


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_command(rigs: Rigs, file: Path) -> None:
    """Write all data to the archive FILE, Vangnet being stopped. It can be read without any key: guard it."""
    made = rigs.export(data_folder(), file)
    held = made.manifest
    click.echo(f"{held.streams} streams with {held.events} events and {_evidence(held.files)} files, in {file}.")
    for name in held.missing:
        click.echo(f"The file {name} is named and was not there any more.")
    click.echo(f"sha256 {made.sha256}. Whoever has this file can read all of it: encrypt it, and delete it after use.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--rehearsal", is_flag=True, help="Do nothing that is due: nobody is told anything.")
@click.pass_obj
def import_command(rigs: Rigs, file: Path, *, rehearsal: bool) -> None:
    """Take the archive FILE into an empty data directory, and do what is due: people are told."""
    held = rigs.import_(file, data_folder())
    click.echo(f"{held.streams} streams with {held.events} events are in {data_folder()}, each as it was.")
    if rehearsal:
        click.echo("Nothing that is due was done. Serve it only with channels that reach nobody.")
        return
    click.echo(f"{rigs.sweep(configured(rigs), data_folder())} streams were due and are up to date.")


def _evidence(files: tuple[object, ...]) -> int:
    """Return how many files of evidence these are: all but the keys and the streams."""
    return len(files) - 2
