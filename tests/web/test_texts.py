"""Every sentence that the code can come to need is there, in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vangnet.case
from vangnet.web.language import texts

CASE = Path(vangnet.case.__file__).parent


def refusal_keys() -> Iterator[str]:
    """Yield the key of every refusal in the core."""
    for file in CASE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                yield from (part.value for arg in node.args[1:] for part in ast.walk(arg) if _is_text(part))  # type: ignore[attr-defined]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_has_a_sentence(language: str) -> None:
    """Whoever is refused reads why, in his own language."""
    keys = set(refusal_keys())

    assert len(keys) > 10
    assert {key for key in keys if f"errors.refused.{key}" not in texts(language)} == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_is_empty(language: str) -> None:
    """An empty sentence would be a hole in a page."""
    assert [key for key, text in texts(language).items() if not text.strip()] == []
