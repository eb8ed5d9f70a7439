"""Tests use fakes: small twins that keep the contract, not mocks that repeat the code."""

import ast

from tests.architecture.sources import modules


def test_no_test_uses_mocks():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any(
            "mock" in name
            for name in [getattr(node, "module", "") or "", *(each.name for each in node.names)]
        )
    ]

    assert not found, "write a fake of the port, or use the in-memory twin"


def test_no_test_is_skipped():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "xfail", "importorskip")
    ]

    assert not found, "what cannot run must fail and say why"


def test_no_test_sleeps():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func) in ("time.sleep", "asyncio.sleep")
    ]

    assert not found, "hand the clock in, or wait for a condition"
