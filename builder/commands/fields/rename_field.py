"""Renaming a field, and with it every expression that names it; ids, labels and stored data stay."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import changed_at, field_label, open_document, replaced, siblings
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
        renamed = partial(renamed_text, named=named, name=name)
        documents = changed_at(documents, document, path, renamed)
    return documents


def renamed_text(text: str, named: list[NamePlace], name: str) -> str:
    """Replace steps of the names at their places; the author's spelling of the rest stays."""
    paths = {each.name.span: list(each.name.path) for each in named}
    for each in named:
        paths[each.name.span][each.step] = name
    for (start, end), path in sorted(paths.items(), reverse=True):
        text = text[:start] + print_node(Name(tuple(path))) + text[end:]
    return text


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "name": params.name}


COMMAND = EditCommand("rename_field", Params, _apply, _describe)
