"""What holds for every test: a rule that a test says it proves is a rule of the protocol; the package is made once."""

from pathlib import Path

import pytest

from vangnet.cli.rules import RULES_FILE, read_rules


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Stop where a marker names a rule that docs/rules.yaml does not have."""
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


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with what `make package` makes."""
    from tools.package import package  # Here, as the copies that rules are broken in have no tools.

    folder = tmp_path_factory.mktemp("package")
    package(folder)
    return folder
