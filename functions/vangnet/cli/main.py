"""The vangnet command and its subcommands."""

import click

from vangnet.cli.archive import export_command, import_command
from vangnet.cli.aws import aws_group
from vangnet.cli.backup import backup_command, restore_command
from vangnet.cli.bench import bench_command
from vangnet.cli.check import check_command
from vangnet.cli.classify import classify_command
from vangnet.cli.drill import drill_command
from vangnet.cli.ready import ready_command
from vangnet.cli.rules import rules_command
from vangnet.cli.send_test import send_test_command
from vangnet.cli.serve import serve_command, token_command
from vangnet.cli.simulate import simulate_command
from vangnet.cli.term import term_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def vangnet() -> None:
    """Run a municipality's protocol against aggression towards political office-holders."""


for command in (
    serve_command,
    drill_command,
    check_command,
    rules_command,
    classify_command,
    term_command,
    simulate_command,
    bench_command,
    token_command,
    send_test_command,
    ready_command,
    backup_command,
    restore_command,
    export_command,
    import_command,
    aws_group,
):
    vangnet.add_command(command)
