"""What the tests of the package are given: the packaged template, to be read and to be broken."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def whole(packaged: Path) -> dict[str, Any]:
    """Give the packaged template; nobody changes it."""
    found: dict[str, Any] = json.loads((packaged / "template.json").read_text())
    return found


@pytest.fixture
def template(whole: dict[str, Any]) -> dict[str, Any]:
    """Give a copy of the packaged template that may be broken."""
    return copy.deepcopy(whole)
