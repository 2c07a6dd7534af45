"""`vangnet aws export`, `import` and `restore`: the data of a stack, out, in, and back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from vangnet.cli.aws_place import placed
from vangnet.cli.rigs import Rigs, Where

LATEST = "latest"


@click.command("export")
@placed
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--leave-queued", is_flag=True, help="Leave behind what waits in the queues of mail and files.")
@click.pass_obj
def export_stack(rigs: Rigs, where: Where, file: Path, *, leave_queued: bool) -> None:
    """Write all data of a stopped stack to the archive FILE. It can be read without any key: guard it."""
    made = rigs.aws.export(where, file, leave_queued=leave_queued)
    held = made.manifest
    click.echo(f"{held.streams} streams with {held.events} events and {len(held.files) - 2} files, in {file}.")
    for name in held.missing:
        click.echo(f"The file {name} is named and was not there any more.")
    click.echo(f"sha256 {made.sha256}. Whoever has this file can read all of it: encrypt it, and delete it after use.")


@click.command("import")
@placed
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def import_stack(rigs: Rigs, where: Where, file: Path) -> None:
    """Take the archive FILE into a stopped stack that holds nothing; once it is started, people are told."""
    held = rigs.aws.import_(where, file)
    click.echo(f"{held.streams} streams with {held.events} events are in {where.stack}, each as it was.")
    click.echo("Start it with 'vangnet aws start': then it does what is due, and people are told.")


@click.command("restore")
@placed
@click.option("--to", "moment", required=True, help="A moment such as 2026-11-30T11:00:00+01:00, or 'latest'.")
@click.option("--table", help="Go on with this restored table, where a restore broke off.")
@click.option(
    "--leave", multiple=True, help="A stream, such as case/VN-1234-5678, to leave as it was then; repeatable."
)
@click.option("--settle", type=float, default=60, show_default=True, help="Seconds to let end what runs.")
@click.pass_obj
def restore_stack(
    rigs: Rigs, where: Where, moment: str, table: str | None, leave: tuple[str, ...], settle: float
) -> None:
    """Put a table into use that is as the stack's was then, with all that is newer and sound; the old one stays."""
    found = rigs.aws.restore(where, _moment(moment), table, leave, settle)
    click.echo(f"The stack {where.stack} uses the table {found['table']}; the one before is untouched.")
    click.echo(
        f"Taken over from it: {found['streams']} streams, {found['reports']} waiting reports; "
        f"{found['destroyed']} keys destroyed again. {found['swept']} streams were due."
    )
    for stream in found["left"]:
        click.echo(f"Left as it was then: {stream}.")


def _moment(text: str) -> datetime | None:
    if text == LATEST:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise click.ClickException(f"'{text}' is no moment; write it such as 2026-11-30T11:00:00+01:00, or 'latest'")
    return moment.astimezone(UTC)
