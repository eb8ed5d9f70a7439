"""What a flow writes: fields of the record it says, that may be written at all, and all that must be."""

from collections.abc import Iterable, Iterator

from engine.dependencies.resolve import columns
from engine.dependencies.uses import standpoint
from engine.entities.expression import checked_at
from engine.entities.field_type import Trait
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.sources import is_computed
from engine.expressions.check import Checked
from engine.expressions.types import Kind
from engine.flows.checks.nodes_of import nodes_of
from engine.kernel.issue import Issue, Severity
from engine.kernel.path import Path
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.dump import dump_document
from engine.metadata.model import (
    CopiedLines,
    CreateRecordNode,
    Entity,
    Field,
    Flow,
    LinesOptions,
    PerLineNode,
    SubFlowNode,
    UpdateRecordNode,
)
from engine.metadata.walk import ExpressionUse


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    for path, node, around in nodes_of(flow):
        match node:
            case CreateRecordNode():
                found = _created(definition, flow, node)
            case UpdateRecordNode():
                found = _updated(definition, flow, node, path, around)
            case SubFlowNode():
                found = _started(definition, flow, node, path)
            case _:
                continue
        yield from (issue.under(*path) for issue in found)


def target_of(definition: Definition, flow: Flow, path: Path, target: str | None) -> str | Issue | None:
    """Return the entity a step is about, None where its target is a faulty expression."""
    if target is None:
        return flow.trigger.entity
    use = ExpressionUse((*path, "target"), "flow", None, target)
    where = standpoint(definition, "flow", dump_document(flow), use)
    checked = checked_at(definition, where, target) if where else []
    if not isinstance(checked, Checked):
        return None
    found = checked.type
    if found.kind is not Kind.LINK or found.entity not in definition.entities:
        return Issue("flow.target.kind", ("target",), {"target": target})
    return found.entity


def _created(definition: Definition, flow: Flow, node: CreateRecordNode) -> Iterator[Issue]:
    entity = definition.entities.get(node.entity)
    if entity is None:
        return
    yield from _settable(definition, node.set, entity, None)
    if node.lines:
        yield from (issue.under("lines") for issue in _copied(definition, flow, node.lines, entity))
    yield from _missing(entity.fields, node.set)


def _copied(definition: Definition, flow: Flow, copied: CopiedLines, entity: Entity) -> Iterator[Issue]:
    made = definition.field(copied.field)
    source = definition.field(copied.from_) if copied.from_ else None
    if made is None or made.entity.id != entity.id or not isinstance(made.field.options, LinesOptions):
        yield Issue("flow.lines.field", ("field",), {"entity": entity.name})
        return
    if source and (
        source.entity.id != flow.trigger.entity or not isinstance(source.field.options, LinesOptions)
    ):
        yield Issue("flow.lines.field", ("from",), {"entity": definition.entities[flow.trigger.entity].name})
    yield from _settable(definition, copied.set, entity, made.field)
    yield from _missing(columns(made.field.options), copied.set)


def _updated(
    definition: Definition, flow: Flow, node: UpdateRecordNode, path: Path, around: PerLineNode | None
) -> Iterator[Issue]:
    found = target_of(definition, flow, path, node.target)
    if isinstance(found, Issue):
        yield found
    entity = definition.entities.get(found) if isinstance(found, str) else None
    if entity is None:
        return
    places = [definition.field(id) for id in node.set]
    of_lines = {place.lines.id for place in places if place and place.lines}
    if not of_lines or node.target or around is None or of_lines != {around.lines}:
        yield from _settable(definition, node.set, entity, None)
        return
    place = definition.field(around.lines)
    yield from _settable(definition, node.set, entity, place.field if place else None)


def _started(definition: Definition, flow: Flow, node: SubFlowNode, path: Path) -> Iterator[Issue]:
    found, other = target_of(definition, flow, path, node.target), definition.flows.get(node.flow)
    if isinstance(found, Issue):
        yield found
    elif found and other and other.trigger.entity != found:
        yield Issue("flow.sub_flow.entity", ("flow",), {"entity": definition.entities[found].name})


def _settable(
    definition: Definition, wanted: Iterable[str], entity: Entity, lines: Field | None
) -> Iterator[Issue]:
    for id in wanted:
        place = definition.field(id)
        if place is None:
            continue
        if place.entity.id != entity.id or place.lines != lines:
            yield Issue("entity.field.foreign", ("set", id), {"entity": entity.name})
        elif not _is_entered(place):
            yield Issue("flow.set.computed", ("set", id), {"field": place.field.name})


def _is_entered(place: FieldPlace) -> bool:
    is_generated = Trait.GENERATED in FIELD_TYPES[place.field.type].traits
    return not is_computed(place) and not is_generated and not isinstance(place.field.options, LinesOptions)


def _missing(fields: Iterable[Field], wanted: Iterable[str]) -> Iterator[Issue]:
    """Warn of required fields that a new record would lack."""
    given = set(wanted)
    for field in fields:
        if field.required and field.default is None and field.id not in given and field.type != "lines":
            params = {"field": field.name}
            yield Issue("flow.set.missing", ("set",), params, Severity.WARNING)
