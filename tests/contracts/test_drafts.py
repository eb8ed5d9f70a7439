"""What every draft store keeps: order, what is taken back, and a revision that tells a stale editor."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.kernel.errors import Conflict
from engine.ports import DraftCommand, DraftStore, Marking
from runtime.storage.database import Database
from runtime.storage.draft_store import StoredDrafts, forget_edits
from tests.builder.fakes import START, FakeClock, FakeDrafts

APP = "inspection"


@pytest.fixture(params=["memory", "database"])
def drafts(request: pytest.FixtureRequest, database: Database) -> DraftStore:
    return FakeDrafts() if request.param == "memory" else StoredDrafts(database, FakeClock())


def _command(name: str, by: str = "u1") -> DraftCommand:
    return DraftCommand("rename_field", {"name": name, "nested": {"次序": [1, None, True]}}, by, START)


def test_an_app_never_edited_has_no_draft(drafts: DraftStore) -> None:
    assert drafts.draft(APP) is None


def test_commands_are_kept_as_they_were_given(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("数量"))

    stored = drafts.append(APP, 1, 1, _command("单价"))

    assert stored == drafts.draft(APP)
    assert (stored.base, stored.revision) == (1, 2)
    assert stored.commands == (replace(_command("数量"), n=0), replace(_command("单价"), n=1))


def test_a_command_drops_what_its_person_took_back_and_no_more(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))
    drafts.append(APP, 1, 1, _command("b"))
    drafts.append(APP, 2, 1, _command("c", by="u2"))
    marked = drafts.mark(APP, 3, Marking(frozenset({1, 2}), True, "u1"))

    stored = drafts.append(APP, 4, 1, _command("d"))

    assert [each.undone for each in marked.commands] == [False, True, True]
    assert [each.params["name"] for each in stored.commands] == ["a", "c", "d"]
    assert [each.n for each in stored.commands] == [0, 2, 3]


def test_what_was_taken_back_can_hold_again(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))
    drafts.mark(APP, 1, Marking(frozenset({0}), True, "u1"))

    again = drafts.mark(APP, 2, Marking(frozenset({0}), False, "u1"))

    assert (again.revision, [each.undone for each in again.commands]) == (3, [False])


def test_only_commands_of_the_draft_are_marked(drafts: DraftStore) -> None:
    stored = drafts.append(APP, 0, 1, _command("a"))

    with pytest.raises(Conflict):
        drafts.mark(APP, 1, Marking(frozenset({0, 7}), True, "u1"))

    assert drafts.draft(APP) == stored


def test_edit_ids_are_known_for_their_person_even_when_the_draft_began_again(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, replace(_command("a"), edit="e1"))
    drafts.mark(APP, 1, Marking(frozenset({0}), True, "u1", "e2"))
    drafts.restart(APP, 2, 2)

    assert [drafts.knows(APP, "u1", each) for each in ("e1", "e2", "e3")] == [True, True, False]
    assert not drafts.knows(APP, "u2", "e1")
    assert not drafts.knows("sales", "u1", "e1")


def test_a_command_moves_the_draft_to_its_base(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))

    assert drafts.append(APP, 1, 2, _command("b")).base == 2


def test_starting_again_goes_on_counting(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))

    fresh = drafts.restart(APP, 1, 2)

    assert (fresh.base, fresh.revision, fresh.commands) == (2, 2, ())


def test_a_stale_revision_changes_nothing(drafts: DraftStore) -> None:
    stored = drafts.append(APP, 0, 1, _command("a"))

    with pytest.raises(Conflict):
        drafts.append(APP, 0, 1, _command("b"))
    with pytest.raises(Conflict):
        drafts.mark(APP, 0, Marking(frozenset({0}), True, "u1"))
    with pytest.raises(Conflict):
        drafts.restart(APP, 0, 1)

    assert drafts.draft(APP) == stored


def test_apps_have_drafts_of_their_own(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))
    drafts.append("sales", 0, 1, _command("b"))

    assert [each.params["name"] for each in drafts.draft("sales").commands] == ["b"]  # type: ignore[union-attr]


def test_open_designers_hear_of_every_change_with_its_revision(database: Database) -> None:
    heard: list[tuple[str, int | None]] = []
    drafts = StoredDrafts(database, FakeClock(), lambda _, app, revision: heard.append((app, revision)))

    drafts.append(APP, 0, 1, _command("a"))
    drafts.mark(APP, 1, Marking(frozenset({0}), True, "u1"))
    drafts.restart(APP, 2, 1)

    assert heard == [(APP, 1), (APP, 2), (APP, 3)]


def test_edit_ids_are_forgotten_after_a_while(database: Database) -> None:
    drafts = StoredDrafts(database, FakeClock())
    drafts.append(APP, 0, 1, replace(_command("a"), edit="e1"))

    database.write(lambda connection: forget_edits(connection, START + timedelta(days=1)))

    assert not drafts.knows(APP, "u1", "e1")
