"""A flow made ready: what the shell must supply, what is wrong with it, and nothing kept alive."""

import gc
import weakref

from engine.flows.durations import read_duration
from engine.flows.plan import FlowPlan, plan_flow
from tests.factories.definitions import load
from tests.factories.flows import FLOW, WHOLE, make_condition, make_flow, make_flow_documents, make_node, plan


def test_a_plan_says_what_must_be_supplied():
    made = plan(WHOLE)

    assert made.names == {"level", "total", "customer", "customer.level"}
    assert made.before == {"total"}
    assert made.columns == {"fld_oline1": {"product", "quantity", "amount"}}
    assert made.asked == {"peer": ("level",), "request": ("amount",)}
    assert (made.trigger_names, made.trigger_before) == ({"total"}, {"total"})


def test_lines_that_are_copied_are_supplied_even_where_nothing_of_them_is_read():
    node = make_node(
        "nod_make01",
        "create_record",
        entity="ent_reque1",
        set={},
        lines={"field": "fld_rline1", "from": "fld_oline1", "set": {}},
    )

    assert plan(make_flow([node], [])).columns == {"fld_oline1": frozenset()}


def test_a_flow_with_a_faulty_expression_has_no_plan():
    flow = make_flow([make_condition("nod_over01", high="totl > 1", low=None)], [])

    [issue] = plan_flow(load(make_flow_documents(flow)), FLOW)

    assert (issue.code, issue.path) == ("expression.name.unknown", ("nodes", 0, "branches", 0, "when"))
    assert issue.params["suggestions"].startswith("total")


def test_a_plan_is_made_once_and_does_not_keep_its_definition():
    definition = load(make_flow_documents(WHOLE))
    made, gone = plan_flow(definition, FLOW), weakref.ref(definition)
    assert isinstance(made, FlowPlan)
    assert plan_flow(definition, FLOW) is made

    del definition
    gc.collect()

    assert gone() is None


def test_durations_are_read():
    assert read_duration("P1DT2H3M4S").total_seconds() == 93784
