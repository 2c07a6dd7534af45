"""The packaged template is what CloudFormation takes, by AWS's own schemas."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("stack")


def linted(file: Path) -> tuple[int, str]:
    """Return how cfn-lint ended, and what it says of a template."""
    command = [str(Path(sys.executable).parent / "cfn-lint"), "--format", "parseable", "--template", str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_the_template_is_clean(packaged: Path) -> None:
    """Nothing in the packaged template is an error, or worth a warning."""
    assert linted(packaged / "template.json") == (0, "")


def test_a_misspelt_property_is_seen(template: dict[str, Any], tmp_path: Path) -> None:
    """A letter too few in the name of a property is found."""
    table = template["Resources"]["Table"]["Properties"]
    table["DeletionProtectionEnable"] = table.pop("DeletionProtectionEnabled")
    file = tmp_path / "template.json"
    file.write_text(json.dumps(template))

    ended, said = linted(file)
    assert ended != 0
    assert "DeletionProtectionEnable" in said
