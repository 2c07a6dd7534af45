"""One browser and one running program for the tests of this folder that one worker plays."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.embedded.served import Served, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a started browser."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Yield a running program with a data directory of its own."""
    with serving(tmp_path_factory.mktemp("browser") / "data") as running:
        yield running
