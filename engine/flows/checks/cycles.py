"""Flows that start one another in a circle: what one writes is what the next waits for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.dependencies.uses import field_uses
from engine.expressions.nodes import Call, Literal, Name, Node, Operation
from engine.expressions.parse import parse
from engine.flows.checks.nodes_of import nodes_of
from engine.flows.checks.records import target_of
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import (
    CreateRecordNode,
    Flow,
    RecordChangedTrigger,
    RecordCreatedTrigger,
    SubFlowNode,
    ThresholdTrigger,
    UpdateRecordNode,
)


@dataclass(frozen=True, slots=True)
class Write:
    """What a step writes: expressions by field id, into a new record or one that exists."""

    entity: str
    set: Mapping[str, str]
    is_new: bool


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Warn of a circle a flow is the first of, so that each circle is told once."""
    starts = {id: _started(definition, each) for id, each in definition.flows.items() if each.enabled}
    way = _way_back(starts, flow.id)
    if way and flow.id == min(way):
        names = " → ".join(definition.flows[id].name for id in (*way, flow.id))
        yield Issue("flow.trigger.circle", ("trigger",), {"way": names}, Severity.WARNING)


def _way_back(starts: Mapping[str, frozenset[str]], flow: str) -> list[str]:
    """Return the shortest way from a flow back to itself, nothing where there is none."""
    ways = [[flow]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for following in sorted(starts.get(way[-1], ())):
            if following == flow:
                return way
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def _started(definition: Definition, flow: Flow) -> frozenset[str]:
    """Return the flows that what a flow does may start."""
    writes = list(_writes(definition, flow))
    called = {node.flow for _, node, _ in nodes_of(flow) if isinstance(node, SubFlowNode)}
    flows = [each for each in definition.flows.values() if each.enabled]
    return frozenset(
        called | {each.id for each in flows if any(_starts(definition, w, each) for w in writes)}
    )


def _writes(definition: Definition, flow: Flow) -> Iterator[Write]:
    for path, node, _ in nodes_of(flow):
        if isinstance(node, CreateRecordNode):
            yield Write(node.entity, node.set, True)
        elif isinstance(node, UpdateRecordNode):
            entity = target_of(definition, flow, path, node.target)
            if isinstance(entity, str):
                yield Write(entity, node.set, False)


def _starts(definition: Definition, write: Write, flow: Flow) -> bool:
    trigger = flow.trigger
    if trigger.entity != write.entity or (trigger.when and _contradicts(definition, write, trigger.when)):
        return False
    match trigger:
        case RecordCreatedTrigger():
            return write.is_new
        case RecordChangedTrigger(fields=fields, on_create=on_create):
            return on_create if write.is_new else not fields or not write.set.keys().isdisjoint(fields)
        case ThresholdTrigger():
            return write.is_new or any(_reads(definition, flow, id) for id in write.set)
    return False


def _reads(definition: Definition, flow: Flow, field: str) -> bool:
    """Tell whether a trigger names a field; what is computed from it is not followed."""
    uses = field_uses(definition, field)
    return any(use.document == flow.id and use.path[0] == "trigger" for use in uses)


def _contradicts(definition: Definition, write: Write, when: str) -> bool:
    """Tell whether a constant that is written makes a condition false: `state = "paid"` after `"sent"`."""
    tree = parse(when)
    if isinstance(tree, Issue):
        return False
    written = {
        place.field.name: parse(text) for id, text in write.set.items() if (place := definition.field(id))
    }
    return any(_differs(part, written) for part in _all_of(tree))


def _all_of(tree: Node) -> Iterator[Node]:
    match tree:
        case Call("AND", arguments):
            for each in arguments:
                yield from _all_of(each)
        case _:
            yield tree


def _differs(part: Node, written: Mapping[str, Node | Issue]) -> bool:
    match part:
        case Operation("=", (Name((name,)), Literal(value))) | Operation(
            "=", (Literal(value), Name((name,)))
        ):
            found = written.get(name)
            return isinstance(found, Literal) and _same_case(found.value) != _same_case(value)
    return False


def _same_case(value: Decimal | str | bool | None) -> Decimal | str | bool | None:
    return value.casefold() if isinstance(value, str) else value
