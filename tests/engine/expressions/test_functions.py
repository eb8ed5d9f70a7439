"""Every function proves itself by its examples."""

import pytest

from engine.expressions import evaluate
from engine.expressions.functions import FAMILIES, FUNCTIONS

EXAMPLES = [(function.name, example) for function in FUNCTIONS for example in function.examples]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_example_of_function_holds(name, example):
    assert evaluate(example, {}) is True


def test_every_function_but_those_of_the_moment_has_an_example():
    without = {function.name for function in FUNCTIONS if not function.examples}

    assert without == {"TODAY", "NOW"}


def test_every_function_is_documented_in_one_sentence():
    assert all(function.doc.endswith(".") for function in FUNCTIONS)


def test_families_make_up_the_registry():
    assert sum(map(len, FAMILIES.values())) == len(FUNCTIONS.keys())
