"""What holds for every test of the embedded rig: its clock thread looks at the time more often than each second."""

import pytest

from tests.embedded.clocked import LOOK_SECONDS
from vangnet.rigs.embedded import clock


@pytest.fixture(autouse=True)
def _quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the pause between two looks, in this process; the real program keeps its own."""
    monkeypatch.setattr(clock, "LOOK_SECONDS", LOOK_SECONDS)
