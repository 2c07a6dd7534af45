"""`vangnet rules`: every rule of the protocol, the one place that holds it, and the tests that prove it.

A rule is proven only if all of this is there; anything less does not count:

- `held_by` in docs/rules.yaml, naming a row of a document or a name in a file that exists;
- a test that carries its id in `@pytest.mark.rule("AP-…")`;
- tests/rules/AP-….patch, which takes the row or predicate away and names the tests that then fail
  (`tests/rules/test_patches.py` shows that they do).
"""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

import vangnet
from schemas.base import Label, Strict
from vangnet.protocol.tree import Node, ProblemsError, place_of, plain, read_tree

RULES_FILE = Path("docs/rules.yaml")
PATCHES = Path("tests/rules")
PACKAGE = Path("functions/vangnet")
STEPS = re.compile(r"\.(?![^\[]*\])|[\[\]]")  # A place is 'offices.raadslid.receiver' or 'notices[AP-5.1.5].to'.
TESTS_LINE = "# tests:"  # The lines of a patch, before its diff, that name the tests that it turns red.
KINDS = ("norm", "role", "duty", "deadline", "secrecy", "guidance", "prevention", "insight")
NO_REPOSITORY = (
    "vangnet rules reads docs/rules.yaml and tests/, which an installed package does not have: "
    "run it in a checkout of the repository."
)


class Rule(Strict):
    """One rule of the protocol, and where it is held."""

    id: str
    kind: str
    title: Label
    held_by: str | None = None


@dataclass(frozen=True)
class Found:
    """What the repository has for a rule; `problems` say what does not add up."""

    rule: Rule
    tests: tuple[str, ...]
    patch: str | None
    problems: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Tell whether it is held, tested, and shown to fail without what holds it."""
        return bool(self.rule.held_by and self.tests and self.patch and not self.problems)


@dataclass
class Marks:
    """The tests by the rule that they carry, and every mistake with its file and line."""

    tests: dict[str, list[str]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


def find_repository(*places: Path) -> Path:
    """Return the root of the checkout around the first of these places that lies in one.

    Raises:
        ClickException: none does, as where the package is installed.
    """
    for place in places:
        for root in (place, *place.parents):
            if _is_repository(root):
                return root
    raise click.ClickException(NO_REPOSITORY)


def _is_repository(root: Path) -> bool:
    return (root / RULES_FILE).is_file() and (root / "tests").is_dir() and (root / PACKAGE).is_dir()


def read_rules(root: Path) -> dict[str, Rule]:
    """Return every rule by its id, in the order of the protocol.

    Raises:
        ProblemsError: the file is not YAML.
        ValueError: a rule stands twice, or a field is wrong.
    """
    tree = read_tree((root / RULES_FILE).read_text(encoding="utf-8"), str(RULES_FILE))
    rules: dict[str, Rule] = {}
    for number, row in enumerate(plain(tree)):
        rule = Rule.model_validate(row)
        if rule.id in rules or rule.kind not in KINDS:
            line = place_of(tree, (number,)).line
            raise ValueError(f"{RULES_FILE}:{line}: {rule.id} stands twice, or '{rule.kind}' is not a kind")
        rules[rule.id] = rule
    return rules


# Tests


def read_marks(root: Path, known: Mapping[str, Rule]) -> Marks:
    """Return which tests carry which rule, read from the files without running them."""
    marks = Marks()
    for path in sorted((root / "tests").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), name)
        for call in _marker_calls(tree):
            marks.errors += [f"{name}:{call.lineno}: {wrong}" for wrong in _wrong_ids(call, known)]
        if path.name.startswith("test_"):
            _collect(marks, tree, name, _ids_of(_pytestmark(tree.body)))
    return marks


def _marker_calls(node: ast.AST) -> Iterator[ast.Call]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "rule":
            marker = one.func.value
            if isinstance(marker, ast.Attribute) and marker.attr == "mark":
                yield one


def _wrong_ids(call: ast.Call, known: Mapping[str, Rule]) -> Iterator[str]:
    if not call.args:
        yield "the marker names no rule; write its id, such as rule('AP-5.1.2')"
    for one in call.args:
        if not (isinstance(one, ast.Constant) and isinstance(one.value, str)):
            yield "write the id of the rule as a text, so that it can be read without running the test"
        elif one.value not in known:
            yield f"'{one.value}' is not a rule of {RULES_FILE}"


def _ids_of(nodes: list[ast.expr]) -> tuple[str, ...]:
    args = (one for node in nodes for call in _marker_calls(node) for one in call.args)
    return tuple(one.value for one in args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _pytestmark(body: list[ast.stmt]) -> list[ast.expr]:
    assigned = (one for one in body if isinstance(one, ast.Assign))
    names = {id(one): [target.id for target in one.targets if isinstance(target, ast.Name)] for one in assigned}
    return [one.value for one in body if isinstance(one, ast.Assign) and "pytestmark" in names[id(one)]]


def _collect(marks: Marks, node: ast.Module | ast.ClassDef, name: str, above: tuple[str, ...]) -> None:
    for one in node.body:
        if isinstance(one, ast.ClassDef) and one.name.startswith("Test"):
            own = _ids_of([*one.decorator_list, *_pytestmark(one.body)])
            _collect(marks, one, f"{name}::{one.name}", (*above, *own))
        elif isinstance(one, ast.FunctionDef) and one.name.startswith("test"):
            for rule in dict.fromkeys((*above, *_ids_of(one.decorator_list))):
                marks.tests.setdefault(rule, []).append(f"{name}::{one.name}")


# Patches


def read_patches(root: Path, known: Mapping[str, Rule]) -> tuple[dict[str, Path], list[str]]:
    """Return the patch of each rule, and an error for each that is named after no rule."""
    found = {path.stem: path for path in sorted((root / PATCHES).glob("*.patch"))}
    strange = [path for name, path in found.items() if name not in known]
    errors = [f"{path.relative_to(root)}:1: '{path.stem}' is not a rule of {RULES_FILE}" for path in strange]
    return {name: path for name, path in found.items() if name in known}, errors


def named_tests(patch: Path) -> tuple[str, ...]:
    """Return the tests that a patch says it turns red."""
    lines = patch.read_text(encoding="utf-8").splitlines()
    return tuple(test for line in lines if line.startswith(TESTS_LINE) for test in line[len(TESTS_LINE) :].split())


# Places


def holding_file(held_by: str) -> Path:
    """Return the file, from the root of the repository, in which a rule is held."""
    path = Path(held_by.partition(": ")[0])
    return path if path.parts[:1] == ("schemas",) else PACKAGE / path


def place_is_there(root: Path, held_by: str) -> bool:
    """Tell whether the row of a document or the name in a Python file exists."""
    path, address = root / holding_file(held_by), [step for step in STEPS.split(held_by.partition(": ")[2]) if step]
    if not path.is_file() or not address:
        return False
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return _has_name(ast.parse(text), address)
    return _has_row(read_tree(text, path.name), address)


def _has_name(node: ast.Module | ast.ClassDef, address: list[str]) -> bool:
    for one in node.body:
        if address[0] in _names(one):
            return len(address) == 1 or (isinstance(one, ast.ClassDef) and _has_name(one, address[1:]))
    return False


def _names(node: ast.stmt) -> set[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef():
            return {node.name}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Assign():
            return {target.id for target in node.targets if isinstance(target, ast.Name)}
        case _:
            return set()


def _has_row(node: Node, address: list[str]) -> bool:
    if not address:
        return True
    if isinstance(node.value, Mapping):
        child = node.value.get(address[0])
        return child is not None and _has_row(child, address[1:])
    if isinstance(node.value, list):
        rows = [row for row in node.value if isinstance(row.value, Mapping)]
        named = (row for row in rows if any(str(part.value) == address[0] for part in row.value.values()))
        return any(_has_row(row, address[1:]) for row in named)
    return False


# All of it


def survey(root: Path) -> tuple[list[Found], list[str]]:
    """Return what the repository has for each rule, and the mistakes in markers and names of patches."""
    rules = read_rules(root)
    marks = read_marks(root, rules)
    patches, errors = read_patches(root, rules)
    found = [_found(root, rule, tuple(marks.tests.get(rule.id, ())), patches.get(rule.id)) for rule in rules.values()]
    return found, [*marks.errors, *errors]


def _found(root: Path, rule: Rule, tests: tuple[str, ...], patch: Path | None) -> Found:
    problems = []
    if rule.held_by and not place_is_there(root, rule.held_by):
        problems.append(f"'{rule.held_by}' does not exist")
    if patch:
        named = [test.partition("[")[0] for test in named_tests(patch)]
        problems += [f"the patch names {test}, which does not carry the rule" for test in named if test not in tests]
        problems += [] if named else [f"the patch names no test; begin it with '{TESTS_LINE} tests/…::test_…'"]
    return Found(rule, tests, patch.relative_to(root).as_posix() if patch else None, tuple(problems))


def _line(found: Found) -> str:
    rule = found.rule
    lines = [f"{rule.id}  [{'proven' if found.proven else 'not proven'}]  {rule.title.nl}"]
    lines.append(f"    held by {rule.held_by}" if rule.held_by else "    held by nothing yet")
    lines += [f"    {test}" for test in found.tests]
    lines += [f"    {found.patch}"] if found.patch else []
    return "\n".join([*lines, *(f"    PROBLEM: {one}" for one in found.problems)])


def as_json(found: list[Found]) -> str:
    """Return the rules and the counts as JSON."""
    rows = [
        one.rule.model_dump(include={"id", "kind", "held_by"})
        | {"title": one.rule.title.nl, "tests": one.tests, "patch": one.patch, "proven": one.proven}
        for one in found
    ]
    counts = {
        "rules": len(found),
        "held": sum(bool(one.rule.held_by) for one in found),
        "tested": sum(bool(one.tests) for one in found),
        "patched": sum(bool(one.patch) for one in found),
        "proven": sum(one.proven for one in found),
    }
    return json.dumps({"rules": rows, "counts": counts}, ensure_ascii=False, indent=2)


@click.command("rules")
@click.option("--json", "json_wanted", is_flag=True, help="As JSON, with the counts; the closing line goes to stderr.")
def rules_command(*, json_wanted: bool) -> None:
    """List the rules of the protocol with what holds and what proves them."""
    root = find_repository(Path.cwd(), Path(vangnet.__file__).resolve())
    try:
        found, errors = survey(root)
    except (ProblemsError, ValueError, SyntaxError) as why:
        raise click.ClickException(str(why)) from why
    click.echo(as_json(found) if json_wanted else "\n".join(map(_line, found)))
    for mistake in errors:
        click.echo(mistake, err=True)
    click.echo(f"{sum(one.proven for one in found)} of {len(found)} rules proven", err=json_wanted)
    raise SystemExit(1 if errors else 0)
