"""From texts to a protocol that can be asked: read, lay over what it extends, validate, check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from schemas.municipality import Municipality
from schemas.protocol import ProtocolDocument
from vangnet.protocol.questions import Protocol
from vangnet.protocol.tree import Node, Path, Place, Problem, ProblemsError, lay_over, place_of, plain, read_tree

EXTENDS_DEPTH_MAX = 8  # More layers than a person can follow.
ReadText = Callable[[str], str | None]


@dataclass(frozen=True)
class Loaded:
    """A document that can be used, with what it warns of, and the texts it was made of, by name.

    `others` are the documents of offices with one of their own, `later` those that follow it on their day.
    """

    protocol: Protocol
    warnings: tuple[Problem, ...]
    name: str
    texts: Mapping[str, str]
    others: Mapping[str, Loaded] = field(default_factory=dict)
    later: tuple[Loaded, ...] = ()

    @property
    def everything(self) -> tuple[Loaded, ...]:
        """Return this document and all that hold beside or after it."""
        return (self, *(more for one in (*self.others.values(), *self.later) for more in one.everything))

    @property
    def all_texts(self) -> Mapping[str, str]:
        """Return the texts of all of them, by name."""
        return {name: text for one in self.everything for name, text in one.texts.items()}


def _layers(name: str, read: ReadText) -> list[Node]:
    seen: list[str] = []
    layers: list[Node] = []
    place = Place(name, 1)
    while name:
        if name in seen:
            chain = " -> ".join([*seen, name])
            raise ProblemsError((Problem(place, "extends", f"goes round in a circle ({chain}); take one of them out"),))
        text = read(name)
        if text is None or len(seen) >= EXTENDS_DEPTH_MAX:
            message = f"'{name}' cannot be found; name a shipped document, such as landelijk, or a file beside this one"
            raise ProblemsError((Problem(place, "extends", message),))
        seen.append(name)
        root = read_tree(text, name)
        if not isinstance(root.value, dict):
            raise ProblemsError((Problem(root.place, "?", "a document is a list of 'name: value' lines"),))
        layers.append(Node({key: child for key, child in root.value.items() if key != "extends"}, root.place))
        parent = root.value.get("extends")
        name, place = (str(parent.value), parent.place) if parent else ("", place)
    return layers


OF_THE_YEAR = frozenset({"each_year", "new_term"})  # Triggers of the calendar, of which there is one.
SHAPES = {
    "missing": "is missing; add it",
    "dict_type": "must hold 'name: value' lines; write them below it, or between { and }",
    "model_type": "must hold 'name: value' lines; write them below it, or between { and }",
    "tuple_type": "must be a list; write [one, two], or a line with '- ' for each",
    "string_type": "must be a text; put it between quotes",
    "bool_parsing": "must be true or false; write one of them",
    "bool_type": "must be true or false; write one of them",
    "int_parsing": "must be a whole number; write digits only",
    "int_type": "must be a whole number; write digits only",
    "date_from_datetime_parsing": "is no day; write year, month and day, such as 2026-01-31",
    "date_type": "is no day; write year, month and day, such as 2026-01-31",
    "datetime_from_date_parsing": "is no moment; write it such as 2026-01-31T09:00:00+01:00",
    "datetime_parsing": "is no moment; write it such as 2026-01-31T09:00:00+01:00",
    "timezone_aware": "has no time zone; write it such as 2026-01-31T09:00:00+01:00",
}


def words_of(error: Mapping[str, Any], fields: Collection[str] = ()) -> str:
    """Return what is wrong with a field and what to write instead; `fields` are those that there are."""
    kind = error["type"]
    if kind == "extra_forbidden":
        from vangnet.protocol.checking import nearest

        known = f"; {nearest(str(error['loc'][-1]), fields)}" if fields else ""
        return f"is not a field here{known}; the fields stand in docs/protocol.md"
    if kind == "literal_error":
        return f"'{error['input']}' cannot stand here; write {error['ctx']['expected']}"
    return SHAPES.get(kind) or str(error["msg"]).removeprefix("Value error, ")


def fields_at(model: Any, path: Path) -> frozenset[str]:
    """Return the names of the fields that can stand at a path of a model; none where that is not one thing."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        names = {info.alias or name: info.annotation for name, info in model.model_fields.items()}
        if not path:
            return frozenset(names)
        return fields_at(names.get(str(path[0])), path[1:])
    origin, inner = get_origin(model), get_args(model)
    if origin is Annotated:
        return fields_at(inner[0], path)
    if origin in (Union, UnionType):
        return next((found for one in inner if (found := fields_at(one, path))), frozenset())
    if origin in (dict, tuple) and path:
        return fields_at(inner[-1] if origin is dict else inner[0], path[1:])
    return frozenset()


def validated(model: type[BaseModel], data: Any, root: Node, prefix: Path = ()) -> tuple[Any, list[Problem]]:
    """Return the model, or every field that is wrong with its line."""
    try:
        return model.model_validate(data), []
    except ValidationError as errors:
        problems = []
        for error in errors.errors():
            path: Path = (*prefix, *(step for step in error["loc"]))
            problems.append(
                Problem(place_of(root, path), dotted(path), words_of(error, fields_at(model, error["loc"][:-1])))
            )
        return None, problems


def dotted(path: Path) -> str:
    """Return a path as people read it."""
    return ".".join(str(step) for step in path) or "document"


def load(name: str, read: ReadText, *, today: date, kept: bool = False, alone: bool = False) -> Loaded:
    """Load the document of that name and all that it extends; `today` is for contacts that were verified long ago.

    With `kept` it was in force before: it was checked then, and what is checked today must not close its cases. With
    `alone` the documents beside and after it are left out.

    Raises:
        ProblemsError: with every problem, its file, line and field, and what to write instead.
    """
    found = _loaded(name, read, today, kept=kept)
    if alone or found.protocol.municipality_or_none is None:
        return found
    municipality = found.protocol.municipality
    others = {
        office: _with_later(_loaded(file, read, today, kept=kept, shared=municipality), read, today, kept=kept)
        for office, file in municipality.protocols.items()
    }
    later = tuple(_later(found, read, today, kept=kept))
    problems = [*_misplaced(found, others, later)]
    if problems and not kept:
        raise ProblemsError(tuple(problems))
    return replace(found, others=others, later=later)


def _with_later(one: Loaded, read: ReadText, today: date, *, kept: bool) -> Loaded:
    return replace(one, later=tuple(_later(one, read, today, kept=kept)))


def _later(found: Loaded, read: ReadText, today: date, *, kept: bool) -> Iterator[Loaded]:
    """Yield the documents that follow, each on its day; one that extends the document before it ends the row."""
    seen, name = {found.name}, found.protocol.document.followed_by
    while name and name not in seen:
        seen.add(name)
        following = _loaded(name, read, today, kept=kept, shared=found.protocol.municipality)
        yield following
        name = following.protocol.document.followed_by


def _misplaced(found: Loaded, others: Mapping[str, Loaded], later: Sequence[Loaded]) -> Iterator[Problem]:
    """Yield what cannot be beside or after a document: another office's, or one of an earlier day."""
    top, document = Place(found.name, 1), found.protocol.document
    for office, one in others.items():
        for where in (document, one.protocol.document):
            if office not in where.offices:
                message = f"the document '{where.protocol}' knows no office '{office}'; name one of its offices"
                yield Problem(top, f"municipality.protocols.{office}", message)
    yield from _of_everybody(top, document, [one.protocol.document for one in others.values()])
    yield from _out_of_order(top, document.valid_from, later)
    for one in others.values():
        yield from _out_of_order(Place(one.name, 1), one.protocol.document.valid_from, one.later)


def _of_everybody(top: Place, common: ProtocolDocument, others: Sequence[ProtocolDocument]) -> Iterator[Problem]:
    """Yield what an office's own document has that happens once for the whole municipality: the common one says it."""
    for other in others:
        for name, duty in other.duties.items():
            if duty.opens in OF_THE_YEAR and name not in common.duties:
                message = f"'{name}' of '{other.protocol}' comes once for everybody; write it in this document"
                yield Problem(top, f"duties.{name}", message)
        months = other.trial_alarm.months if other.trial_alarm else None
        if months and (common.trial_alarm is None or common.trial_alarm.months is None):
            message = f"the trial alarm of '{other.protocol}' is one for everybody; write 'months' in this document"
            yield Problem(top, "trial_alarm.months", message)


def _out_of_order(top: Place, since: date, later: Sequence[Loaded]) -> Iterator[Problem]:
    for one in later:
        if one.protocol.document.valid_from <= since:
            message = f"'{one.name}' holds from {one.protocol.document.valid_from}; write a day after {since} in it"
            yield Problem(top, "followed_by", message)
        since = one.protocol.document.valid_from


def _loaded(name: str, read: ReadText, today: date, *, kept: bool, shared: Municipality | None = None) -> Loaded:
    """Load one document; one that is beside or after another shares the municipality of that one."""
    layers = _layers(name, read)
    root = layers[-1]
    for layer in reversed(layers[:-1]):
        root = lay_over(root, layer)
    rest = Node({key: child for key, child in root.value.items() if key != "municipality"}, root.place)
    document, problems = validated(ProtocolDocument, plain(rest), rest)
    municipality = None
    if "municipality" in root.value:
        inner = plain(root.value["municipality"])
        municipality, more = validated(Municipality, inner, root, ("municipality",))
        problems += more
    if shared is not None and document is not None:
        municipality = _seen_by(document, shared)
    if document is not None and not kept:
        # Here, as what is in force was checked before, and a function that starts need not load the checks.
        from vangnet.protocol.check import check

        problems += check(document, municipality, root, today)
    if any(not problem.warning for problem in problems):
        raise ProblemsError(tuple(problems))
    texts = {layer.place.file: read(layer.place.file) or "" for layer in layers}
    digest = hashlib.sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()
    return Loaded(Protocol(document, shared or municipality, digest), tuple(problems), name, texts)


def _seen_by(document: ProtocolDocument, shared: Municipality) -> Municipality:
    """Return a municipality with the roles and offices that a document knows: the rest is another document's."""
    holders = {role: row for role, row in shared.holders.items() if role in document.roles}
    people = {
        who: row if row.office in document.offices else row.model_copy(update={"office": None})
        for who, row in shared.people.items()
    }
    return shared.model_copy(update={"holders": holders, "people": people})
