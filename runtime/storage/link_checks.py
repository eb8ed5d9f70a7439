"""Whether what a record links to exists and may be seen: all its links in one statement.

What must not be linked to is told like what does not exist.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, literal, select, union_all

from engine.entities.record import Prepared
from engine.entities.values import Line
from engine.kernel.issue import Issue, Scalar
from engine.kernel.path import Path
from engine.metadata.model import Entity, Field, LinesOptions, LinkOptions, PersonOptions
from engine.text.labels import label_params
from runtime.storage.binding import is_one_of, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.plans import plans_of
from runtime.storage.statement import Statement, compile_statement, run
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

PEOPLE = "person"


@dataclass(frozen=True, slots=True)
class Link:
    """One link as it is about to be stored; `target` is an entity id, or people."""

    field: Field
    target: str
    id: str
    path: Path

    @property
    def words(self) -> Mapping[str, Scalar]:
        """Return the label of the field as parameters of an issue."""
        return label_params("field", self.field.label)


def check_links(viewer: Viewer, connection: Connection, entity: Entity, prepared: Prepared) -> list[Issue]:
    """Return an issue for every changed link whose target is not there for this viewer."""
    links = list(changed_links(entity, prepared))
    if not links:
        return []
    by_target: dict[str, list[str]] = {}
    for link in links:
        by_target.setdefault(link.target, []).append(link.id)
    targets = tuple(sorted(by_target))
    found = _existing(viewer, connection, targets, by_target)
    return [
        Issue("record.link.absent", link.path, link.words)
        for link in links
        if (link.target, link.id) not in found
    ]


def changed_links(entity: Entity, prepared: Prepared) -> Iterator[Link]:
    """Yield the links that are about to be stored, by the record and by its lines."""
    for field in entity.fields:
        if field.name not in prepared.changed:
            continue
        if isinstance(field.options, LinesOptions):
            yield from _links_in_lines(field, field.options, prepared)
        else:
            yield from _link(field, prepared.values.get(field.name), (field.name,))


def _links_in_lines(field: Field, options: LinesOptions, prepared: Prepared) -> Iterator[Link]:
    changes = prepared.lines.get(field.name)
    lines: Any = prepared.values.get(field.name) or ()
    for index, line in enumerate(lines):
        if changes and _is_touched(line, changes.changed):
            for column in options.fields:
                yield from _link(column, line.values.get(column.name), (field.name, index, column.name))


def _is_touched(line: Line, changed: Sequence[Line]) -> bool:
    return line.id is None or any(each.id == line.id for each in changed)


def _link(field: Field, value: Any, path: Path) -> Iterator[Link]:
    if not isinstance(value, str):
        return
    match field.options:
        case LinkOptions(entity=target):
            yield Link(field, target, value, path)
        case PersonOptions():
            yield Link(field, PEOPLE, value, path)


def _existing(
    viewer: Viewer, connection: Connection, targets: tuple[str, ...], ids: Mapping[str, list[str]]
) -> set[tuple[str, str]]:
    readable = [each for each in targets if each == PEOPLE or viewer.may("read", each)]
    if not readable:
        return set()
    key = (viewer.reach, "links", tuple(readable))
    statement = plans_of(viewer.definition).get(key, lambda: _statement(viewer, readable))
    given = {f"ids_{n}": kept_list(ids[each], KEY, viewer.dialect) for n, each in enumerate(readable)}
    return {(readable[n], id) for n, id in run(connection, statement, {**given, **viewer.bound(statement)})}


def _statement(viewer: Viewer, targets: Sequence[str]) -> Statement:
    parts = [_living(viewer, target, n) for n, target in enumerate(targets)]
    return compile_statement(parts[0] if len(parts) == 1 else union_all(*parts), viewer.dialect)


def _living(viewer: Viewer, target: str, n: int) -> Select[Any]:
    """Return the records among a list of ids that are alive and may be read."""
    if target == PEOPLE:
        among = is_one_of(sys_user.c.id, f"ids_{n}", KEY, viewer.dialect)
        return select(literal(n), sys_user.c.id).where(among, sys_user.c.active.is_(True))
    site = viewer.site(target)
    id = site.table.c["id"]
    decision = viewer.require("read", target)
    found = select(literal(n), id).where(
        is_one_of(id, f"ids_{n}", KEY, viewer.dialect), site.table.c["deleted_at"].is_(None)
    )
    if decision.row is True:
        return found
    return found.where(SqlFormulas(viewer.dialect).condition(site, decision.row))
