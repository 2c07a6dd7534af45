"""Reading what a provider sent by paths such as `messages.0.id`: what is not there is None, whatever its shape."""

from collections.abc import Mapping
from typing import Any


def at_path(tree: Any, path: str) -> Any:
    """Return what stands at the path, or None; a step finds a key whatever its capitals, or a place in a list."""
    for step in path.split("."):
        if isinstance(tree, Mapping):
            tree = _value(tree, step)
        elif isinstance(tree, list) and step.isdecimal() and len(step) <= 4 and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return None
    return tree


def text_of(value: Any) -> str:
    """Return a number or word as text; what is neither has none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    # A number of thousands of digits cannot be written, and is no word of a provider either.
    return "" if isinstance(value, int) and value.bit_length() > 128 else str(value).strip()


def _value(tree: Mapping[Any, Any], step: str) -> Any:
    if step in tree:
        return tree[step]
    wanted = step.casefold()
    return next((value for key, value in tree.items() if str(key).casefold() == wanted), None)
