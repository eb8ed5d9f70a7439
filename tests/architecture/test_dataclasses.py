"""Data of the engine does not change: dataclasses are frozen and have slots."""

import ast

from tests.architecture.sources import dotted, modules

# State inside one calculation, never handed on; and a document set with cached look-ups.
MUTABLE = {"engine/entities/working.py:Working"}
WITHOUT_SLOTS = {"engine/metadata/definition.py:Definition", "engine/expressions/function.py:Function"}


def test_dataclasses_are_frozen():
    found = {name for name, given in dataclasses() if "frozen" not in given} - MUTABLE

    assert not found, "write @dataclass(frozen=True, slots=True)"


def test_dataclasses_have_slots():
    found = {name for name, given in dataclasses() if "slots" not in given} - WITHOUT_SLOTS

    assert not found, "write @dataclass(frozen=True, slots=True)"


def dataclasses() -> list[tuple[str, set[str]]]:
    return [
        (f"{path}:{node.name}", settings(decorator))
        for path, tree in modules("engine")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if dotted(decorator.func if isinstance(decorator, ast.Call) else decorator).endswith("dataclass")
    ]


def settings(decorator: ast.expr) -> set[str]:
    if not isinstance(decorator, ast.Call):
        return set()
    return {
        each.arg for each in decorator.keywords
        if each.arg and isinstance(each.value, ast.Constant) and each.value.value is True
    }  # fmt: skip
