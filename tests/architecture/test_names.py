"""Names say what a thing is: the glossary's words, and none that could be anything."""

import ast
import re

from tests.architecture.sources import functions, written

EMPTY = re.compile(r"(Manager|Helper|Utils?|Handler|Processor|Info|Wrapper|Impl)$|^(Base|Abstract|My)[A-Z]")
EMPTY_MODULE = re.compile(r"(^|_)(utils?|helpers?|manager|misc|common|stuff|base)(_|$)")
PREDICATE = re.compile(r"_*(is|has|can|may)_")
FINDINGS = ("None", "Issue", "list", "tuple", "Iterator", "")


def test_no_class_has_an_empty_name():
    found = [
        f"{path}:{node.name}"
        for path, tree in written()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and EMPTY.search(node.name)
    ]

    assert not found, "name what it stands for, not that it does something"


def test_no_module_has_an_empty_name():
    found = [
        path for path, _ in written() if EMPTY_MODULE.search(path.rpartition("/")[2].removesuffix(".py"))
    ]

    assert not found, "name the module after what it owns"


def test_predicates_return_a_boolean():
    found = [
        f"{path}:{node.name}"
        for path, tree in written()
        for node in functions(tree)
        if PREDICATE.match(node.name) and returned(node) in FINDINGS
    ]

    assert not found, "a name with is_, has_, can_ answers yes or no; checks return issues, require_ raises"


def returned(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return ast.unparse(node.returns).partition("[")[0] if node.returns else ""
