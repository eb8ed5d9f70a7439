"""Small documents as parsed JSON: an inspection app, and pieces to build others from."""

from typing import Any

Raw = dict[str, Any]


def make_label(text: str) -> Raw:
    return {"zh": text, "en": text}


def make_field(id: str, name: str, type: str = "text", **more: Any) -> Raw:
    return {"id": id, "name": name, "type": type, "label": make_label(name), **more}


def make_entity(id: str, name: str, fields: list[Raw], **more: Any) -> Raw:
    return {
        "schema": "tongdao/entity/1",
        "id": id,
        "name": name,
        "label": make_label(name),
        "fields": fields,
        **more,
    }


def make_app(**more: Any) -> Raw:
    return {
        "schema": "tongdao/app/1",
        "id": "app_7kq2m4",
        "name": "inspection",
        "label": make_label("设备巡检"),
        "version": "1.0.0",
        "languages": ["zh", "en"],
        **more,
    }


def make_form(id: str, name: str, entity: str, fields: list[str]) -> Raw:
    items = [{"field": each} for each in fields]
    layout = [{"id": f"sec_{id[4:]}", "items": items}]
    return {
        "schema": "tongdao/form/1", "id": id, "name": name, "label": make_label(name),
        "entity": entity, "layout": layout,
    }  # fmt: skip


def make_inspection_app() -> dict[str, Raw]:
    """An app with a linked entity, detail lines, a formula over them, a form and a role."""
    lines = [
        make_field("fld_it2g7p", "item", required=True),
        make_field("fld_rd5h8q", "reading", "decimal"),
        make_field("fld_mx6j9r", "maximum", "decimal"),
        make_field(
            "fld_ok3k1s", "ok", "formula", options={"expression": "reading <= maximum", "result": "boolean"}
        ),
    ]
    fields = [
        make_field("fld_no0001", "no", "sequence", options={"format": "XJ-{yyyyMM}-{0000}", "reset": "month"}),
        make_field("fld_eq7d2k", "equipment", "link", required=True, options={"entity": "ent_m1z5b8"}),
        make_field("fld_ln9s3c", "lines", "lines", options={"fields": lines}),
        make_field(
            "fld_fc8m4u", "failed", "formula",
            options={"expression": "COUNTIF(lines.ok, FALSE)", "result": "integer"},
        ),
        make_field("fld_st1n5v", "status", "choice", options={"list": "opt_st0042"}, default='"open"'),
    ]  # fmt: skip
    check = {"id": "chk_a1b2c3", "expression": "COUNTA(lines.item) > 0", "message": make_label("Add an item")}
    choices = [{"value": "open", "label": make_label("Open")}, {"value": "done", "label": make_label("Done")}]
    right = {
        "entity": "ent_h3v6w9",
        "read": 'status = "open"',
        "create": True,
        "fields": {"fld_st1n5v": "read"},
    }
    return {
        "app.json": make_app(),
        "options/status.json": {
            "schema": "tongdao/options/1", "id": "opt_st0042", "name": "status",
            "label": make_label("Status"), "choices": choices,
        },
        "entities/equipment.json": make_entity("ent_m1z5b8", "equipment", [make_field("fld_nm0002", "name")]),
        "entities/inspection.json": make_entity("ent_h3v6w9", "inspection", fields, title="fld_no0001", checks=[check]),
        "forms/inspection.json": make_form("frm_q8w1e2", "inspection", "ent_h3v6w9", ["fld_no0001", "fld_eq7d2k"]),
        "roles/inspector.json": {
            "schema": "tongdao/role/1", "id": "rol_i3n5s7", "name": "inspector",
            "label": make_label("Inspector"), "entities": [right],
        },
    }  # fmt: skip


def make_board(**more: Any) -> dict[str, Raw]:
    """A report that counts inspections, and a dashboard with it and some words."""
    measure = {"id": "n", "home": "ent_h3v6w9", "aggregate": "count", "label": make_label("Inspections")}
    return {
        "reports/count.json": {
            "schema": "tongdao/report/1", "id": "rpt_count1", "name": "count", "label": make_label("How many"),
            "query": {"measures": [measure]}, "chart": {"kind": "number", "value": "n"},
        },
        "dashboards/cockpit.json": {
            "schema": "tongdao/dashboard/1", "id": "dsh_cockp1", "name": "cockpit", "label": make_label("Cockpit"),
            "tiles": [
                {"id": "til_count1", "report": "rpt_count1", "x": 0, "y": 0, "w": 6, "h": 4},
                {"id": "til_words1", "text": make_label("Read this first"), "x": 6, "y": 0, "w": 6, "h": 4},
            ],
            **more,
        },
    }  # fmt: skip


def make_view(id: str = "viw_open01", name: str = "open", **more: Any) -> Raw:
    """A view of inspections."""
    return {
        "schema": "tongdao/view/1", "id": id, "name": name, "label": make_label(name.title()),
        "entity": "ent_h3v6w9", "columns": [{"field": "fld_no0001"}], **more,
    }  # fmt: skip


def make_page(**more: Any) -> dict[str, Raw]:
    """A page with a list and some words, for an app that has the view of `make_view`."""
    blocks = [
        {"id": "blk_list01", "kind": "list", "view": "viw_open01", "x": 0, "y": 0, "w": 12, "h": 8},
        {"id": "blk_word01", "kind": "text", "text": make_label("# Hello"), "x": 12, "y": 0, "w": 12, "h": 4},
    ]
    page = {"schema": "tongdao/page/1", "id": "pag_work01", "name": "work", "label": make_label("Work")}
    return {"pages/work.json": {**page, "blocks": blocks, **more}}


def make_flow(**more: Any) -> dict[str, Raw]:
    """A flow that asks for approval of failed inspections, and the message it sends."""
    branches = [
        {"id": "brn_many01", "label": make_label("Many"), "when": "failed > 3"},
        {"id": "brn_few001", "label": make_label("Few"), "otherwise": True},
    ]
    nodes = [
        {"kind": "condition", "id": "nod_many01", "label": make_label("How many"), "branches": branches},
        {
            "kind": "approval", "id": "nod_boss01", "label": make_label("Boss"),
            "approvers": [{"source": "role", "role": "rol_i3n5s7"}],
        },
        {
            "kind": "update_record", "id": "nod_done01", "label": make_label("Done"),
            "set": {"fld_st1n5v": '"done"'},
        },
        {
            "kind": "notify", "id": "nod_tell01", "label": make_label("Tell"),
            "to": [{"source": "submitter"}], "template": "tpl_done01",
        },
    ]  # fmt: skip
    edges = [
        {"from": "trigger", "to": "nod_many01"},
        {"from": "nod_many01", "to": "nod_boss01", "branch": "brn_many01"},
        {"from": "nod_many01", "to": "nod_done01", "branch": "brn_few001"},
        {"from": "nod_boss01", "to": "nod_done01", "on": "approved"},
        {"from": "nod_boss01", "to": "nod_tell01", "on": "rejected"},
        {"from": "nod_done01", "to": "end"},
        {"from": "nod_tell01", "to": "end"},
    ]
    return {
        "flows/check.json": {
            "schema": "tongdao/flow/1", "id": "flw_check1", "name": "check", "label": make_label("Check"),
            "trigger": {"kind": "record_created", "entity": "ent_h3v6w9"}, "roles": ["rol_i3n5s7"],
            "nodes": nodes, "edges": edges, **more,
        },
        "templates/done.json": {
            "schema": "tongdao/template/1", "id": "tpl_done01", "name": "done", "label": make_label("Done"),
            "entity": "ent_h3v6w9", "subject": make_label("Done"), "body": make_label("{{ record.no }} is done"),
        },
    }  # fmt: skip
