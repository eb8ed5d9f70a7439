"""Two people edit one app at the same time, each in a process of their own: nothing of either is lost."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from builder.drafts.drafting import Drafting
from engine.access.principal import Principal
from engine.ports import NewRelease
from runtime.storage.database import Database
from runtime.storage.draft_store import StoredDrafts
from tests.builder.drafts.test_drafting import ADMINISTRATOR, APP, MANAGER, add_field, make_designed_app
from tests.builder.fakes import FakeClock, FakeDrafts, FakeReleases
from tests.factories.stores import CountedIds

EACH = 12


class OwnIds:
    """Ids that begin elsewhere for each process."""

    def __init__(self, start: int) -> None:
        self._ids = CountedIds()
        for _ in range(start):
            self._ids.document_id("field")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ids, name)


def test_edits_made_at_once_are_all_there_and_each_takes_back_their_own(database: Database) -> None:
    releases = FakeReleases(FakeDrafts())
    releases.publish(NewRelease(APP, 0, make_designed_app(), "", ""))
    people = {MANAGER: OwnIds(0), ADMINISTRATOR: OwnIds(500)}

    def process(person: Principal) -> Drafting:
        return Drafting(releases, StoredDrafts(database, FakeClock()), FakeClock(), people[person])

    def edit(person: Principal) -> None:
        drafting = process(person)
        for number in range(EACH):
            add_field(drafting, f"{person.id} {number}", person, f"edit {number}")

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(edit, people))

    both = process(MANAGER).open(APP)
    assert len(both.done) == len(people) * EACH
    labels = [each["label"]["zh"] for each in both.documents["entities/inspection.json"]["fields"]]
    for person in people:
        own = [each for each in labels if each.startswith(f"{person.id} ")]
        assert own == [f"{person.id} {number}" for number in range(EACH)]
    after = process(MANAGER).take_back_own(APP, MANAGER)
    assert {edit.command.by for edit in after.done} == {ADMINISTRATOR.id}
