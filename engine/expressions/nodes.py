"""The expression tree: plain frozen data, shared with the browser as JSON (`to_json`, `from_json`).

Operators stay operators; `AND` and `OR` written between conditions become calls, so one meaning has
one form. Spans are half-open offsets into the source text and do not take part in equality.

JSON form: {"literal": scalar} with scalar a string, boolean, null or {"number": "1.50"};
{"name": ["customer", "level"]}; {"call": "SUM", "arguments": […]};
{"operator": "+", "operands": […]}; {"table": [[…], […]]}.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

Span = tuple[int, int]
NOWHERE: Span = (0, 0)

BINARY_OPERATORS = ("+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">=")
UNARY_OPERATORS = ("negate", "plus", "percent")


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant: number, text, boolean, or blank."""

    value: Decimal | str | bool | None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A field by name; further steps follow links or pick a column of detail lines."""

    path: tuple[str, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function by its upper-case name."""

    function: str
    arguments: tuple["Node", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """A unary or binary operator."""

    operator: str
    operands: tuple["Node", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A list constant `{1,2;3,4}`: rows of nodes, all of one length."""

    rows: tuple[tuple["Node", ...], ...]
    span: Span = field(default=NOWHERE, compare=False)


Node: TypeAlias = Literal | Name | Call | Operation | Table


def to_json(node: Node) -> dict[str, Any]:
    """Return the JSON form of a tree, without spans."""
    match node:
        case Literal(value):
            return {"literal": {"number": format(value, "f")} if isinstance(value, Decimal) else value}
        case Name(path):
            return {"name": list(path)}
        case Call(function, arguments):
            return {"call": function, "arguments": [to_json(each) for each in arguments]}
        case Operation(operator, operands):
            return {"operator": operator, "operands": [to_json(each) for each in operands]}
        case Table(rows):
            return {"table": [[to_json(each) for each in row] for row in rows]}


def from_json(data: dict[str, Any]) -> Node:
    """Read the JSON form of a tree back."""
    if "literal" in data:
        value = data["literal"]
        return Literal(Decimal(value["number"]) if isinstance(value, dict) else value)
    if "name" in data:
        return Name(tuple(data["name"]))
    if "call" in data:
        return Call(data["call"], tuple(from_json(each) for each in data["arguments"]))
    if "operator" in data:
        return Operation(data["operator"], tuple(from_json(each) for each in data["operands"]))
    return Table(tuple(tuple(from_json(each) for each in row) for row in data["table"]))
