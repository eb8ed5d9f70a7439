"""Differences of the rows of decision tables in words: what a row asks for and what it says."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.publishing.difference import Difference, difference, label_of
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Row = Mapping[str, Any]


def rule_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which rows are new, gone, or other than before, and another order of those that stay."""
    before = {row["id"]: row for row in change.before or ()}
    after = {row["id"]: row for row in change.after or ()}
    rule = label_of(new, change.id)
    for id in [*before, *(id for id in after if id not in before)]:
        was, row = before.get(id), after.get(id)
        if was is None and row is not None:
            yield difference("add", change.id, "rule.row.add", rule=rule, row=_said(row))
        elif row is None and was is not None:
            yield difference("remove", change.id, "rule.row.remove", rule=rule, row=_said(was))
        elif row is not None and was is not None and _said(was) != _said(row):
            told = {"rule": rule, "before": _said(was), "after": _said(row)}
            yield difference("change", change.id, "rule.row.change", **told)
    if [id for id in before if id in after] != [id for id in after if id in before]:
        yield difference("change", change.id, "rule.row.order", rule=rule)


def _said(row: Row) -> str:
    """Write a row in one line: `>= 25% | - → "高"`."""
    when = " | ".join(text or "-" for text in row["when"])
    return f"{when} → {' | '.join(text or '-' for text in row['then'])}"
