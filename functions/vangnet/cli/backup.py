"""`vangnet backup` and `vangnet restore`: a copy of everything, and putting it back."""

from pathlib import Path

import click

from vangnet.cli.rigs import Rigs
from vangnet.cli.serve import configured, data_folder


@click.command("backup")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def backup_command(rigs: Rigs, directory: Path) -> None:
    """Copy all data to DIRECTORY, also while Vangnet runs; keep its file `key` apart from the rest."""
    count = rigs.back_up(data_folder(), directory, rigs.now())
    click.echo(f"{count} files copied to {directory}. Keep the file 'key' apart: with it everything can be read.")


@click.command("restore")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--rehearsal", is_flag=True, help="Do nothing that is due: nobody is told anything.")
@click.pass_obj
def restore_command(rigs: Rigs, directory: Path, *, rehearsal: bool) -> None:
    """Put the copy in DIRECTORY back into an empty data directory, and do what is due: people are told."""
    count = rigs.restore(directory, data_folder())
    click.echo(f"{count} files put back into {data_folder()}; each is as it was copied.")
    if rehearsal:
        click.echo("Nothing that is due was done. Serve it only with channels that reach nobody.")
        return
    click.echo(f"{rigs.sweep(configured(rigs), data_folder())} streams were due and are up to date.")
