"""Looks for records with the rights of the flow; later steps know the first one, and how many there are."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from engine.expressions.nodes import Call, Literal, Name, Node, Operation
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.flows.effects import FindRecords
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.query.record_query import RecordQuery, Sort
from runtime.flows.executors.create_record import known_record
from runtime.flows.executors.executor import Executor
from runtime.flows.stage import Stage
from runtime.storage.reading import find

FLOW = "flow"


def _carry_out(stage: Stage, effect: FindRecords) -> dict[str, Any] | None:
    condition = with_given(effect.where, effect.given)
    query = RecordQuery(filter=condition, sort=(Sort("created_at"),), fields=("id",), limit=1, count="exact")
    unit = stage.records().unit
    page = find(unit.viewer, stage.connection, effect.entity, query, "values")
    if not page.items:
        return None
    id = page.items[0]["id"]
    return {**known_record(stage, effect.entity, id, effect.asked), "count": page.total}


def with_given(where: str, given: Mapping[str, Value]) -> str:
    """Return a condition with the values of the flow's record written into it."""
    tree = parse(where)
    if isinstance(tree, Issue):
        raise Invalid([tree])
    return print_node(_filled(tree, given))


def _filled(node: Node, given: Mapping[str, Value]) -> Node:
    match node:
        case Name(path=(first, *_)) if first == FLOW:
            return _constant(given.get(".".join(node.path)))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(_filled(each, given) for each in arguments))
        case Operation(operator=operator, operands=operands):
            return Operation(operator, tuple(_filled(each, given) for each in operands))
    return node


def _constant(value: Value) -> Node:
    match value:
        case None | bool() | str() | Decimal():
            return Literal(value)
        case int():
            return Literal(Decimal(value))
        case date() if not isinstance(value, datetime):
            given = (Literal(Decimal(part)) for part in (value.year, value.month, value.day))
            return Call("DATE", tuple(given))
    raise Invalid.of("flow.find.value")


EXECUTOR = Executor(FindRecords, _carry_out)
