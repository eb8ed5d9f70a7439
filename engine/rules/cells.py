"""Tests of cells as conditions over the input they stand under."""

from dataclasses import replace

from engine.expressions.nodes import Call, Literal, Name, Node, Operation, Table
from engine.expressions.unary import SUBJECT, Anything, Between, Compare, Condition, Not, OneOf, Test

TRUE = Literal(True)


def condition_of(test: Test, subject: Node) -> Node:
    """Return the condition that a test sets to an input."""
    match test:
        case Anything():
            return TRUE
        case Compare(operator, operand):
            return Operation(operator, (subject, with_subject(operand, subject)))
        case Between():
            return Call("AND", _ends(test, subject))
        case Condition(tree):
            return with_subject(tree, subject)
        case OneOf(tests):
            return Call("OR", tuple(condition_of(each, subject) for each in tests))
        case Not(inner):
            return Call("NOT", (condition_of(inner, subject),))


def all_of(conditions: list[Node]) -> Node:
    """Return one condition that holds where all hold."""
    kept = [each for each in conditions if each != TRUE]
    return kept[0] if len(kept) == 1 else Call("AND", tuple(kept)) if kept else TRUE


def with_subject(tree: Node, subject: Node) -> Node:
    """Put an input in place of `?`; what follows a link from `?` needs an input that is a name."""
    match tree:
        case Name((first,)) if first == SUBJECT:
            return subject
        case Name((first, *rest)) if first == SUBJECT and isinstance(subject, Name):
            return Name((*subject.path, *rest), tree.span)
        case Call(_, arguments):
            return replace(tree, arguments=tuple(with_subject(each, subject) for each in arguments))
        case Operation(_, operands):
            return replace(tree, operands=tuple(with_subject(each, subject) for each in operands))
        case Table(rows):
            return replace(
                tree, rows=tuple(tuple(with_subject(each, subject) for each in row) for row in rows)
            )
    return tree


def _ends(test: Between, subject: Node) -> tuple[Node, Node]:
    return (
        Operation(">=" if test.takes_low else ">", (subject, test.low)),
        Operation("<=" if test.takes_high else "<", (subject, test.high)),
    )
