"""Columns of a list view, as raw items."""

from builder.commands.documents import open_document, replaced
from engine.ports import Documents


def with_column(documents: Documents, view_id: str, field: str) -> Documents:
    """Return the documents with a field as last column of a list; one it shows already stays there."""
    path, view = open_document(documents, "view", view_id)
    if any(each["field"] == field for each in view["columns"]):
        return documents
    view["columns"].append({"field": field})
    return replaced(documents, path, view)
