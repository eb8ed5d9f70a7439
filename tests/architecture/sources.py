"""The Python files of the product and their syntax trees, for rules that read code."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("engine", "runtime", "builder")
GENERATED = ("engine/metadata/model.py", "_index.py")


@cache
def modules(*rooms: str) -> tuple[tuple[str, ast.Module], ...]:
    """Return every module of some rooms with its path below the project."""
    return tuple(_modules(rooms or ROOMS))


def written(*rooms: str) -> tuple[tuple[str, ast.Module], ...]:
    """Return the modules that people write."""
    return tuple((path, tree) for path, tree in modules(*rooms) if not path.endswith(GENERATED))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` for a chain of names, or nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def _modules(rooms: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))
