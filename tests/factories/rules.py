"""Decision tables over a small entity of channels: share, complexity, growth, kind."""

from typing import Any

from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from tests.factories.definitions import make_options
from tests.factories.documents import Raw, make_app, make_entity, make_field, make_label

CHANNEL = "ent_chan01"
RULE = "rul_prio01"
FIELDS = [
    make_field("fld_rname1", "name", required=True),
    make_field(
        "fld_rshare", "share", "percent", required=True, options={"minimum": "0", "maximum": "1"}
    ),
    make_field(
        "fld_rcompl", "complexity", "integer", required=True, options={"minimum": 1, "maximum": 5}
    ),
    make_field("fld_rgrow1", "growth", "integer", options={"minimum": 1, "maximum": 5}),
    make_field("fld_rkind1", "kind", "choice", required=True, options={"list": "opt_kinds1"}),
    make_field("fld_rdate1", "opened", "date", required=True),
]  # fmt: skip


def make_rule(
    inputs: list[str], rows: list[tuple[list[str], list[str]]], *, result: str = "text", **more: Any
) -> Raw:
    outputs = more.pop("outputs", None) or [
        {"id": f"rou_{n:04d}", "name": f"out{n}", "label": make_label("out"), "result": result}
        | ({"values": [{"value": each} for each in more.pop("values")]} if "values" in more else {})
        | ({"default": more.pop("default")} if "default" in more else {})
        for n in range(len(rows[0][1]) if rows else 1)
    ]
    return {
        "schema": "tongdao/rule/1", "id": RULE, "name": "priority", "label": make_label("Priority"), "entity": CHANNEL,
        "inputs": [
            {"id": f"rin_{n:04d}", "label": make_label(each), "expression": each} for n, each in enumerate(inputs)
        ],
        "outputs": outputs,
        "rows": [{"id": f"row_{n:04d}", "when": when, "then": then} for n, (when, then) in enumerate(rows)],
        **more,
    }  # fmt: skip


def make_channel_documents(rule: Raw, *fields: Raw) -> dict[str, Raw]:
    return {
        "app.json": make_app(),
        "options/kinds.json": make_options("opt_kinds1", "kinds", "shop", "agent", "direct"),
        "entities/channel.json": make_entity(
            CHANNEL, "channel", [*FIELDS, *fields], title="fld_rname1"
        ),
        "rules/priority.json": rule,
    }  # fmt: skip


def make_channels(rule: Raw, *fields: Raw) -> Definition:
    found = load_definition(make_channel_documents(rule, *fields))
    assert isinstance(found, Definition), found
    return found


def make_priority_field(result: str = "text", **options: Any) -> Raw:
    return make_field(
        "fld_rprio1", "priority", "formula", options={"rule": RULE, "result": result, **options}
    )
