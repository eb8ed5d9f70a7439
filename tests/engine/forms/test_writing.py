"""Records written through a form: what cannot have been entered there is told by its place."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.entities.record import Sending, attempt
from engine.entities.values import Line, RecordValues
from engine.entities.working import Linked, nothing_linked
from engine.forms.writing import Entered, check_written, has_rules, names_read, through_form
from engine.kernel.errors import Invalid
from engine.metadata.definition import Definition, places
from tests.engine.forms.vectors import CONTENT, DEFINITION, DOCUMENTS, ENTITY, FORM
from tests.factories.definitions import CUSTOMER, load
from tests.factories.surroundings import make_context, make_id

WRITES = [pytest.param(each, id=each["says"]) for each in CONTENT["writes"]]
CLOSED = {"value.form.hidden": "hidden", "value.form.locked": "locked"}


def stored(values: RecordValues | None, definition: Definition, linked: Linked) -> RecordValues | None:
    """Return a record as it is stored once it was made with values."""
    if values is None:
        return None
    entity = definition.entities[ENTITY.id]
    writable = frozenset(place.field.id for place in places(entity))
    sending = Sending(
        incoming=values, existing=None, context=make_context(), writable=writable, linked=linked
    )
    made, _ = attempt(definition, entity, sending)
    lines: Any = made.values["lines"]
    named = tuple(Line(make_id(n), line.values) for n, line in enumerate(lines))
    return {"version": 1, **made.values, "lines": named}


def issues_of(
    sent: RecordValues,
    before: RecordValues | None = None,
    *,
    definition: Definition = DEFINITION,
    linked: Linked = nothing_linked,
) -> dict[str | int, str]:
    """Return what the form says of a write, by field name."""
    entity, context = definition.entities[ENTITY.id], make_context()
    existing = stored(before, definition, linked)
    writable = frozenset(place.field.id for place in places(entity))
    sending = Sending(incoming=sent, existing=existing, context=context, writable=writable, linked=linked)
    prepared, _ = attempt(definition, entity, sending)
    entered = Entered(
        prepared=prepared, sent=frozenset(sent), existing=existing, context=context, writable=writable,
        linked=linked,
    )  # fmt: skip
    found = check_written(definition, definition.forms[FORM.id], entered)
    return {issue.path[0]: issue.code for issue in found}


@pytest.mark.parametrize("write", WRITES)
def test_what_was_never_open_cannot_be_changed_as_the_vectors_say(write: Any) -> None:
    found = issues_of(write["after"], write["before"])

    assert {name: CLOSED[code] for name, code in found.items() if code in CLOSED} == write["refused"]


def test_each_field_is_told_once_with_the_gravest_first() -> None:
    found = issues_of({"urgent": True, "grade": "normal", "approver": None}, {"status": "draft"})

    assert found == {
        "customer": "value.required",
        "grade": "value.choice.not_offered",
    }


@given(st.dictionaries(st.sampled_from(["urgent", "reason", "grade", "note", "lines", "colour"]), st.from_type(object) | st.lists(st.integers())))  # fmt: skip
def test_whatever_is_sent_is_judged_without_falling_over(sent: dict[str, Any]) -> None:
    assert set(issues_of(sent).values()) <= {*CLOSED, "value.required", "value.choice.not_offered"}


def narrowed() -> Definition:
    """Return the form with a second customer, of the level that the first one has and with a discount."""
    documents = deepcopy(DOCUMENTS)
    payer = {
        "id": "fld_opayer", "name": "payer", "type": "link", "label": {"zh": "payer", "en": "payer"},
        "options": {"entity": CUSTOMER},
    }  # fmt: skip
    documents["entities/order.json"]["fields"].append(payer)
    item = {"field": payer["id"], "candidates": "level = record.customer.level AND discount > 0"}
    documents["forms/order.json"]["layout"][0]["items"].append(item)
    return load(documents)


NARROWED = narrowed()
LEVELS = {
    make_id(1): {"level": "gold", "discount": 1},
    make_id(2): {"level": "normal", "discount": 1},
    make_id(3): {"level": "gold", "discount": 1},
    make_id(4): {"level": "gold"},
}


def levels(_entity: str, id: str, name: str) -> Any:
    return LEVELS.get(id, {}).get(name)


@pytest.mark.parametrize(("payer", "is_offered"), [(3, True), (2, False), (4, False), (9, False)])
def test_a_link_leads_only_to_what_the_form_offers(payer: int, is_offered: bool) -> None:
    sent = {"customer": make_id(1), "date": "2026-11-23", "payer": make_id(payer)}

    found = issues_of(sent, definition=NARROWED, linked=levels)

    assert found == ({} if is_offered else {"payer": "value.choice.not_offered"})


def test_a_link_that_stays_need_not_be_offered_any_more() -> None:
    before = {"customer": make_id(1), "date": None, "payer": make_id(2)}

    assert "payer" not in issues_of({"reason": None}, before, definition=NARROWED, linked=levels)


def test_what_the_rules_of_a_form_read_is_known_beforehand() -> None:
    assert names_read(NARROWED, FORM.id) == {"customer", "status", "total", "urgent"}
    assert has_rules(DEFINITION, FORM.id)


def test_a_form_that_only_lays_out_has_no_rules() -> None:
    documents = deepcopy(DOCUMENTS)
    for section in documents["forms/order.json"]["layout"]:
        section.pop("show", None)
        section["items"] = [{"field": item["field"]} for item in section["items"]]

    assert not has_rules(load(documents), FORM.id)


def test_a_form_of_another_name_or_entity_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        through_form(DEFINITION, CUSTOMER, "order")

    assert [(issue.code, issue.pointer) for issue in refused.value.issues] == [
        ("record.form.unknown", "/form")
    ]
    assert through_form(DEFINITION, ENTITY.id, None) is None
