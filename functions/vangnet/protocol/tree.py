"""YAML with the file and line of every value, and one document laid over another.

- Only true, false, null, numbers and text: a date, a time or `on` stays the text that was written.
- A key that stands twice is a mistake, never silently the last one.
- Laying over: mappings merge, key by key; anything else replaces; `null` takes away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
_QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = (
    ("tag:yaml.org,2002:null", ("~", "null", "Null", "NULL", "")),
    ("tag:yaml.org,2002:bool", ("true", "false", "True", "False")),
)


@dataclass(frozen=True)
class Place:
    """Where something was written."""

    file: str
    line: int


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to write instead; a warning does not stop a document from being used."""

    place: Place
    field: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """One line, as a compiler would print it."""
        word = "warning" if self.warning else "error"
        return f"{self.place.file}:{self.place.line}: {word}: {self.field}: {self.message}"


class ProblemsError(ValueError):
    """The document cannot be used; every problem that was found is in `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, and say them all."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Node:
    """A value of the document and its place: a mapping or list of nodes, or a scalar."""

    value: Any
    place: Place


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style:
        return text
    for tag, words in _PLAIN:
        if text in words:
            return None if tag.endswith("null") else text.lower() == "true"
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and (digits == "0" or not digits.startswith("0")):
        return int(text)
    return text


def _mapping(node: yaml.MappingNode, file: str) -> dict[str, Node]:
    children: dict[str, Node] = {}
    for key, child in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise ProblemsError((Problem(Place(file, line), "?", "a key must be a single word; write 'name: value'"),))
        if key.value in children:
            raise ProblemsError((Problem(Place(file, line), key.value, "stands twice; keep one of them"),))
        children[key.value] = _node(child, file, line)
    return children


def _node(node: yaml.Node, file: str, line: int | None = None) -> Node:
    place = Place(file, line or node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return Node(_mapping(node, file), place)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(child, file) for child in node.value], place)
    assert isinstance(node, yaml.ScalarNode)
    return Node(_scalar(node), place)


def read_tree(text: str, file: str) -> Node:
    """Read one YAML document.

    Raises:
        ProblemsError: it is not YAML, or a key stands twice; with the line.
    """
    try:
        root = _composed(text)
    except yaml.YAMLError as error:
        raise ProblemsError((_not_yaml(error, file),)) from error
    return _node(root, file) if root else Node({}, Place(file, 1))


def _composed(text: str) -> yaml.Node | None:
    """Return the nodes; by the quick reader where there is one, whose complaints the other says better."""
    try:
        return yaml.compose(text, Loader=_QUICK)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


def _not_yaml(error: yaml.YAMLError, file: str) -> Problem:
    """Return where it stops being YAML, and what to look at there."""
    mark, what = getattr(error, "problem_mark", None), str(getattr(error, "problem", None) or "cannot be read")
    advice = "look at the indentation, the colons and the quotes here"
    if "end of stream" in what and "quoted" in str(getattr(error, "context", "")):
        mark, what = getattr(error, "context_mark", mark), "a quote that is opened here is never closed"
        advice = "close it at the end of the text"
    elif "\\t" in what:
        what, advice = "a tab stands here", "indent with spaces"
    return Problem(Place(file, mark.line + 1 if mark else 1), "YAML", f"this is not YAML ({what}); {advice}")


def lay_over(base: Node, over: Node) -> Node:
    """Lay one tree over another."""
    if not (isinstance(base.value, Mapping) and isinstance(over.value, Mapping)):
        return over
    merged = dict(base.value)
    for key, child in over.value.items():
        if child.value is None:
            merged.pop(key, None)
        else:
            merged[key] = lay_over(merged[key], child) if key in merged else child
    return Node(merged, over.place)


def plain(node: Node) -> Any:
    """Return the values without their places."""
    if isinstance(node.value, Mapping):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def place_of(root: Node, path: Path) -> Place:
    """Return where the value at the path was written, or the nearest thing around it."""
    node = root
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node.place


def _child(node: Node, step: str | int) -> Node | None:
    found: object = None
    if isinstance(node.value, Mapping):
        found = node.value.get(str(step))
    elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        found = node.value[step]
    return found if isinstance(found, Node) else None


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node with its path, the outer ones first."""
    yield path, node
    if isinstance(node.value, Mapping):
        for key, child in node.value.items():
            yield from walk(child, (*path, key))
    elif isinstance(node.value, list):
        for number, child in enumerate(node.value):
            yield from walk(child, (*path, number))
