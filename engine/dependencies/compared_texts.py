"""Texts in expressions: those something is compared with, and those an expression may give as a whole."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from engine.expressions.nodes import Call, Literal, Node, Operation, Table
from engine.expressions.parse import walk
from engine.expressions.unary import Compare, Not, OneOf, Test

_WITH_WHAT_FOLLOWS = ("SUMIF", "SUMIFS", "COUNTIF", "COUNTIFS", "AVERAGEIF", "AVERAGEIFS", "MINIFS", "MAXIFS")
_FIRST_WITH_SECOND = ("CONTAINS", "EXACT", "MATCH", "XMATCH")
Wanted = Callable[[Node], bool]


def texts_for_subject(test: Test) -> Iterator[Literal]:
    """Yield the texts that a test of a cell compares its subject with."""
    match test:
        case Compare(_, operand):
            yield from _literals(operand)
        case OneOf(tests):
            for each in tests:
                yield from texts_for_subject(each)
        case Not(inner):
            yield from texts_for_subject(inner)


def texts_beside(tree: Node, is_wanted: Wanted) -> Iterator[Literal]:
    """Yield the texts that a tree compares with something wanted, such as a certain field."""
    for node, _ in walk(tree):
        for one, other in _compared(node):
            if is_wanted(one):
                yield from _literals(other)
            elif is_wanted(other):
                yield from _literals(one)


def _compared(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield what a node compares with what."""
    match node:
        case Operation("=" | "<>", (left, right)):
            yield left, right
        case Call("SWITCH", (subject, *cases)):
            yield from ((subject, case) for case, _ in zip(cases[::2], cases[1::2], strict=False))
        case Call(function, (first, second, *_)) if function in _FIRST_WITH_SECOND:
            yield first, second
        case Call(function, arguments) if function in _WITH_WHAT_FOLLOWS:
            yield from pairwise(arguments)


def _literals(node: Node) -> Iterator[Literal]:
    """Yield a text, or those of a list constant."""
    match node:
        case Literal():
            yield node
        case Table(rows):
            yield from (each for row in rows for each in row if isinstance(each, Literal))


def texts_given(tree: Node) -> Iterator[Literal]:
    """Yield the texts that a tree may give as a whole."""
    match tree:
        case Call("IF" | "CHOOSE", (_, *results)) | Call("IFERROR" | "IFNA", results):
            parts = tuple(results)
        case Call("IFS", conditions):
            parts = conditions[1::2]
        case Call("SWITCH", (_, *cases)):
            parts = (*cases[1::2], *(cases[-1:] if len(cases) % 2 else ()))
        case _:
            yield from _literals(tree)
            return
    for part in parts:
        yield from texts_given(part)
