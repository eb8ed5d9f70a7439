"""Whatever is edited can be taken back: random commands, then their inverses, give the same documents."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.commands._index import COMMANDS
from builder.commands.perform import Applied, complete, perform, take_back
from engine.metadata.load import load_definition
from tests.builder.commands.make_commands import commands_for
from tests.builder.fakes import FakeIds
from tests.factories.documents import (
    make_board,
    make_flow,
    make_inspection_app,
    make_label,
    make_page,
    make_view,
)


def _app() -> dict:
    documents = make_inspection_app()
    documents["views/open.json"] = make_view()
    documents["app.json"]["navigation"] = [{"group": make_label("Work"), "items": [{"view": "viw_open01"}]}]
    documents["rules/urgency.json"] = {
        "schema": "tongdao/rule/1", "id": "rul_urge01", "name": "urgency", "label": make_label("Urgency"),
        "entity": "ent_h3v6w9",
        "inputs": [{"id": "rin_urge01", "label": make_label("Failed"), "expression": "failed"}],
        "outputs": [{"id": "rou_urge01", "name": "urgency", "label": make_label("Urgency"), "result": "text"}],
        "rows": [{"id": "row_urge01", "when": ["> 0"], "then": ['"high"']}],
    }  # fmt: skip
    return documents | make_board() | make_page() | make_flow()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_commands_taken_back_give_the_same_documents(data: st.DataObject) -> None:
    start = documents = _app()
    untouched = deepcopy(start)
    ids = FakeIds()
    states: list = []

    for _ in range(8):
        command = complete(documents, data.draw(commands_for(documents)), ids.document_id)
        performed = command if isinstance(command, list) else perform(documents, command)
        if isinstance(performed, Applied):
            states.append((documents, performed.inverse))
            documents = performed.documents
            assert not isinstance(load_definition(documents), list)
    for before, inverse in reversed(states):
        documents = take_back(documents, inverse)
        assert documents == before

    assert start == untouched


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_complete_command_does_the_same_again(data: st.DataObject) -> None:
    documents = _app()
    command = complete(documents, data.draw(commands_for(documents)), FakeIds().document_id)

    if not isinstance(command, list):
        assert perform(documents, command) == perform(documents, command)


def test_commands_are_registered_under_the_names_of_their_files() -> None:
    for command in COMMANDS:
        assert command.apply.__module__.rpartition(".")[2] == command.kind
