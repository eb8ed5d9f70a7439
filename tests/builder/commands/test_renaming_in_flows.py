"""Renaming a field rewrites every expression of a flow that names it, wherever it looks names up."""

import pytest

from builder.commands.command import Command
from builder.commands.perform import Applied, perform
from engine.entities.check import check_definition
from tests.factories.definitions import CUSTOMER, ORDER, load
from tests.factories.flows import REQUEST, WHOLE, make_flow_documents


@pytest.mark.parametrize(
    ("entity", "field", "name", "place", "text"),
    [
        (ORDER, "fld_ototal", "sum", lambda flow: flow["trigger"]["when"], "sum > before.sum"),
        (CUSTOMER, "fld_clevel", "rank", lambda flow: flow["nodes"][0]["where"], "rank = flow.level"),
        (ORDER, "fld_olevel", "rank", lambda flow: flow["nodes"][0]["where"], "level = flow.rank"),
        (ORDER, "fld_ocust1", "buyer", lambda flow: flow["nodes"][4]["target"], "buyer"),
        (REQUEST, "fld_rtota1", "worth", lambda flow: flow["nodes"][4]["set"]["fld_climit"], "request.worth + SUM(lines.amount)"),
        (ORDER, "fld_lprod1", "item", lambda flow: flow["nodes"][2]["steps"][0]["where"], "name = flow.item AND level = flow.parent.level"),
    ],
)  # fmt: skip
def test_renaming_a_field_rewrites_flows(entity, field, name, place, text):
    documents = make_flow_documents(WHOLE)

    changed = perform(documents, Command("rename_field", {"entity": entity, "field": field, "name": name}))
    assert isinstance(changed, Applied)

    assert place(changed.documents["flows/review.json"]) == text
    assert not [each for each in check_definition(load(changed.documents)) if each.path[0] == "flows"]
