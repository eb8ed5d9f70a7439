"""Static checking: tree and scope in, typed tree or all findings out.

Reports what can never be right, each with the span it concerns; leaves what depends on data to error values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from engine.expressions import types
from engine.expressions.function import RESULT_TYPES, Function, Parameter
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import Call, Literal, Name, Node, Operation, Span, Table
from engine.expressions.parse import children, parse, place
from engine.expressions.texts import read_number
from engine.expressions.types import Kind, Type
from engine.kernel.issue import Issue, Scalar

DEPENDENCIES = 50
_COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")


class Scope(Protocol):
    """What names mean where the expression stands."""

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type of a field path, or None where it is unknown."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A node with its static type and its parts, in reading order."""

    node: Node
    type: Type
    parts: tuple["Typed", ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """An expression found right: ready to be generated, compiled to SQL, or sent to the browser."""

    root: Typed
    names: frozenset[tuple[str, ...]]
    functions: frozenset[str]

    @property
    def tree(self) -> Node:
        """Return the tree."""
        return self.root.node

    @property
    def type(self) -> Type:
        """Return the type of the result."""
        return self.root.type

    @property
    def volatile(self) -> bool:
        """Tell whether the result can change without any field changing: TODAY, NOW, CURRENT_USER …"""
        return any(FUNCTIONS[name].volatile for name in self.functions)

    @property
    def runs_in_browser(self) -> bool:
        """Tell whether the browser twin has every function."""
        return all(FUNCTIONS[name].browser for name in self.functions)

    @property
    def runs_in_sql(self) -> bool:
        """Tell whether the database can say every function; the compiler may still refuse a combination."""
        return all(FUNCTIONS[name].sql for name in self.functions)


def check_text(
    text: str, scope: Scope, *, expected: Type | None = None, known: Iterable[tuple[str, ...]] = ()
) -> Checked | list[Issue]:
    """Parse and check; every issue carries `start`, `end`, `line` and `column`."""
    tree = parse(text)
    if isinstance(tree, Issue):
        return [tree]
    checked = check(tree, scope, expected=expected, known=known)
    if isinstance(checked, Checked):
        return checked
    return [Issue(each.code, each.path, {**each.params, **place(text, _span(each))}) for each in checked]


def check(
    tree: Node, scope: Scope, *, expected: Type | None = None, known: Iterable[tuple[str, ...]] = ()
) -> Checked | list[Issue]:
    """Type a tree against a scope. `known` paths only serve to suggest what an unknown name may mean."""
    checked, issues = infer(tree, scope, known=known)
    if expected and not issues and not types.fits(checked.type, expected):
        kinds = {"expected": str(expected.kind), "actual": str(checked.type.kind)}
        issues.append(_issue("expression.result.type", tree.span, **kinds))
    return issues or checked


def infer(tree: Node, scope: Scope, *, known: Iterable[tuple[str, ...]] = ()) -> tuple[Checked, list[Issue]]:
    """Type a tree whatever is wrong with it, and return the findings beside it."""
    checker = _Checker(scope, tuple(".".join(path) for path in known))
    root = checker.typed(tree)
    if len(checker.names) > DEPENDENCIES:
        checker.report("expression.names.too_many", tree.span, limit=DEPENDENCIES)
    return Checked(root, frozenset(checker.names), frozenset(checker.functions)), checker.issues


class _Checker:
    """One walk over a tree, collecting names, functions and issues."""

    def __init__(self, scope: Scope, known: tuple[str, ...]) -> None:
        self.scope = scope
        self.known = known
        self.names: set[tuple[str, ...]] = set()
        self.functions: set[str] = set()
        self.issues: list[Issue] = []

    def report(self, code: str, span: Span, **params: Scalar) -> None:
        self.issues.append(_issue(code, span, **params))

    def typed(self, node: Node) -> Typed:
        parts = tuple(self.typed(each) for each in children(node))
        match node:
            case Literal(value):
                return Typed(node, _literal_type(value))
            case Name(path):
                return Typed(node, self.name_type(path, node.span))
            case Table(rows):
                item = types.join(part.type for part in parts)
                is_list = len(rows) == 1 or len(rows[0]) == 1
                return Typed(node, types.list_of(item) if is_list else types.table_of(item), parts)
            case Operation(operator, _):
                return Typed(node, self.operation_type(operator, parts), parts)
            case Call(name, _):
                return Typed(node, self.call_type(name, node.span, parts), parts)

    def name_type(self, path: tuple[str, ...], span: Span) -> Type:
        found = self.scope.resolve(path)
        if found:
            self.names.add(path)
            return found
        name = ".".join(path)
        near = ", ".join(get_close_matches(name, self.known, 3, 0.5))
        self.report("expression.name.unknown", span, name=name, suggestions=near)
        return types.ANY

    def operation_type(self, operator: str, parts: tuple[Typed, ...]) -> Type:
        if operator in _COMPARISONS:
            return _spread(types.BOOLEAN, parts)
        if operator == "&":
            return _spread(types.TEXT, parts)
        if operator == "plus":
            return parts[0].type
        if operator not in ("+", "-") or not any(part.type.scalar in types.TEMPORAL for part in parts):
            for part in parts:
                self.require_number(part)
            return _spread(_arithmetic_type(operator, parts), parts)
        return _spread(_temporal_type(operator, parts), parts)

    def call_type(self, name: str, span: Span, parts: tuple[Typed, ...]) -> Type:
        function = FUNCTIONS.get(name)
        if not function:
            near = ", ".join(get_close_matches(name, FUNCTIONS.keys(), 3, 0.6))
            self.report("expression.function.unknown", span, name=name, suggestions=near)
            return types.ANY
        self.functions.add(name)
        parameters = function.parameters_for(len(parts))
        if parameters is None:
            self.report(
                "expression.arguments.count",
                span,
                name=name,
                count=len(parts),
                least=function.least,
                most=function.most,
            )
            return types.ANY
        for parameter, part in zip(parameters, parts, strict=True):
            self.require_argument(parameter, part)
        return _result_type(function, parameters, parts)

    def require_argument(self, parameter: Parameter, part: Typed) -> None:
        if parameter.kind in ("list", "captured", "lazy"):
            return
        if part.type.is_many:
            self.report("expression.list.as_value", part.node.span, parameter=parameter.name)
        elif parameter.kind in ("number", "integer"):
            self.require_number(part)

    def require_number(self, part: Typed) -> None:
        match part.node:
            case Literal(str() as text) if read_number(text) is None:
                self.report("expression.text.as_number", part.node.span, text=text)
        if part.type.scalar.kind is Kind.LINK:
            self.report("expression.link.as_number", part.node.span)


def _issue(code: str, span: Span, **params: Scalar) -> Issue:
    return Issue(code, params={"start": span[0], "end": span[1], **params})


def _span(issue: Issue) -> Span:
    return int(issue.params["start"] or 0), int(issue.params["end"] or 0)


def _literal_type(value: object) -> Type:
    match value:
        case None:
            return types.BLANK
        case bool():
            return types.BOOLEAN
        case str():
            return types.TEXT
    return types.NUMBER


def _spread(result: Type, parts: tuple[Typed, ...]) -> Type:
    """Over lists an operator gives a list, over tables a table."""
    many = [part.type for part in parts if part.type.is_many]
    return Type(many[0].kind, item=result) if many else result


def _arithmetic_type(operator: str, parts: tuple[Typed, ...]) -> Type:
    unsure = operator in ("+", "-") and any(part.type.scalar in (types.ANY, types.ERROR) for part in parts)
    return types.ANY if unsure else types.NUMBER


def _temporal_type(operator: str, parts: tuple[Typed, ...]) -> Type:
    left, right = (part.type.scalar for part in parts)
    if types.ANY in (left, right):
        return types.ANY
    if operator == "-":
        if right in (types.DATE, types.DATETIME) or left not in (types.DATE, types.DATETIME):
            return types.DURATION if left == right == types.DURATION else types.NUMBER
        return _moved(left, right)
    if types.DATE in (left, right) or types.DATETIME in (left, right):
        if left in (types.DATE, types.DATETIME) and right in (types.DATE, types.DATETIME):
            return types.NUMBER
        return _moved(*((left, right) if left in (types.DATE, types.DATETIME) else (right, left)))
    if left == right == types.DURATION:
        return types.DURATION
    return types.TIME if {left, right} == {types.TIME, types.DURATION} else types.NUMBER


def _moved(moment: Type, amount: Type) -> Type:
    return types.DATETIME if amount in (types.TIME, types.DURATION) else moment


def _result_type(function: Function, parameters: tuple[Parameter, ...], parts: tuple[Typed, ...]) -> Type:
    def given(names: str) -> list[Type]:
        wanted = names.split("|")
        return [part.type for each, part in zip(parameters, parts, strict=True) if each.name in wanted]

    result = function.result
    if result in RESULT_TYPES:
        return RESULT_TYPES[result]
    if result.startswith("item "):
        return types.join(each.scalar for each in given(result[5:]))
    if result.startswith("extreme "):
        joined = types.join(each.scalar for each in given(result[8:]))
        return joined if joined in (*types.TEMPORAL, types.ANY) else types.NUMBER
    return types.join(given(result))
