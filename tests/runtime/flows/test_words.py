"""What administrators read about an incident."""

from runtime.flows.words import words


def test_a_failed_expression_names_all_values_it_saw():
    params = {
        "expression": "a / b", "error": "#DIV/0!", "cause": "division_by_zero", "inputs.a": "1", "inputs.b": "0",
    }  # fmt: skip

    told = words("flow.expression.failed", params)

    assert "a = 1; b = 0" in told["zh"]
    assert "a = 1; b = 0" in told["en"]
