"""What became of the rows of an import: counts, and every finding with its row and column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from engine.kernel.issue import Issue
from engine.text.catalog import say_issue
from runtime.transfer.drafts import RowIssue

KEPT = 5_000
SENT = 500


@dataclass(slots=True)
class Report:
    """The counts of records, and what is wrong with rows; only so many findings are kept."""

    created: int = 0
    updated: int = 0
    failed: int = 0
    findings: list[RowIssue] = field(default_factory=list)
    more: int = 0

    def add(self, findings: Iterable[RowIssue]) -> None:
        """Add findings."""
        for finding in findings:
            if len(self.findings) < KEPT:
                self.findings.append(finding)
            else:
                self.more += 1

    def to_json(self) -> dict[str, Any]:
        """Return the report as it is stored."""
        rows = [
            {"row": each.row, "column": each.column, "code": each.issue.code, "path": list(each.issue.path),
             "params": dict(each.issue.params)}
            for each in self.findings
        ]  # fmt: skip
        counts = {"created": self.created, "updated": self.updated, "failed": self.failed}
        return {**counts, "rows": rows, "more": self.more}


def from_json(stored: Mapping[str, Any]) -> Report:
    """Read a stored report."""
    findings = [
        RowIssue(each["row"], each["column"], Issue(each["code"], tuple(each["path"]), each["params"]))
        for each in stored["rows"]
    ]
    return Report(stored["created"], stored["updated"], stored["failed"], findings, stored["more"])


def sent(report: Report, locale: str) -> dict[str, Any]:
    """Return a report as it goes over the wire: findings of one cell together, with their sentences."""
    rows = list(_cells(report.findings, locale))
    counts = {"created": report.created, "updated": report.updated, "failed": report.failed}
    return {**counts, "rows": rows[:SENT], "more": report.more + max(len(rows) - SENT, 0)}


def _cells(findings: Iterable[RowIssue], locale: str) -> Iterator[dict[str, Any]]:
    ordered = sorted(findings, key=_place)
    for (row, column), group in groupby(ordered, key=_place):
        yield {"row": row, "column": column or None, "issues": [_issue(each.issue, locale) for each in group]}


def _place(finding: RowIssue) -> tuple[int, str]:
    return (finding.row, finding.column or "")


def _issue(issue: Issue, locale: str) -> dict[str, Any]:
    return {
        "code": issue.code,
        "pointer": issue.pointer,
        "params": dict(issue.params),
        "severity": issue.severity.value,
        "message": say_issue(issue, locale),
    }
