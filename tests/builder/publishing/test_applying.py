"""Edits published at once: beside the draft, within reach, never touching stored data."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from builder.commands.command import Command
from builder.drafts.drafting import Drafting
from builder.publishing.applying import Applying
from builder.publishing.publishing import Publishing
from builder.words import said
from engine.access.principal import Principal
from engine.kernel.errors import Forbidden, Invalid, NotFound
from engine.ports import Documents, NewRelease, StorageStep
from tests.builder.drafts.test_drafting import ADMINISTRATOR, APP, INSPECTOR, add_field, make_designed_app
from tests.builder.fakes import FakeClock, FakeDrafts, FakeIds, FakeReleases, FakeRuns
from tests.factories.documents import make_board, make_label

ANALYST = Principal("u5", "human", frozenset({"rol_analys"}), "u5")
QUERY = {"measures": [{"id": "n", "home": "ent_h3v6w9", "aggregate": "count"}]}
CHART = {"kind": "number", "value": "n"}
REPORT = Command(
    "add_report", {"id": "rpt_fresh1", "label": make_label("新报表"), "query": QUERY, "chart": CHART}
)
TILE = Command("add_tile", {"dashboard": "dsh_cockp1", "report": "rpt_fresh1"})


class StoringReleases(FakeReleases):
    """Releases whose storage has work to do once an entity is published anew."""

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        newest = self.newest(app)
        changed = (
            newest and newest.documents["entities/inspection.json"] != documents["entities/inspection.json"]
        )
        return [StorageStep("column.add", {}, 0, 0.0)] if changed else []


def make_applying(**more: Any) -> Applying:
    """Return the short way to releases of an app with a dashboard that an analyst may design."""
    documents = make_designed_app() | make_board()
    documents["roles/analyst.json"] = {
        "schema": "tongdao/role/1", "id": "rol_analys", "name": "analyst", "label": make_label("analyst"),
        "design": [{"document": "dsh_cockp1", "effect": "publish"}],
    }  # fmt: skip
    drafts = FakeDrafts()
    releases = StoringReleases(drafts)
    releases.publish(NewRelease(APP, 0, documents | more, "", ""))
    from_drafts = make_drafting_on(releases, drafts)
    return Applying(Publishing(from_drafts, releases, releases, FakeRuns()), from_drafts.ids)


def make_drafting_on(releases: FakeReleases, drafts: FakeDrafts) -> Drafting:
    return Drafting(releases, drafts, FakeClock(), FakeIds())


def _documents(applying: Applying) -> Documents:
    newest = applying.publishing.definitions.newest(APP)
    assert newest
    return newest.documents


def _codes(refusal: pytest.ExceptionInfo[Any]) -> list[str]:
    return [issue.code for issue in refusal.value.issues]


def test_an_analyst_saves_a_report_on_a_dashboard_in_one_release() -> None:
    applying = make_applying()

    applied = applying.apply(APP, [REPORT, TILE], "新报表", ANALYST)

    documents = _documents(applying)
    assert applied.release.number == 2
    assert (applied.release.note, applied.release.by) == ("新报表", "u5")
    assert documents["reports/新报表.json"]["id"] == applied.made[0] == "rpt_fresh1"
    tile = documents["dashboards/cockpit.json"]["tiles"][-1]
    assert (tile["report"], tile["y"], tile["id"]) == ("rpt_fresh1", 4, applied.made[1])


def test_half_made_edits_of_a_draft_stay_in_it() -> None:
    applying = make_applying()
    drafting = applying.publishing.drafting
    add_field(drafting)

    applying.apply(APP, [REPORT], "", ANALYST)

    draft = drafting.open(APP)
    assert "备注" not in str(_documents(applying))
    assert [said(each.words)["en"] for each in draft.done] == ["Added the field “备注” to “inspection”"]
    assert draft.release.number == 2
    assert "reports/新报表.json" in draft.documents


@pytest.mark.parametrize(
    ("kind", "params"),
    [
        ("set_form_property", {"form": "frm_q8w1e2", "property": "columns", "value": 2}),
        ("add_dashboard", {"label": make_label("Mine")}),
        ("set_dashboard_access", {"role": "rol_i3n5s7", "dashboard": "dsh_cockp1", "shown": True}),
        ("add_navigation_item", {"dashboard": "dsh_cockp1"}),
    ],
)
def test_what_is_out_of_reach_is_refused(kind: str, params: dict[str, Any]) -> None:
    with pytest.raises(Forbidden) as refusal:
        make_applying().apply(APP, [Command(kind, params)], "", ANALYST)

    assert set(_codes(refusal)) == {"design.publish.not_permitted"}


def test_a_report_that_another_dashboard_shows_is_out_of_reach() -> None:
    other = make_board()["dashboards/cockpit.json"] | {"id": "dsh_other1", "name": "other"}
    other["tiles"] = [{**tile, "id": f"{tile['id'][:-1]}9"} for tile in other["tiles"]]
    rename = Command(
        "set_report", {"report": "rpt_count1", "property": "label", "value": make_label("Other")}
    )

    assert make_applying().apply(APP, [rename], "", ANALYST).release.number == 2
    with pytest.raises(Forbidden):
        make_applying(**{"dashboards/other.json": other}).apply(APP, [rename], "", ANALYST)


def test_somebody_without_a_dashboard_adds_no_report() -> None:
    with pytest.raises(Forbidden):
        make_applying().apply(APP, [REPORT], "", INSPECTOR)


def test_what_changes_stored_data_belongs_into_a_draft() -> None:
    field = Command("add_field", {"entity": "ent_h3v6w9", "type": "text", "label": make_label("备注")})

    with pytest.raises(Invalid) as refusal:
        make_applying().apply(APP, [field], "", ADMINISTRATOR)

    assert _codes(refusal) == ["apply.storage"]


def test_a_refused_command_says_which_one() -> None:
    wrong = replace(TILE, params={**TILE.params, "x": 20})

    with pytest.raises(Invalid) as refusal:
        make_applying().apply(APP, [REPORT, wrong], "", ANALYST)

    assert [(each.code, each.path) for each in refusal.value.issues] == [
        ("command.tile.place", ("commands", 1))
    ]


def test_nothing_to_change_is_no_release() -> None:
    same = Command(
        "move_tile", {"dashboard": "dsh_cockp1", "tile": "til_count1", "x": 0, "y": 0, "w": 6, "h": 4}
    )
    applying = make_applying()

    with pytest.raises(Invalid) as refusal:
        applying.apply(APP, [same], "", ANALYST)

    assert _codes(refusal) == ["apply.nothing"]
    assert len(applying.publishing.releases(APP)) == 1


def test_an_unknown_app_is_not_found() -> None:
    with pytest.raises(NotFound):
        make_applying().apply("nothing", [REPORT], "", ANALYST)
