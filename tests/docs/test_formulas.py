"""The page about formulas keeps its word."""

import re
from pathlib import Path

import pytest

from engine.expressions import evaluate
from engine.expressions.functions import FUNCTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "formulas.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"```formula\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_the_examples_is_true(line):
    assert evaluate(line, {}) is True


def test_every_function_is_listed():
    assert all(f"| `{function.name}(" in PAGE for function in FUNCTIONS)
