"""Reasons name fields by their labels, to those who may know them, and texts that happen to be names stay."""

from engine.flows.explain import explain
from engine.flows.instance import Reason
from engine.flows.labelling import labelled, labels_in
from engine.metadata.definition import Definition
from tests.factories.definitions import ORDER, load, make_sales_documents
from tests.factories.flows import make_flow, make_node

LABELS = {"total": "订单金额", "customer": "客户", "credit_limit": "授信额度"}
FLOW = make_flow(
    [make_node("nod_setit1", "update_record", set={"fld_onote1": '"seen"'})],
    ["trigger nod_setit1", "nod_setit1 end"], roles=[],
    trigger={"kind": "record_created", "entity": ORDER},
)  # fmt: skip


def definition() -> Definition:
    documents = make_sales_documents() | {"flows/review.json": FLOW}
    for entity in ("order", "customer"):
        for field in documents[f"entities/{entity}.json"]["fields"]:
            if field["name"] in LABELS:
                field["label"] = {"zh": LABELS[field["name"]], "en": field["name"].replace("_", " ").title()}
    return load(documents)


def taken(**more: object) -> dict[str, str]:
    made = definition()
    inputs = {"total": "500", "customer.credit_limit": "100"}
    params = {"branch": {"zh": "大", "en": "large"}, "inputs": inputs}
    expression = 'AND(total > customer.credit_limit, note <> "total")'
    reason = Reason(code="flow.branch.taken", params={**params, "expression": expression})
    labels = labels_in(made, next(iter(made.flows.values())))
    return explain(reason, release=3, labels=labels, **more)  # type: ignore[arg-type]


def test_fields_are_told_by_their_labels_in_each_language() -> None:
    words = taken()

    assert "订单金额 > 客户.授信额度" in words["zh"]
    assert "订单金额 = 500; 客户.授信额度 = 100" in words["zh"]
    assert "Total > Customer.[Credit Limit]" in words["en"]


def test_texts_in_an_expression_stay_as_they_are() -> None:
    assert '"total"' in taken()["zh"]


def test_what_a_reader_may_not_see_keeps_its_name() -> None:
    words = taken(may_see=lambda name: name == "total")

    assert "订单金额 > customer.credit_limit" in words["zh"]
    assert "授信额度" not in words["zh"]


def test_what_cannot_be_parsed_is_told_as_it_is() -> None:
    assert labelled("total >", lambda path: path) == "total >"
