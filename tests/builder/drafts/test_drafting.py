"""The draft of an app: durable, undone and redone, for several people, within what each may design."""

from typing import Any

import pytest

from builder.commands.command import Command
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting
from engine.access.principal import SYSTEM, Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.ports import NewRelease
from tests.builder.fakes import FakeClock, FakeDrafts, FakeIds, FakeReleases
from tests.factories.documents import make_inspection_app, make_label

APP = "inspection"
MANAGER = Principal("u1", "human", frozenset({"rol_manage"}), "u1")
PROPOSER = Principal("u2", "human", frozenset({"rol_propos"}), "u2")
INSPECTOR = Principal("u3", "human", frozenset({"rol_i3n5s7"}), "u3")
ADMINISTRATOR = Principal("u4", "human", frozenset({"rol_admini"}), "u4")


def make_designed_app() -> dict[str, Any]:
    """Return the inspection app with roles that may design one form and its entity, propose, or everything."""
    documents = make_inspection_app()
    places = ["ent_h3v6w9", "frm_q8w1e2"]
    for id, name, more in (
        ("rol_manage", "manager", {"design": [{"document": each, "effect": "publish"} for each in places]}),
        ("rol_propos", "proposer", {"design": [{"document": each, "effect": "propose"} for each in places]}),
        ("rol_admini", "administrator", {"administer": ["roles"]}),
    ):
        documents[f"roles/{name}.json"] = {
            "schema": "tongdao/role/1", "id": id, "name": name, "label": make_label(name), **more,
        }  # fmt: skip
    return documents


def make_drafting() -> Drafting:
    """Return the drafts of a published app, kept in memory."""
    drafts = FakeDrafts()
    releases = FakeReleases(drafts)
    releases.publish(NewRelease(APP, 0, make_designed_app(), "", ""))
    return Drafting(releases, drafts, FakeClock(), FakeIds())


def add_field(drafting: Drafting, draft: Draft, text: str = "备注", by: Principal = MANAGER) -> Draft:
    """Add a text field to the form of inspections."""
    params = {"entity": "ent_h3v6w9", "type": "text", "label": make_label(text), "form": "frm_q8w1e2"}
    return drafting.edit(APP, draft.revision, Command("add_field", params), by)


def _names(draft: Draft) -> list[str]:
    return [each["name"] for each in draft.documents["entities/inspection.json"]["fields"]]


def test_edits_last_and_are_told_in_words() -> None:
    drafting = make_drafting()

    add_field(drafting, drafting.open(APP))

    opened = drafting.open(APP)
    assert _names(opened)[-1] == "备注"
    assert [edit.words.code for edit in opened.done] == ["command.add_field"]
    assert opened.done[0].command.by == "u1"


def test_undo_and_redo_walk_along_the_edits() -> None:
    drafting = make_drafting()
    draft = add_field(drafting, add_field(drafting, drafting.open(APP)), "附注")

    once = drafting.undo(APP, draft.revision, MANAGER)
    twice = drafting.undo(APP, once.revision, MANAGER)
    again = drafting.redo(APP, twice.revision, MANAGER)

    assert _names(once)[-1] == "备注"
    assert twice.documents == make_designed_app()
    assert _names(again) == _names(once)
    assert [edit.command.params["label"]["zh"] for edit in again.undone] == ["附注"]


def test_undoing_nothing_changes_nothing() -> None:
    drafting = make_drafting()

    assert drafting.undo(APP, 0, MANAGER) == drafting.open(APP)
    assert drafting.redo(APP, 0, MANAGER) == drafting.open(APP)


def test_a_new_edit_gives_up_what_was_undone() -> None:
    drafting = make_drafting()
    draft = drafting.undo(APP, add_field(drafting, drafting.open(APP)).revision, MANAGER)

    after = add_field(drafting, draft, "附注")

    assert _names(after)[-1] == "附注"
    assert not after.undone


def test_a_stale_editor_is_told_so_and_nothing_is_lost() -> None:
    drafting = make_drafting()
    stale = drafting.open(APP)
    add_field(drafting, stale)

    with pytest.raises(Conflict) as conflict:
        add_field(drafting, stale, "附注")

    assert [issue.code for issue in conflict.value.issues] == ["draft.revision.stale"]
    assert _names(drafting.open(APP))[-1] == "备注"


def test_a_refused_edit_leaves_the_draft_as_it_is() -> None:
    drafting = make_drafting()

    with pytest.raises(Invalid):
        drafting.edit(
            APP, 0, Command("remove_field", {"entity": "ent_h3v6w9", "field": "fld_absent"}), MANAGER
        )

    assert drafting.open(APP).revision == 0


def test_edits_are_carried_onto_a_release_published_meanwhile() -> None:
    drafting = make_drafting()
    add_field(drafting, drafting.open(APP))
    documents = make_designed_app()
    documents["app.json"]["version"] = "1.1.0"
    drafting.definitions.publish(NewRelease(APP, 1, documents, "", ""))  # type: ignore[attr-defined]

    draft = drafting.open(APP)

    assert draft.release.number == 2
    assert _names(draft)[-1] == "备注"


def test_edits_that_no_longer_fit_stay_on_their_own_base() -> None:
    drafting = make_drafting()
    add_field(drafting, drafting.open(APP))
    documents = make_designed_app()
    del documents["forms/inspection.json"]
    for role in ("manager", "proposer"):
        documents[f"roles/{role}.json"]["design"].pop()
    drafting.definitions.publish(NewRelease(APP, 1, documents, "", ""))  # type: ignore[attr-defined]

    assert drafting.open(APP).release.number == 1


def test_discarding_starts_again_with_a_new_revision() -> None:
    drafting = make_drafting()
    draft = add_field(drafting, drafting.open(APP))

    fresh = drafting.discard(APP, draft.revision, MANAGER)

    assert fresh.documents == make_designed_app()
    assert fresh.revision > draft.revision


def test_an_unknown_app_has_no_draft() -> None:
    with pytest.raises(NotFound):
        make_drafting().open("absent")


@pytest.mark.parametrize(
    ("kind", "params", "document"),
    [
        ("add_field", {"entity": "ent_m1z5b8", "type": "text", "label": {"zh": "备注"}}, "equipment"),
        ("add_choice", {"list": "opt_st0042", "label": {"zh": "搁置"}}, "status"),
        (
            "set_field_access",
            {"role": "rol_i3n5s7", "entity": "ent_h3v6w9", "field": "fld_no0001", "access": "hidden"},
            "inspector",
        ),
        ("rename_field", {"entity": "ent_h3v6w9", "field": "fld_st1n5v", "name": "状态"}, "inspector"),
    ],
    ids=["another entity", "an option list", "rights of a field in use", "a rename that rewrites a role"],
)
def test_a_delegated_designer_changes_nothing_else(kind: str, params: dict[str, Any], document: str) -> None:
    drafting = make_drafting()

    with pytest.raises(Forbidden) as refused:
        drafting.edit(APP, 0, Command(kind, params), MANAGER)

    assert [(each.code, each.params["document"]) for each in refused.value.issues] == [
        ("design.propose.not_permitted", document)
    ]


def test_a_delegated_designer_gives_access_to_a_new_field_but_not_to_a_computed_one() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_h3v6w9", "label": make_label("备注"), "access": {"rol_i3n5s7": "hidden"}}
    computed = {"type": "formula", "options": {"expression": "failed + 1", "result": "integer"}}

    draft = drafting.edit(APP, 0, Command("add_field", params | {"type": "text"}), MANAGER)

    with pytest.raises(Forbidden):
        drafting.edit(APP, draft.revision, Command("add_field", params | computed), MANAGER)


def test_a_delegated_designer_owns_the_list_of_a_new_choice_field() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_h3v6w9", "type": "choice", "label": make_label("等级")}
    draft = drafting.edit(APP, 0, Command("add_field", params), MANAGER)
    list_id = draft.documents["options/等级.json"]["id"]

    after = drafting.edit(
        APP, draft.revision, Command("add_choice", {"list": list_id, "label": make_label("高")}), MANAGER
    )

    assert after.documents["options/等级.json"]["choices"][0]["value"] == "高"


def test_nobody_takes_back_edits_beyond_their_reach() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_m1z5b8", "type": "text", "label": make_label("备注")}
    draft = drafting.edit(APP, 0, Command("add_field", params), ADMINISTRATOR)

    for step in (drafting.undo, drafting.discard):
        with pytest.raises(Forbidden):
            step(APP, draft.revision, MANAGER)
    assert drafting.undo(APP, draft.revision, SYSTEM).documents == make_designed_app()


def test_who_may_design_nothing_edits_nothing() -> None:
    drafting = make_drafting()

    with pytest.raises(Forbidden):
        add_field(drafting, drafting.open(APP), by=INSPECTOR)
    assert _names(add_field(drafting, drafting.open(APP), by=PROPOSER))[-1] == "备注"
