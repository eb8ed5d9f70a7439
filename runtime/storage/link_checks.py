"""Whether what records newly link to exists, may be seen and is offered: all their links in one statement.

What must not be linked to is told like what does not exist.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, literal, select, union_all

from engine.dependencies.resolve import Standpoint
from engine.entities.expression import checked_at
from engine.entities.field_types.person import PEOPLE
from engine.entities.linking import LinkTarget
from engine.expressions.check import Checked
from engine.kernel.issue import Issue
from engine.text.labels import label_params
from runtime.storage.binding import is_one_of, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.live import Site
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

_Group: TypeAlias = tuple[str, str | None]
"""An entity, or people, and the filter of the link that leads there."""


def check_links(viewer: Viewer, connection: Connection, links: Sequence[LinkTarget]) -> list[Issue]:
    """Return an issue for every link whose target is not there for this viewer."""
    return check_all_links(viewer, connection, [links])[0]


def check_all_links(
    viewer: Viewer, connection: Connection, rows: Sequence[Sequence[LinkTarget]]
) -> list[list[Issue]]:
    """Return the same for the links of many records, of each its own issues."""
    groups: dict[_Group, dict[str, None]] = {}
    for links in rows:
        for link in links:
            groups.setdefault((link.target, link.filter), {})[link.id] = None
    found = _existing(viewer, connection, groups) if groups else set()
    return [
        [
            Issue("record.link.absent", link.path, label_params("field", link.field.label))
            for link in links
            if (link.target, link.filter, link.id) not in found
        ]
        for links in rows
    ]


def _existing(
    viewer: Viewer, connection: Connection, groups: Mapping[_Group, Iterable[str]]
) -> set[tuple[str, str | None, str]]:
    viewer = viewer.beside_tasks()
    ordered = sorted(groups, key=lambda group: (group[0], group[1] or ""))
    readable = [each for each in ordered if each[0] == PEOPLE or viewer.may("read", each[0])]
    if not readable:
        return set()
    key = (viewer.reach, "links", tuple(readable))
    statement = plans_of(viewer.definition).get(key, lambda: _statement(viewer, readable))
    given = {f"ids_{n}": kept_list(groups[each], KEY, viewer.dialect) for n, each in enumerate(readable)}
    rows = run(connection, statement, {**given, **viewer.bound(statement)})
    return {(*readable[n], id) for n, id in rows}


def _statement(viewer: Viewer, groups: Sequence[_Group]) -> Statement:
    parts = [_living(viewer, group, n) for n, group in enumerate(groups)]
    return compile_statement(parts[0] if len(parts) == 1 else union_all(*parts), viewer.dialect)


def _living(viewer: Viewer, group: _Group, n: int) -> Select[Any]:
    """Return the records among a list of ids that are alive, may be read and are offered."""
    target, condition = group
    if target == PEOPLE:
        among = is_one_of(sys_user.c.id, f"ids_{n}", KEY, viewer.dialect)
        return select(literal(n), sys_user.c.id).where(among, sys_user.c.active)
    site = viewer.site(target)
    id = site.table.c["id"]
    found = select(literal(n), id).where(
        is_one_of(id, f"ids_{n}", KEY, viewer.dialect), site.table.c["deleted_at"].is_(None)
    )
    formulas = SqlFormulas(viewer.dialect)
    row = viewer.require("read", target).row
    if row is not True:
        found = found.where(formulas.condition(site, row))
    offered = _filter(viewer, site, condition) if condition else None
    return found if offered is None else found.where(formulas.condition(site, offered.tree))


def _filter(viewer: Viewer, site: Site, condition: str) -> Checked | None:
    checked = checked_at(viewer.definition, Standpoint(site.entity), condition)
    return checked if isinstance(checked, Checked) else None
