"""An app whose main entity has a field of every type, live ones among them."""

from typing import Any

from tests.factories.documents import make_app, make_entity, make_field, make_label

THING, GROUP = "ent_thing01", "ent_group01"
COLORS = ("red", "green", "blue")


def make_every_type_app() -> dict[str, Any]:
    colors = {"list": "opt_colrs01"}
    lines = [
        make_field("fld_lnqt001", "qty", "integer"),
        make_field("fld_lnpr001", "price", "money"),
        make_field(
            "fld_lnam001", "amount", "formula", options={"expression": "qty * price", "result": "money"}
        ),
    ]
    fields = [
        make_field("fld_text001", "text"),
        make_field("fld_long001", "long", "long_text"),
        make_field("fld_intg001", "whole", "integer"),
        make_field("fld_decm001", "exact", "decimal", options={"scale": 3}),
        make_field("fld_mony001", "money", "money"),
        make_field("fld_perc001", "share", "percent"),
        make_field("fld_swit001", "open", "switch"),
        make_field("fld_chce001", "color", "choice", options=colors),
        make_field("fld_mult001", "colors", "multi_choice", options=colors),
        make_field("fld_date001", "day", "date"),
        make_field("fld_dttm001", "moment", "datetime"),
        make_field("fld_emal001", "mail", "email"),
        make_field("fld_link001", "group", "link", options={"entity": GROUP}),
        make_field(
            "fld_look001", "group_rank", "lookup", options={"link": "fld_link001", "field": "fld_rank001"}
        ),
        make_field("fld_line001", "lines", "lines", options={"fields": lines}),
        make_field(
            "fld_totl001", "total", "formula", options={"expression": "SUM(lines.amount)", "result": "money"}
        ),
        make_field(
            "fld_live001", "score", "formula",
            options={"expression": "group.rank + whole", "result": "integer"},
        ),
    ]  # fmt: skip
    rollups = [
        make_field(
            f"fld_rl{kind[:3]}01",
            kind,
            "rollup",
            options={"entity": THING, "link": "fld_link001", "field": "fld_mony001", "aggregate": kind},
        )
        for kind in ("sum", "average", "minimum", "maximum")
    ]
    counted = {"entity": THING, "link": "fld_link001", "filter": "open"}
    group = [
        make_field("fld_name001", "name"),
        make_field("fld_rank001", "rank", "integer"),
        *rollups,
        make_field("fld_rlopn01", "opened", "rollup", options=counted),
    ]
    choices = [{"value": each, "label": make_label(each)} for each in COLORS]
    return {
        "app.json": make_app(),
        "options/colors.json": {
            "schema": "tongdao/options/1", "id": "opt_colrs01", "name": "colors",
            "label": make_label("colors"), "choices": choices,
        },
        "entities/group.json": make_entity(GROUP, "group", group, title="fld_name001"),
        "entities/thing.json": make_entity(
            THING, "thing", fields, title="fld_text001", search=["fld_text001", "fld_long001"]
        ),
    }  # fmt: skip
