"""Setting a part of a report: its words, its question or its picture."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "source", "query", "chart", "drill")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    report: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, report = open_document(documents, "report", params.report)
    assign(report, params.property, params.value)
    return replaced(documents, path, report)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "report": label_of(documents, params.report)}


COMMAND = EditCommand("set_report", Params, _apply, _describe)
