"""`vangnet simulate`: random cases with faults; a line for each broken invariant, with the seed that replays it."""

from pathlib import Path

import click

from vangnet.cli.documents import EXAMPLE, reader
from vangnet.cli.quiet import quiet_channels
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import load


@click.command("simulate")
@click.option("--seeds", type=click.IntRange(1, 1_000_000), default=200, show_default=True)
@click.option("--first", type=int, default=1, show_default=True, help="The first seed; with --seeds 1 it is replayed.")
@click.pass_obj
def simulate_command(rigs: Rigs, seeds: int, first: int) -> None:
    """Play random cases with faults at store, sending and clock; exits 1 if an invariant breaks."""
    quiet_channels()
    loaded = load(EXAMPLE, reader(Path()), today=rigs.now().date())
    broken = rigs.simulate(loaded, first=first, seeds=seeds, say=click.echo)
    raise SystemExit(1 if broken else 0)
