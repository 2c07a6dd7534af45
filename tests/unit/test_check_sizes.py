"""The size check finds what is too long, and says where and what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import check_sizes


def a_function(lines: int, docstring_lines: int = 0) -> str:
    """Return the source of a function with that many lines besides its docstring."""
    docstring = ['    """Say', *["    more"] * (docstring_lines - 2), '    """'] if docstring_lines else []
    return "\n".join(["def long_one():", *docstring, *["    pass"] * (lines - 1), ""])


def planted(root: Path, name: str, source: str) -> Path:
    """Write a file into a project's tree and return the tree."""
    path = root / name
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    return root


def test_forty_lines_are_allowed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A function of forty lines passes, however long its docstring is."""
    root = planted(tmp_path, "functions/vangnet/a.py", a_function(40, docstring_lines=30))

    assert check_sizes.main(root) == 0
    assert capsys.readouterr().out == "sizes: 1 files, 0 too long\n"


@pytest.mark.parametrize("folder", check_sizes.FOLDERS)
def test_a_function_of_41_lines_is_named(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line more fails in each folder, with file, line, name and count."""
    root = planted(tmp_path, f"{folder}/a.py", "\n\n" + a_function(41))

    assert check_sizes.main(root) == 1
    assert f"{folder}/a.py:3: long_one has 41 lines, 40 allowed: make a function" in capsys.readouterr().out


def test_an_async_method_counts_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A method inside a class is found, async or not."""
    method = "\n".join("    " + line for line in a_function(41).splitlines()).replace("def", "async def")
    root = planted(tmp_path, "schemas/a.py", f"class A:\n{method}\n")

    assert check_sizes.main(root) == 1
    assert "schemas/a.py:2: long_one has 41 lines" in capsys.readouterr().out


@pytest.mark.parametrize(("lines", "code"), [(300, 0), (301, 1)])
def test_a_file_has_at_most_300_lines(lines: int, code: int, tmp_path: Path) -> None:
    """The three hundredth line passes, the next one fails."""
    root = planted(tmp_path, "tests/a.py", "x = 1\n" * lines)

    assert check_sizes.main(root) == code


def test_staged_code_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What packaging copies into vendor/ is not ours to shorten."""
    root = planted(tmp_path, "functions/vendor/a.py", a_function(90))

    assert check_sizes.main(root) == 0
    assert "0 files" in capsys.readouterr().out


def test_the_command_fails_on_a_violation(tmp_path: Path) -> None:
    """Run as a program from its place in a project, it exits with 1."""
    script = Path(check_sizes.__file__).read_text(encoding="utf-8")
    root = planted(tmp_path, "tools/check_sizes.py", script + "\n" * 300)

    run = subprocess.run([sys.executable, root / "tools/check_sizes.py"], capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stdout.startswith("tools/check_sizes.py:1: ")
