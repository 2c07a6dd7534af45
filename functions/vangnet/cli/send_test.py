"""`vangnet send-test`: proves that a person can be reached, and notes when it did."""

import click

from vangnet.cli.rigs import Rigs
from vangnet.cli.serve import PORT, configured, data_folder


@click.command("send-test")
@click.argument("person")
@click.option("--port", type=int, envvar="PORT", default=PORT, show_default=True, help="Where Vangnet serves.")
@click.pass_obj
def send_test_command(rigs: Rigs, person: str, port: int) -> None:
    """Send PERSON a test by each channel, and say how it fared; 1 if any channel failed."""
    loaded = configured(rigs)
    if person not in loaded.protocol.municipality.people:
        raise click.ClickException(f"'{person}' is not a person of {loaded.protocol.municipality.name}")
    failed = False
    for one in rigs.send_test(loaded, data_folder(), person, port):
        good = one["state"] in {"sent", "delivered"}
        failed = failed or not good
        how = f"by {one['via']}" if one["via"] else ""
        proven = f"proven at {one['proven_at']}" if one["proven_at"] else "never proven"
        words = " ".join(word for word in (one["state"], how, one["why"] or "") if word)
        click.echo(f"{one['channel']}: {words}; {proven}")
    raise SystemExit(1 if failed else 0)
