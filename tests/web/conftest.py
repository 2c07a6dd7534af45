"""A fresh site for each test."""

import pytest

from tests.web.site import Site


@pytest.fixture
def site() -> Site:
    """Return the example municipality on a Monday at noon."""
    return Site()
