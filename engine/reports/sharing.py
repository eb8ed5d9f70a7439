"""What conditions of several figures have in common: it decides about rows once, not once for each figure."""

from collections.abc import Sequence

from engine.expressions.nodes import Call, Node

AND = "AND"


def shared_conditions(conditions: Sequence[Node | None]) -> tuple[Node | None, tuple[Node | None, ...]]:
    """Split conditions into what all of them ask and what each asks besides; None asks nothing.

    A row meets a condition exactly where it meets both parts, because AND holds where all its parts do.
    """
    parts = [_parts(each) for each in conditions]
    common = tuple(each for each in parts[0] if all(each in others for others in parts[1:])) if parts else ()
    own = tuple(_all(tuple(each for each in mine if each not in common)) for mine in parts)
    return _all(common), own


def _parts(condition: Node | None) -> tuple[Node, ...]:
    if condition is None:
        return ()
    if isinstance(condition, Call) and condition.function == AND:
        return condition.arguments
    return (condition,)


def _all(parts: tuple[Node, ...]) -> Node | None:
    return Call(AND, parts) if parts else None
