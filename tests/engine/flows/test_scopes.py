"""What names in a flow mean: fields of its record, of what steps found, of lines, of the record before."""

import pytest

from engine.dependencies.resolve import Standpoint
from engine.dependencies.uses import field_uses, standpoint
from engine.entities.scope import RecordScope
from engine.expressions import types
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.metadata.walk import ExpressionUse, walk_document
from tests.factories.definitions import CUSTOMER, load
from tests.factories.flows import FLOW, WHOLE, make_flow_documents


def whole() -> Definition:
    return load(make_flow_documents(WHOLE))


def standpoint_of(definition: Definition, text: str) -> Standpoint:
    raw = dump_document(definition.flows[FLOW])
    uses = (use for use in walk_document("flow", raw) if isinstance(use, ExpressionUse) and use.text == text)
    found = standpoint(definition, "flow", raw, next(uses))
    assert found
    return found


def type_of(at: str, path: str) -> types.Type | None:
    definition = whole()
    return RecordScope(definition, standpoint_of(definition, at)).resolve(tuple(path.split(".")))


@pytest.mark.parametrize(
    ("at", "path", "expected"),
    [
        ("total", "total", types.NUMBER),
        ("total", "before.customer.name", types.TEXT),
        ("total", "lines.amount", types.list_of(types.NUMBER)),
        ("total", "peer.name", types.TEXT),
        ("total", "peer.count", types.NUMBER),
        ("total", "peer", types.link(CUSTOMER)),
        ("total", "request.lines.quantity", types.list_of(types.NUMBER)),
        ("total", "flow.total", None),
        ("total", "peer.nothing", None),
        ("total", "quantity", None),
        ("product", "quantity", types.NUMBER),
        ("product", "parent.total", types.NUMBER),
        ("product", "total", types.NUMBER),
        ("product", "peer.name", types.TEXT),
        ("level = flow.level", "name", types.TEXT),
        ("level = flow.level", "total", None),
        ("level = flow.level", "flow.total", types.NUMBER),
        ("level = flow.level", "flow.before.total", types.NUMBER),
        ("name = flow.product AND level = flow.parent.level", "flow.quantity", types.NUMBER),
        (
            "name = flow.product AND level = flow.parent.level",
            "flow.parent.lines.amount",
            types.list_of(types.NUMBER),
        ),
        ("total > before.total", "before.total", types.NUMBER),
        ("total > before.total", "peer.name", None),
    ],
)
def test_a_name_is_of_the_type_of_what_it_stands_for(at, path, expected):
    assert type_of(at, path) == expected


def paths(definition: Definition, field: str) -> set[str]:
    return {"/".join(map(str, use.path)) for use in field_uses(definition, field) if use.document == FLOW}


def test_where_a_field_is_used_in_a_flow_is_known():
    definition = whole()

    assert paths(definition, "fld_ototal") == {
        "trigger/when", "nodes/1/branches/0/when", "nodes/2/when", "nodes/3/set/fld_rtota1"
    }  # fmt: skip
    assert paths(definition, "fld_ocust1") == {"nodes/1/branches/0/when", "nodes/4/target"}
    assert paths(definition, "fld_clevel") == {
        "nodes/0/where",
        "nodes/1/branches/0/when",
        "nodes/2/steps/0/where",
    }
    assert paths(definition, "fld_lprod1") == {"nodes/2/steps/0/where", "nodes/3/lines/set/fld_rprod1"}
