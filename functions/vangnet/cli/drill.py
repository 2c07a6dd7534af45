"""`vangnet drill`: plays exercises; 0 all as expected, 1 an expectation failed, 2 a drill is not valid."""

from pathlib import Path

import click

from vangnet.cli.documents import reader
from vangnet.cli.drills.play import Play
from vangnet.cli.drills.read import Script, read_drill, script
from vangnet.cli.quiet import quiet_channels
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import load
from vangnet.protocol.tree import Place, Problem, ProblemsError, place_of

INVALID = 2
FAILED = 1


@click.command("drill")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--stage", "stage_name", default="simulation", show_default=True, help="Where it is played.")
@click.pass_obj
def drill_command(rigs: Rigs, files: tuple[Path, ...], stage_name: str) -> None:
    """Play written exercises in virtual time, and print their timelines."""
    if stage_name not in rigs.stages:
        raise click.UsageError(f"'{stage_name}' is not a stage; choose from: {', '.join(rigs.stages)}")
    quiet_channels()
    code = 0
    for file in files:
        try:
            ready = read_script(file, rigs)
        except ProblemsError as error:
            click.echo(str(error), err=True)
            click.echo(f"{file}: not a valid drill")
            code = INVALID
            continue
        failures = play(rigs, ready, stage_name)
        for failure in failures:
            click.echo(f"FAILED: {failure}")
        click.echo(f"{file}: {'failed' if failures else 'passed'} ({len(ready.drill.expect)} expectations)")
        code = code or (FAILED if failures else 0)
    raise SystemExit(code)


def play(rigs: Rigs, ready: Script, stage_name: str) -> list[str]:
    """Play a drill on a fresh stage and return what failed."""
    stage = rigs.stages[stage_name](ready.loaded, ready.start)
    try:
        return Play(ready, stage, click.echo).run()
    finally:
        stage.close()


def read_script(file: Path, rigs: Rigs) -> Script:
    """Read a drill and the configuration that it is played against.

    Raises:
        ProblemsError: with lines.
    """
    if not file.is_file():
        raise ProblemsError((Problem(Place(str(file), 1), "file", "there is no such file"),))
    drill, root = read_drill(file.read_text(encoding="utf-8", errors="replace"), str(file))
    read = reader(file.parent)
    if read(drill.config) is None:
        message = f"'{drill.config}' is neither a shipped example nor a file beside the drill"
        raise ProblemsError((Problem(place_of(root, ("config",)), "config", message),))
    return script(drill, root, load(drill.config, read, today=rigs.now().date()))
