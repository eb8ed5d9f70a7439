"""Finding and replacing parts of raw documents; originals are never touched."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from builder.commands.command import Refused
from builder.words import word
from engine.kernel.path import Path
from engine.metadata.load import kind_in
from engine.ports import Documents

Json = dict[str, Any]
Label = Mapping[str, str]


def file_of(documents: Documents, id: str) -> str | None:
    """Return the file of the document with an id."""
    return next((path for path, document in documents.items() if document.get("id") == id), None)


def open_document(documents: Documents, kind: str, id: str) -> tuple[str, Json]:
    """Return the file of a document of a kind and a copy of it to change."""
    path = file_of(documents, id)
    if path is None or kind_in(documents[path]) != kind:
        raise Refused.because("command.document.missing", id=id, kind=kind)
    return path, deepcopy(dict(documents[path]))


def free_file(documents: Documents, folder: str, id: str, name: str) -> str:
    """Return the file of a new document, or refuse an id or a name that is taken."""
    if file_of(documents, id) is not None:
        raise Refused.because("command.id.taken", ("id",), id=id)
    path = f"{folder}/{name}.json"
    if path in documents:
        raise Refused.because("command.name.taken", ("name",), name=name)
    return path


def names_in(documents: Documents, folder: str) -> list[str]:
    """Return the names of the documents in a folder."""
    return [each["name"] for path, each in documents.items() if path.startswith(f"{folder}/")]


def replaced(documents: Documents, path: str, document: Mapping[str, Any]) -> Documents:
    """Return the documents with one of them replaced or added."""
    return {**documents, path: document}


def changed_at(documents: Documents, id: str, path: Path, change: Callable[[Any], Any]) -> Documents:
    """Return the documents with what stands at a place of one of them changed."""
    file = file_of(documents, id)
    assert file is not None
    *steps, last = path
    changed = holder = _copied(documents[file], tuple(steps))
    for step in steps:
        holder = holder[step]
    holder[last] = change(holder[last])
    return replaced(documents, file, changed)


def _copied(thing: Any, path: Path) -> Any:
    """Copy what lies along a path, and nothing else."""
    copy = dict(thing) if isinstance(thing, dict) else list(thing)
    if path:
        copy[path[0]] = _copied(thing[path[0]], path[1:])  # type: ignore[index]
    return copy


def siblings(entity: Json, field: str) -> tuple[list[Json], int]:
    """Return the list a field stands in, top-level or detail columns, and its index there."""
    for listed in field_lists(entity):
        for index, each in enumerate(listed):
            if each["id"] == field:
                return listed, index
    raise Refused.because("command.field.missing", id=field)


def field_lists(entity: Json) -> list[list[Json]]:
    """Return the field list of an entity and those of its detail lines."""
    lines = [each["options"]["fields"] for each in entity["fields"] if each["type"] == "lines"]
    return [entity["fields"], *lines]


def field_in(entity: Json, field: str) -> Json:
    """Return a field of an entity or of its detail lines."""
    listed, index = siblings(entity, field)
    return listed[index]


def section_in(form: Json, section: str) -> tuple[int, Json]:
    """Return the index of a section of a form and the section."""
    for index, each in enumerate(form["layout"]):
        if each["id"] == section:
            return index, each
    raise Refused.because("command.section.missing", id=section)


def item_in(form: Json, field: str) -> tuple[Json, int]:
    """Return the section a field is placed in, and the index of its item."""
    for section in form["layout"]:
        for index, item in enumerate(section["items"]):
            if item["field"] == field:
                return section, index
    raise Refused.because("command.item.missing", id=field)


def choice_in(options: Json, value: str) -> Json:
    """Return a choice of an option list."""
    for choice in options["choices"]:
        if choice["value"] == value:
            return dict_of(choice)
    raise Refused.because("command.choice.missing", value=value)


def dict_of(value: Any) -> Json:
    """Narrow parsed JSON that the schema says is an object."""
    assert isinstance(value, dict)
    return value


def insert(items: list[Json], index: int | None, item: Json) -> None:
    """Put an item at an index; none, or one past the end, means last."""
    items.insert(len(items) if index is None else max(index, 0), item)


def assign(thing: Json, key: str, value: Any) -> None:
    """Set a property; None takes it away."""
    if value is None:
        thing.pop(key, None)
    else:
        thing[key] = value


def require_one_of(value: str, allowed: Sequence[str]) -> None:
    """Refuse a property that this command does not set."""
    if value not in allowed:
        raise Refused.because("command.property.unknown", property=value)


def label_of(documents: Documents, id: str) -> Label:
    """Return the label of a document, empty where it does not exist."""
    path = file_of(documents, id)
    return dict_of(documents[path]["label"]) if path else {}


def field_label(documents: Documents, field: str) -> Label:
    """Return the label of a field of any entity, empty where it does not exist."""
    for document in documents.values():
        if kind_in(document) == "entity":
            for listed in field_lists(dict_of(document)):
                for each in listed:
                    if each["id"] == field:
                        return dict_of(each["label"])
    return {}


def section_label(documents: Documents, form: str, section: str) -> Label:
    """Return the heading of a section, or a word for one that has none."""
    _, opened = open_document(documents, "form", form)
    return dict_of(section_in(opened, section)[1].get("label") or word("section.untitled"))
