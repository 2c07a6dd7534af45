"""What the tests of the channels share: one authority for certificates, and a clock that is set."""

from datetime import UTC, datetime

import pytest

from tests.channels.certificates import Authority
from vangnet.rigs.simulation.world import SetClock


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Return who signs the certificates of the servers."""
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands still until a test sets it."""
    return SetClock(datetime(2026, 11, 30, 11, 0, tzinfo=UTC))
