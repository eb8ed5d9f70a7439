"""Fields in findings are called what people call them."""

from typing import Any

from builder.named_fields import with_labels

AMOUNT = {"zh": "金额", "en": "Amount"}


def entity(id: str, *fields: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "fields": list(fields)}


def field(name: str, label: dict[str, str], **options: Any) -> dict[str, Any]:
    return {"name": name, "label": label, "options": options}


LINES = field("lines", {"en": "Lines"}, fields=[field("price", {"en": "Price each"})])
DOCUMENTS = {
    "entities/order.json": entity("ent_order1", field("amount", AMOUNT), LINES),
    "entities/cost.json": entity("ent_cost01", field("amount", {"en": "Cost"}), field("day", {"en": "Day"})),
    "forms/order.json": {"id": "frm_order1", "entity": "ent_order1"},
    "app.json": {"id": "app_sales1"},
}


def test_a_field_is_the_one_of_the_entity_the_finding_is_about() -> None:
    assert with_labels({"field": "amount", "n": 1}, "forms/order.json", DOCUMENTS) == {
        "field": AMOUNT,
        "n": 1,
    }
    assert with_labels({"field": "amount"}, "entities/order.json", DOCUMENTS) == {"field": AMOUNT}
    assert with_labels({"field": "price"}, "forms/order.json", DOCUMENTS) == {"field": {"en": "Price each"}}


def test_a_field_of_another_entity_is_called_by_its_label_only_where_no_other_has_the_name() -> None:
    assert with_labels({"field": "day"}, "forms/order.json", DOCUMENTS) == {"field": {"en": "Day"}}
    assert with_labels({"field": "amount"}, "app.json", DOCUMENTS) == {"field": "amount"}


def test_what_names_no_known_field_stays() -> None:
    assert with_labels({"columns": 3}, None, DOCUMENTS) == {"columns": 3}
    assert with_labels({"field": "gone"}, "forms/order.json", DOCUMENTS) == {"field": "gone"}
