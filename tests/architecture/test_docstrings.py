"""Every module says in one docstring what it owns; every public function has a line."""

import ast

from tests.architecture.sources import modules, written

LONGEST = 14


def test_every_module_has_a_docstring():
    without = [path for path, tree in modules() if not ast.get_docstring(tree) and tree.body]

    assert not without, "say in one to three sentences what the module owns, and what it does not"


def test_docstrings_of_modules_are_short():
    long = [path for path, tree in written() if len((ast.get_docstring(tree) or "").splitlines()) > LONGEST]

    assert not long, "longer explanations belong into docs/"


def test_public_functions_and_classes_have_a_line():
    without = [
        f"{path}:{node.name}"
        for path, tree in written("engine")
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert not without, "say what it returns, in one line"
