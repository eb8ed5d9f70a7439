"""Walking finds references and expressions wherever the schemas mark them."""

from engine.metadata.walk import ExpressionUse, Reference, walk_document
from tests.factories.documents import make_inspection_app


def test_expressions_inside_detail_lines_are_found() -> None:
    entity = make_inspection_app()["entities/inspection.json"]

    texts = {use.text: use.path for use in walk_document("entity", entity) if isinstance(use, ExpressionUse)}

    assert texts["reading <= maximum"] == ("fields", 2, "options", "fields", 3, "options", "expression")
    assert "COUNTA(lines.item) > 0" in texts


def test_role_rules_and_field_keys_are_found() -> None:
    uses = list(walk_document("role", make_inspection_app()["roles/inspector.json"]))

    assert Reference(("entities", 0, "fields", "fld_st1n5v"), "field", "fld_st1n5v") in uses
    assert ExpressionUse(("entities", 0, "read"), "record", "boolean", 'status = "open"') in uses
