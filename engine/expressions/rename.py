"""Rewriting names in a tree: the part of the rename command that formulas need."""

from collections.abc import Callable
from dataclasses import replace

from engine.expressions.nodes import Call, Literal, Name, Node, Operation, Table


def rename(tree: Node, old: tuple[str, ...], new: tuple[str, ...]) -> Node:
    """Replace the path `old`, also where it begins a longer path, by `new`; spans stay as they were."""
    return rename_each(tree, lambda path: new + path[len(old) :] if path[: len(old)] == old else path)


def rename_each(tree: Node, new: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Node:
    """Replace every path by what is returned for it; spans stay as they were."""
    match tree:
        case Literal():
            return tree
        case Name(path):
            return replace(tree, path=new(path))
        case Call(_, arguments):
            return replace(tree, arguments=tuple(rename_each(each, new) for each in arguments))
        case Operation(_, operands):
            return replace(tree, operands=tuple(rename_each(each, new) for each in operands))
        case Table(rows):
            return replace(tree, rows=tuple(tuple(rename_each(each, new) for each in row) for row in rows))
