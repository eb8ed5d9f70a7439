"""Tree to text in one canonical spelling: `parse(print_node(tree)) == tree` for every parsed tree."""

import re
from decimal import Decimal

from engine.expressions.nodes import Call, Literal, Name, Node, Operation, Table

_STRENGTH = dict.fromkeys(("=", "<>", "<", "<=", ">", ">="), 1) | {
    "&": 2,
    "+": 3,
    "-": 3,
    "*": 4,
    "/": 4,
    "^": 5,
}
_UNARY = 6
_PERCENT = 7
_ATOM = 8
_PREFIX = {"negate": "-", "plus": "+"}
_BARE = re.compile(r"[^\W\d]\w*")
_RESERVED = {"TRUE", "FALSE", "NOT"}


def print_node(node: Node) -> str:
    """Write a tree as formula text, without a leading `=`."""
    match node:
        case Literal(value):
            return _literal(value)
        case Name(path):
            return ".".join(_step(step) for step in path)
        case Call(function, arguments):
            return f"{function}({', '.join(print_node(each) for each in arguments)})"
        case Table(rows):
            return "{" + "; ".join(", ".join(print_node(each) for each in row) for row in rows) + "}"
        case Operation(operator, (left, right)):
            strength = _STRENGTH[operator]
            return f"{_within(left, strength)} {operator} {_within(right, strength + 1)}"
        case Operation("percent", (operand,)):
            return f"{_within(operand, _PERCENT)}%"
        case Operation(operator, (operand,)):
            return f"{_PREFIX[operator]}{_within(operand, _UNARY)}"
    raise ValueError(f"not a node: {node!r}")


def _within(node: Node, least: int) -> str:
    text = print_node(node)
    return text if _strength(node) >= least else f"({text})"


def _strength(node: Node) -> int:
    match node:
        case Operation("percent", _):
            return _PERCENT
        case Operation(_, (_,)):
            return _UNARY
        case Operation(operator, _):
            return _STRENGTH[operator]
    return _ATOM


def _literal(value: Decimal | str | bool | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return str(value)
    return '"' + value.replace('"', '""') + '"'


def _step(step: str) -> str:
    return step if _BARE.fullmatch(step) and step.upper() not in _RESERVED else f"[{step}]"
