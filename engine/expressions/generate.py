"""Typed tree to Python: one function per expression, generated from the tree and never from text.

Two variants come from the same walk. The typed one trusts the static types and uses decimal arithmetic
directly; where a value breaks that promise (an error, a text in a number field) it hands over to the
general one, which converts everything and gives the exact answer or error.
"""

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal, getcontext, setcontext
from functools import lru_cache
from typing import Any, TypeAlias

from engine.expressions import coerce, operators, types
from engine.expressions.arithmetic import NUMBERS, ONE, ZERO
from engine.expressions.check import Checked, Typed
from engine.expressions.context import Context, Run
from engine.expressions.faults import OUT_OF_RANGE, Fault
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import Call, Literal, Name, Operation, Table
from engine.kernel.values import Value

Formula: TypeAlias = Callable[[Mapping[str, Value], Context], Value]

_TYPED = ast.parse(
    """
def formula(values, context):
    get = values.get
    run = Run(context)
    try:
        return EXPRESSION
    except Fault as fault:
        return fault.error
    except (ArithmeticError, TypeError, ValueError):
        return general(values, context)
"""
)
# The operators of decimals are many times faster than the methods of a decimal context, but need it current.
_DECIMAL = ast.parse(
    """
def formula(values, context):
    get = values.get
    run = Run(context)
    before = getcontext()
    setcontext(NUMBERS)
    try:
        return EXPRESSION
    except Fault as fault:
        return fault.error
    except (ArithmeticError, TypeError, ValueError):
        return general(values, context)
    finally:
        setcontext(before)
"""
)
_GENERAL = ast.parse(
    """
def formula(values, context):
    get = values.get
    run = Run(context)
    try:
        return EXPRESSION
    except Fault as fault:
        return fault.error
    except (ArithmeticError, ValueError):
        return OUT_OF_RANGE
"""
)

_OPERATIONS: dict[str, Callable[..., Value]] = {
    "+": operators.add,
    "-": operators.subtract,
    "*": operators.multiply,
    "/": operators.divide,
    "^": operators.power,
    "&": operators.concatenate,
    "=": operators.equal,
    "<>": operators.unequal,
    "<": operators.less,
    "<=": operators.less_or_equal,
    ">": operators.greater,
    ">=": operators.greater_or_equal,
    "negate": operators.negate,
    "plus": operators.plus,
    "percent": operators.percent,
}
_DIRECT: dict[str, ast.operator] = {"+": ast.Add(), "-": ast.Sub(), "*": ast.Mult(), "/": ast.Div()}
_ORDERINGS: dict[str, ast.cmpop] = {"<": ast.Lt(), "<=": ast.LtE(), ">": ast.Gt(), ">=": ast.GtE()}
_CONVERSIONS: dict[str, Callable[..., Any]] = {
    "number": coerce.to_number,
    "integer": coerce.to_integer,
    "text": coerce.to_text,
    "boolean": coerce.to_boolean,
    "date": coerce.to_date,
    "datetime": coerce.to_datetime,
    "any": coerce.to_scalar,
}

_SURROUNDINGS: dict[str, object] = {
    "Run": Run,
    "Fault": Fault,
    "OUT_OF_RANGE": OUT_OF_RANGE,
    "NUMBERS": NUMBERS,
    "getcontext": getcontext,
    "setcontext": setcontext,
}


@lru_cache(maxsize=4_096)
def generate(checked: Checked) -> Formula:
    """Return the function of a checked expression; the same expression gives the same function."""
    general = _Generator(typed=False).function(checked.root)
    return _Generator(typed=True).function(checked.root, general)


def capture(thunk: Callable[[], Value]) -> Value:
    """Return what a thunk gives, an error as a value."""
    try:
        return thunk()
    except Fault as fault:
        return fault.error
    except (ArithmeticError, ValueError):
        return OUT_OF_RANGE


class _Generator:
    """One variant of one function: Python nodes, and the constants they are bound to."""

    def __init__(self, *, typed: bool) -> None:
        self.typed = typed
        self.needs_run = False
        self.is_decimal = False
        self.namespace: dict[str, object] = dict(_SURROUNDINGS)

    def function(self, root: Typed, general: Formula | None = None) -> Formula:
        expression = self.value(root)
        template = (_DECIMAL if self.is_decimal else _TYPED) if self.typed else _GENERAL
        definition = template.body[0]
        assert isinstance(definition, ast.FunctionDef)
        *setup, attempt = definition.body
        assert isinstance(attempt, ast.Try)
        filled = ast.Try([ast.Return(expression)], attempt.handlers, [], attempt.finalbody)
        if not self.needs_run:
            del setup[1]
        made = ast.FunctionDef("formula", definition.args, [*setup, filled], [])
        self.namespace["general"] = general
        module = ast.fix_missing_locations(ast.Module([made], []))
        exec(compile(module, "<formula>", "exec"), self.namespace)
        return self.namespace["formula"]  # type: ignore[return-value]

    def value(self, typed: Typed) -> ast.expr:
        """Return the Python of an expression that gives its value or raises."""
        match typed.node:
            case Literal(value):
                return self.constant(value)
            case Name(path):
                return self.call(coerce.load, self.read(path))
            case Table():
                return self.table(typed)
            case Operation(operator, _):
                return self.operation(operator, typed)
            case Call(function, _):
                return self.function_call(function, typed)

    def number(self, typed: Typed) -> ast.expr:
        """Return the Python of a number, read as such."""
        if self.is_number(typed):
            if isinstance(typed.node, Name):
                return ast.BoolOp(ast.Or(), [self.read(typed.node.path), self.bind(ZERO)])
            return self.value(typed)
        return self.converted(coerce.to_number, self.value(typed))

    def is_number(self, typed: Typed) -> bool:
        return self.typed and typed.type == types.NUMBER

    def operation(self, operator: str, typed: Typed) -> ast.expr:
        is_direct = operator in _DIRECT or operator in _ORDERINGS
        if is_direct and all(self.is_number(part) for part in typed.parts):
            return self.direct(operator, typed, *(self.number(part) for part in typed.parts))
        moves = operator in ("+", "-")
        operands = [self.dated(part) if moves else self.value(part) for part in typed.parts]
        return self.converted(_OPERATIONS[operator], *operands)

    def dated(self, typed: Typed) -> ast.expr:
        """Return the Python of an operand; a blank date becomes the date 0, so that dates stay dates."""
        value = self.value(typed)
        return self.call(coerce.filled_date, value) if typed.type == types.DATE else value

    def direct(self, operator: str, typed: Typed, left: ast.expr, right: ast.expr) -> ast.expr:
        """Use Python's operator; one operand is made surely decimal, so that any other kind fails."""
        self.is_decimal = True
        if not any(_is_decimal(part) for part in typed.parts):
            left = ast.BinOp(self.bind(ONE), ast.Mult(), left)
        if operator in _ORDERINGS:
            return ast.Compare(left, [_ORDERINGS[operator]], [right])
        return ast.BinOp(left, _DIRECT[operator], right)

    def function_call(self, name: str, typed: Typed) -> ast.expr:
        if name == "IF":
            return self.choice(typed)
        function = FUNCTIONS[name]
        parameters = function.parameters_for(len(typed.parts)) or ()
        arguments = [
            self.argument(parameter.kind, part)
            for parameter, part in zip(parameters, typed.parts, strict=True)
        ]
        return self.converted(function.body, *arguments)

    def argument(self, kind: str, typed: Typed) -> ast.expr:
        match kind:
            case "lazy":
                return _thunk(self.value(typed))
            case "captured":
                return self.call(capture, _thunk(self.value(typed)))
            case "list":
                return self.value(typed)
            case "boolean":
                return self.condition(typed)
        return self.converted(_CONVERSIONS[kind], self.value(typed))

    def condition(self, typed: Typed) -> ast.expr:
        value = self.value(typed)
        sure = isinstance(typed.node, Operation) and typed.type == types.BOOLEAN
        return value if sure else self.converted(coerce.to_boolean, value)

    def choice(self, typed: Typed) -> ast.expr:
        """`IF` becomes Python's own: the branch not taken is not evaluated."""
        condition, then, *otherwise = typed.parts
        other = self.value(otherwise[0]) if otherwise else ast.Constant(False)
        return ast.IfExp(self.condition(condition), self.value(then), other)

    def table(self, typed: Typed) -> ast.expr:
        items = [self.value(part) for part in typed.parts]
        if typed.type.kind is types.Kind.LIST:
            return ast.Tuple(items, ast.Load())
        assert isinstance(typed.node, Table)
        width = len(typed.node.rows[0])
        rows: list[ast.expr] = [
            ast.Tuple(items[start : start + width], ast.Load()) for start in range(0, len(items), width)
        ]
        return ast.Tuple(rows, ast.Load())

    def converted(self, body: Callable[..., Any], *arguments: ast.expr) -> ast.expr:
        """Call something that takes the run first."""
        self.needs_run = True
        return self.call(body, ast.Name("run", ast.Load()), *arguments)

    def call(self, body: object, *arguments: ast.expr) -> ast.expr:
        return ast.Call(self.bind(body), list(arguments), [])

    def read(self, path: tuple[str, ...]) -> ast.expr:
        return ast.Call(ast.Name("get", ast.Load()), [ast.Constant(".".join(path))], [])

    def constant(self, value: Decimal | str | bool | None) -> ast.expr:
        return self.bind(value) if isinstance(value, Decimal) else ast.Constant(value)

    def bind(self, value: object) -> ast.expr:
        name = f"b{len(self.namespace)}"
        self.namespace[name] = value
        return ast.Name(name, ast.Load())


def _is_decimal(typed: Typed) -> bool:
    """Tell whether the generated code of a number surely gives a decimal, not a whole number of Python."""
    match typed.node:
        case Literal():
            return True
        case Operation(operator, _):
            return operator in _DIRECT
    return False


def _thunk(expression: ast.expr) -> ast.expr:
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), expression)
