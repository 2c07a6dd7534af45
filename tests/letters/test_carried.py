"""Typst is only where letters are made: it is 81 MB, and no function carries it."""

import subprocess
import sys
from pathlib import Path

from tools.letters import FOLDER, drawn

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """
import sys
sys.modules["typst"] = None
import vangnet.letters
from tests.letters.samples import HOUSE, ban
from vangnet.letters.checking import check
check(ban())
try:
    vangnet.letters.render(ban(), HOUSE)
except ImportError:
    print("cannot render")
"""


def test_the_functions_do_not_carry_typst() -> None:
    """It is in the lock of the whole, not in that of the functions."""
    assert "\ntypst==" in (ROOT / "requirements.lock").read_text()
    assert "typst" not in (ROOT / "requirements-functions.lock").read_text()


def test_letters_load_without_typst() -> None:
    """They can be checked without it; only rendering needs it."""
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, check=True, text=True)

    assert done.stdout == "cannot render\n"


def test_the_letters_in_the_docs_are_current() -> None:
    """Each is as the code draws it now, and none is left of a kind that is gone."""
    made = dict(drawn((FOLDER / "README.md").read_text(encoding="utf-8")))

    assert {file.name for file in FOLDER.iterdir()} == set(made)
    assert [name for name, content in made.items() if (FOLDER / name).read_bytes() != content] == []
