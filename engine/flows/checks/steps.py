"""Settings of single steps: their fields, templates, tables and times fit the record the flow runs on."""

from collections.abc import Iterator
from typing import Any

from engine.flows.checks.nodes_of import nodes_of
from engine.flows.triggers.schedule import is_schedule
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import (
    ApprovalNode,
    DecideNode,
    FillInNode,
    Flow,
    LinesOptions,
    LinkOptions,
    Node,
    NotifyNode,
    PerLineNode,
    RecordChangedTrigger,
    ReserveStockNode,
    ScheduleTrigger,
    ShipStockNode,
    TimerNode,
)

_IN_LINES = (
    "create_record", "update_record", "find_records", "decide", "notify", "connector_action", "sub_flow",
)  # fmt: skip


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    yield from _trigger(definition, flow)
    if flow.run_as == "owner" and not flow.roles:
        yield Issue("flow.roles.none", ("run_as",), severity=Severity.WARNING)
    for path, node, around in nodes_of(flow):
        if around and node.kind not in _IN_LINES:
            yield Issue("flow.lines.step", path, {"kind": node.kind})
        yield from (issue.under(*path) for issue in _step(definition, flow, node))


def _trigger(definition: Definition, flow: Flow) -> Iterator[Issue]:
    match flow.trigger:
        case RecordChangedTrigger(fields=fields):
            for at, id in enumerate(fields):
                yield from _field(definition, flow, id, ("trigger", "fields", at))
        case ScheduleTrigger(cron=cron) if not is_schedule(cron):
            yield Issue("flow.schedule.impossible", ("trigger", "cron"), {"cron": cron})


def _step(definition: Definition, flow: Flow, node: Node) -> Iterator[Issue]:
    match node:
        case ApprovalNode(fields=fields) | FillInNode(fields=fields):
            for id in fields:
                yield from _field(definition, flow, id, ("fields", id))
        case NotifyNode(template=id):
            yield from _about(definition, flow, definition.templates.get(id), "template")
        case DecideNode(rule=id):
            yield from _about(definition, flow, definition.rules.get(id), "rule")
        case PerLineNode(lines=id):
            yield from _lines(definition, flow, id)
        case ReserveStockNode():
            yield from _reserved(definition, flow, node)
        case ShipStockNode(order=str(id)):
            yield from _field(definition, flow, id, ("order",))
        case TimerNode(after=None, until=None):
            yield Issue("flow.timer.endless")


def _reserved(definition: Definition, flow: Flow, node: ReserveStockNode) -> Iterator[Issue]:
    yield from _lines(definition, flow, node.lines)
    for key in ("product", "quantity"):
        place = definition.field(getattr(node, key))
        if place and (place.lines is None or place.lines.id != node.lines):
            yield Issue("flow.stock.column", (key,), {"field": place.field.name})
    yield from _field(definition, flow, node.warehouse, ("warehouse",))
    product = _target(definition, node.product)
    balances = [each.stock for each in definition.entities.values() if each.stock]
    if not any(_target(definition, stock.product) == product for stock in balances):
        yield Issue("flow.stock.missing", ("product",))


def _field(definition: Definition, flow: Flow, id: str, path: tuple[str | int, ...]) -> Iterator[Issue]:
    place, entity = definition.field(id), definition.entities[flow.trigger.entity]
    if place and place.entity.id != entity.id:
        yield Issue("entity.field.foreign", path, {"entity": entity.name})


def _lines(definition: Definition, flow: Flow, id: str) -> Iterator[Issue]:
    place, entity = definition.field(id), definition.entities[flow.trigger.entity]
    if place and (place.entity.id != entity.id or not isinstance(place.field.options, LinesOptions)):
        yield Issue("flow.lines.field", ("lines",), {"entity": entity.name})


def _about(definition: Definition, flow: Flow, document: Any, key: str) -> Iterator[Issue]:
    if document and document.entity != flow.trigger.entity:
        name = definition.entities[flow.trigger.entity].name
        yield Issue("flow.document.entity", (key,), {"entity": name})


def _target(definition: Definition, id: str) -> str | None:
    place = definition.field(id)
    options = place.field.options if place else None
    return options.entity if isinstance(options, LinkOptions) else None
