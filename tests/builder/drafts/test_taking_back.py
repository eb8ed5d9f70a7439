"""Whatever several people edit, each can take their own back until nothing is left, and carry it out again."""

import json
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from builder.commands.command import Command
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting
from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.ports import Documents, NewRelease
from tests.builder.commands.make_commands import commands_for
from tests.builder.commands.test_random_commands import make_edited_app
from tests.builder.drafts.test_drafting import APP
from tests.builder.fakes import FakeClock, FakeDrafts, FakeIds, FakeReleases

PEOPLE = [Principal(id, "human", frozenset({"rol_admini"}), id) for id in ("u1", "u2", "u3")]


def _drafting() -> Drafting:
    documents = make_edited_app()
    documents["roles/administrator.json"] = {
        "schema": "tongdao/role/1", "id": "rol_admini", "name": "administrator",
        "label": {"zh": "管理员"}, "administer": ["roles"],
    }  # fmt: skip
    drafts = FakeDrafts()
    releases = FakeReleases(drafts)
    releases.publish(NewRelease(APP, 0, documents, "", ""))
    return Drafting(releases, drafts, FakeClock(), FakeIds())


def _bytes(documents: Documents) -> bytes:
    return json.dumps(documents, ensure_ascii=False).encode()


def _edit(drafting: Drafting, command: Command, by: Principal) -> bool:
    try:
        drafting.edit(APP, command, by)
    except Invalid:
        return False
    return True


def _take_all_back(drafting: Drafting, whose: list[Principal]) -> list[Principal]:
    """Have people take their last edits back in any order they can; return who did, in order."""
    order: list[Principal] = []
    while drafting.open(APP).done:
        stuck = True
        for person in whose:
            before = len(drafting.open(APP).done)
            try:
                after = drafting.undo(APP, person)
            except Invalid:
                continue  # somebody built on it, and goes first
            if len(after.done) < before:
                order.append(person)
                stuck = False
        assert not stuck, "nobody can take back the last edit of all"
    return order


def _replayed(drafting: Drafting, order: list[Principal]) -> Draft:
    for person in reversed(order):
        drafting.redo(APP, person)
    return drafting.open(APP)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_edits_of_several_people_taken_back_give_the_same_bytes_and_come_again(data: st.DataObject) -> None:
    drafting = _drafting()
    start = _bytes(drafting.open(APP).documents)
    for _ in range(14):
        command = data.draw(commands_for(drafting.open(APP).documents))
        _edit(drafting, command, data.draw(st.sampled_from(PEOPLE)))
    edited = _bytes(drafting.open(APP).documents)

    order = _take_all_back(drafting, data.draw(st.permutations(PEOPLE)))

    assert _bytes(drafting.open(APP).documents) == start
    assert _bytes(_replayed(drafting, order).documents) == edited


@pytest.mark.parametrize("number", [1])
def test_two_hundred_commands_of_three_people_taken_back_give_the_same_bytes(number: int) -> None:
    drafting = _drafting()
    start = _bytes(drafting.open(APP).documents)
    _make_two_hundred(drafting, number)
    edited = drafting.open(APP)

    order = _take_all_back(drafting, PEOPLE)

    assert len(order) == len(edited.edits) == 200
    assert _bytes(drafting.open(APP).documents) == start
    assert _bytes(_replayed(drafting, order).documents) == _bytes(edited.documents)


def _make_two_hundred(drafting: Drafting, number: int) -> None:
    """Edit with whatever commands are drawn until two hundred were carried out."""
    for attempt in count():
        for command, by in _drawn(drafting.open(APP).documents, number * 1000 + attempt):
            if len(drafting.open(APP).edits) == 200:
                return
            _edit(drafting, command, by)


def _drawn(documents: Documents, number: int) -> list[tuple[Command, Principal]]:
    """Return a handful of commands for documents and who sends them, some fitting, some not."""
    found: list[tuple[Command, Principal]] = []

    @seed(number)
    @settings(max_examples=80, phases=[Phase.generate], database=None, deadline=None)
    @given(commands_for(documents), st.sampled_from(PEOPLE))
    def draw(command: Command, by: Principal) -> None:
        found.append((command, by))

    draw()
    return found
