"""What was sent becomes what is stored, or every issue with its place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.entities.record import Prepared, prepare, preview
from engine.entities.values import Line
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import places
from engine.text.catalog import say_issue
from tests.factories.definitions import ORDER, load, make_formula, make_sales_definition, make_sales_documents
from tests.factories.documents import make_entity, make_field, make_label
from tests.factories.surroundings import USER, make_context, make_id

DEFINITION = make_sales_definition()
ENTITY = DEFINITION.entities[ORDER]
EVERY = frozenset(place.field.id for place in places(ENTITY))
CUSTOMER_ID = make_id(1)
LINKED = {"name": "北京华联", "level": "gold", "discount": Decimal("0.1"), "credit_limit": Decimal(500)}


def linked(entity, id, name):
    return LINKED.get(name) if id == CUSTOMER_ID else None


def order(**more):
    return {"customer": CUSTOMER_ID, "lines": [{"product": "A", "quantity": "3", "price": "￥12.50"}], **more}


def make(incoming, existing=None, definition=DEFINITION, entity=ORDER, writable=EVERY, **more):
    return prepare(
        definition, definition.entities[entity], incoming, existing, make_context(),
        writable=writable, linked=linked, **more,
    )  # fmt: skip


def saved(incoming, **more):
    """Prepare, and give the new lines the ids storage would give."""
    made = make(incoming, **more)
    assert isinstance(made, Prepared), made
    lines = tuple(
        replace(line, id=line.id or make_id(100 + n)) for n, line in enumerate(made.values["lines"])
    )
    return {**made.values, "lines": lines}


def refused(incoming, existing=None, **more):
    made = make(incoming, existing, **more)
    assert isinstance(made, list), made
    return {(issue.code, issue.path) for issue in made}


def test_a_new_record_is_read_filled_and_computed():
    made = make(order())

    assert made.values == {
        "no": None, "date": date(2026, 11, 23), "customer": CUSTOMER_ID, "note": None, "status": "draft",
        "lines": (Line(None, {"product": "A", "quantity": 3, "price": Decimal("12.50"), "amount": Decimal("37.50")}),),
        "total": Decimal("37.50"),
    }  # fmt: skip
    assert made.changed == {"date", "customer", "status", "lines", "total"}
    assert made.lines["lines"].added == made.values["lines"]


def test_what_is_sent_as_blank_is_not_filled_with_the_default():
    assert make(order(status=None)).values["status"] is None


def test_the_default_of_a_required_field_sent_as_blank_does_not_help():
    assert refused(order(date=None)) == {("value.required", ("date",))}


def test_every_fault_is_named_with_its_place():
    wrong = order(
        customer="nobody", colour="red", total="5", date="2026-02-30",
        lines=[{"quantity": 0}, {"product": "B", "size": "L", "amount": 9}, "C"],
    )  # fmt: skip

    assert refused(wrong) == {
        ("value.id.unreadable", ("customer",)),
        ("field.name.unknown", ("colour",)),
        ("field.computed.entered", ("total",)),
        ("value.date.impossible", ("date",)),
        ("value.number.too_small", ("lines", 0, "quantity")),
        ("value.required", ("lines", 0, "product")),
        ("field.name.unknown", ("lines", 1, "size")),
        ("field.computed.entered", ("lines", 1, "amount")),
        ("field.lines.line.expected", ("lines", 2)),
    }


def test_a_required_field_without_value_is_named_by_its_label():
    [issue] = make(order(customer=None))

    assert say_issue(issue, "en") == 'Fill in "customer".'


@pytest.mark.parametrize("sent", [None, [], ()])
def test_too_few_lines_are_refused(sent):
    assert refused(order(lines=sent)) == {("field.lines.few", ("lines",))}


def test_lines_not_sent_for_a_new_record_are_too_few_as_well():
    assert refused({"customer": CUSTOMER_ID}) == {("field.lines.few", ("lines",))}


def test_too_many_lines_are_refused():
    assert refused(order(lines=[{"product": "A"}] * 501)) == {("field.lines.too_many", ("lines",))}
    assert refused(order(lines=[{"product": "A"}] * 1001)) == {("field.lines.too_many", ("lines",))}


def test_lines_that_are_no_list_are_refused():
    assert refused(order(lines="A")) == {("value.list.expected", ("lines",))}


def test_a_failed_check_speaks_with_the_authors_words():
    [issue] = make(order(lines=[{"product": "A", "quantity": 1, "price": "10000"}]))

    assert (issue.code, issue.path) == ("entity.check.failed", ("total",))
    assert say_issue(issue, "zh-CN") == "单笔订单须低于一万"
    assert say_issue(issue, "en") == "An order stays below 10,000"


def test_a_check_over_something_wrong_is_left_out():
    assert refused(order(lines=[{"product": "A", "quantity": "x", "price": "10000"}])) == {
        ("value.number.unreadable", ("lines", 0, "quantity"))
    }


def test_a_change_keeps_what_is_not_named():
    existing = saved(order(note="as agreed"))

    made = make({"status": "paid"}, existing)

    assert made.values == {**existing, "status": "paid"}
    assert made.changed == {"status"}
    assert not made.lines["lines"]


def test_a_line_with_id_is_changed_without_added_and_one_marked_removed():
    existing = saved(order(lines=[{"product": each, "price": "1"} for each in "ABC"]))
    first, second, third = (line.id for line in existing["lines"])

    made = make(
        {
            "lines": [
                {"id": second, "quantity": 5},
                {"id": third, "_delete": True},
                {"product": "D", "price": 2},
            ]
        },
        existing,
    )

    assert [line.values["product"] for line in made.values["lines"]] == ["A", "B", "D"]
    changes = made.lines["lines"]
    assert [line.id for line in changes.changed] == [second]
    assert [line.values["product"] for line in changes.added] == ["D"]
    assert changes.removed == (third,)
    assert made.values["total"] == Decimal("8.00")
    assert made.values["lines"][0].id == first


def test_lines_are_ordered_as_sent_when_all_are_named():
    existing = saved(order(lines=[{"product": each} for each in "AB"]))
    first, second = (line.id for line in existing["lines"])

    made = make({"lines": [{"id": second}, {"product": "C"}, {"id": first}]}, existing)

    assert [line.values["product"] for line in made.values["lines"]] == ["B", "C", "A"]
    assert "lines" in made.changed


@pytest.mark.parametrize("lines", [
    [{"id": make_id(999)}], [{"_delete": True, "id": make_id(999)}], [{"id": make_id(100)}, {"id": make_id(100)}],
])  # fmt: skip
def test_a_line_of_nobody_and_a_line_named_twice_are_refused(lines):
    issues = refused({"lines": lines}, saved(order()))

    assert issues == {("field.lines.line.unknown", ("lines", len(lines) - 1))}


def test_removing_the_last_line_is_refused_where_one_is_needed():
    assert refused({"lines": [{"id": make_id(100), "_delete": True}]}, saved(order())) == {
        ("field.lines.few", ("lines",))
    }


def test_a_whole_record_sent_back_as_it_came_changes_nothing():
    existing = saved(order()) | {"id": make_id(7), "version": 3, "level": "gold", "rebate": Decimal("3.75")}
    sent = {
        "id": make_id(7), "version": 3, "customer": {"id": CUSTOMER_ID, "title": "北京华联"}, "total": "37.50",
        "date": "2026-11-23", "level": "gold", "rebate": "3.75",
        "lines": [{"id": make_id(100), "product": "A", "quantity": 3, "price": "12.50", "amount": "37.50"}],
    }  # fmt: skip

    made = make(sent, existing)

    assert isinstance(made, Prepared), made
    assert made.changed == frozenset()


def test_system_fields_cannot_be_entered():
    existing = saved(order()) | {"version": 3, "created_by": USER}

    assert refused({"version": 4, "created_by": make_id(5)}, existing) == {
        ("field.system.entered", ("version",)), ("field.system.entered", ("created_by",)),
    }  # fmt: skip


def test_a_field_without_right_is_refused_unless_it_is_as_it_was():
    existing = saved(order())
    writable = EVERY - {"fld_ostat1"}

    assert refused({"status": "paid"}, existing, writable=writable) == {("field.right.missing", ("status",))}
    assert isinstance(make({"status": "draft"}, existing, writable=writable), Prepared)


def test_a_hidden_field_does_not_exist():
    issues = refused(
        {"status": "paid"}, saved(order()), writable=EVERY - {"fld_ostat1"}, visible=EVERY - {"fld_ostat1"}
    )

    assert issues == {("field.name.unknown", ("status",))}


def test_a_field_without_right_still_gets_its_default():
    assert make(order(), writable=EVERY - {"fld_ostat1"}).values["status"] == "draft"


def test_lines_without_right_cannot_be_touched():
    writable = EVERY - {"fld_oline1"}

    assert refused({"lines": [{"product": "B"}]}, saved(order()), writable=writable) == {
        ("field.right.missing", ("lines",))
    }
    assert isinstance(make({"lines": []}, saved(order()), writable=writable), Prepared)


def test_a_column_without_right_cannot_be_touched():
    issues = refused(order(), writable=EVERY - {"fld_lpric1"})

    assert issues == {("field.right.missing", ("lines", 0, "price"))}


def test_a_sequence_is_given_and_never_entered_by_hand():
    assert refused(order(no="SO-1")) == {("field.right.missing", ("no",))}
    assert make(order(no="SO-1"), by_hand=False).values["no"] == "SO-1"
    assert make(order(), given={"no": "SO-202611-0001"}).values["no"] == "SO-202611-0001"


def test_a_value_that_was_there_is_not_held_against_whoever_changes_something_else():
    existing = {**saved(order()), "status": "void"}
    documents = make_sales_documents()
    documents["options/state.json"]["choices"].append(
        {"value": "void", "label": make_label("作废"), "retired": True}
    )

    made = make({"status": "void", "note": "x"}, existing, definition=load(documents))

    assert isinstance(made, Prepared), made
    assert refused(order(status="void"), definition=load(documents)) == {
        ("field.choice.retired", ("status",))
    }


def with_fields(*fields, **more):
    documents = make_sales_documents()
    documents["entities/thing.json"] = make_entity("ent_thing1", "thing", list(fields), **more)
    definition = load(documents)
    return definition, frozenset(place.field.id for place in places(definition.entities["ent_thing1"]))


def make_thing(definition_and_ids, incoming, existing=None, **more):
    definition, every = definition_and_ids
    return make(incoming, existing, definition=definition, entity="ent_thing1", writable=every, **more)


def test_defaults_may_follow_links_and_read_other_defaults():
    thing = with_fields(
        make_field("fld_tlimit", "limit", "money", default="half * 2"),
        make_field("fld_thalf1", "half", "money", default="client.credit_limit / 3"),
        make_field("fld_tclien", "client", "link", options={"entity": "ent_cust01"}),
    )

    made = make_thing(thing, {"client": CUSTOMER_ID})

    assert made.values["half"] == Decimal("166.67")
    assert made.values["limit"] == Decimal("333.34")


def test_a_default_that_fails_leaves_the_field_blank():
    thing = with_fields(make_field("fld_tquot1", "quotient", "decimal", default="1 / 0"))

    assert make_thing(thing, {}).values["quotient"] is None


def test_defaults_of_a_line_may_read_the_record():
    columns = [make_field("fld_tcolu1", "label", default='parent.title & "-" & 1')]
    thing = with_fields(
        make_field("fld_ttitle", "title"),
        make_field("fld_titems", "items", "lines", options={"fields": columns}),
    )

    assert make_thing(thing, {"title": "T", "items": [{}]}).values["items"][0].values["label"] == "T-1"


def test_a_formula_that_fails_is_blank_and_says_why():
    thing = with_fields(
        make_field("fld_ttotal", "total", "decimal"),
        make_formula("fld_tquot1", "quotient", "1 / total", "decimal"),
    )

    made = make_thing(thing, {"total": 0})

    assert made.values["quotient"] is None
    [warning] = made.warnings
    assert (warning.code, warning.path, warning.severity) == (
        "field.formula.failed", ("quotient",), Severity.WARNING,
    )  # fmt: skip
    assert warning.params["code"] == "#DIV/0!"


@pytest.mark.parametrize(("expression", "result", "value"), [
    ("2 / 3", "decimal", Decimal("0.67")), ("2 / 3", "integer", Decimal(1)), ("-0.005", "money", Decimal("-0.01")),
    ('"a" & 1', "text", "a1"), ('""', "text", None), ("1 = 1", "boolean", True), ("DATE(2026,1,2)", "date", date(2026, 1, 2)),
    ("10 ^ 17", "money", None), ("5", "text", "5"),
])  # fmt: skip
def test_a_formula_gives_the_kind_and_scale_it_declares(expression, result, value):
    thing = with_fields(make_formula("fld_tvalue", "value", expression, result))

    assert make_thing(thing, {}).values["value"] == value


def test_lines_are_computed_before_and_after_the_record_as_they_need_each_other():
    columns = [
        make_field("fld_tamoun", "amount", "decimal"),
        make_formula("fld_tshare", "share", "amount / parent.total", "percent", scale=4),
    ]
    thing = with_fields(
        make_formula("fld_tmost1", "most", "MAX(items.share)", "percent", scale=4),
        make_field("fld_titems", "items", "lines", options={"fields": columns}),
        make_formula("fld_ttotal", "total", "SUM(items.amount)", "decimal"),
    )

    made = make_thing(thing, {"items": [{"amount": 1}, {"amount": 3}]})

    assert [line.values["share"] for line in made.values["items"]] == [Decimal("0.2500"), Decimal("0.7500")]
    assert made.values["most"] == Decimal("0.7500")


def test_a_check_may_read_linked_records_and_live_fields():
    check = {
        "id": "chk_limit1",
        "expression": "amount <= client.credit_limit",
        "message": make_label("Too much"),
    }
    thing = with_fields(
        make_field("fld_tclien", "client", "link", options={"entity": "ent_cust01"}),
        make_field("fld_tamoun", "amount", "money"),
        make_field("fld_tlevel", "level", "lookup", options={"link": "fld_tclien", "field": "fld_clevel"}),
        checks=[
            check,
            {"id": "chk_level1", "expression": 'level = "gold"', "message": make_label("Gold only")},
        ],
    )

    assert isinstance(make_thing(thing, {"client": CUSTOMER_ID, "amount": 500}), Prepared)
    assert len(make_thing(thing, {"client": CUSTOMER_ID, "amount": 501})) == 1
    assert len(make_thing(thing, {"client": make_id(2), "amount": 501})) == 2


def test_a_read_only_field_is_filled_by_its_default_and_not_by_hand():
    thing = with_fields(make_field("fld_tstock", "stock", "integer", read_only=True, default="5"))

    assert make_thing(thing, {}).values["stock"] == 5
    assert [each.code for each in make_thing(thing, {"stock": 6})] == ["field.read_only.entered"]
    assert make_thing(thing, {"stock": 6}, by_hand=False).values["stock"] == 6


def test_an_old_record_may_be_changed_though_a_field_one_cannot_enter_is_missing():
    definition, every = with_fields(
        make_field("fld_tneed1", "need", required=True), make_field("fld_tnote1", "note")
    )
    old = {"need": None, "note": "x"}

    assert make({"note": "y"}, old, definition, "ent_thing1", every - {"fld_tneed1"}).changed == {"note"}
    assert refused({"note": "y"}, old, definition=definition, entity="ent_thing1", writable=every) == {
        ("value.required", ("need",))
    }


def test_a_preview_shows_live_fields_and_what_is_wrong_and_stores_nothing():
    seen = preview(
        DEFINITION, ENTITY, order(date="soon"), None, make_context(), writable=EVERY, linked=linked
    )

    assert seen.values["level"] == "gold"
    assert seen.values["rebate"] == Decimal("3.75")
    assert seen.values["date"] is None
    assert [issue.path for issue in seen.issues] == [("date",)]


def test_a_figure_over_other_records_is_nothing_for_a_new_one_and_known_for_an_old_one():
    entity = DEFINITION.entities["ent_cust01"]
    every = frozenset(place.field.id for place in places(entity))

    new = preview(DEFINITION, entity, {"name": "A"}, None, make_context(), writable=every)
    old = preview(DEFINITION, entity, {}, {"name": "A", "order_count": 4}, make_context(), writable=every)

    assert (new.values["order_count"], old.values["order_count"]) == (0, 4)


line = st.fixed_dictionaries(
    {"product": st.sampled_from(["A", "B"]), "quantity": st.integers(1, 99)},
    optional={"price": st.integers(0, 10**4).map(lambda cents: str(Decimal(cents) / 100))},
)


@given(st.lists(line, min_size=1, max_size=4), st.text(st.characters(categories=["L"]), max_size=9))
def test_preparing_what_was_prepared_changes_nothing(lines, note):
    first = make(order(lines=lines, note=note))
    if isinstance(first, list):
        assert [issue.code for issue in first] == ["entity.check.failed"]
        return
    existing = saved(order(lines=lines, note=note))
    again = make(
        existing | {"lines": [{"id": each.id, **each.values} for each in existing["lines"]]}, existing
    )

    assert isinstance(again, Prepared), again
    assert again.values == existing
    assert again.changed == frozenset()


def test_issues_are_values():
    assert refused(order(customer=None)) == {("value.required", ("customer",))}
    assert all(isinstance(issue, Issue) for issue in make(order(customer=None)))
