"""What holds for every test: rules that a test says it proves are there, tests take turns, the package is made once."""

from pathlib import Path

import pytest

from vangnet.cli.rules import RULES_FILE, read_rules

TURN = 3  # Of a test that says nothing.


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Stop where a marker names a rule that docs/rules.yaml does not have, and put the tests in their turns."""
    known = read_rules(Path(config.rootpath))
    wrong = [
        f"{item.nodeid} is marked with '{rule}', which is not a rule of {RULES_FILE}"
        for item in items
        for marker in item.iter_markers("rule")
        for rule in marker.args or ("nothing",)
        if rule not in known
    ]
    if wrong:
        raise pytest.UsageError("\n".join(wrong))
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """Return when a test comes: late where it asks for what the stack does by itself, which takes its minute anyhow."""
    marker = item.get_closest_marker("turn")
    return int(marker.args[0]) if marker else TURN


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with what `make package` makes."""
    from tools.package import package  # Here, as the copies that rules are broken in have no tools.

    folder = tmp_path_factory.mktemp("package")
    package(folder)
    return folder
