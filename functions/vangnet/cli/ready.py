"""`vangnet ready`: who would be reached tonight, and what is not in order."""

import json
from typing import Any

import click

from vangnet.cli.rigs import Rigs
from vangnet.cli.serve import PORT, configured, data_folder

SAID = {
    "nobody": "nobody would be reached",
    "fallback": "only who is named in nobody_left would be reached",
    "gap": "nobody is left from {gap}",
    "silent": "somebody did not answer the last trial alarm",
    "no_deputy": "nobody stands in; add a deputy",
    "deputy_away": "who stands in is away, or is not there",
    "out_of_date": "a contact was neither verified nor proven for a year",
    "never_proven": "a channel was never proven; run 'vangnet send-test'",
}


@click.command("ready")
@click.option("--port", type=int, envvar="PORT", default=PORT, show_default=True, help="Where Vangnet serves.")
@click.option("--json", "json_wanted", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def ready_command(rigs: Rigs, port: int, json_wanted: bool) -> None:
    """Say for each role who would be reached now, and what is not in order; 1 if anything is not."""
    found = rigs.ready(configured(rigs), data_folder(), port)
    if json_wanted:
        click.echo(json.dumps(found, default=str, indent=1))
    else:
        for post in found["posts"]:
            _say(post)
    raise SystemExit(0 if found["ready"] else 1)


def _say(post: dict[str, Any]) -> None:
    now, behind = (", ".join(one["person"] for one in post[name]) or "-" for name in ("acting", "deputies"))
    click.echo(f"{post['role']}: {now}; then {behind}")
    if post["tonight"]:
        click.echo(f"    tonight: {', '.join(one['person'] for one in post['tonight'])}")
    for name in post["troubles"]:
        click.echo(f"    {SAID[name].format(gap=post['gap'])}")
