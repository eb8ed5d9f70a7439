"""Changing what a report asks, its picture and the ways down from it: one thing to whoever designs it."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`query`, `chart` and `drill` as in the document of a report; without `drill` no way down is set."""

    report: str
    query: dict[str, Any]
    chart: dict[str, Any]
    drill: list[dict[str, Any]] | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, report = open_document(documents, "report", params.report)
    assign(report, "query", params.query)
    assign(report, "chart", params.chart)
    assign(report, "drill", params.drill or None)
    return replaced(documents, path, report)


def _describe(documents: Documents, params: Params) -> Words:
    return {"report": label_of(documents, params.report)}


COMMAND = EditCommand("set_report_question", Params, _apply, _describe)
