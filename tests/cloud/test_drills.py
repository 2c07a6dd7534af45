"""Every written exercise holds on the AWS rig too, with its time compressed, and ends as it does in the simulation."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cloud.stage import of
from tests.drills.playing import played
from tests.drills.test_drills import OWN, SHARED
from vangnet.rigs.aws import dynamo_store, table
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.simulation.stage import SimulationStage

FEW = table.SHARDS[:2]  # Each look at what is due asks every shard; that sixteen are merged, tests/contract shows.


@pytest.fixture(autouse=True)
def _few_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spread the streams of a drill over two shards, as it looks at what is due thousands of times."""
    for module in (table, dynamo_store):
        monkeypatch.setattr(module, "SHARDS", FEW)


@pytest.mark.parametrize("file", [*OWN, *SHARED], ids=lambda file: str(file.stem))
def test_a_drill_holds_on_the_aws_rig(file: Path, exercise: Callable[[], Settings]) -> None:
    """All that the drill expects is so, and the messages, refusals and states are those of the simulation."""
    on_aws = played(file, of(exercise))

    assert on_aws.failures == []
    assert on_aws == played(file, SimulationStage)
