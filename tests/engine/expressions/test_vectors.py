"""Our own vectors: the meaning of the language, shared with the browser twin."""

import pytest

from engine.expressions import evaluate
from engine.kernel.values import ErrorValue
from tools import typed_json
from tools.generate_trees import vectors


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["id"])
def test_vector_gives_its_value(vector):
    values = {name: typed_json.load(value) for name, value in vector["values"].items()}

    result = evaluate(vector["expression"], values)

    expected = typed_json.load(vector["expected"])
    if isinstance(expected, ErrorValue):
        assert isinstance(result, ErrorValue)
        assert result.code == expected.code
    else:
        assert (result, isinstance(result, bool)) == (expected, isinstance(expected, bool))
