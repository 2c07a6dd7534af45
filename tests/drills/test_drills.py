"""Every written exercise holds, in the simulation and on the embedded rig, and both give the same."""

from pathlib import Path

import pytest

from tests.drills.playing import ROOT, on_both
from vangnet.cli.drill import read_script
from vangnet.rigs.command import RIGS

OWN = sorted(Path(__file__).parent.rglob("*.yaml"))  # Those of other municipalities in folders of their own.
# Exercises that are kept beside the repository, where they are there.
SHARED = [
    file
    for name in ("threat-on-saturday", "emotion-stays-with-you", "ban-needs-the-burgemeester")
    if (file := ROOT.parent / "shared" / "drills" / f"{name}.yaml").is_file()
]


@pytest.mark.parametrize("file", [*OWN, *SHARED], ids=lambda file: str(file.stem))
def test_a_drill_holds_on_both_stages(file: Path, tmp_path: Path) -> None:
    """All that the drill expects is so, and both stages give the same messages, refusals and states."""
    simulated, embedded = on_both(file, tmp_path / "data")

    assert simulated.failures == []
    assert embedded == simulated


def test_there_are_exercises_enough() -> None:
    """At least ten exercises of our own, each with a name of its own."""
    names = [read_script(file, RIGS).drill.name for file in OWN]

    assert len(names) >= 10
    assert len(set(names)) == len(names)
