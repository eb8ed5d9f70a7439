"""Commands on views, pages and the navigation, one after the other, and how their differences are told."""

from typing import Any

import pytest

from tests.builder.commands.test_boards import do, refusal, told
from tests.factories.documents import make_board, make_inspection_app, make_label, make_page, make_view

INSPECTION = "ent_h3v6w9"


def make_documents() -> dict[str, Any]:
    documents = make_inspection_app() | make_board() | make_page()
    documents["views/open.json"] = make_view()
    documents["app.json"]["navigation"] = [
        {"group": make_label("Work"), "items": [{"view": "viw_open01"}]},
        {"dashboard": "dsh_cockp1"},
    ]
    documents["roles/inspector.json"]["views"] = ["viw_open01"]
    return documents


def navigation(documents: Any) -> Any:
    return documents["app.json"]["navigation"]


def test_a_new_view_stands_beside_its_siblings_and_shows_something() -> None:
    start = make_documents()

    documents = do(start, "add_view", entity=INSPECTION, label=make_label("所有巡检"), id="viw_every1")

    view = documents["views/所有巡检.json"]
    assert [each["field"] for each in view["columns"]] == [
        "fld_no0001", "fld_eq7d2k", "fld_fc8m4u", "fld_st1n5v",
    ]  # fmt: skip
    assert navigation(documents)[0]["items"] == [{"view": "viw_open01"}, {"view": "viw_every1"}]
    assert documents["roles/inspector.json"]["views"] == ["viw_open01", "viw_every1"]
    assert "New view “所有巡检”" in told(start, documents)


def test_the_first_view_of_an_entity_comes_last_in_the_navigation() -> None:
    documents = do(
        make_documents(), "add_view", entity="ent_m1z5b8", label=make_label("Machines"), id="viw_mach01"
    )

    assert navigation(documents)[-1] == {"view": "viw_mach01"}
    assert documents["roles/inspector.json"]["views"] == ["viw_open01"]


def test_lanes_are_proposed_where_the_kind_needs_them() -> None:
    documents = do(make_documents(), "add_view", entity=INSPECTION, label=make_label("Lanes"), kind="kanban")
    changed = do(make_documents(), "set_view_property", view="viw_open01", property="kind", value="kanban")

    assert documents["views/lanes.json"]["kanban"] == {"lane": "fld_st1n5v"}
    assert changed["views/open.json"]["kanban"] == {"lane": "fld_st1n5v"}
    assert told(make_documents(), changed) == [
        "“Open”: way of showing from “rows” to “lanes”",
        "The lanes of “Open” changes",
    ]


def test_a_copy_of_a_view_is_like_it() -> None:
    documents = do(make_documents(), "duplicate_view", view="viw_open01", id="viw_copy01")

    copy = next(each for each in documents.values() if each["id"] == "viw_copy01")
    assert copy["label"] == {"zh": "Open （副本）", "en": "Open (copy)"}
    assert copy["columns"] == documents["views/open.json"]["columns"]


def test_a_removed_view_leaves_no_trace() -> None:
    start = do(make_documents(), "remove_block", page="pag_work01", block="blk_list01")

    documents = do(start, "remove_view", view="viw_open01")

    assert "viw_open01" not in str(documents)


def test_a_new_page_can_be_opened_by_everybody_who_works_here() -> None:
    start = make_documents()

    documents = do(start, "add_page", label=make_label("Start"), id="pag_start1")
    documents = do(documents, "add_block", page="pag_start1", kind="list", view="viw_open01")
    documents = do(
        documents, "add_block", page="pag_start1", kind="text", text=make_label("Hi"), id="blk_words1"
    )

    assert documents["roles/inspector.json"]["pages"] == ["pag_start1"]
    assert navigation(documents)[-1] == {"page": "pag_start1"}
    assert [each["y"] for each in documents["pages/start.json"]["blocks"]] == [0, 8]
    assert told(start, documents) == [
        "The navigation of “设备巡检” changes",
        "“Inspector” is offered “Start”",
        "New page “Start”",
    ]


def test_blocks_are_told_by_their_headings() -> None:
    start = make_documents()

    documents = do(
        start, "move_block", page="pag_work01", block="blk_list01", x=0, y=4, w=24, h=6,
        places={"blk_word01": {"x": 0, "y": 0, "w": 24, "h": 4}},
    )  # fmt: skip
    documents = do(documents, "add_block", page="pag_work01", kind="chart", report="rpt_count1")
    documents = do(
        documents, "set_block", page="pag_work01", block="blk_word01", property="text", value=make_label("x")
    )

    assert told(start, documents) == [
        "“Open” moves or changes size on the page “Work”",
        "“words” changes on the page “Work”",
        "New on the page “Work”: “How many”",
    ]


def test_buttons_get_ids_of_their_own() -> None:
    documents = do(
        make_documents(),
        "add_block",
        page="pag_work01",
        kind="buttons",
        id="blk_butt01",
        buttons=[{"view": "viw_open01"}],
    )
    value = [{"page": "pag_work01"}, {"link": "https://example.test/"}]
    documents = do(
        documents, "set_block", page="pag_work01", block="blk_butt01", property="buttons", value=value
    )

    ids = [each["id"] for each in documents["pages/work.json"]["blocks"][-1]["buttons"]]
    assert len(set(ids)) == 2


def test_a_removed_page_leaves_no_trace() -> None:
    documents = do(make_documents(), "set_page_access", role="rol_i3n5s7", page="pag_work01", shown=True)
    documents = do(documents, "add_navigation_item", page="pag_work01", at=[0, 0])
    assert navigation(documents)[0]["items"][0] == {"page": "pag_work01"}

    assert "pag_work01" not in str(do(documents, "remove_page", page="pag_work01"))


def test_items_move_between_groups_and_groups_are_dissolved() -> None:
    documents = do(make_documents(), "add_navigation_group", label=make_label("Figures"), icon="chart")
    documents = do(documents, "move_navigation_item", at=[1], to=[2, 0])
    assert navigation(documents)[1]["items"] == [{"dashboard": "dsh_cockp1"}]

    documents = do(documents, "move_navigation_item", at=[0], to=[2])
    assert [each["group"]["en"] for each in navigation(documents)] == ["Figures", "Work"]

    documents = do(documents, "set_navigation_item", at=[1], property="group", value=make_label("Daily"))
    documents = do(documents, "remove_navigation_group", at=[0])
    assert navigation(documents)[0] == {"dashboard": "dsh_cockp1"}
    assert navigation(documents)[1]["group"]["en"] == "Daily"


@pytest.mark.parametrize(
    ("kind", "params", "code"),
    [
        (
            "add_view",
            {"entity": "ent_m1z5b8", "label": make_label("x"), "kind": "kanban"},
            "command.view.no_lane",
        ),
        (
            "add_view",
            {"entity": INSPECTION, "label": make_label("x"), "kind": "calendar"},
            "command.view.no_day",
        ),
        (
            "add_view",
            {"entity": INSPECTION, "label": make_label("x"), "kind": "gallery"},
            "command.view.no_picture",
        ),
        ("add_view", {"entity": INSPECTION, "label": make_label("x"), "kind": "gantt"}, "command.view.kind"),
        ("remove_view", {"view": "viw_open01"}, "command.view.used"),
        (
            "set_view_property",
            {"view": "viw_open01", "property": "entity", "value": "x"},
            "command.property.unknown",
        ),
        ("add_block", {"page": "pag_work01", "kind": "map"}, "command.block.kind"),
        ("add_block", {"page": "pag_work01", "kind": "list", "x": 20, "w": 8}, "command.tile.place"),
        ("remove_block", {"page": "pag_work01", "block": "blk_gone01"}, "command.block.missing"),
        ("move_navigation_item", {"at": [0], "to": [0, 0]}, "command.navigation.inside"),
        ("move_navigation_item", {"at": [7], "to": [0]}, "command.navigation.missing"),
        ("set_navigation_item", {"at": [1], "property": "group", "value": {}}, "command.navigation.group"),
        ("remove_navigation_group", {"at": [1]}, "command.navigation.group"),
        ("add_navigation_item", {"page": "pag_work01", "view": "viw_open01"}, "command.navigation.target"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_is_refused(kind: str, params: dict[str, Any], code: str) -> None:
    assert refusal(make_documents(), kind, **params) == [code]


def test_a_page_another_page_leads_to_stays() -> None:
    documents = do(make_documents(), "add_page", label=make_label("Start"), id="pag_start1")
    documents = do(
        documents, "add_block", page="pag_start1", kind="buttons", buttons=[{"page": "pag_work01"}]
    )

    assert refusal(documents, "remove_page", page="pag_work01") == ["command.page.used"]
