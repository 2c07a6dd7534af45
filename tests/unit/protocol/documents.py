"""Documents to check: small ones that change one thing of the example municipality, each line counted."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from vangnet.cli.documents import reader
from vangnet.protocol.load import Loaded, load
from vangnet.protocol.tree import Problem, ProblemsError

TODAY = date(2026, 11, 1)
FILE = "eigen.yaml"
HEAD = "extends: voorbeeldstad\n"  # Line 1; what a test adds begins at line 2.


def read(files: Mapping[str, str]) -> Loaded:
    """Load `eigen.yaml` of these files, beside the shipped ones.

    Raises:
        ProblemsError: with every problem.
    """
    shipped = reader(Path("/nowhere"))
    return load(FILE, lambda name: files.get(name) or shipped(name), today=TODAY)


def problems(text: str, head: str = HEAD) -> list[Problem]:
    """Return every problem of the example municipality with this laid over it; warnings too."""
    try:
        return list(read({FILE: head + text}).warnings)
    except ProblemsError as error:
        return list(error.problems)
