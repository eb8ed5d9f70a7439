"""Row rules on a record that is being written: its old and its new state, before anything is committed."""

from collections.abc import Mapping
from typing import Any

from engine.access.decision import Decision
from engine.dependencies.names import names_in
from engine.dependencies.resolve import Standpoint
from engine.entities.computed import is_live
from engine.entities.sources import sources
from engine.entities.working import Evaluation, Linked, Working, compile_at
from engine.expressions.print import print_node
from engine.metadata.definition import Definition
from engine.metadata.model import LinesOptions
from runtime.storage.plans import plans_of
from runtime.storage.viewer import Viewer


def meets_rule(viewer: Viewer, decision: Decision, values: Mapping[str, Any], linked: Linked) -> bool:
    """Tell whether a record meets the decision's row rule; an error is no."""
    if decision.row is True:
        return True
    text = print_node(decision.row)
    evaluation = plans_of(viewer.definition).get(
        ("rule", decision.entity, text), lambda: _compiled(viewer, decision.entity, text)
    )
    return evaluation(_working(viewer, decision.entity, values, linked)) is True


def _compiled(viewer: Viewer, entity: str, text: str) -> Evaluation:
    return compile_at(viewer.definition, Standpoint(viewer.definition.entities[entity]), text)


def _working(viewer: Viewer, entity: str, values: Mapping[str, Any], linked: Linked) -> Working:
    record = Working(dict(values), values, viewer.context, linked)
    for field in viewer.definition.entities[entity].fields:
        if isinstance(field.options, LinesOptions):
            record.lines[field.name] = [
                Working(dict(line.values), line.values, viewer.context, linked, line.id, parent=record)
                for line in values.get(field.name) or ()
            ]
    return record


def live_sources(
    viewer: Viewer, entity: str, decisions: tuple[Decision, ...], names: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return the live fields that checks and row rules of a record read, with those that these read.

    `names` are those of further fields that are read of it.
    """
    rules = tuple(print_node(each.row) for each in decisions if each.row is not True)
    return plans_of(viewer.definition).get(
        ("live sources", entity, rules, names),
        lambda: _live_sources(viewer.definition, entity, rules, names),
    )


def _live_sources(
    definition: Definition, id: str, rules: tuple[str, ...], names: frozenset[str]
) -> frozenset[str]:
    entity = definition.entities[id]
    texts = (*rules, *(check.expression for check in entity.checks))
    named = names | {path[0] for text in texts for path in names_in(text)}
    waiting = [field.id for field in entity.fields if field.name in named]
    found: set[str] = set()
    while waiting:
        place = definition.field(waiting.pop())
        if place and place.entity is entity and is_live(definition, place) and place.field.id not in found:
            found.add(place.field.id)
            waiting += sources(definition, place.field.id)
    return frozenset(found)
