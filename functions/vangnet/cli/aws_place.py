"""Which stack a command is about: what every command of `vangnet aws` is told alike."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from vangnet.cli.rigs import Where


def placed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command be told a stack and a region, and hand it both as `where`."""

    @click.option("--stack", default="vangnet", show_default=True, envvar="VANGNET_STACK", help="The stack's name.")
    @click.option("--region", help="Such as eu-west-1; else AWS_REGION, or the profile's.")
    @wraps(command)
    def called(*arguments: Any, stack: str, region: str | None, **more: Any) -> Any:
        return command(*arguments, where=Where(stack, region), **more)

    return called
