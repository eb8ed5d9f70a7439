"""Write documents in canonical form: schema order, defaults left out, one file per document."""

import json
from typing import Any

from engine.metadata.definition import Definition
from engine.metadata.model import App, Document
from engine.metadata.structure import plain

# Folder of each kind below the app folder; the attributes of Definition have the same names.
FOLDERS = {
    "options": "options",
    "entity": "entities",
    "form": "forms",
    "view": "views",
    "role": "roles",
    "rule": "rules",
    "flow": "flows",
    "template": "templates",
    "connector": "connectors",
    "report": "reports",
    "dashboard": "dashboards",
    "page": "pages",
    "seed": "seeds",
}


def kind_of(document: Document) -> str:
    """Return the kind of a document, for example `entity`."""
    return document.schema.split("/")[1]


def path_of(document: Document) -> str:
    """Return the document's file below the app folder."""
    if isinstance(document, App):
        return "app.json"
    return f"{FOLDERS[kind_of(document)]}/{document.name}.json"


def dump_document(document: Document) -> dict[str, Any]:
    """Return a document as JSON kinds in canonical order."""
    written: dict[str, Any] = plain(document)
    return written


def dump_definition(definition: Definition) -> dict[str, dict[str, Any]]:
    """Return all documents by their file, sorted."""
    files = {path_of(each): dump_document(each) for each in definition.documents()}
    return dict(sorted(files.items()))


def to_text(document: dict[str, Any]) -> str:
    """Return the text of a document's file: two spaces, every script as it is, newline at the end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
