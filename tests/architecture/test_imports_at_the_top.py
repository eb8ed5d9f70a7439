"""Imports stand at the top of a module: one inside a function hides a knot."""

import ast

from tests.architecture.sources import functions, modules


def test_no_function_imports():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules("engine", "runtime", "builder", "tools")
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not found, "move what both modules need further down, then import it at the top"
