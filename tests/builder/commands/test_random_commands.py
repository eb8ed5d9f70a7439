"""Whatever is edited leaves documents that load, and the documents before it as they were."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.commands._index import COMMANDS
from builder.commands.perform import Applied, complete, perform
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


def make_edited_app() -> dict:
    """An app with one document of every kind that commands edit."""
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
def test_random_commands_leave_documents_that_load(data: st.DataObject) -> None:
    ids = FakeIds()
    documents = make_edited_app()

    for _ in range(8):
        before = deepcopy(documents)
        command = complete(documents, data.draw(commands_for(documents)), ids.document_id)
        performed = command if isinstance(command, list) else perform(documents, command)
        assert documents == before
        if isinstance(performed, Applied):
            documents = performed.documents
            assert not isinstance(load_definition(documents), list)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_complete_command_does_the_same_again(data: st.DataObject) -> None:
    documents = make_edited_app()
    command = complete(documents, data.draw(commands_for(documents)), FakeIds().document_id)

    if not isinstance(command, list):
        assert perform(documents, command) == perform(documents, command)


def test_commands_are_registered_under_the_names_of_their_files() -> None:
    for command in COMMANDS:
        assert command.apply.__module__.rpartition(".")[2] == command.kind
