"""Adding a report: a question and its picture."""

from dataclasses import dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Json, free_file, names_in, replaced
from builder.commands.naming import propose_name
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`query`, `chart` and `drill` as in the document of a report."""

    label: dict[str, str]
    query: dict[str, Any]
    chart: dict[str, Any]
    description: dict[str, str] | None = None
    source: dict[str, str] | None = None
    drill: list[dict[str, Any]] | None = None
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    name = params.name or propose_name(params.label, names_in(documents, "reports"), "report")
    return replace(params, id=params.id or mint("report"), name=name)


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "reports", params.id, params.name)
    report: Json = {
        "schema": "tongdao/report/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "query": params.query,
        "chart": params.chart,
    }
    more = {"description": params.description, "source": params.source, "drill": params.drill}
    return replaced(documents, path, report | {key: value for key, value in more.items() if value})


def _describe(documents: Documents, params: Params) -> Words:
    return {"report": params.label}


COMMAND = EditCommand("add_report", Params, _apply, _describe, _complete)
