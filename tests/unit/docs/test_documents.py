"""What is written for people stays true: links lead somewhere, what is drawn is current, what is named exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A page that is named is there."""
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]

    assert missing == []


def test_what_is_drawn_from_the_code_is_current() -> None:
    """JSON Schemas, the OpenAPI document and the tables say what the code does."""
    drawn = subprocess.run(
        [sys.executable, "-m", "tools.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert drawn.returncode == 0, drawn.stdout


def test_every_make_target_that_is_named_exists() -> None:
    """`make run` and the like are in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"(?:`|^    )make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert named
    assert named <= targets


def test_every_dependency_earns_its_place() -> None:
    """Each one that pyproject.toml names has a row in docs/decisions/dependencies.md."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    names = re.findall(r'"([a-z0-9-]+)', listed)
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")

    assert [name for name in names if name not in page] == []


def test_every_decision_is_short() -> None:
    """One page each."""
    for page in ROOT.glob("docs/decisions/*.md"):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 90, page
