"""The draft of an app: durable, undone and redone, for several people, within what each may design."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from builder.commands.command import Command
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting
from builder.words import Phrase
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.ports import DraftCommand, DraftStore, NewRelease, StoredDraft
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


@dataclass
class OvertakenDrafts:
    """Drafts that somebody else changes once, just before the first edit is written."""

    drafts: DraftStore
    overtake: Callable[[], object]
    is_overtaken: bool = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self.drafts, name)

    def append(self, app: str, revision: int, base: int, command: DraftCommand) -> StoredDraft:
        if not self.is_overtaken:
            self.is_overtaken = True
            self.overtake()
        return self.drafts.append(app, revision, base, command)


def make_drafting() -> Drafting:
    """Return the drafts of a published app, kept in memory."""
    drafts = FakeDrafts()
    releases = FakeReleases(drafts)
    releases.publish(NewRelease(APP, 0, make_designed_app(), "", ""))
    return Drafting(releases, drafts, FakeClock(), FakeIds())


def add_field(drafting: Drafting, text: str = "备注", by: Principal = MANAGER, edit_id: str = "") -> Draft:
    """Add a text field to the form of inspections."""
    params = {"entity": "ent_h3v6w9", "type": "text", "label": make_label(text), "form": "frm_q8w1e2"}
    return drafting.edit(APP, Command("add_field", params), by, edit_id)


def _names(draft: Draft) -> list[str]:
    return [each["name"] for each in draft.documents["entities/inspection.json"]["fields"]]


def test_edits_last_and_are_told_in_words() -> None:
    drafting = make_drafting()

    add_field(drafting)

    opened = drafting.open(APP)
    assert _names(opened)[-1] == "备注"
    assert [edit.words.code for edit in opened.done] == ["command.add_field"]
    assert opened.done[0].command.by == "u1"


def test_undo_and_redo_walk_along_the_edits() -> None:
    drafting = make_drafting()
    add_field(drafting)
    add_field(drafting, "附注")

    once = drafting.undo(APP, MANAGER)
    twice = drafting.undo(APP, MANAGER)
    again = drafting.redo(APP, MANAGER)

    assert _names(once)[-1] == "备注"
    assert twice.documents == make_designed_app()
    assert _names(again) == _names(once)
    assert [edit.command.params["label"]["zh"] for edit in again.undone] == ["附注"]


def test_undoing_nothing_changes_nothing() -> None:
    drafting = make_drafting()

    assert drafting.undo(APP, MANAGER) == drafting.open(APP)
    assert drafting.redo(APP, MANAGER) == drafting.open(APP)


def test_a_new_edit_gives_up_what_was_undone() -> None:
    drafting = make_drafting()
    add_field(drafting)
    drafting.undo(APP, MANAGER)

    after = add_field(drafting, "附注")

    assert _names(after)[-1] == "附注"
    assert not after.undone


def test_two_editors_lose_nothing() -> None:
    drafting = make_drafting()
    add_field(drafting)

    after = add_field(drafting, "附注", ADMINISTRATOR)

    assert _names(after)[-2:] == ["备注", "附注"]
    assert after == drafting.open(APP)


def test_an_edit_overtaken_while_it_was_made_is_made_on_what_is_there_now() -> None:
    drafting = make_drafting()
    overtaken = replace(
        drafting, drafts=OvertakenDrafts(drafting.drafts, lambda: add_field(drafting, by=PROPOSER))
    )

    after = add_field(overtaken, "附注")

    assert _names(after)[-2:] == ["备注", "附注"]


def test_everybody_takes_back_edits_of_their_own() -> None:
    drafting = make_drafting()
    add_field(drafting, "一", MANAGER)
    add_field(drafting, "二", ADMINISTRATOR)

    after = drafting.undo(APP, MANAGER)
    again = drafting.redo(APP, MANAGER)

    assert _names(after)[-1] == "二"
    assert "一" not in _names(after)
    assert _names(again)[-2:] == ["一", "二"]
    assert drafting.undo(APP, PROPOSER).documents == again.documents


def test_an_edit_that_others_built_on_stays_and_says_what_builds_on_it() -> None:
    drafting = make_drafting()
    field = add_field(drafting).documents["entities/inspection.json"]["fields"][-1]["id"]
    rename = {"entity": "ent_h3v6w9", "field": field, "name": "remark"}
    drafting.edit(APP, Command("rename_field", rename), ADMINISTRATOR)

    with pytest.raises(Invalid) as refused:
        drafting.undo(APP, MANAGER)

    [issue] = refused.value.issues
    assert (issue.code, issue.params["number"]) == ("draft.edit.needed", 1)
    assert "remark" in str(issue.params["edit.en"])
    drafting.undo(APP, ADMINISTRATOR)
    assert drafting.undo(APP, MANAGER).documents == make_designed_app()


def test_a_certain_edit_is_taken_back_whosesoever_it_is() -> None:
    drafting = make_drafting()
    add_field(drafting, "一")
    add_field(drafting, "二")

    after = drafting.undo(APP, ADMINISTRATOR, number=0)

    assert _names(after)[-1] == "二"
    assert [edit.command.undone for edit in after.edits] == [True, False]
    assert _names(drafting.redo(APP, ADMINISTRATOR, number=0))[-2:] == ["一", "二"]


def test_all_own_edits_are_taken_back_and_those_of_others_stay() -> None:
    drafting = make_drafting()
    for text, by in (("一", MANAGER), ("二", ADMINISTRATOR), ("三", MANAGER)):
        add_field(drafting, text, by)

    after = drafting.take_back_own(APP, MANAGER)

    assert _names(after)[-1] == "二"
    assert not {"一", "三"} & set(_names(after))


def test_an_edit_sent_again_is_not_made_again() -> None:
    drafting = make_drafting()
    once = add_field(drafting, edit_id="e1")

    assert add_field(drafting, edit_id="e1") == once
    assert _names(add_field(drafting, edit_id="e1", by=ADMINISTRATOR))[-1] == "备注_2"


def test_an_edit_sent_again_after_it_was_published_is_not_made_again() -> None:
    drafting = make_drafting()
    draft = add_field(drafting, edit_id="e1")
    release = NewRelease(APP, 1, draft.documents, "", "", draft.revision)
    drafting.definitions.publish(release)  # type: ignore[attr-defined]

    assert not add_field(drafting, edit_id="e1").edits


def test_undo_sent_again_takes_nothing_more_back() -> None:
    drafting = make_drafting()
    add_field(drafting, "一")
    add_field(drafting, "二")

    once = drafting.undo(APP, MANAGER, "e9")

    assert drafting.undo(APP, MANAGER, "e9") == once
    assert _names(once)[-1] == "一"


def test_giving_everything_up_needs_to_have_seen_everything() -> None:
    drafting = make_drafting()
    seen = add_field(drafting)
    add_field(drafting, "附注", ADMINISTRATOR)

    with pytest.raises(Conflict) as conflict:
        drafting.discard(APP, seen.revision, MANAGER)

    assert [issue.code for issue in conflict.value.issues] == ["draft.revision.stale"]
    assert len(drafting.open(APP).done) == 2


def test_a_refused_edit_leaves_the_draft_as_it_is() -> None:
    drafting = make_drafting()

    with pytest.raises(Invalid):
        drafting.edit(APP, Command("remove_field", {"entity": "ent_h3v6w9", "field": "fld_absent"}), MANAGER)

    assert drafting.open(APP).revision == 0


def test_edits_are_carried_onto_a_release_published_meanwhile() -> None:
    drafting = make_drafting()
    add_field(drafting)
    documents = make_designed_app()
    documents["app.json"]["version"] = "1.1.0"
    drafting.definitions.publish(NewRelease(APP, 1, documents, "", ""))  # type: ignore[attr-defined]

    draft = drafting.open(APP)

    assert draft.release.number == 2
    assert _names(draft)[-1] == "备注"


def test_edits_that_no_longer_fit_stay_on_their_own_base() -> None:
    drafting = make_drafting()
    add_field(drafting)
    documents = make_designed_app()
    del documents["forms/inspection.json"]
    for role in ("manager", "proposer"):
        documents[f"roles/{role}.json"]["design"].pop()
    drafting.definitions.publish(NewRelease(APP, 1, documents, "", ""))  # type: ignore[attr-defined]

    assert drafting.open(APP).release.number == 1


def with_an_edit_of_another_version(drafting: Drafting) -> Drafting:
    """Store an edit of a kind that is not known here, as another process would, and forget what was opened."""
    add_field(drafting)
    draft = drafting.open(APP)
    entry = DraftCommand("polish", {}, "u1", drafting.clock.now())
    drafting.drafts.append(APP, draft.revision, draft.release.number, entry)
    return replace(drafting, kept={}, found={})


def test_an_edit_of_another_version_is_left_out_and_said_so() -> None:
    drafting = with_an_edit_of_another_version(make_drafting())

    draft = drafting.open(APP)
    after = add_field(drafting, "现场照片")

    assert [edit.holds for edit in draft.edits] == [True, False]
    assert draft.edits[-1].words == Phrase("command.unfit", {"kind": "polish"})
    assert [edit.holds for edit in after.edits] == [True, False, True]
    assert _names(after)[-2:] == ["备注", "现场照片"]


def test_beside_an_edit_of_another_version_others_are_taken_back_and_come_again() -> None:
    drafting = with_an_edit_of_another_version(make_drafting())

    assert [edit.holds for edit in drafting.undo(APP, MANAGER).edits] == [False, False]
    assert [edit.holds for edit in drafting.redo(APP, MANAGER).edits] == [True, False]
    with pytest.raises(Invalid) as refused:
        drafting.redo(APP, MANAGER, number=1)
    assert [each.code for each in refused.value.issues] == ["draft.redo.unfit", "command.kind.unknown"]


def test_a_draft_with_an_edit_of_another_version_is_given_up() -> None:
    drafting = with_an_edit_of_another_version(make_drafting())

    fresh = drafting.discard(APP, drafting.open(APP).revision, MANAGER)

    assert (fresh.documents, fresh.edits) == (make_designed_app(), ())


def test_discarding_starts_again_with_a_new_revision() -> None:
    drafting = make_drafting()
    draft = add_field(drafting)

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
        drafting.edit(APP, Command(kind, params), MANAGER)

    assert [(each.code, each.params["document"]) for each in refused.value.issues] == [
        ("design.propose.not_permitted", document)
    ]


def test_a_delegated_designer_gives_access_to_a_new_field_but_not_to_a_computed_one() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_h3v6w9", "label": make_label("备注"), "access": {"rol_i3n5s7": "hidden"}}
    computed = {"type": "formula", "options": {"expression": "failed + 1", "result": "integer"}}

    drafting.edit(APP, Command("add_field", params | {"type": "text"}), MANAGER)

    with pytest.raises(Forbidden):
        drafting.edit(APP, Command("add_field", params | computed), MANAGER)


def test_a_delegated_designer_owns_the_list_of_a_new_choice_field() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_h3v6w9", "type": "choice", "label": make_label("等级")}
    draft = drafting.edit(APP, Command("add_field", params), MANAGER)
    list_id = draft.documents["options/等级.json"]["id"]

    after = drafting.edit(APP, Command("add_choice", {"list": list_id, "label": make_label("高")}), MANAGER)

    assert after.documents["options/等级.json"]["choices"][0]["value"] == "高"


def test_nobody_takes_back_edits_beyond_their_reach() -> None:
    drafting = make_drafting()
    params = {"entity": "ent_m1z5b8", "type": "text", "label": make_label("备注")}
    draft = drafting.edit(APP, Command("add_field", params), ADMINISTRATOR)

    with pytest.raises(Forbidden):
        drafting.undo(APP, MANAGER, number=0)
    with pytest.raises(Forbidden):
        drafting.discard(APP, draft.revision, MANAGER)
    assert drafting.undo(APP, MANAGER) == draft
    assert drafting.undo(APP, ADMINISTRATOR).documents == make_designed_app()


def test_who_may_design_nothing_edits_nothing() -> None:
    drafting = make_drafting()

    with pytest.raises(Forbidden):
        add_field(drafting, by=INSPECTOR)
    assert _names(add_field(drafting, by=PROPOSER))[-1] == "备注"
