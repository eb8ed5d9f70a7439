"""Removing a role. Refused while a flow, a connector or an expression needs it.

Who holds it loses it when the draft is published, and has it back when that is rolled back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from engine.expressions.nodes import Call, Literal, Node, Operation, Table
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.metadata.load import kind_in
from engine.metadata.walk import ExpressionUse, Reference, walk_document
from engine.ports import Documents, Words
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The role."""

    role: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, role = open_document(documents, "role", params.role)
    for file, document in documents.items():
        if file != path and _needs(document, kind_in(document), role["id"], role["name"]):
            raise Refused(Issue("command.role.used", (), label_params("document", document["label"])))
    return {file: each for file, each in documents.items() if file != path}


def _needs(document: object, kind: str, id: str, name: str) -> bool:
    assert isinstance(document, dict)
    for use in walk_document(kind, document):
        if isinstance(use, Reference) and use.kind == "role" and use.id == id:
            return True
        if isinstance(use, ExpressionUse) and "HAS_ROLE" in use.text.upper():
            tree = parse(use.text)
            if not isinstance(tree, Issue) and name in _roles_asked(tree):
                return True
    return False


def _roles_asked(node: Node) -> Iterator[object]:
    """Yield the names of roles that an expression asks for."""
    if isinstance(node, Call):
        if node.function == "HAS_ROLE":
            yield from (each.value for each in node.arguments if isinstance(each, Literal))
        for each in node.arguments:
            yield from _roles_asked(each)
    elif isinstance(node, Operation):
        for each in node.operands:
            yield from _roles_asked(each)
    elif isinstance(node, Table):
        for row in node.rows:
            for each in row:
                yield from _roles_asked(each)


def _describe(documents: Documents, params: Params) -> Words:
    return {"role": label_of(documents, params.role)}


COMMAND = EditCommand("remove_role", Params, _apply, _describe)
