"""Merging a choice into another: what names it names the other, and records that have it get the other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import changed_at, choice_in, label_of, open_document, replaced
from engine.dependencies.choice_uses import choice_uses
from engine.expressions.nodes import Literal, Span
from engine.expressions.print import print_node
from engine.kernel.path import Path
from engine.metadata.load import assemble
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The list, the value of the choice that goes, and that of the one that stays."""

    list: str
    choice: str
    into: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, options = open_document(documents, "options", params.list)
    if params.choice == params.into:
        raise Refused.because("command.choice.same", ("into",), value=params.into)
    goes, stays = choice_in(options, params.choice), choice_in(options, params.into)
    options["choices"].remove(goes)
    stays["merged"] = [*stays.get("merged", ()), goes["value"], *goes.get("merged", ())]
    return replaced(_naming_other(documents, params), path, options)


def _naming_other(documents: Documents, params: Params) -> Documents:
    """Let every place that names the choice name the other one."""
    spans: dict[tuple[str, Path], list[Span]] = defaultdict(list)
    for use in choice_uses(assemble(documents), params.list, params.choice):
        spans[use.document, use.path] += [use.span] if use.span else []
    for (document, path), found in spans.items():
        change = partial(_rewritten, found, params.into) if found else partial(_chosen, params)
        documents = changed_at(documents, document, path, change)
    return documents


def _rewritten(spans: Sequence[Span], into: str, text: str) -> str:
    """Write the other choice at places of an expression; the author's spelling of the rest stays."""
    for start, end in sorted(set(spans), reverse=True):
        text = text[:start] + print_node(Literal(into)) + text[end:]
    return text


def _chosen(params: Params, value: Any) -> Any:
    """Return the value of a condition with the other choice; a list has it once."""
    if not isinstance(value, list):
        return params.into
    return list(dict.fromkeys(params.into if each == params.choice else each for each in value))


def _describe(documents: Documents, params: Params) -> Words:
    _, options = open_document(documents, "options", params.list)
    return {
        "choice": choice_in(options, params.choice)["label"],
        "into": choice_in(options, params.into)["label"],
        "list": label_of(documents, params.list),
    }


COMMAND = EditCommand("merge_choice", Params, _apply, _describe)
