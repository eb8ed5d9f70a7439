"""Who uses a field: every reference to it and every name in an expression that stands for it, with its place.

What a use means is left to whoever asks; kinds of document are known here only as far as their
expressions look names up in different places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.dependencies.flow_scopes import flow_standpoint
from engine.dependencies.resolve import Standpoint, resolve
from engine.expressions.nodes import Name
from engine.expressions.parse import parse, walk
from engine.expressions.unary import names_of, read_test
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document, kind_of
from engine.metadata.model import LinkOptions
from engine.metadata.walk import CellUse, ExpressionUse, Reference, Use, walk_document

RECORD = "record"  # in a condition over candidates, the record they are chosen for


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name inside an expression; its step number `step` is the one that stands for the used field."""

    name: Name
    step: int


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A place in a document that uses a field; without a name it is a reference by id."""

    document: str
    path: Path
    name: NamePlace | None = None


def field_uses(definition: Definition, field: str) -> tuple[FieldUse, ...]:
    """Return every use of a field by its id, document after document."""
    return _index(definition).get(field, ())


@remember
def _index(definition: Definition) -> Mapping[str, tuple[FieldUse, ...]]:
    index: dict[str, list[FieldUse]] = {}
    for document in definition.documents():
        kind, raw = kind_of(document), dump_document(document)
        for use in walk_document(kind, raw):
            for field, found in _found(definition, document.id, kind, raw, use):
                index.setdefault(field, []).append(found)
    return {field: tuple(uses) for field, uses in index.items()}


def _found(
    definition: Definition, document: str, kind: str, raw: Mapping[str, Any], use: Use
) -> Iterator[tuple[str, FieldUse]]:
    if isinstance(use, Reference):
        yield use.id, FieldUse(document, use.path)
        return
    where = standpoint(definition, kind, raw, use)
    if where is None:
        return
    for name in _names(use):
        for field, place in _steps(definition, where, name):
            yield field, FieldUse(document, use.path, place)


def _names(use: ExpressionUse | CellUse) -> Iterator[Name]:
    """Yield the names of an expression or a cell, none where it cannot be read."""
    if isinstance(use, CellUse):
        test = read_test(use.text)
        yield from () if isinstance(test, Issue) else names_of(test)
        return
    tree = parse(use.text)
    for node, _ in () if isinstance(tree, Issue) else walk(tree):
        if isinstance(node, Name):
            yield node


def _steps(definition: Definition, where: Standpoint, name: Name) -> Iterator[tuple[str, NamePlace]]:
    steps = resolve(definition, where, name.path) or ()
    before = len(name.path) - len(steps)  # `parent` and `flow` are steps of the path, not fields
    for index, step in enumerate(steps):
        if step.field:
            yield step.field.id, NamePlace(name, before + index)


def standpoint(
    definition: Definition, kind: str, document: Mapping[str, Any], use: ExpressionUse | CellUse
) -> Standpoint | None:
    """Return where the names of an expression are looked up, or None where that entity does not exist."""
    if kind == "flow" and isinstance(use, ExpressionUse):
        return flow_standpoint(definition, document, use)
    if use.scope not in ("record", "linked", "candidate", "measure"):
        return None
    around = _around(document, use.path)
    if use.scope == "measure":
        return _figure(definition, around[-1])
    if use.scope == "candidate":
        return _candidate(definition, document, around[-1])
    if use.scope == "linked" or kind != "entity":
        owner = next((each["entity"] for each in reversed(around) if "entity" in each), None)
        entity = definition.entities.get(owner) if owner else None
        return Standpoint(entity) if entity else None
    lines = [each["id"] for each in around[1:] if each.get("type") == "lines"]
    inside = bool(lines) and use.path[2:4] == ("options", "fields")
    place = definition.field(lines[0]) if inside else None
    return Standpoint(definition.entities[document["id"]], place.field if place else None)


def _candidate(definition: Definition, form: Mapping[str, Any], item: Mapping[str, Any]) -> Standpoint | None:
    """Return where names of a condition over candidates are looked up: in them, and in the record entered."""
    place = definition.field(item["field"])
    options = place.field.options if place else None
    linked = definition.entities.get(options.entity) if isinstance(options, LinkOptions) else None
    return Standpoint(linked, names={RECORD: form["entity"]}) if linked else None


def _figure(definition: Definition, measure: Mapping[str, Any]) -> Standpoint | None:
    """Return where names of a figure's expressions are looked up: in its home, or in the lines it is over."""
    lines = definition.field(measure["lines"]) if "lines" in measure else None
    home = measure.get("home") or (lines.entity.id if lines else "")
    entity = definition.entities.get(home)
    return Standpoint(entity, lines.field if lines else None) if entity else None


def _around(document: Mapping[str, Any], path: Path) -> list[Mapping[str, Any]]:
    """Return the objects a place lies in, from the document inwards."""
    found: list[Mapping[str, Any]] = []
    thing: Any = document
    for step in path:
        if isinstance(thing, Mapping):
            found.append(thing)
        thing = thing[step]
    return found
