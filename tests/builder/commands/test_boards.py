"""Commands on dashboards and reports, one after the other, and how their differences are told."""

from typing import Any

import pytest

from builder.commands.command import Command
from builder.commands.perform import Applied, complete, perform
from builder.publishing.differences import differences
from builder.words import said
from engine.metadata.diff import diff
from engine.metadata.load import assemble
from engine.ports import Documents
from tests.builder.fakes import FakeIds
from tests.factories.documents import make_board, make_inspection_app, make_label


def make_documents() -> dict[str, Any]:
    documents = make_inspection_app() | make_board()
    documents["app.json"]["navigation"] = [{"group": make_label("Work"), "items": []}]
    return documents


def do(documents: Documents, kind: str, /, **params: Any) -> Documents:
    completed = complete(documents, Command(kind, params), FakeIds().document_id)
    assert isinstance(completed, Command), completed
    performed = perform(documents, completed)
    assert isinstance(performed, Applied), performed
    return performed.documents


def refusal(documents: Documents, kind: str, /, **params: Any) -> list[str]:
    completed = complete(documents, Command(kind, params), FakeIds().document_id)
    refused = completed if isinstance(completed, list) else perform(documents, completed)
    assert isinstance(refused, list), refused
    return [issue.code for issue in refused]


def told(before: Documents, after: Documents) -> list[str]:
    old, new = assemble(before), assemble(after)
    return [said(each.words)["en"] for each in differences(old, new, diff(old, new))]


def test_a_dashboard_is_made_offered_and_put_into_a_group() -> None:
    start = make_documents()

    documents = do(start, "add_dashboard", label=make_label("销售"), roles=["rol_i3n5s7"], id="dsh_sales1")
    documents = do(documents, "add_navigation_item", dashboard="dsh_sales1", group=0)

    assert documents["dashboards/销售.json"]["tiles"] == []
    assert documents["roles/inspector.json"]["dashboards"] == ["dsh_sales1"]
    assert documents["app.json"]["navigation"][0]["items"] == [{"dashboard": "dsh_sales1"}]
    assert told(start, documents) == [
        "The navigation of “设备巡检” changes",
        "“Inspector” is offered “销售”",
        "New dashboard “销售”",
    ]


def test_a_dashboard_like_another_is_offered_to_the_same_roles() -> None:
    start = do(
        make_documents(), "set_dashboard_access", role="rol_i3n5s7", dashboard="dsh_cockp1", shown=True
    )

    documents = do(start, "add_dashboard", label=make_label("Sales"), like="dsh_cockp1", id="dsh_sales1")

    assert documents["roles/inspector.json"]["dashboards"] == ["dsh_cockp1", "dsh_sales1"]


def test_a_removed_dashboard_leaves_no_trace_but_its_reports() -> None:
    documents = do(make_documents(), "add_navigation_item", dashboard="dsh_cockp1", group=0)
    documents = do(documents, "set_dashboard_access", role="rol_i3n5s7", dashboard="dsh_cockp1", shown=True)

    documents = do(documents, "remove_dashboard", dashboard="dsh_cockp1")

    assert "dsh_cockp1" not in str(documents)
    assert "reports/count.json" in documents


def test_tiles_are_told_by_their_headings() -> None:
    start = make_documents()

    documents = do(start, "move_tile", dashboard="dsh_cockp1", tile="til_count1", x=12, y=0, w=12, h=6)
    documents = do(documents, "remove_tile", dashboard="dsh_cockp1", tile="til_words1")
    documents = do(
        documents, "add_tile", dashboard="dsh_cockp1", report="rpt_count1", label=make_label("Again")
    )
    documents = do(documents, "set_report", report="rpt_count1", property="chart", value={"kind": "table"})

    assert documents["dashboards/cockpit.json"]["tiles"][1]["y"] == 6
    assert told(start, documents) == [
        "The picture of “How many” changes",
        "The tile “words” leaves the dashboard “Cockpit”",
        "“How many” moves or changes size on the dashboard “Cockpit”",
        "New tile “Again” on the dashboard “Cockpit”",
    ]


@pytest.mark.parametrize(
    ("kind", "params", "code"),
    [
        ("remove_report", {"report": "rpt_count1"}, "command.report.used"),
        (
            "add_report",
            {"label": make_label("x"), "query": {}, "chart": {}, "name": "count"},
            "command.name.taken",
        ),
        ("add_tile", {"dashboard": "dsh_cockp1"}, "command.tile.content"),
        ("add_tile", {"dashboard": "dsh_cockp1", "report": "rpt_gone01"}, "reference.target.missing"),
        (
            "move_tile",
            {"dashboard": "dsh_cockp1", "tile": "til_count1", "x": 20, "y": 0, "w": 5, "h": 1},
            "command.tile.place",
        ),
        ("remove_tile", {"dashboard": "dsh_cockp1", "tile": "til_gone01"}, "command.tile.missing"),
        (
            "set_tile",
            {"dashboard": "dsh_cockp1", "tile": "til_count1", "property": "x"},
            "command.property.unknown",
        ),
        ("add_navigation_item", {}, "command.navigation.target"),
        ("add_navigation_item", {"dashboard": "dsh_cockp1", "group": 3}, "command.navigation.group"),
        ("remove_navigation_item", {"dashboard": "dsh_cockp1"}, "command.navigation.missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_is_refused(kind: str, params: dict[str, Any], code: str) -> None:
    assert refusal(make_documents(), kind, **params) == [code]


def test_an_item_stands_in_the_navigation_once() -> None:
    documents = do(make_documents(), "add_navigation_item", dashboard="dsh_cockp1")

    assert refusal(documents, "add_navigation_item", dashboard="dsh_cockp1", group=0) == [
        "command.navigation.taken"
    ]
    assert "dsh_cockp1" not in str(
        do(documents, "remove_navigation_item", dashboard="dsh_cockp1")["app.json"]
    )


def test_a_dashboard_for_all_is_offered_to_every_role() -> None:
    start = make_documents()
    roles = [path for path in start if path.startswith("roles/")]

    documents = do(start, "add_dashboard", label=make_label("Sales"), for_all=True, id="dsh_sales1")

    assert roles
    assert all("dsh_sales1" in documents[path]["dashboards"] for path in roles)


def test_tiles_that_are_in_the_way_move_in_the_same_edit() -> None:
    start = make_documents()
    first, second, *_ = start["dashboards/cockpit.json"]["tiles"]
    place = {"x": 0, "y": 5, "w": 10, "h": 3}

    documents = do(
        start, "move_tile", dashboard="dsh_cockp1", tile=first["id"], x=6, y=2, w=10, h=5,
        places={second["id"]: place},
    )  # fmt: skip

    moved, gave_way, *_ = documents["dashboards/cockpit.json"]["tiles"]
    assert moved == {**first, "x": 6, "y": 2, "w": 10, "h": 5}
    assert gave_way == {**second, **place}


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ({"til_words1": {"x": 20, "y": 0, "w": 10, "h": 5}}, "command.tile.place"),
        ({"til_words1": {"x": 1, "y": 2}}, "command.param.type"),
        ({"til_words1": {"x": 1, "y": 2, "w": 1, "h": 1, "z": 1}}, "command.param.type"),
        ({"til_words1": [0, 0, 1, 1]}, "command.param.type"),
        ({"til_gone01": {"x": 0, "y": 0, "w": 1, "h": 1}}, "command.tile.missing"),
    ],
    ids=["off the board", "half a place", "more than a place", "another shape", "no such tile"],
)
def test_what_is_no_place_is_refused_for_every_tile(places: dict[str, Any], code: str) -> None:
    move = {"dashboard": "dsh_cockp1", "tile": "til_count1", "x": 0, "y": 0, "w": 6, "h": 4}

    assert refusal(make_documents(), "move_tile", **move, places=places) == [code]


def test_a_tile_put_down_pushes_others_aside_in_the_same_edit() -> None:
    start = make_documents()
    first, *_ = start["dashboards/cockpit.json"]["tiles"]

    documents = do(
        start, "add_tile", dashboard="dsh_cockp1", text=make_label("Hello"), x=0, y=0, w=6, h=2,
        places={first["id"]: {"x": 0, "y": 2, "w": first["w"], "h": first["h"]}},
    )  # fmt: skip

    board = documents["dashboards/cockpit.json"]
    assert [(tile["y"], "text" in tile) for tile in board["tiles"]][:: len(board["tiles"]) - 1] == [
        (2, False),
        (0, True),
    ]


def test_what_a_report_asks_changes_with_its_picture_and_ways_down() -> None:
    start = make_documents()
    report = start["reports/count.json"]
    home = report["query"]["measures"][0]["home"]
    query = {
        "measures": [{"id": "n", "home": home, "aggregate": "count"}],
        "dimensions": [{"id": "made", "home": home, "field": "created_at", "grain": "year"}],
    }
    drill = [
        {
            "dimension": "made",
            "steps": [{"id": "made", "home": home, "field": "created_at", "grain": "month"}],
        }
    ]

    documents = do(
        start, "set_report_question", report=report["id"], query=query, chart={"kind": "table"}, drill=drill
    )
    again = do(documents, "set_report_question", report=report["id"], query=query, chart={"kind": "table"})

    assert documents["reports/count.json"]["drill"] == drill
    assert "drill" not in again["reports/count.json"]
    assert any("way down" in sentence for sentence in told(documents, again))
