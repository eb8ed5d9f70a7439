"""Several new fields in one edit: each completed and added as if those before it were there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from builder.commands.command import Mint, Refused
from builder.commands.documents import open_document
from builder.commands.fields.add_field import COMMAND as ADD_FIELD
from builder.commands.fields.add_field import Params
from builder.commands.parameters import read_params
from engine.ports import Documents

MOST_COLUMNS = 8
# Values that are long, or many in one, make poor columns.
NO_COLUMN = ("long_text", "lines", "attachment")
WIDE = ("long_text", "lines")

Given = Sequence[Mapping[str, Any]]


def completed_fields(
    documents: Documents, given: Given, mint: Mint, *, entity: str, form: str | None, view: str | None
) -> list[Mapping[str, Any]]:
    """Complete new fields; those that say nothing else go on the form, and on the list while it has room."""
    fields: list[Mapping[str, Any]] = []
    for each in _placed(documents, given, entity, form, view):
        completed = ADD_FIELD.complete(documents, each, mint)
        documents = ADD_FIELD.apply(documents, completed)
        fields.append({key: value for key, value in asdict(completed).items() if key != "entity"})
    return fields


def with_fields(documents: Documents, entity: str, fields: Given) -> Documents:
    """Return the documents with completed fields added."""
    for index, each in enumerate(fields):
        documents = ADD_FIELD.apply(documents, _read(index, {**each, "entity": entity}))
    return documents


def _placed(
    documents: Documents, given: Given, entity: str, form: str | None, view: str | None
) -> Iterator[Params]:
    columns = len(open_document(documents, "view", view)[1]["columns"]) if view else MOST_COLUMNS
    for index, each in enumerate(given):
        span = 2 if each.get("type") in WIDE else 1
        read = _read(index, {"form": form, "span": span, **each, "entity": entity})
        is_column = "view" not in each and read.type not in NO_COLUMN and columns < MOST_COLUMNS
        columns += is_column
        yield replace(read, view=view) if is_column else read


def _read(index: int, raw: Mapping[str, Any]) -> Params:
    read = read_params(Params, raw)
    if isinstance(read, list):
        raise Refused(*(issue.under("fields", index) for issue in read))
    return read
