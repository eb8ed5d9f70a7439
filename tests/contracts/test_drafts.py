"""What every draft store keeps: order, the pointer of undo, and a revision that tells a stale editor."""

import pytest

from engine.kernel.errors import Conflict
from engine.ports import DraftCommand, DraftStore
from runtime.storage.database import Database
from runtime.storage.draft_store import StoredDrafts
from tests.builder.fakes import START, FakeClock, FakeDrafts

APP = "inspection"


@pytest.fixture(params=["memory", "database"])
def drafts(request: pytest.FixtureRequest, database: Database) -> DraftStore:
    return FakeDrafts() if request.param == "memory" else StoredDrafts(database, FakeClock())


def _command(name: str) -> DraftCommand:
    return DraftCommand("rename_field", {"name": name, "nested": {"次序": [1, None, True]}}, "u1", START)


def test_an_app_never_edited_has_no_draft(drafts: DraftStore) -> None:
    assert drafts.draft(APP) is None


def test_commands_are_kept_as_they_were_given(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("数量"))

    stored = drafts.append(APP, 1, 1, _command("单价"))

    assert stored == drafts.draft(APP)
    assert (stored.base, stored.revision, stored.done) == (1, 2, 2)
    assert stored.commands == (_command("数量"), _command("单价"))


def test_a_command_after_undo_replaces_what_was_undone(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))
    drafts.append(APP, 1, 1, _command("b"))
    undone = drafts.move(APP, 2, 1)

    stored = drafts.append(APP, 3, 1, _command("c"))

    assert (undone.done, len(undone.commands)) == (1, 2)
    assert [each.params["name"] for each in stored.commands] == ["a", "c"]


def test_a_command_moves_the_draft_to_its_base(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))

    assert drafts.append(APP, 1, 2, _command("b")).base == 2


def test_starting_again_goes_on_counting(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))

    fresh = drafts.restart(APP, 1, 2)

    assert (fresh.base, fresh.revision, fresh.done, fresh.commands) == (2, 2, 0, ())


def test_a_stale_revision_changes_nothing(drafts: DraftStore) -> None:
    stored = drafts.append(APP, 0, 1, _command("a"))

    with pytest.raises(Conflict):
        drafts.append(APP, 0, 1, _command("b"))
    with pytest.raises(Conflict):
        drafts.move(APP, 0, 0)
    with pytest.raises(Conflict):
        drafts.restart(APP, 0, 1)

    assert drafts.draft(APP) == stored


def test_apps_have_drafts_of_their_own(drafts: DraftStore) -> None:
    drafts.append(APP, 0, 1, _command("a"))
    drafts.append("sales", 0, 1, _command("b"))

    assert [each.params["name"] for each in drafts.draft("sales").commands] == ["b"]  # type: ignore[union-attr]
