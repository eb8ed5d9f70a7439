"""Of which records of a page further expressions are true: one statement over the ids of the page.

It is apart from the list, so that no mark is worked out for rows that no page shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, select

from engine.access.decision import Decision
from engine.expressions.nodes import Node
from engine.kernel.errors import Invalid
from runtime.storage.binding import is_one_of, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.filters import readable_filter
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.viewer import Viewer

# The ids of the records a mark is true of; None where it cannot be asked.
Marked: TypeAlias = list[str] | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """One statement for all marks that can be asked, and which of them can."""

    statement: Statement
    asked: tuple[bool, ...]


def mark(
    viewer: Viewer, connection: Connection, decision: Decision, marks: tuple[str, ...], ids: Sequence[str]
) -> tuple[Marked, ...]:
    """Return for each mark those of the ids, which may be read, that it is true of."""
    if not marks:
        return ()
    key = (viewer.reach, "marks", decision.entity, marks)
    plan = plans_of(viewer.definition).get(key, lambda: _compile(viewer, decision, marks))
    given = {"ids": kept_list(ids, KEY, viewer.dialect), **viewer.bound(plan.statement)}
    rows = run(connection, plan.statement, given)
    met = ([id for id, *truths in rows if truths[at]] for at in range(sum(plan.asked)))
    return tuple(next(met) if each else None for each in plan.asked)


def _compile(viewer: Viewer, decision: Decision, marks: Sequence[str]) -> _Plan:
    site, formulas = viewer.site(decision.entity), SqlFormulas(viewer.dialect, viewer)
    trees = [_tree(viewer, decision, each) for each in marks]
    id = site.table.c["id"]
    truths = [formulas.condition(site, each) for each in trees if each is not None]
    found = select(id, *truths).where(is_one_of(id, "ids", KEY, viewer.dialect))
    return _Plan(compile_statement(found, viewer.dialect), tuple(each is not None for each in trees))


def _tree(viewer: Viewer, decision: Decision, text: str) -> Node | None:
    """Return the tree of a mark; None where it could not be a filter: no list is refused for its colours."""
    try:
        return readable_filter(viewer, decision, text)
    except Invalid:
        return None
