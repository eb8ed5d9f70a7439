"""Taking a document out of an app, with the rights to design it; one that is still used stays."""

from typing import Any

from builder.commands.command import Refused
from engine.metadata.load import kind_in
from engine.metadata.walk import Reference, walk_document
from engine.ports import Documents


def without_document(documents: Documents, path: str) -> Documents:
    """Return the documents without one, and roles without the right to design it."""
    gone = documents[path]["id"]
    remaining = {
        file: _without_grant(each, gone) if kind_in(each) == "role" else each
        for file, each in documents.items()
        if file != path
    }
    for file, document in remaining.items():
        for use in walk_document(kind_in(document), document):
            if isinstance(use, Reference) and use.id == gone:
                raise Refused.because("command.document.used", document=file.removesuffix(".json"))
    return remaining


def _without_grant(role: Any, document: str) -> Any:
    grants = role.get("design", ())
    kept = [each for each in grants if each["document"] != document]
    return role if len(kept) == len(grants) else {**role, "design": kept}
