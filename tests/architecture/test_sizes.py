"""Modules and functions stay small enough to be seen whole."""

import ast

from tests.architecture.sources import ROOT, functions, written

MODULE_LINES = 400
# Tables rather than code, which may not grow further: families of formula functions, the first tables.
LONGER = {
    "engine/expressions/functions/text.py": 520,
    "engine/expressions/functions/dates.py": 430,
    "runtime/storage/migrations/versions/v0001_first.py": 420,
}
FUNCTION_LINES = 35
LONGEST_FUNCTION = 80
PARAMETERS = 8
PUBLIC_METHODS = 16
# A method per kind of node or function: what to do is in the tree, not in calls from outside.
VISITORS = {
    "runtime/storage/formulas/compiler.py:Compiler",
    "runtime/storage/formulas/speech.py:Speech",
    "runtime/storage/formulas/sqlite.py:SqliteSpeech",
    "runtime/storage/formulas/postgresql.py:PostgresSpeech",
}


def test_no_module_is_long():
    long = {
        path: lines
        for path, _ in written()
        if (lines := len((ROOT / path).read_text().splitlines())) > LONGER.get(path, MODULE_LINES)
    }

    assert not long, "split it by what changes together"


def test_functions_are_short():
    lengths = sorted(length(node) for _, tree in written() for node in functions(tree))

    assert lengths[int(len(lengths) * 0.95)] < FUNCTION_LINES, "give the steps of the longest functions names"


def test_no_function_is_very_long():
    long = {
        f"{path}:{node.name}": length(node)
        for path, tree in written()
        for node in functions(tree)
        if length(node) > LONGEST_FUNCTION
    }

    assert not long, "give its steps names, each a function of its own"


def test_no_function_takes_many_parameters():
    many = {
        f"{path}:{node.name}"
        for path, tree in written()
        for node in functions(tree)
        if len(node.args.args) + len(node.args.kwonlyargs) > PARAMETERS and not is_endpoint(node)
    }

    allowed = {"engine/entities/record.py:prepare"}
    assert many <= allowed, "gather what belongs together in a dataclass"


def test_no_class_has_many_public_methods():
    many = {
        f"{path}:{node.name}"
        for path, tree in written()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and len(public_methods(node)) > PUBLIC_METHODS
    }

    assert many <= VISITORS, "make data of it, and functions by use case"


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_endpoint(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether a function is called by routing, which hands each parameter over by itself."""
    return bool(node.decorator_list)


def public_methods(node: ast.ClassDef) -> list[str]:
    return [
        each.name
        for each in node.body
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") and node.name[0] != "_"
    ]
