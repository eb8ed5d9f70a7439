"""Messages from templates: Jinja in a sandbox that knows plain values, a few filters, and nothing else.

A template is refused before it runs where it holds anything but text, values, conditions and loops over
lists. What it costs is bounded: by the depth of loops, by what it is given and by what it writes.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine.kernel.issue import Issue

SOURCE = 20_000
WRITTEN = 200_000
LOOPS = 2
ITEMS = 1_000
DEPTH = 6
VALUES = 20_000
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Filter,
    nodes.Test, nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Concat,
)  # fmt: skip
_PLAIN = (str, int, bool, Decimal, date, datetime, type(None))


def check_template(source: str) -> list[Issue]:
    """Return what is wrong with a template: what cannot be read, and what is not allowed."""
    if len(source) > SOURCE:
        return [Issue("template.source.long", params={"limit": SOURCE})]
    try:
        tree = _ENVIRONMENT.parse(source)
        issues = [*_forbidden(tree), *_deep(tree)]
        if not issues:
            _compiled(source)  # what is nested deeper than Python can be is found here
    except TemplateSyntaxError as fault:
        return [Issue("template.syntax.wrong", params={"line": fault.lineno, "cause": fault.message or ""})]
    except (RecursionError, SyntaxError, MemoryError):
        return [Issue("template.syntax.wrong", params={"line": 1, "cause": "nested too deeply"})]
    return issues


def names_read(source: str) -> frozenset[str]:
    """Return the dotted paths a sound template reads; what a loop goes through is read by `path.name`."""
    found: set[str] = set()
    _read(_ENVIRONMENT.parse(source), {}, found)
    return frozenset(found)


def render(source: str, given: Mapping[str, Any]) -> str | Issue:
    """Return the text of a template over plain values: texts, numbers, dates, lists and maps of them."""
    issue = next(iter(check_template(source)), None) or _too_much(given)
    if issue is not None:
        return issue
    written: list[str] = []
    length = 0
    try:
        for piece in _compiled(source).generate(given):
            length += len(piece)
            if length > WRITTEN:
                return Issue("template.output.long", params={"limit": WRITTEN})
            written.append(piece)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as fault:
        return Issue("template.run.failed", params={"cause": str(fault)[:200]})
    return "".join(written)


def _forbidden(tree: nodes.Template) -> Iterator[Issue]:
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            yield Issue("template.part.forbidden", params={"part": type(node).__name__, "line": node.lineno})
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield Issue("template.name.forbidden", params={"name": node.attr, "line": node.lineno})
        elif isinstance(node, nodes.Name) and node.name.startswith("_"):
            yield Issue("template.name.forbidden", params={"name": node.name, "line": node.lineno})
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            yield Issue("template.filter.unknown", params={"name": node.name, "line": node.lineno})
        elif isinstance(node, nodes.For) and (node.recursive or not isinstance(node.target, nodes.Name)):
            yield Issue("template.part.forbidden", params={"part": "recursive for", "line": node.lineno})


def _deep(node: nodes.Node, loops: int = 0) -> Iterator[Issue]:
    loops += isinstance(node, nodes.For)
    if loops > LOOPS:
        yield Issue("template.loop.deep", params={"limit": LOOPS, "line": node.lineno})
        return
    for child in node.iter_child_nodes():
        yield from _deep(child, loops)


def _read(node: nodes.Node, loops: Mapping[str, str], found: set[str]) -> None:
    if isinstance(node, nodes.Getattr | nodes.Name):
        path = _path(node, loops)
        if path:
            found.add(path)
            return
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        through = _path(node.iter, loops)
        _read(node.iter, loops, found)
        loops = {**loops, node.target.name: through or ""}
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            _read(child, loops, found)
        return
    for child in node.iter_child_nodes():
        _read(child, loops, found)


def _path(node: nodes.Node, loops: Mapping[str, str]) -> str | None:
    if isinstance(node, nodes.Name):
        return loops.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        before = _path(node.node, loops)
        return f"{before}.{node.attr}" if before else None
    return None


def _too_much(given: Mapping[str, Any]) -> Issue | None:
    """Return what a template must not be given: other things than plain ones, or too many of them."""
    counted = 0
    waiting: list[tuple[Any, int]] = [(given, 0)]
    while waiting:
        value, depth = waiting.pop()
        counted += 1
        if counted > VALUES or depth > DEPTH:
            return Issue("template.given.much", params={"limit": VALUES})
        if isinstance(value, dict):
            waiting += [(each, depth + 1) for each in value.values()]
        elif isinstance(value, list | tuple):
            waiting += [(each, depth + 1) for each in value]
        elif type(value) not in _PLAIN:
            return Issue("template.given.foreign", params={"kind": type(value).__name__})
    return None


def _money(value: Any) -> str:
    return f"{_number(value):,.2f}"


def _rounded(value: Any, places: int = 0) -> str:
    return f"{_number(value):,.{min(max(int(places), 0), 8)}f}"


def _number(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value or 0))


def _day(value: Any) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else str(value or "")


def _minute(value: Any) -> str:
    return value.isoformat(" ")[:16] if isinstance(value, datetime) else _day(value)


def _or(value: Any, other: Any = "") -> Any:
    return value or other


def _joined(value: Any, between: str = ", ") -> str:
    return str(between).join(_shown(each) for each in list(value or ())[:ITEMS])


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


_FILTERS = {
    "money": _money,
    "number": _rounded,
    "date": _day,
    "datetime": _minute,
    "default": _or,
    "join": _joined,
    "length": lambda value: len(value or ()),
    "upper": lambda value: _shown(value).upper(),
    "lower": lambda value: _shown(value).lower(),
    "trim": lambda value: _shown(value).strip(),
}


def _items(value: Any) -> list[Any]:
    """Return what a loop goes through: a list that is not too long, never the letters of a text."""
    if not isinstance(value, list | tuple) or len(value) > ITEMS:
        raise TypeError(f"a loop goes through a list of at most {ITEMS}")
    return list(value)


def _environment() -> ImmutableSandboxedEnvironment:
    """Return the sandbox. What it writes is plain text, which whoever shows it must escape."""
    made = ImmutableSandboxedEnvironment(
        autoescape=False, undefined=StrictUndefined, finalize=_shown, cache_size=0
    )
    made.globals.clear()
    made.filters = {**_FILTERS, "_items": _items}
    made.tests = {"none": lambda value: value is None, "defined": lambda value: value is not None}
    return made


_ENVIRONMENT = _environment()


@lru_cache(maxsize=256)
def _compiled(source: str) -> Template:
    """Return a template in which every loop goes through `_items`, a filter that no author can write."""
    tree = _ENVIRONMENT.parse(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "_items", [], [], None, None, lineno=loop.lineno)
    code = _ENVIRONMENT.compile(tree)
    return Template.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None))
