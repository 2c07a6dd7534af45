"""Killed between each pair of effects: the end is the same as if nothing had happened."""

import json
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.embedded.crashing import SECRET_WORDS

LAST_EFFECT = 24  # How many the scenario has; a test says so when it changes.
KILLED = -9


def played(folder: Path, die_after: int) -> int:
    """Play the scenario in a process of its own and return its exit code."""
    (folder / "notes").mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "tests.embedded.crashing",
        str(folder / "data"),
        str(folder / "notes"),
        str(die_after),
    ]
    return subprocess.run(command, check=False, capture_output=True).returncode


def ended(folder: Path) -> dict[str, Any]:
    """Return how it ended."""
    found: dict[str, Any] = json.loads((folder / "notes" / "end.json").read_text())
    return found


def noted(folder: Path, name: str) -> list[str]:
    """Return what was noted."""
    file = folder / "notes" / name
    return file.read_text().splitlines() if file.exists() else []


@lru_cache(maxsize=1)
def undisturbed() -> tuple[dict[str, Any], int]:
    """Return how it ends without any kill, and after how many effects."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert played(folder, 0) == 0
        return ended(folder), int(noted(folder, "effects")[0])


def test_the_scenario_has_as_many_effects_as_are_tried() -> None:
    """So that none is left out when the scenario grows."""
    end, effects = undisturbed()

    assert effects == LAST_EFFECT
    assert end["guidance"]["wiped"]
    assert end["guidance"]["account"] is None
    assert end["threat"]["followed"]


@pytest.mark.parametrize("effect", range(1, LAST_EFFECT + 1))
def test_killed_after_an_effect_it_ends_as_if_nothing_had_happened(tmp_path: Path, effect: int) -> None:
    """The same events, duties and messages; nothing answered is lost; what is wiped is gone from every byte."""
    assert played(tmp_path, effect) == KILLED
    answered = noted(tmp_path, "answered")
    assert played(tmp_path, 0) == 0

    assert ended(tmp_path) == undisturbed()[0]
    assert set(answered) <= set(noted(tmp_path, "answered"))
    _handed_over_once(tmp_path)
    _wiped(tmp_path / "data", noted(tmp_path, "keys"))


def _handed_over_once(folder: Path) -> None:
    """The same message goes twice only where the process died between handing it over and noting it."""
    handed = noted(folder, "handed")
    twice = [name for name, count in Counter(handed).items() if count > 1]

    assert len(twice) <= 1
    assert all(count <= 2 for count in Counter(handed).values())


def _wiped(data: Path, keys: list[str]) -> None:
    """No file of the data directory holds a word of what was wiped, or its key."""
    assert keys
    for file in data.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for word in SECRET_WORDS:
                assert word.encode() not in content, file
            for key in keys:
                assert bytes.fromhex(key) not in content, file
