"""`vangnet bench`: what the rigs cost, in figures that are measured here and now."""

import json
from pathlib import Path

import click

from vangnet.cli.documents import EXAMPLE, reader
from vangnet.cli.quiet import quiet_channels
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import load


@click.command("bench")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, name to figure.")
@click.pass_obj
def bench_command(rigs: Rigs, as_json: bool) -> None:
    """Measure calls, write units, cost, import time and throughput, and print each by its name."""
    quiet_channels()
    loaded = load(EXAMPLE, reader(Path()), today=rigs.now().date())
    found: dict[str, float] = {}
    for name, figure, says in rigs.bench(loaded):
        found[name] = figure
        if not as_json:
            click.echo(f"{name:20} {figure:>12}  {says}")
    if as_json:
        click.echo(json.dumps(found))
