"""Renaming a field, and with it every expression that names it; ids, labels and stored data stay."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import field_label, file_of, open_document, replaced, siblings
from engine.dependencies.uses import FieldUse, NamePlace, field_uses
from engine.expressions.nodes import Name
from engine.expressions.print import print_node
from engine.kernel.ids import is_name
from engine.metadata.load import RESERVED_NAMES, assemble
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The field, or the column of detail lines, and its new name."""

    entity: str
    field: str
    name: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    listed, index = siblings(entity, params.field)
    if not is_name(params.name) or params.name.casefold() in RESERVED_NAMES:
        raise Refused.because("command.name.impossible", ("name",), name=params.name[:80])
    others = {each["name"].casefold() for each in listed if each["id"] != params.field}
    if params.name.casefold() in others:
        raise Refused.because("command.name.taken", ("name",), name=params.name)
    uses = field_uses(assemble(documents), params.field)
    listed[index]["name"] = params.name
    return _rewritten(replaced(documents, path, entity), uses, params.name)


def _rewritten(documents: Documents, uses: tuple[FieldUse, ...], name: str) -> Documents:
    by_place: dict[tuple[str, tuple[str | int, ...]], list[NamePlace]] = defaultdict(list)
    for use in uses:
        if use.name:
            by_place[use.document, use.path].append(use.name)
    for (document, path), named in by_place.items():
        documents = _with_text(documents, document, path, named, name)
    return documents


def _with_text(
    documents: Documents, id: str, path: tuple[str | int, ...], named: list[NamePlace], name: str
) -> Documents:
    file = file_of(documents, id)
    assert file is not None
    *steps, last = path
    changed = _copied(documents[file], tuple(steps))
    holder = _at(changed, tuple(steps))
    holder[last] = renamed_text(holder[last], named, name)
    return replaced(documents, file, changed)


def renamed_text(text: str, named: list[NamePlace], name: str) -> str:
    """Replace steps of the names at their places; the author's spelling of the rest stays."""
    paths = {each.name.span: list(each.name.path) for each in named}
    for each in named:
        paths[each.name.span][each.step] = name
    for (start, end), path in sorted(paths.items(), reverse=True):
        text = text[:start] + print_node(Name(tuple(path))) + text[end:]
    return text


def _copied(thing: Any, path: tuple[str | int, ...]) -> Any:
    """Copy what lies along a path, and nothing else."""
    copy = dict(thing) if isinstance(thing, dict) else list(thing)
    if path:
        copy[path[0]] = _copied(thing[path[0]], path[1:])  # type: ignore[index]
    return copy


def _at(thing: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        thing = thing[step]
    return thing


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "name": params.name}


COMMAND = EditCommand("rename_field", Params, _apply, _describe)
