"""Pages: empty blocks and buttons without a goal are faults, blocks that nobody sees are warned of."""

from typing import Any

from engine.access.boards import visible_pages
from engine.access.principal import Principal
from engine.access.visible import visible_documents
from engine.reports.check_pages import check_pages
from engine.reports.may_ask import may_ask
from tests.factories.definitions import load
from tests.factories.documents import make_board, make_inspection_app, make_page, make_view

INSPECTOR = Principal("i", "human", frozenset({"rol_i3n5s7"}))
STRANGER = Principal("s", "human")
PLACE = {"x": 0, "y": 0, "w": 8, "h": 4}


def make_documents(*blocks: dict[str, Any]) -> dict[str, Any]:
    documents = make_inspection_app() | make_board() | make_page()
    documents["views/open.json"] = make_view()
    if blocks:
        documents["pages/work.json"]["blocks"] = [
            {"id": f"blk_block{n}", **PLACE, **block} for n, block in enumerate(blocks)
        ]
    documents["roles/inspector.json"]["pages"] = ["pag_work01"]
    return documents


def found(documents: dict[str, Any]) -> list[tuple[str, str]]:
    return [(issue.code, issue.pointer) for issue in check_pages(load(documents))]


def test_a_page_with_a_list_and_words_is_fine() -> None:
    assert found(make_documents()) == []


def test_blocks_without_content_and_buttons_without_goal_are_faults() -> None:
    button = {"id": "btn_where1"}

    assert found(make_documents({"kind": "list"}, {"kind": "buttons", "buttons": [button]})) == [
        ("page.block.empty", "/pages/work/blocks/0/view"),
        ("page.button.target", "/pages/work/blocks/1/buttons/0"),
    ]


def test_what_no_role_of_the_page_sees_is_warned_of() -> None:
    documents = make_documents({"kind": "list", "view": "viw_mach01"}, {"kind": "form", "form": "frm_q8w1e2"})
    documents["views/machines.json"] = make_view(
        "viw_mach01", "machines", entity="ent_m1z5b8", columns=[{"field": "fld_nm0002"}]
    )

    assert found(documents) == [("page.block.unseen", "/pages/work/blocks/0/view")]


def test_a_page_is_seen_by_whose_roles_list_it_with_its_place_and_its_questions() -> None:
    documents = make_documents({"kind": "chart", "report": "rpt_count1"})
    documents["app.json"]["navigation"] = [{"page": "pag_work01"}]
    definition = load(documents)
    query = definition.reports["rpt_count1"].query

    assert [len(visible_pages(definition, each)) for each in (INSPECTOR, STRANGER)] == [1, 0]
    assert [may_ask(definition, each, query) for each in (INSPECTOR, STRANGER)] == [True, False]
    assert [visible_documents(definition, each).app["navigation"] for each in (INSPECTOR, STRANGER)] == [
        [{"page": "pag_work01"}],
        [],
    ]
