"""`/api/workbooks/{id}`: what a file of tables may become, and whether corrections still fit its values."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from builder.http.policy import MAKE_APPS
from builder.http.schemas_importing import PlanBody, ProposeBody
from builder.http.services import Services
from builder.importing.columns import Column, Sheet, look_at, text_of
from builder.importing.judging import TYPES, plan_issues
from builder.importing.linking import known_by
from builder.importing.plan import ColumnPlan, FilePlan, TablePlan
from builder.importing.proposing import Proposal, propose
from builder.importing.reading import Misfits, misfits
from builder.words import Phrase, said
from engine.kernel.issue import Issue
from engine.ports import Workbook

PLANS = {**MAKE_APPS, "x-body": "records"}


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.post("/api/workbooks/{id}:propose", openapi_extra=MAKE_APPS)
    def propose_app(id: str, body: ProposeBody, request: Request) -> Any:
        """Tell what a file may become, column by column, with reasons."""
        workbook = services.workbooks.open(id, request.state.principal.user or "", body.header_rows)
        return _proposal_answer(workbook, propose(workbook))

    @router.post("/api/workbooks/{id}:check", openapi_extra=PLANS)
    def check_plan(id: str, body: PlanBody, request: Request) -> Any:
        """Tell what is against a corrected plan, and which values do not fit it."""
        user = request.state.principal.user or ""
        sheets = [look_at(each) for each in services.workbooks.open(id, user, body.header_rows()).tables]
        plan = body.plan()
        return {
            "issues": [_issue_answer(each) for each in plan_issues(plan, sheets)],
            "misfits": [
                {"sheet": sheet.table.sheet, "index": column.index, **found}
                for sheet in sheets
                for column in sheet.columns
                if (found := _misfits_answer(_found(plan, sheets, sheet, column)))
            ],
        }

    return router


def _proposal_answer(workbook: Workbook, proposal: Proposal) -> Any:
    return {
        "id": workbook.id,
        "file": workbook.file,
        "types": list(TYPES),
        "tables": [
            _table_answer(table, sheet, proposal)
            for table, sheet in zip(proposal.plan.tables, proposal.sheets, strict=True)
        ],
    }


def _table_answer(table: TablePlan, sheet: Sheet, proposal: Proposal) -> Any:
    return {
        "sheet": table.sheet,
        "hidden": sheet.table.hidden,
        "rows": sheet.rows,
        "use": table.use,
        "label": table.label,
        "header_row": table.header_row,
        "key": table.key,
        "title": table.title,
        "columns": [_column_answer(plan, sheet, proposal) for plan in table.columns],
    }


def _column_answer(plan: ColumnPlan, sheet: Sheet, proposal: Proposal) -> Any:
    column = sheet.column(plan.index)
    assert column is not None  # plans are proposed from these very columns
    found = _found(proposal.plan, proposal.sheets, sheet, column)
    return {
        "index": plan.index,
        "header": column.header,
        "label": plan.label,
        "use": plan.use,
        "type": plan.type,
        "target": plan.target,
        "samples": column.samples,
        "filled": len(column.cells),
        "distinct": len(column.values),
        "reason": said(proposal.reasons[sheet.table.sheet, plan.index]),
        "misfits": _misfits_answer(found),
    }


def _found(plan: FilePlan, sheets: Any, sheet: Sheet, column: Column) -> Misfits:
    """Return the values of a column that do not fit what it becomes; of links, those that mean no row."""
    table = plan.table(sheet.table.sheet)
    wanted = table.column(column.index) if table else None
    if wanted is None or wanted.type not in TYPES:
        return Misfits(0)
    if wanted.type != "link":
        return misfits(column, wanted.type)
    target = next((each for each in sheets if each.table.sheet == wanted.target), None)
    keys = {text for each in known_by(target) for text in each.values} if target else set()
    lost = [(row, text) for row, cell in column.cells if (text := text_of(cell)) not in keys]
    if not lost:
        return Misfits(0)
    row, text = lost[0]
    return Misfits(len(lost), row, text[:60], Issue("import.link.unmatched", (), {"value": text[:60]}))


def _misfits_answer(found: Misfits) -> Any:
    if not found.count or found.issue is None:
        return None
    words = said(Phrase(found.issue.code, found.issue.params))
    return {"count": found.count, "row": found.row, "value": found.value, "words": words}


def _issue_answer(issue: Issue) -> Any:
    words = said(Phrase(issue.code, issue.params))
    return {"code": issue.code, "pointer": issue.pointer, "params": dict(issue.params), "words": words}
