"""The public formula collections: nothing that was right may become wrong."""

import pytest

from tools.formula_cases import excel_cases, named_cases
from tools.scores import passes


def test_nearly_all_unanimous_and_majority_cases_give_the_agreed_value():
    cases = named_cases()

    assert len(cases) == 524
    assert sum(map(passes, cases)) >= 521


def test_nearly_all_common_workbook_cases_give_excels_value():
    cases = excel_cases()

    assert len(cases) == 1006
    assert sum(map(passes, cases)) >= 970


@pytest.mark.parametrize("case", named_cases()[:40], ids=lambda case: case.id)
def test_first_cases_pass_one_by_one(case):
    assert passes(case)
