"""Values of expressions that read nothing: what cells compare with."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine.expressions import types
from engine.expressions.check import Checked, infer
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import Call, Name, Node
from engine.expressions.parse import walk
from engine.expressions.types import Type
from engine.expressions.unary import SUBJECT
from engine.kernel.values import ErrorValue, Value

NOWHERE = Context(datetime(1970, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))


class AnyScope:
    """A scope that knows every name and nothing of its type."""

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type that fits everything."""
        return types.ANY


def is_constant(tree: Node, *, but_subject: bool = False) -> bool:
    """Tell whether an expression always gives the same value; `but_subject` lets it read `?`."""
    for node, _ in walk(tree):
        if isinstance(node, Name) and not (but_subject and node.path == (SUBJECT,)):
            return False
        if isinstance(node, Call):
            function = FUNCTIONS.get(node.function)
            if function is None or function.volatile:
                return False
    return True


def constant(tree: Node) -> Value:
    """Return the value of a constant expression, blank for any other and for an error."""
    if not is_constant(tree):
        return None
    value = compile_checked(checked_anywhere(tree))({}, NOWHERE)
    return None if isinstance(value, ErrorValue) else value


def checked_anywhere(tree: Node) -> Checked:
    """Type a tree whatever its names mean."""
    checked, _ = infer(tree, AnyScope())
    return checked
