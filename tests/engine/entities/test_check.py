"""Design checks: each fault of a document is found at its place, with a sentence; a good one passes."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from engine.access.check import check_roles
from engine.entities.check import check_definition
from engine.kernel.issue import Issue
from engine.text.catalog import LOCALES, MESSAGES, say_issue
from tests.engine.entities.test_laying_out import LAYOUTS
from tests.factories.definitions import CUSTOMER, ORDER, load, make_formula, make_role, make_sales_documents
from tests.factories.documents import make_field, make_form, make_label

Edit = Callable[[dict[str, Any]], Any]
ORDER_FIELDS = ("entities", "order", "fields")


def find(edit: Edit) -> list[Issue]:
    documents = deepcopy(make_sales_documents())
    edit(documents)
    definition = load(documents)
    return [*check_definition(definition), *check_roles(definition)]


def order(documents):
    return documents["entities/order.json"]


def add(*fields) -> Edit:
    return lambda documents: order(documents)["fields"].extend(fields)


def set_order(**more) -> Edit:
    return lambda documents: order(documents).update(more)


def set_line(index, **more) -> Edit:
    return lambda documents: order(documents)["fields"][6]["options"]["fields"][index].update(more)


def add_form(*fields) -> Edit:
    return lambda documents: documents.update(
        {"forms/order.json": make_form("frm_orde01", "order", ORDER, list(fields))}
    )


def add_view(**more) -> Edit:
    view = {"schema": "tongdao/view/1", "id": "viw_orde01", "name": "order", "label": make_label("o"), "entity": ORDER,
            "columns": [{"field": "fld_ono001"}], **more}  # fmt: skip
    return lambda documents: documents.update({"views/order.json": view})


def add_role(*permissions) -> Edit:
    return lambda documents: documents.update({"roles/r.json": make_role("rol_aaaa01", "r", *permissions)})


def formula(expression, result="integer"):
    return add(make_formula("fld_new001", "new", expression, result))


def make_stock(**other) -> Edit:
    counts = [make_field(f"fld_count{n}", f"count{n}", "integer") for n in (1, 2)]
    stock = {
        "product": "fld_ocust1",
        "warehouse": "fld_ocust1",
        "on_hand": "fld_count1",
        "reserved": "fld_count2",
    }

    def edit(documents) -> None:
        order(documents)["fields"].extend(counts)
        order(documents)["stock"] = stock | other

    return edit


NEW = (*ORDER_FIELDS, 9)
STOCK = ("entities", "order", "stock")
FAULTS = [
    ("a formula that cannot be read", formula("1 +"), "expression.syntax.unfinished", (*NEW, "options", "expression")),
    ("an unknown name", formula("totl + 1"), "expression.name.unknown", (*NEW, "options", "expression")),
    ("an unknown function", formula("SUMM(1)"), "expression.function.unknown", (*NEW, "options", "expression")),
    ("a text where a number is promised", formula('"a" & 1'), "expression.result.type", (*NEW, "options", "expression")),
    ("a link as number", formula("customer + 1"), "expression.link.as_number", (*NEW, "options", "expression")),
    ("a live formula that the database cannot compute", formula("NPV(0.1, customer.order_count)"),
     "expression.function.not_in_database", (*NEW, "options", "expression")),
    ("a formula in a line that names the record", set_line(3, options={"expression": "total", "result": "money"}),
     "expression.name.unknown", (*ORDER_FIELDS, 6, "options", "fields", 3, "options", "expression")),
    ("a default of the wrong type", add(make_field("fld_new001", "new", "date", default="TRUE")),
     "expression.result.type", (*NEW, "default")),
    ("a default of what is computed", add(make_formula("fld_new001", "new", "1", "integer") | {"default": "2"}),
     "field.default.impossible", (*NEW, "default")),
    ("a required computed field", add(make_formula("fld_new001", "new", "1", "integer") | {"required": True}),
     "field.required.computed", (*NEW, "required")),
    ("a check that names nothing", set_order(checks=[{"id": "chk_aaaa01", "expression": "nothing", "message": make_label("x")}]),
     "expression.name.unknown", ("entities", "order", "checks", 0, "expression")),
    ("a check that is no condition", set_order(checks=[{"id": "chk_aaaa01", "expression": "date", "message": make_label("x")}]),
     "expression.result.type", ("entities", "order", "checks", 0, "expression")),
    ("a check shown elsewhere", set_order(checks=[{"id": "chk_aaaa01", "expression": "TRUE", "message": make_label("x"), "field": "fld_cname1"}]),
     "entity.field.foreign", ("entities", "order", "checks", 0, "field")),
    ("a circle", add(make_formula("fld_new001", "new", "old", "integer"), make_formula("fld_old001", "old", "new", "integer")),
     "field.formula.circle", NEW),
    ("a lookup over no link", add(make_field("fld_new001", "new", "lookup", options={"link": "fld_onote1", "field": "fld_cname1"})),
     "field.lookup.link", (*NEW, "options", "link")),
    ("a lookup over a link of another entity", add(make_field("fld_new001", "new", "lookup", options={"link": "fld_ghost1", "field": "fld_cname1"}),
     make_field("fld_glines", "ghosts", "lines", options={"fields": [make_field("fld_ghost1", "ghost", "link", options={"entity": CUSTOMER})]})),
     "field.lookup.link", (*NEW, "options", "link")),
    ("a lookup of a field that is not there", add(make_field("fld_new001", "new", "lookup", options={"link": "fld_ocust1", "field": "fld_onote1"})),
     "field.lookup.field", (*NEW, "options", "field")),
    ("a rollup over a link that leads elsewhere", add(make_field("fld_new001", "new", "rollup", options={"entity": ORDER, "link": "fld_ocust1"})),
     "field.rollup.link", (*NEW, "options", "link")),
    ("a sum of nothing", lambda d: d["entities/customer.json"]["fields"][4]["options"].update(aggregate="sum"),
     "field.rollup.field_missing", ("entities", "customer", "fields", 4, "options", "field")),
    ("a sum of texts", lambda d: d["entities/customer.json"]["fields"][4]["options"].update(aggregate="sum", field="fld_onote1"),
     "field.rollup.kind", ("entities", "customer", "fields", 4, "options", "field")),
    ("a sum of what stands in lines", lambda d: d["entities/customer.json"]["fields"][4]["options"].update(aggregate="sum", field="fld_lamou1"),
     "field.rollup.field", ("entities", "customer", "fields", 4, "options", "field")),
    ("a rollup filter that names the wrong entity", lambda d: d["entities/customer.json"]["fields"][4]["options"].update(filter="credit_limit > 0"),
     "expression.name.unknown", ("entities", "customer", "fields", 4, "options", "filter")),
    ("a link filter that names the wrong entity", lambda d: order(d)["fields"][2]["options"].update(filter="note = 1"),
     "expression.name.unknown", (*ORDER_FIELDS, 2, "options", "filter")),
    ("a required link that is cleared", lambda d: order(d)["fields"][2]["options"].update(on_delete="clear"),
     "field.link.clear_required", (*ORDER_FIELDS, 2, "options", "on_delete")),
    ("a range without numbers", add(make_field("fld_new001", "new", "money", options={"minimum": "2", "maximum": "1"})),
     "field.range.empty", (*NEW, "options", "minimum")),
    ("an end that is no number", add(make_field("fld_new001", "new", "money", options={"minimum": "few"})),
     "value.number.unreadable", (*NEW, "options", "minimum")),
    ("a pattern that cannot be read", add(make_field("fld_new001", "new", options={"pattern": "("})),
     "field.text.pattern_unreadable", (*NEW, "options", "pattern")),
    ("a pattern beyond RE2", add(make_field("fld_new001", "new", options={"pattern": r"(a)\1"})),
     "field.text.pattern_unreadable", (*NEW, "options", "pattern")),
    ("a sequence without number", add(make_field("fld_new001", "new", "sequence", options={"format": "SO"})),
     "field.sequence.format", (*NEW, "options", "format")),
    ("a sequence in lines", set_line(0, type="sequence", options={"format": "{0}"}, required=False),
     "field.lines.type", (*ORDER_FIELDS, 6, "options", "fields", 0, "type")),
    ("fewer lines at most than at least", lambda d: order(d)["fields"][6]["options"].update(most=1, least=2),
     "field.range.empty", (*ORDER_FIELDS, 6, "options", "least")),
    ("no title", lambda d: order(d).pop("title"), "entity.title.missing", ("entities", "order")),
    ("a title that names nothing", set_order(title="fld_oline1"), "entity.title.kind", ("entities", "order", "title")),
    ("a title of another entity", set_order(title="fld_cname1"), "entity.field.foreign", ("entities", "order", "title")),
    ("a search in money", set_order(search=["fld_ototal"]), "entity.search.kind", ("entities", "order", "search", 0)),
    ("a summary of lines", set_order(summary=["fld_oline1"]), "entity.summary.kind", ("entities", "order", "summary", 0)),
    ("unique over what is live", set_order(unique=[{"id": "unq_aaaa01", "fields": ["fld_orebat"]}]),
     "entity.unique.kind", ("entities", "order", "unique", 0, "fields", 0)),
    ("unique over a column", set_order(unique=[{"id": "unq_aaaa01", "fields": ["fld_lprod1"]}]),
     "entity.field.foreign", ("entities", "order", "unique", 0, "fields", 0)),
    ("a choice twice", lambda d: d["options/state.json"]["choices"].append({"value": "Draft", "label": make_label("D")}),
     "options.value.duplicate", ("options", "state", "choices", 0, "value")),
    ("a field twice on a form", add_form("fld_ono001", "fld_ono001"), "form.field.repeated", ("forms", "order", "layout", 0, "items", 1, "field")),
    ("a column alone on a form", add_form("fld_lprod1"), "form.field.column", ("forms", "order", "layout", 0, "items", 0, "field")),
    ("a column in a list", add_view(columns=[{"field": "fld_lprod1"}]), "form.field.column", ("views", "order", "columns", 0, "field")),
    ("a sort by notes", add_view(sort=[{"field": "fld_onote1"}]), "view.sort.kind", ("views", "order", "sort", 0, "field")),
    ("an operator that does not suit", add_view(conditions=[{"field": "fld_ototal", "operator": "contains", "value": "1"}]),
     "view.condition.operator", ("views", "order", "conditions", 0, "operator")),
    ("a view filter that names nothing", add_view(filter="nothing = 1"), "expression.name.unknown", ("views", "order", "filter")),
    ("a view filter that the database cannot compute", add_view(filter="NPV(0.1, total) > 1"), "expression.function.not_in_database", ("views", "order", "filter")),
    ("a row rule that names nothing", add_role({"entity": ORDER, "read": "owner = CURRENT_USER()"}),
     "expression.name.unknown", ("roles", "r", "entities", 0, "read")),
    ("a role over fields of another entity", add_role({"entity": ORDER, "fields": {"fld_cname1": "read"}}),
     "entity.field.foreign", ("roles", "r", "entities", 0, "fields", "fld_cname1")),
    ("a computed field that gives a hidden one away", add_role({"entity": ORDER, "read": True, "fields": {"fld_olevel": "read"}}),
     "role.field.derived", ("roles", "r", "entities", 0, "fields", "fld_olevel")),
    ("stock of a text", make_stock(product="fld_onote1"), "entity.stock.not_a_link", (*STOCK, "product")),
    ("stock counted in money", make_stock(on_hand="fld_ototal"), "entity.stock.not_whole", (*STOCK, "on_hand")),
    ("stock that may be blank", make_stock(), "entity.stock.not_required", (*STOCK, "on_hand")),
    ("stock that people reserve by hand", make_stock(), "entity.stock.enterable", (*STOCK, "reserved")),
    ("stock of another entity", make_stock(product="fld_cname1"), "entity.field.foreign", (*STOCK, "product")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "code", "path"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS]
)
def test_a_fault_is_found_at_its_place(edit, code, path):
    issues = find(edit)

    assert (code, path) in {(issue.code, issue.path) for issue in issues}, issues
    for locale in LOCALES:
        assert all(say_issue(issue, locale) != issue.code for issue in issues)


def test_a_good_app_has_no_findings():
    assert find(lambda documents: None) == []


def test_an_issue_in_an_expression_carries_the_span():
    [issue] = find(formula("total + totl"))

    assert (issue.params["start"], issue.params["end"]) == (8, 12)
    assert "total" in str(issue.params["suggestions"])


def test_a_role_that_sees_the_source_discloses_nothing():
    role = add_role(
        {"entity": ORDER, "read": True, "fields": {"fld_olevel": "read"}}, {"entity": CUSTOMER, "read": True}
    )

    assert find(role) == []


def test_every_code_of_a_design_check_is_triggered_here():
    checked = {
        code for code in MESSAGES["en"] if code.split(".")[0] in ("entity", "form", "view", "options", "role")
    }

    triggered = {each[2] for each in FAULTS} | {code for _, codes in LAYOUTS for code in codes}
    assert checked - triggered == {"entity.check.failed"}
