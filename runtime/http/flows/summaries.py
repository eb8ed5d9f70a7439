"""What tells the records of a list of tasks apart in short, as each task or its reader's roles show it.

Records of the same entity whose tasks grant the same are read together, whatever their number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Grant, Principal
from engine.metadata.definition import Definition
from engine.metadata.model import ChoiceOptions, Field
from engine.query.record_query import Condition, Expand, RecordQuery
from engine.text.labels import in_language
from runtime.flows.granting import access_at, grant_of
from runtime.http.flows.showing import Item, Showing
from runtime.server.apps import InstalledApp
from runtime.storage.system_tables_flows import sys_flow_instance

_runs = sys_flow_instance.c

Groups = dict[tuple[str, str, Grant | None], list[Row[Any]]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One look at records of an entity."""

    installed: InstalledApp
    entity: str
    principal: Principal

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of the summary that may be read, in its order."""
        definition = self.installed.definition
        decision = authorize(definition, self.principal, "read", self.entity)
        if not isinstance(decision, Decision):
            return ()
        found = definition.entities[self.entity]
        by_id = {each.id: each for each in found.fields}
        return tuple(by_id[id] for id in found.summary if id in decision.readable)


def summaries(showing: Showing, reader: Principal, rows: Sequence[Row[Any]]) -> Mapping[str, list[Item]]:
    """Return the summaries of the records of tasks by the id of the task; none where nothing may be read."""
    found: dict[str, list[Item]] = {}
    for (app, entity, grant), tasks in _groups(showing, reader, rows).items():
        installed = showing.app(app)
        if installed is not None:
            reading = _Reading(installed, entity, replace(reader, grant=grant))
            found.update(_summed_up(showing, reading, tasks))
    return found


def _groups(showing: Showing, reader: Principal, rows: Sequence[Row[Any]]) -> Groups:
    releases = _releases(showing, rows)
    groups: Groups = {}
    for row in rows:
        installed = showing.app(row.app_id)
        if installed is None or row.entity_id not in installed.definition.entities:
            continue
        grant = None
        if reader.kind == "human" and row.state == "pending" and row.person == reader.user:
            former = showing.services.apps.former(row.app_id, releases[row.instance_id])
            grant = _grant(installed.definition, former, row)
        groups.setdefault((row.app_id, row.entity_id, grant), []).append(row)
    return groups


def _releases(showing: Showing, rows: Sequence[Row[Any]]) -> Mapping[str, int]:
    wanted = {row.instance_id for row in rows}
    found = select(_runs.id, _runs.release).where(_runs.id.in_(wanted))
    return {row.id: row.release for row in showing.connection.execute(found)}


def _grant(definition: Definition, former: Definition | None, row: Row[Any]) -> Grant:
    return grant_of(definition, row.entity_id, access_at(former, row.flow_id, row.node_id))


def _summed_up(
    showing: Showing, reading: _Reading, tasks: Sequence[Row[Any]]
) -> Iterator[tuple[str, list[Item]]]:
    fields = reading.fields
    if not fields:
        return
    ids = sorted({row.record_id for row in tasks})
    query = RecordQuery(
        (Condition("id", "in", ids),),
        fields=("id", *(each.name for each in fields)),
        expand=tuple(Expand(each.name) for each in fields if each.type == "link"),
        limit=len(ids),
    )
    page = showing.services.repository(reading.installed, reading.principal).find_json(reading.entity, query)
    records = {item["id"]: item for item in page.items}
    for row in tasks:
        if (record := records.get(row.record_id)) is not None:
            yield row.id, [_item(showing, reading, each, record.get(each.name)) for each in fields]


def _item(showing: Showing, reading: _Reading, field: Field, value: Any) -> Item:
    """Return one value as records have it, and in words where it is a reference or a choice."""
    item = {"field": field.name, "label": dict(field.label), "value": value}
    title = _title(showing, reading, field, value)
    return {**item, "title": title} if title else item


def _title(showing: Showing, reading: _Reading, field: Field, value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("title") or "")
    if not isinstance(field.options, ChoiceOptions):
        return ""
    choices = reading.installed.definition.options[field.options.list].choices
    return next((in_language(each.label, showing.locale) for each in choices if each.value == value), "")
