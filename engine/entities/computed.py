"""Computed fields: which are stored at every write and which are live, their order, and their circles.

A formula over the record itself and its own lines, without moment or user, is stored. Lookups, rollups and
all other formulas are live: computed when read, so that they are never stale.
"""

from collections.abc import Iterator

from engine.dependencies.names import names_in
from engine.dependencies.resolve import PARENT, Standpoint, Step, resolve
from engine.entities.formula_text import formula_text
from engine.entities.sources import is_computed, sources
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import Call
from engine.expressions.parse import parse, walk
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace, places
from engine.metadata.model import Entity, FormulaOptions, LinkOptions


def is_stored(definition: Definition, place: FieldPlace) -> bool:
    """Tell whether a field is kept: entered, generated, or computed at every write."""
    return not is_computed(place) or place.field.id in stored_formulas(definition)


def is_live(definition: Definition, place: FieldPlace) -> bool:
    """Tell whether a field is computed when read."""
    return not is_stored(definition, place)


@remember
def stored_formulas(definition: Definition) -> frozenset[str]:
    """Return the ids of the formulas computed at every write."""
    every = [place for entity in definition.entities.values() for place in places(entity)]
    stored = {place.field.id for place in every if _may_be_stored(definition, place)}
    while True:
        rest = {id for id in stored if _computed_sources(definition, id) <= stored}
        if rest == stored:
            return frozenset(rest)
        stored = rest


def order(definition: Definition, entity: Entity) -> tuple[FieldPlace, ...]:
    """Return the stored formulas of an entity and its lines, each after those it reads."""
    stored = stored_formulas(definition)
    waiting = {place.field.id: place for place in places(entity) if place.field.id in stored}
    ordered: list[FieldPlace] = []
    while waiting:
        ready = [id for id in waiting if waiting.keys().isdisjoint(sources(definition, id) - {id})]
        ordered += [waiting.pop(id) for id in ready or tuple(waiting)]
    return tuple(ordered)


@remember
def circles(definition: Definition) -> tuple[tuple[str, ...], ...]:
    """Return the circles among computed fields, each once, as field ids in the order they read each other."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for entity in definition.entities.values():
        for place in places(entity):
            circle = _circle_from(definition, place.field.id)
            if circle:
                found.setdefault(frozenset(circle), circle)
    return tuple(found.values())


def linked_paths(definition: Definition, entity: Entity) -> frozenset[tuple[str, ...]]:
    """Return the paths over links that the formulas of an entity read, such as `customer.level`.

    A browser that computes them while somebody types needs these values beside the record; those inside
    detail lines begin with the name of the lines.
    """
    return frozenset(
        _from_record(place, path)
        for place in places(entity)
        if isinstance(place.field.options, FormulaOptions)
        for path in names_in(formula_text(definition, place.field.options))
        if _follows_link(resolve(definition, Standpoint(entity, place.lines), path) or ())
    )


def _from_record(place: FieldPlace, path: tuple[str, ...]) -> tuple[str, ...]:
    if place.lines is None:
        return path
    return path[1:] if path[0] == PARENT else (place.lines.name, *path)


def _may_be_stored(definition: Definition, place: FieldPlace) -> bool:
    """Tell whether a formula reads only the record and its lines, and nothing that changes by itself."""
    if not isinstance(place.field.options, FormulaOptions):
        return False
    text = formula_text(definition, place.field.options)
    tree = parse(text)
    if isinstance(tree, Issue):
        return False
    called = (FUNCTIONS.get(node.function) for node, _ in walk(tree) if isinstance(node, Call))
    if any(function is None or function.volatile for function in called):
        return False
    where = Standpoint(place.entity, place.lines)
    return all(_stays_inside(resolve(definition, where, path)) for path in names_in(text))


def _stays_inside(steps: tuple[Step, ...] | None) -> bool:
    return steps is not None and all(step.field for step in steps) and not _follows_link(steps)


def _follows_link(steps: tuple[Step, ...]) -> bool:
    return any(step.field and isinstance(step.field.options, LinkOptions) for step in steps[:-1])


def _computed_sources(definition: Definition, id: str) -> set[str]:
    found = ((each, definition.field(each)) for each in sources(definition, id))
    return {each for each, place in found if place and is_computed(place)}


def _circle_from(definition: Definition, start: str) -> tuple[str, ...]:
    """Return the way from a computed field back to itself, or nothing."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        for next_one in sorted(_computed_sources(definition, way[-1])):
            if next_one == start:
                return way
            if next_one not in seen:
                seen.add(next_one)
                waiting.append((*way, next_one))
    return ()


def describe(definition: Definition, ids: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of fields as people know them: `order.total`."""
    for id in ids:
        place = definition.field(id)
        if place:
            inside = f".{place.lines.name}" if place.lines else ""
            yield f"{place.entity.name}{inside}.{place.field.name}"
