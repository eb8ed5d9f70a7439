"""Text to tree: limits first, then one LALR grammar whose callbacks build our nodes without recursion.

Knows nothing of fields, functions or types; `check` does.
"""

import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from engine.expressions.arithmetic import NUMBERS
from engine.expressions.nodes import NOWHERE, Call, Literal, Name, Node, Operation, Span, Table
from engine.kernel.issue import Issue, Scalar

SOURCE_BYTES = 8 * 1024
NODES = 2_000
NESTING = 64
TREE_DEPTH = 200  # a chain of operators nests to the left without brackets

_BRACKETS = re.compile(
    r'"(?:[^"]|"")*"|[“”＂][^“”＂]*[“”＂]|[\[［【][^\[\]［］【】]*[\]］】]|[(（{｛]|[)）}｝]'
)
_OPERATORS = str.maketrans("＝＜＞＆＋－−＊×／÷＾", "=<>&+--**//^") | {
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("≠"): "<>",
}
_SHOWN = {
    "NUMBER": "1", "TEXT": '"…"', "BOOLEAN": "TRUE", "NAME": "name", "FUNCTION": "function(", "_LPAR": "(",
    "RPAR": ")", "BRACE": "{", "BRACE_END": "}", "_COMMA": ",", "_SEMICOLON": ";",
    "SIGN": "+", "TIMES": "*", "COMPARE": "=", "AMPERSAND": "&",
}  # fmt: skip

_Part: TypeAlias = Token | Node


class _Refused(Exception):
    """Leaves the parser from inside a callback, with the finding and where it is."""

    def __init__(self, code: str, span: Span) -> None:
        self.code = code
        self.span = span


class _Builder(Transformer[Token, Node]):
    """Grammar callbacks, called bottom-up while parsing."""

    def disjunction(self, parts: list[Node]) -> Node:
        return Call("OR", tuple(parts), _around(parts))

    def conjunction(self, parts: list[Node]) -> Node:
        return Call("AND", tuple(parts), _around(parts))

    def negation(self, parts: list[Any]) -> Node:
        return Call("NOT", (parts[1],), _around(parts))

    def chain(self, parts: list[Any]) -> Node:
        left = parts[0]
        for operator, right in zip(parts[1::2], parts[2::2], strict=True):
            left = Operation(str(operator).translate(_OPERATORS), (left, right), _around([left, right]))
        return left  # type: ignore[no-any-return]

    def unary(self, parts: list[Any]) -> Node:
        kind = "plus" if parts[0] in "+＋" else "negate"
        return Operation(kind, (parts[1],), _around(parts))

    def percentage(self, parts: list[Any]) -> Node:
        return Operation("percent", (parts[0],), _around(parts))

    def group(self, parts: list[Any]) -> Node:
        return parts[0]  # type: ignore[no-any-return]

    def number(self, parts: list[Token]) -> Node:
        value = Decimal(parts[0])
        if value and abs(value.adjusted()) > NUMBERS.Emax:
            raise _Refused("expression.number.out_of_range", _around(parts))
        return Literal(NUMBERS.plus(value), _around(parts))

    def text(self, parts: list[Token]) -> Node:
        inner = parts[0][1:-1]
        return Literal(inner.replace('""', '"') if parts[0][0] == '"' else inner, _around(parts))

    def boolean(self, parts: list[Token]) -> Node:
        return Literal(parts[0].upper() == "TRUE", _around(parts))

    def not_available(self, parts: list[Token]) -> Node:
        return Call("NA", (), _around(parts))

    def path(self, parts: list[Token]) -> Node:
        return Name(tuple(_name(part) for part in parts), _around(parts))

    def argument(self, parts: list[Node]) -> Node:
        return parts[0] if parts else Literal(None)

    def call(self, parts: list[Any]) -> Node:
        function, *arguments, _ = parts
        if arguments == [Literal(None)]:
            arguments = []
        return Call(function.upper(), tuple(arguments), _around(parts))

    def row(self, parts: list[Node]) -> tuple[Node, ...]:
        return tuple(parts)

    def table(self, parts: list[Any]) -> Node:
        _, *rows, _ = parts
        if len({len(row) for row in rows}) > 1:
            raise _Refused("expression.table.ragged", _around(parts))
        return Table(tuple(rows), _around(parts))


def _name(token: Token) -> str:
    return token[1:-1].strip() if token.type == "BRACKETED" else str(token)


def _around(parts: list[Any]) -> Span:
    """Return the span from the first to the last part; left-out arguments have none."""
    return _span(parts[0])[0], _span(parts[-1])[1]


def _span(part: _Part) -> Span:
    if isinstance(part, Token):
        return part.start_pos or 0, part.end_pos or 0
    return part.span


_PARSER = Lark(
    (Path(__file__).parent / "grammar.lark").read_text(encoding="utf-8"),
    parser="lalr",
    transformer=_Builder(),
)


@lru_cache(maxsize=2_048)
def parse(text: str) -> Node | Issue:
    """Read a formula. On refusal the issue's params carry `start`, `end`, `line`, `column` and more."""
    refused = _check_source(text)
    if refused:
        return refused
    try:
        tree: Node = _PARSER.parse(text)  # type: ignore[assignment]
    except _Refused as refusal:
        return _issue(refusal.code, text, refusal.span)
    except UnexpectedInput as problem:
        return _syntax_issue(problem, text)
    return _check_size(tree, text) or tree


def walk(tree: Node) -> list[tuple[Node, int]]:
    """Return every node with its depth, parents before children, without recursion."""
    found: list[tuple[Node, int]] = []
    waiting = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        found.append((node, depth))
        waiting.extend((child, depth + 1) for child in reversed(children(node)))
    return found


def children(node: Node) -> tuple[Node, ...]:
    """Return the direct parts of a node, in reading order."""
    match node:
        case Call(_, arguments):
            return arguments
        case Operation(_, operands):
            return operands
        case Table(rows):
            return tuple(each for row in rows for each in row)
    return ()


def _check_source(text: str) -> Issue | None:
    if len(text.encode("utf-8", "replace")) > SOURCE_BYTES:
        return _issue("expression.source.too_long", text, (0, len(text)), limit=SOURCE_BYTES)
    if not text.strip().lstrip("=＝").strip():
        return _issue("expression.source.empty", text, (0, len(text)))
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += {"(": 1, "（": 1, "{": 1, "｛": 1}.get(found.group(), -1 if len(found.group()) == 1 else 0)
        if depth > NESTING:
            return _issue("expression.tree.too_deep", text, found.span(), limit=NESTING)
    return None


def _check_size(tree: Node, text: str) -> Issue | None:
    nodes = walk(tree)
    if len(nodes) > NODES:
        return _issue("expression.tree.too_large", text, (0, len(text)), limit=NODES)
    deepest, depth = max(nodes, key=lambda entry: entry[1])
    if depth > TREE_DEPTH:
        return _issue("expression.tree.too_deep", text, deepest.span, limit=TREE_DEPTH)
    return None


def _syntax_issue(problem: UnexpectedInput, text: str) -> Issue:
    if isinstance(problem, UnexpectedToken):
        expected = _expected(problem.accepts or problem.expected)
        if problem.token.type == "$END":
            return _issue("expression.syntax.unfinished", text, (len(text), len(text)), expected=expected)
        span = _span(problem.token)
        return _issue(
            "expression.syntax.unexpected", text, span, unexpected=str(problem.token), expected=expected
        )
    start = problem.pos_in_stream or 0
    character = text[start : start + 1]
    if character and character in '"“”＂[［【':
        return _issue("expression.syntax.unclosed", text, (start, len(text)), unexpected=character)
    allowed = problem.allowed if isinstance(problem, UnexpectedCharacters) else ()
    return _issue(
        "expression.syntax.unexpected",
        text,
        (start, min(start + 1, len(text))),
        unexpected=character,
        expected=_expected(allowed or ()),
    )


def _expected(terminals: Any) -> str:
    return " ".join(sorted({_SHOWN[each] for each in terminals if each in _SHOWN}))


def _issue(code: str, text: str, span: Span, **params: Scalar) -> Issue:
    return Issue(code, params=place(text, span) | params)


def place(text: str, span: Span) -> dict[str, Scalar]:
    """Return a span with line and column, both from 1, as parameters of an issue."""
    start, end = span if span != NOWHERE else (0, len(text))
    before = text[:start]
    return {
        "start": start,
        "end": end,
        "line": before.count("\n") + 1,
        "column": start - (before.rfind("\n") + 1) + 1,
    }
