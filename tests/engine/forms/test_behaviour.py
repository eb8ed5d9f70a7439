"""What a form shows, requires and locks, as the vectors shared with the browser say."""

from datetime import date
from decimal import Decimal

import pytest

from engine.entities.values import Line
from engine.forms.behaviour import behaviour_of, check_filled, check_offered
from engine.forms.steps import steps_of
from tests.engine.forms.vectors import CONTENT, DEFINITION, EVERY, FORM
from tests.factories.surroundings import make_context

READ = {
    "date": date.fromisoformat,
    "total": Decimal,
    "lines": lambda lines: tuple(Line(None, each) for each in lines),
}
CASES = [pytest.param(case, id=case["says"]) for case in CONTENT["cases"]]


def values_of(case):
    return {name: READ.get(name, lambda same: same)(value) for name, value in case["values"].items()}


def behaviour(case):
    linked = case.get("linked", {})
    writable = EVERY - set(case.get("not_writable", ()))
    return behaviour_of(
        DEFINITION, FORM, values_of(case), make_context(), writable=writable,
        linked=lambda entity, id, name: linked.get(id, {}).get(name),
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_form_behaves_as_its_vectors_say(case):
    found = behaviour(case)

    states = {id: (state.is_shown, state.is_required, state.is_locked) for id, state in found.items.items()}
    assert {id: states[id] for id in case["items"]} == {
        id: tuple(state) for id, state in case["items"].items()
    }
    assert {id: found.sections[id] for id in case.get("sections", {})} == case.get("sections", {})


@pytest.mark.parametrize("case", CASES)
def test_what_is_shown_and_required_must_be_filled(case):
    issues = check_filled(DEFINITION, FORM, values_of(case), behaviour(case))

    assert [issue.path[0] for issue in issues] == case["missing"]


@pytest.mark.parametrize("case", [each for each in CASES if "choices" in each.values[0]])
def test_choices_are_narrowed_and_steps_led_through_as_the_vectors_say(case):
    found = behaviour(case)

    assert {id: found.items[id].choices for id in case["choices"]} == {
        id: None if choices is None else frozenset(choices) for id, choices in case["choices"].items()
    }
    issues = check_offered(DEFINITION, FORM, values_of(case), found)
    assert [issue.path[0] for issue in issues] == case["not_offered"]
    steps = steps_of(DEFINITION, FORM, values_of(case), found)
    assert [[each.section, list(each.open), each.is_reachable] for each in steps] == case["steps"]
