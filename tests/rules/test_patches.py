"""Each patch takes away what holds a rule, and its tests turn red: tried on a copy, one patch at a time.

That the tests are green without the patch, the rest of the suite shows. A patch counts only if they fail by what they
assert; a copy that no longer imports, or tests that are not found, prove nothing.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vangnet.cli.rules import PATCHES, holding_file, named_tests, read_rules

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / PATCHES).glob("*.patch"))
CHANGES = re.compile(r"^\+\+\+ b/(.+)$", flags=re.MULTILINE)  # The line of a patch that names a file.
COPIED = ("functions", "schemas", "tests")
LINES_MAX = 15  # A row or a predicate; what needs more to be taken away is not held in one place.
SECONDS_MAX = 60  # A run takes one or two; more is a run that hangs.
HELD_IN = sorted(
    {Path(file) for rule in NAMES for file in CHANGES.findall((ROOT / PATCHES / f"{rule}.patch").read_text("utf-8"))}
)
FAILED = 1  # pytest's exit code where tests ran and failed; 2 to 5 are mistakes of another kind.


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the code and its tests, with nothing of where it came from, for all tests of one worker."""
    folder = tmp_path_factory.mktemp("copied") / "copy"
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.patch"))
    (folder / "docs").mkdir()
    for file in ("pyproject.toml", "docs/rules.yaml"):
        shutil.copy2(ROOT / file, folder / file)
    return folder


@pytest.fixture
def copy(copied: Path) -> Iterator[Path]:
    """Yield that copy as it was made; what a patch changed is put back afterwards."""
    yield copied
    for path in HELD_IN:
        if not filecmp.cmp(ROOT / path, copied / path, shallow=False):
            shutil.copy2(ROOT / path, copied / path)
            for compiled in (copied / path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
                compiled.unlink()  # What was compiled of the patched file must not pass for another's.


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the copy, with the copy's packages before any that are installed."""
    path = os.pathsep.join(str(folder / part) for part in ("functions", "."))
    # Outside every repository, so that git takes the patch for the copy and not for a checkout around it.
    env = os.environ | {"PYTHONPATH": path, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    for name in [name for name in env if name.startswith(("PYTEST_", "COV_", "COVERAGE_"))]:
        del env[name]
    env["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # No order by chance, no workers, a quicker start.
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=SECONDS_MAX, check=False
    )


def run_tests(folder: Path, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run tests of the copy until one fails, in the order in which they stand."""
    return run(folder, sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-x", "-q", *tests)


def changed(patch: str) -> list[str]:
    """Return the lines that a patch adds or takes away."""
    return [line for line in patch.splitlines() if re.match(r"[+-](?![+-]{2} )", line)]


@pytest.mark.parametrize("rule", NAMES)
def test_without_what_holds_it_a_rule_is_broken(rule: str, copy: Path) -> None:
    """With the patch on it, the copy fails the tests that the patch names."""
    patch = ROOT / PATCHES / f"{rule}.patch"
    applied = run(copy, "git", "apply", "--verbose", str(patch))
    assert applied.returncode == 0, f"{patch.name} does not apply; make it anew: {applied.stderr}"

    ran = run_tests(copy, named_tests(patch))

    assert ran.returncode == FAILED, ran.stdout + ran.stderr
    assert re.search(r"^1 failed", ran.stdout.splitlines()[-1]), ran.stdout
    assert not re.search(r"SyntaxError|ImportError|ModuleNotFoundError|NameError", ran.stdout), ran.stdout


@pytest.mark.parametrize("rule", NAMES)
def test_a_patch_takes_away_what_it_says(rule: str) -> None:
    """A patch changes the one file that holds its rule, by a handful of lines, and names its tests."""
    text = (ROOT / PATCHES / f"{rule}.patch").read_text(encoding="utf-8")
    held_by = read_rules(ROOT)[rule].held_by
    files = CHANGES.findall(text)

    assert held_by
    assert files == [holding_file(held_by).as_posix()]
    assert len(changed(text)) <= LINES_MAX
    assert named_tests(ROOT / PATCHES / f"{rule}.patch")


def test_the_copy_is_what_runs(copy: Path) -> None:
    """In the copy, both packages are the copy's own and not the installed ones."""
    ran = run(copy, sys.executable, "-c", "import schemas, vangnet; print(schemas.__file__); print(vangnet.__file__)")

    assert [Path(line).is_relative_to(copy) for line in ran.stdout.splitlines()] == [True, True]


def test_without_a_patch_the_copy_is_green(copy: Path) -> None:
    """Without any patch the named tests pass in a copy, so that it is the patch that turns them red."""
    named = [test for rule in NAMES for test in named_tests(ROOT / PATCHES / f"{rule}.patch")]

    ran = run_tests(copy, tuple(dict.fromkeys(named)))

    assert ran.returncode == 0, ran.stdout
