"""Removing a report; refused while a dashboard shows it."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from engine.kernel.issue import Issue
from engine.metadata.load import kind_in, place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The report."""

    report: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "report", params.report)
    shown = [
        Issue("command.report.used", (*place(file), "tiles", index), {"dashboard": dashboard["name"]})
        for file, dashboard in documents.items()
        if kind_in(dashboard) == "dashboard"
        for index, tile in enumerate(dashboard["tiles"])
        if tile.get("report") == params.report
    ]
    if shown:
        raise Refused(*shown)
    return {file: each for file, each in documents.items() if file != path}


def _describe(documents: Documents, params: Params) -> Words:
    return {"report": label_of(documents, params.report)}


COMMAND = EditCommand("remove_report", Params, _apply, _describe)
