"""Findings name fields as formulas do; who reads them knows fields by their labels."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engine.kernel.issue import Scalar
from engine.ports import Documents, Words


def with_labels(params: Mapping[str, Scalar], file: str | None, documents: Documents) -> Words:
    """Return parameters with the label of the field they name, where it is clear which one is meant."""
    name = params.get("field")
    label = None if name is None else _label(str(name), file, documents)
    return params if label is None else {**params, "field": label}


def _label(name: str, file: str | None, documents: Documents) -> Mapping[str, str] | None:
    """Return what a field is called: one of the document's own entity, else the only one of that name."""
    document = documents.get(file or "", {})
    home = document["id"] if (file or "").startswith("entities/") else document.get("entity")
    entities = [each for path, each in documents.items() if path.startswith("entities/")]
    own = [each for each in entities if each["id"] == home]
    found = list(_labels(name, own)) or list(_labels(name, entities))
    return found[0] if len(found) == 1 else None


def _labels(name: str, entities: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, str]]:
    for entity in entities:
        for field in _fields(entity["fields"]):
            if field["name"] == name and field.get("label"):
                yield field["label"]


def _fields(fields: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for field in fields:
        yield field
        yield from _fields(field.get("options", {}).get("fields", ()))
