"""Where a choice of an option list is named: by clicked-together conditions, and by texts in expressions.

A text means a choice only where it is compared with a field that chooses from the list, or is what such a
field gets; the same text elsewhere is some other text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.dependencies.compared_texts import Wanted, texts_beside, texts_for_subject, texts_given
from engine.dependencies.resolve import Standpoint, resolve
from engine.dependencies.uses import standpoint
from engine.expressions.nodes import Literal, Name, Node, Span
from engine.expressions.parse import parse
from engine.expressions.unary import SUBJECT, read_test, trees_of
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition, places
from engine.metadata.dump import dump_document, kind_of
from engine.metadata.model import ChoiceOptions, LookupOptions, MultiChoiceOptions
from engine.metadata.walk import CellUse, ExpressionUse, walk_document

# Keys under which a field, or the item that shows it, says which values it gets or offers.
_GIVEN = ("default", "choices")


@dataclass(frozen=True, slots=True)
class ChoiceUse:
    """A place that names a choice: the value of a condition, or a text with its span in an expression."""

    document: str
    path: Path
    span: Span | None = None


def choice_uses(definition: Definition, list: str, value: str) -> tuple[ChoiceUse, ...]:
    """Return every place that names a choice, document after document."""
    fields = _choosing(definition, list)
    return tuple(
        use
        for document in definition.documents()
        for raw in [dump_document(document)]
        for use in (
            *_in_conditions(document.id, raw, fields, value),
            *_in_expressions(definition, document.id, kind_of(document), raw, fields, value),
        )
    )


def _choosing(definition: Definition, list: str) -> frozenset[str]:
    """Return the fields that choose from a list, and look-ups that show one of these."""
    options = {
        place.field.id: place.field.options for each in definition.entities.values() for place in places(each)
    }
    found = {id for id, each in options.items() if _chooses(each, list)}
    while (
        more := {
            id for id, each in options.items() if isinstance(each, LookupOptions) and each.field in found
        }
        - found
    ):
        found |= more
    return frozenset(found)


def _chooses(options: object, list: str) -> bool:
    return isinstance(options, ChoiceOptions | MultiChoiceOptions) and options.list == list


def _in_conditions(document: str, raw: Any, fields: frozenset[str], value: str) -> Iterator[ChoiceUse]:
    for path, thing in _objects(raw, ()):
        if "measures" in thing:  # a question, whose conditions may name a field by one of its dimensions
            dimensions = {each["id"]: each["field"] for each in thing.get("dimensions", ())}
            for at, part in enumerate(thing.get("filters", ())):
                if dimensions.get(part.get("dimension")) in fields and _holds(part, value):
                    yield ChoiceUse(document, (*path, "filters", at, "value"))
        named = (thing.get("field"), *thing.get("fields", ()))
        if any(isinstance(each, str) and each in fields for each in named) and _holds(thing, value):
            yield ChoiceUse(document, (*path, "value"))


def _objects(thing: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield every object in a document with its place, those around others first."""
    if isinstance(thing, Mapping):
        yield path, thing
    parts: Any = thing.items() if isinstance(thing, Mapping) else enumerate(thing)
    for key, part in parts:
        if isinstance(part, Mapping | list | tuple):
            yield from _objects(part, (*path, key))


def _holds(condition: Mapping[str, Any], value: str) -> bool:
    held = condition.get("value")
    return held == value or (isinstance(held, list | tuple) and value in held)


def _in_expressions(
    definition: Definition,
    document: str,
    kind: str,
    raw: Mapping[str, Any],
    fields: frozenset[str],
    value: str,
) -> Iterator[ChoiceUse]:
    for use in walk_document(kind, raw):
        if not isinstance(use, ExpressionUse | CellUse) or value.casefold() not in use.text.casefold():
            continue
        is_choice = _chooser(definition, standpoint(definition, kind, raw, use), fields)
        found = (
            _in_cell(raw, use, is_choice)
            if isinstance(use, CellUse)
            else _in_tree(use.text, is_choice, is_given=_gets_choice(raw, use.path, fields))
        )
        for each in found:
            if isinstance(each.value, str) and each.value.casefold() == value.casefold():
                yield ChoiceUse(document, use.path, each.span)


def _chooser(definition: Definition, where: Standpoint | None, fields: frozenset[str]) -> Wanted:
    def is_choice(node: Node) -> bool:
        steps = resolve(definition, where, node.path) if where and isinstance(node, Name) else None
        return bool(steps) and steps[-1].field is not None and steps[-1].field.id in fields  # type: ignore[index]

    return is_choice


def _gets_choice(raw: Any, path: Path, fields: frozenset[str]) -> bool:
    """Tell whether an expression says what a field gets: its default, what is offered, what a step sets."""
    if path[-1] in fields:
        return True
    holder = raw
    for step in path[:-1]:
        holder = holder[step]
    return path[-1] in _GIVEN and not fields.isdisjoint((holder.get("id"), holder.get("field")))


def _in_tree(text: str, is_choice: Wanted, *, is_given: bool) -> Iterator[Literal]:
    tree = parse(text)
    if isinstance(tree, Issue):
        return
    yield from texts_beside(tree, is_choice)
    if is_given:
        yield from texts_given(tree)


def _in_cell(rule: Mapping[str, Any], use: CellUse, is_choice: Wanted) -> Iterator[Literal]:
    """Yield the texts that a cell compares its subject with, and those inside its conditions."""
    test, looked_at = read_test(use.text), parse(rule["inputs"][use.path[-1]]["expression"])
    if isinstance(test, Issue) or isinstance(looked_at, Issue):
        return
    is_subject_choice = is_choice(looked_at)

    def is_choice_here(node: Node) -> bool:
        return is_choice(node) or (is_subject_choice and node == Name((SUBJECT,)))

    for tree in trees_of(test):
        yield from texts_beside(tree, is_choice_here)
    if is_subject_choice:
        yield from texts_for_subject(test)
