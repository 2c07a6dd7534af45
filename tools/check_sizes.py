"""Holds functions to 40 lines and files to 300, so that each can be read in one look."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FUNCTION_LINES_MAX = 40  # one screen; the docstring is not counted, so that nobody saves on it
FILE_LINES_MAX = 300  # one subject; what is longer holds two
FOLDERS = ("functions", "schemas", "tools", "infra", "tests")
NOT_OURS = frozenset({"vendor", "build", "node_modules"})  # staged or fetched code, never committed

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Violation:
    """One place that is too long, and what to do about it."""

    path: Path
    line: int
    advice: str

    def __str__(self) -> str:
        """Return the violation as file:line: advice."""
        return f"{self.path}:{self.line}: {self.advice}"


def function_lines(function: Function) -> int:
    """Count the lines of a function from `def` to its end, without its docstring."""
    last = function.end_lineno or function.lineno
    lines = last - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def violations_in(path: Path, source: str) -> Iterator[Violation]:
    """Yield the file if it is too long, then each function that is."""
    lines = len(source.splitlines())
    if lines > FILE_LINES_MAX:
        advice = f"{lines} lines, {FILE_LINES_MAX} allowed: move one of its subjects to a file of its own"
        yield Violation(path, 1, advice)
    for node in ast.walk(ast.parse(source, filename=str(path))):
        if isinstance(node, Function) and (count := function_lines(node)) > FUNCTION_LINES_MAX:
            advice = f"{node.name} has {count} lines, {FUNCTION_LINES_MAX} allowed: make a function of one of its steps"
            yield Violation(path, node.lineno, advice)


def python_files(root: Path) -> Iterator[Path]:
    """Yield every Python file of the project's folders, in order, hidden and staged folders left out."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            inner = path.relative_to(root).parts
            if not any(part in NOT_OURS or part.startswith(".") for part in inner):
                yield path


def main(root: Path) -> int:
    """Print every violation below the root and return 1 if there was one."""
    paths = list(python_files(root))
    found = [v for path in paths for v in violations_in(path.relative_to(root), path.read_text(encoding="utf-8"))]
    for violation in found:
        print(violation)
    print(f"sizes: {len(paths)} files, {len(found)} too long")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent))
