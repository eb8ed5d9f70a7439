"""Cells of decision tables: what one says about the value it is asked about, the *subject*.

A cell is empty or `-` (anything), a value, a comparison (`>= 0.25`), a range (`[1..5]`, `(1..5]`), several of
these with commas (one of them), `not(…)`, or a condition in which `?` is the subject. Spans in what is
read count in the text of the cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from engine.expressions.nodes import Name, Node, Operation
from engine.expressions.parse import parse, place, walk
from engine.kernel.issue import Issue

SUBJECT = "ʔ"
"""The name that stands for the subject in trees: as long as `?`, and a letter for the grammar."""

_ANYTHING = ("", "-", "－", "—")
_COMPARISON = re.compile(r"\s*(<=|>=|<>|!=|[<>=≤≥≠＜＞＝])")
_OPERATORS = {"≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>", "＜": "<", "＞": ">", "＝": "="}
_NOT = re.compile(r"not\s*[(（]", re.IGNORECASE)
_OPENING, _CLOSING = "([{（［【｛", ")]}）］】｝"
_QUOTES = {'"': '"', "“": "”", "＂": "＂"}
_COMMAS = ",，"


@dataclass(frozen=True, slots=True)
class Anything:
    """An empty cell."""


@dataclass(frozen=True, slots=True)
class Compare:
    """The subject compared with an operand; a plain value is compared by `=`."""

    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Between:
    """The subject within two ends, each of them included or not."""

    low: Node
    high: Node
    takes_low: bool
    takes_high: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """Any condition; the name `SUBJECT` is the subject."""

    tree: Node


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of several tests."""

    tests: tuple["Test", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The test is not met."""

    test: "Test"


Test: TypeAlias = Anything | Compare | Between | Condition | OneOf | Not


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell: the whole text, and where the part begins and ends in it."""

    text: str
    start: int
    end: int

    @property
    def inner(self) -> str:
        return self.text[self.start : self.end]

    def part(self, start: int, end: int) -> "_Piece":
        """Return a part without the blanks around it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return _Piece(self.text, start, end)


@lru_cache(maxsize=4_096)
def read_test(text: str) -> Test | Issue:
    """Read a cell; an issue says where in it."""
    if text.strip() in _ANYTHING:
        return Anything()
    return _alternatives(_Piece(_with_subject(text), 0, len(text)))


def trees_of(test: Test) -> Iterator[Node]:
    """Yield the expressions inside a test."""
    match test:
        case Compare(_, operand):
            yield operand
        case Between(low, high):
            yield from (low, high)
        case Condition(tree):
            yield tree
        case OneOf(tests):
            for each in tests:
                yield from trees_of(each)
        case Not(inner):
            yield from trees_of(inner)


def names_of(test: Test) -> Iterator[Name]:
    """Yield every name a test reads but its subject."""
    for tree in trees_of(test):
        for node, _ in walk(tree):
            if isinstance(node, Name) and node.path[0] != SUBJECT:
                yield node


def mentions_subject(tree: Node) -> bool:
    """Tell whether `?` stands in an expression."""
    return any(isinstance(node, Name) and node.path[0] == SUBJECT for node, _ in walk(tree))


def _with_subject(text: str) -> str:
    """Put the name of the subject for each `?` outside quotes."""
    letters = list(text)
    for index, letter, _ in _open_letters(text, 0, len(text)):
        if letter in "?？":
            letters[index] = SUBJECT
    return "".join(letters)


def _open_letters(text: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Yield each letter outside quotes with its place and how many brackets are open before it."""
    closing = ""
    depth = 0
    for index in range(start, end):
        letter = text[index]
        if closing:
            closing = "" if letter == closing else closing
        elif letter in _QUOTES:
            closing = _QUOTES[letter]
        else:
            depth -= letter in _CLOSING
            yield index, letter, depth
            depth += letter in _OPENING


def _alternatives(piece: _Piece) -> Test | Issue:
    commas = [
        index
        for index, letter, depth in _open_letters(piece.text, piece.start, piece.end)
        if letter in _COMMAS and depth == 0
    ]
    ends = [*commas, piece.end]
    starts = [piece.start, *(index + 1 for index in commas)]
    tests: list[Test] = []
    for start, end in zip(starts, ends, strict=True):
        read = _single(piece.part(start, end))
        if isinstance(read, Issue):
            return read
        tests.append(read)
    return tests[0] if len(tests) == 1 else OneOf(tuple(tests))


def _single(piece: _Piece) -> Test | Issue:
    if not piece.inner:
        return _refused("expression.test.empty", piece)
    negated = _negated(piece)
    if negated:
        inner = _alternatives(negated)
        return inner if isinstance(inner, Issue) else Not(inner)
    middle = _middle_of_range(piece)
    if middle:
        return _range(piece, middle)
    if _COMPARISON.match(piece.inner):
        return _comparison(piece)
    tree = _expression(piece)
    if isinstance(tree, Issue):
        return tree
    return Condition(tree) if mentions_subject(tree) else Compare("=", tree)


def _negated(piece: _Piece) -> _Piece | None:
    """Return what stands in `not(…)`, or nothing where a piece is something else."""
    found = _NOT.match(piece.inner)
    if not found or not _closes_at_end(piece, piece.start + found.end() - 1):
        return None
    return piece.part(piece.start + found.end(), piece.end - 1)


def _closes_at_end(piece: _Piece, opened: int) -> bool:
    """Tell whether the bracket opened at a place is closed by the last letter and no earlier one."""
    closed = (
        index
        for index, letter, depth in _open_letters(piece.text, opened, piece.end)
        if letter in _CLOSING and depth == 0
    )
    return next(closed, None) == piece.end - 1


def _middle_of_range(piece: _Piece) -> int | None:
    """Return where the two dots of a range stand, or nothing where a piece is no range."""
    if piece.inner[0] not in _OPENING or not _closes_at_end(piece, piece.start):
        return None
    dots = (
        index
        for index, letter, depth in _open_letters(piece.text, piece.start, piece.end)
        if depth == 1 and letter == "." and piece.text[index + 1 : index + 2] == "."
    )
    return next(dots, None)


def _range(piece: _Piece, middle: int) -> Test | Issue:
    low = _expression(piece.part(piece.start + 1, middle))
    high = _expression(piece.part(middle + 2, piece.end - 1))
    if isinstance(low, Issue):
        return low
    if isinstance(high, Issue):
        return high
    return Between(low, high, piece.inner[0] in "[［【", piece.inner[-1] in "]］】")


def _comparison(piece: _Piece) -> Test | Issue:
    found = _COMPARISON.match(piece.inner)
    assert found
    operand = _expression(piece.part(piece.start + found.end(), piece.end))
    if isinstance(operand, Issue):
        return operand
    operator = _OPERATORS.get(found[1], found[1])
    whole = parse(f"{SUBJECT}{operator}{piece.inner[found.end() :]}")
    if not isinstance(whole, Operation) or whole.operands[0] != Name((SUBJECT,)):
        return _refused("expression.test.unclear", piece)
    if mentions_subject(operand):
        return Condition(Operation(operator, (Name((SUBJECT,)), operand)))
    return Compare(operator, operand)


def _expression(piece: _Piece) -> Node | Issue:
    """Parse a part where it stands, so that spans count in the cell."""
    if not piece.inner:
        return _refused("expression.test.empty", piece)
    return parse(" " * piece.start + piece.inner)


def _refused(code: str, piece: _Piece) -> Issue:
    return Issue(code, params=place(piece.text, (piece.start, piece.end or 1)))
