"""`vangnet aws`: deploys and operates a stack, with the credentials that the AWS tools of this machine use."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from vangnet.access.sign_in import require_sign_in
from vangnet.cli.aws_data import export_stack, import_stack, restore_stack
from vangnet.cli.aws_place import placed
from vangnet.cli.documents import reader
from vangnet.cli.rigs import Rigs, Where
from vangnet.protocol.load import Loaded, load
from vangnet.protocol.tree import ProblemsError

PACKAGE = Path("build/package")
SETTLED = {"sent", "delivered"}


@click.group("aws")
def aws_group() -> None:
    """Deploy and operate a stack on AWS, with the credentials that its own tools use here."""


@aws_group.command("deploy")
@placed
@click.option("--package", type=click.Path(path_type=Path), default=PACKAGE, show_default=True, help="By make package.")
@click.option("--config", default="", help="The municipality's document; else the one in force, or the example.")
@click.option("--parameters", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Lines 'Name: value'.")
@click.pass_obj
def deploy_stack(rigs: Rigs, where: Where, package: Path, config: str, parameters: Path | None) -> None:
    """Create the stack or bring it to this release, and say what it made. Data is never replaced."""
    loaded = checked(rigs, (config,)) if config else None
    given = _parameters(parameters) if parameters else {}
    changed = rigs.aws.deploy(where, package, loaded, given)
    click.echo(f"The stack {where.stack} is up to date." if changed else "There was nothing to change.")
    for name, value in rigs.aws.outputs(where).items():
        click.echo(f"{name}: {value}")


@aws_group.command("configure")
@placed
@click.argument("files", nargs=-1, required=True)
@click.pass_obj
def configure_stack(rigs: Rigs, where: Where, files: tuple[str, ...]) -> None:
    """Take the municipality's document into use, the first of FILES; the others are those that it extends."""
    changed = rigs.aws.configure(where, checked(rigs, files))
    click.echo("The documents are in force." if changed else "These documents are in force already.")


@aws_group.command("rollback")
@placed
@click.pass_obj
def roll_back_stack(rigs: Rigs, where: Where) -> None:
    """Put code, documents and parameters back as they were before the last deploy or configure; data stays."""
    rigs.aws.roll_back(where)
    click.echo(f"The stack {where.stack} is as it was before its last change.")


@aws_group.command("status")
@placed
@click.pass_obj
def show_status(rigs: Rigs, where: Where) -> None:
    """Say how the stack is: outputs, what is overdue or stuck, dead letters; 1 if anything needs a person."""
    found = rigs.aws.status(where)
    for name, value in found["outputs"].items():
        click.echo(f"{name}: {value}")
    click.echo(f"stack: {found['stack']}, {'running' if found['running'] else 'stopped'}")
    click.echo(f"last sweep: {found['last_sweep'] or 'none in the last quarter of an hour'}")
    click.echo(f"stuck: {'unknown' if found['stuck'] is None else found['stuck']}")
    click.echo(f"overdue: {', '.join(found['overdue']) or 'nothing'}")
    for part in ("waiting", "dead_letters"):
        click.echo(f"{part.replace('_', ' ')}: {', '.join(f'{name} {n}' for name, n in found[part].items())}")
    well = found["running"] and found["last_sweep"] and not found["stuck"] and not found["overdue"]
    raise SystemExit(0 if well and not any(found["dead_letters"].values()) else 1)


@aws_group.command("token")
@placed
@click.argument("person")
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True)
@click.pass_obj
def make_token(rigs: Rigs, where: Where, person: str, days: int) -> None:
    """Make a token with which PERSON signs in to the API of the stack."""
    click.echo(rigs.aws.token(where, person, days))


@aws_group.command("send-test")
@placed
@click.argument("person")
@click.pass_obj
def send_test(rigs: Rigs, where: Where, person: str) -> None:
    """Send PERSON a test by each channel, and say how it fared; 1 if any channel failed."""
    found = rigs.aws.send_test(where, person)
    for one in found:
        click.echo(f"{one['channel']}: {one['state']} {one['why'] or ''}".strip())
    raise SystemExit(0 if all(one["state"] in SETTLED for one in found) else 1)


@aws_group.command("redrive")
@placed
@click.argument("queue", required=False)
@click.pass_obj
def redrive_letters(rigs: Rigs, where: Where, queue: str | None) -> None:
    """Have dead letters tried again: of QUEUE (mail, uploads, feedback, assessment, notify, sweep), or all."""
    for name, number in rigs.aws.redrive(where, queue).items():
        click.echo(f"{name}: {number} tried again")


@aws_group.command("stop")
@placed
@click.option("--settle", type=float, default=60, show_default=True, help="Seconds to let end what runs.")
@click.pass_obj
def stop_stack(rigs: Rigs, where: Where, settle: float) -> None:
    """Let nothing of the stack run, to export or import: mail waits, and no deadline is kept until it is started."""
    rigs.aws.stop(where, settle)
    click.echo(f"The stack {where.stack} stands still. Nobody is alarmed until 'vangnet aws start'.")


@aws_group.command("start")
@placed
@click.pass_obj
def start_stack(rigs: Rigs, where: Where) -> None:
    """Let the stack run again; what fell due meanwhile is done within a minute."""
    rigs.aws.start(where)
    click.echo(f"The stack {where.stack} runs.")


for command in (export_stack, import_stack, restore_stack):
    aws_group.add_command(command)


def checked(rigs: Rigs, files: tuple[str, ...]) -> Loaded:
    """Return the documents whose first file is the municipality's, named by their files and not by where these lie.

    Raises:
        SystemExit: they cannot be used; what is wrong was said as by `vangnet check`.
        NoSignIn: they may not be served.
    """
    first = Path(files[0])
    try:
        loaded = load(first.name, _named(files), today=rigs.now().date())
    except ProblemsError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        raise click.ClickException(f"{first} cannot be used; nothing was changed") from None
    for problem in loaded.warnings:
        click.echo(str(problem), err=True)
    if loaded.protocol.municipality_or_none is None:
        raise click.ClickException(f"{first} names no municipality; nothing was changed")
    require_sign_in(loaded.protocol.municipality)
    return loaded


def _named(files: tuple[str, ...]) -> Callable[[str], str | None]:
    known = {name: Path(file) for file in reversed(files) for name in (Path(file).stem, Path(file).name)}
    beside = reader(Path(files[0]).parent)

    def read(name: str) -> str | None:
        file = known.get(name)
        return file.read_text(encoding="utf-8", errors="replace") if file and file.is_file() else beside(name)

    return read


def _parameters(file: Path) -> dict[str, str]:
    import yaml

    try:
        found: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(one, str | int) for one in found.values()):
        raise click.ClickException(f"{file} must hold lines 'Name: value', each value a text or a number")
    return {
        str(name): ("yes" if value else "no") if isinstance(value, bool) else str(value)
        for name, value in found.items()
    }
