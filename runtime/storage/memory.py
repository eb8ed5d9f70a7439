"""The repository's twin without a database: the same rights and rules, records in dictionaries.

For tests, where it is the oracle of the SQL, and for previews. It keeps no history and is used by one
thread. Its refusals are the repository's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from engine.access.circumstances import context_of
from engine.access.decision import Decision
from engine.access.mask import mask
from engine.access.principal import Principal
from engine.entities.computed import is_live
from engine.entities.constraints import taken, unique_keys
from engine.entities.field_types.person import PEOPLE
from engine.entities.field_types.sequence import period, render
from engine.entities.linking import LinkTarget, link_targets
from engine.entities.record import Prepared, prepare, preview
from engine.entities.values import Line
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import (
    Entity,
    Field,
    LinesOptions,
    LinkOptions,
    RollupOptions,
    SequenceOptions,
)
from engine.ports import Clock, IdSource
from engine.query.aggregate import aggregate
from engine.query.collation import has_sort_key, sort_key
from engine.query.execute import Terms, execute
from engine.query.record_query import Condition, RecordQuery, check_limits
from engine.text.labels import label_params
from runtime.storage.asking import ask
from runtime.storage.authorized import shown_fields
from runtime.storage.compile import SYSTEM_COLUMNS
from runtime.storage.given import read_given
from runtime.storage.incoming import incoming
from runtime.storage.live import parsed
from runtime.storage.physical import field_storage
from runtime.storage.record import Page, Record, record_of
from runtime.storage.row_rules import meets_rule
from runtime.storage.rows import Item
from runtime.storage.unit import Written
from runtime.storage.updating import stale
from runtime.storage.viewer import Viewer

_DIALECT = SQLiteDialect_pysqlite()


@dataclass(frozen=True, slots=True)
class MemoryStore:
    """Records of one app by entity and id, and the numbers of its sequences."""

    clock: Clock
    ids: IdSource
    records: dict[str, dict[str, Item]] = field(default_factory=dict)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, entity: str) -> dict[str, Item]:
        """Return the records of an entity by id."""
        return self.records.setdefault(entity, {})


class MemoryRepository:
    """Records of one app as one principal may use them."""

    def __init__(self, store: MemoryStore, definition: Definition, principal: Principal) -> None:
        self._store = store
        context = context_of(definition, principal, store.clock.now())
        self._viewer = Viewer(definition, principal, context, _DIALECT)
        self._definition = definition

    def get(self, entity: str, id: str) -> Record:
        """Return a record with its detail lines."""
        decision = self._viewer.require("read", entity)
        item = self._store.of(entity).get(id)
        whole = self._whole(entity, item) if item else None
        if whole is None or not meets_rule(self._viewer, decision, whole, self._linked):
            raise NotFound.of("record.absent")
        return record_of(self._shown(decision, whole, with_lines=True))

    def find(self, entity: str, query: RecordQuery) -> Page:
        """Return a page of records; its cursor is the id it ends with."""
        too_much = check_limits(query)
        if too_much:
            raise Invalid(too_much)
        decision = self._viewer.require("read", entity)
        asked = self._asked(decision, query)
        readable = [
            whole
            for whole in (self._whole(entity, item) for item in self._store.of(entity).values())
            if meets_rule(self._viewer, decision, whole, self._linked)
        ]
        found = execute(readable, asked, self._terms(decision, query), self._viewer.context)
        records = tuple(record_of(self._shown(decision, dict(each))) for each in found.records)
        more = records[-1].id if found.more else None
        return Page(records, more, found.total if query.count == "exact" else None)

    def create(self, entity_id: str, incoming: Mapping[str, object]) -> Written:
        """Store a new record."""
        decision = self._viewer.require("create", entity_id)
        entity = self._definition.entities[entity_id]
        numbers = self._numbers(entity)
        prepared = self._prepared(decision, entity, incoming, None, numbers)
        now, user = self._viewer.context.now, self._viewer.principal.user
        system = {
            "id": self._store.ids.record_id(), "version": 1, "created_at": now, "created_by": user,
            "modified_at": now, "modified_by": user, "deleted_at": None,
        }  # fmt: skip
        item = {**system, **self._with_ids(prepared)}
        self._keep(decision, entity, item, prepared)
        self._count(entity)
        return Written(str(item["id"]), 1, prepared.warnings)

    def update(self, entity_id: str, id: str, incoming: Mapping[str, object], version: int) -> Written:
        """Change a record that still has a version."""
        decision = self._viewer.require("update", entity_id)
        before = self._existing(decision, id)
        if before["version"] != version:
            raise stale(before["version"])
        entity = self._definition.entities[entity_id]
        prepared = self._prepared(decision, entity, incoming, before, {})
        if not prepared.changed:
            return Written(id, version, prepared.warnings)
        kept = self._store.of(entity_id)[id]
        touched = {"version": version + 1, "modified_at": self._viewer.context.now}
        item = {**kept, **self._with_ids(prepared), **touched, "modified_by": self._viewer.principal.user}
        self._keep(decision, entity, item, prepared)
        return Written(id, version + 1, prepared.warnings)

    def delete(self, entity_id: str, id: str, version: int) -> Written:
        """Put a record into the trash."""
        before = self._existing(self._viewer.require("delete", entity_id), id)
        if before["version"] != version:
            raise stale(before["version"])
        self._release(entity_id, id)
        self._touch(entity_id, id, deleted_at=self._viewer.context.now)
        return Written(id, version + 1)

    def restore(self, entity_id: str, id: str) -> Written:
        """Take a record out of the trash."""
        self._existing(self._viewer.require("delete", entity_id), id, in_trash=True)
        item = self._touch(entity_id, id, deleted_at=None)
        return Written(id, item["version"])

    def purge(self, entity_id: str, id: str) -> None:
        """Forget a record of the trash."""
        self._existing(self._viewer.require("delete", entity_id), id, in_trash=True)
        del self._store.of(entity_id)[id]

    def _existing(self, decision: Decision, id: str, *, in_trash: bool = False) -> Item:
        reading = self._viewer.may("read", decision.entity)
        item = self._store.of(decision.entity).get(id)
        if item is None or reading is None or (item["deleted_at"] is not None) is not in_trash:
            raise NotFound.of("record.absent")
        whole = self._whole(decision.entity, item)
        if not meets_rule(self._viewer, reading, whole, self._linked):
            raise NotFound.of("record.absent")
        if not meets_rule(self._viewer, decision, whole, self._linked):
            raise self._refused(decision)
        return whole

    def _visible(self, entity: str) -> frozenset[str]:
        reading = self._viewer.may("read", entity)
        return reading.readable | reading.masked if reading else frozenset()

    def _refused(self, decision: Decision) -> Forbidden:
        name = self._definition.entities[decision.entity].name
        return Forbidden([Issue("access.row.denied", params={"action": decision.action, "entity": name})])

    def _prepared(
        self,
        decision: Decision,
        entity: Entity,
        incoming: Mapping[str, object],
        before: Item | None,
        numbers: Mapping[str, Value],
    ) -> Prepared:
        prepared = prepare(
            self._definition,
            entity,
            incoming,
            before,
            self._viewer.context,
            writable=decision.writable,
            visible=self._visible(entity.id),
            linked=self._linked,
            given=numbers,
        )
        if not isinstance(prepared, Prepared):
            raise Invalid(prepared)
        absent = [
            Issue("record.link.absent", link.path, label_params("field", link.field.label))
            for link in link_targets(entity, prepared, before)
            if not self._is_offered(link)
        ]
        if absent:
            raise Invalid(absent)
        return prepared

    def _keep(self, decision: Decision, entity: Entity, item: Item, prepared: Prepared) -> None:
        if not meets_rule(self._viewer, decision, self._whole(entity.id, item), self._linked):
            raise self._refused(decision)
        others = [each for each in self._store.of(entity.id).values() if each["id"] != item["id"]]
        for key in unique_keys(self._definition, entity, prepared):
            if any(
                each["deleted_at"] is None and tuple(each.get(name) for name in key.names) == key.values
                for each in others
            ):
                raise Invalid([taken(entity, key.rule, self._visible(entity.id))])
        self._store.of(entity.id)[item["id"]] = item

    def _numbers(self, entity: Entity) -> dict[str, Value]:
        """Return the next number of each sequence; `_count` takes them once the record is kept."""
        return {
            each.name: render(each.options, self._store.numbers.get(key, 0) + 1, self._today)
            for each, key in self._sequences(entity)
            if isinstance(each.options, SequenceOptions)
        }

    def _count(self, entity: Entity) -> None:
        for _, key in self._sequences(entity):
            self._store.numbers[key] = self._store.numbers.get(key, 0) + 1

    def _sequences(self, entity: Entity) -> list[tuple[Field, tuple[str, str]]]:
        return [
            (each, (each.id, period(each.options, self._today)))
            for each in entity.fields
            if isinstance(each.options, SequenceOptions)
        ]

    @property
    def _today(self) -> date:
        return self._viewer.context.now.astimezone(self._viewer.context.timezone).date()

    def _with_ids(self, prepared: Prepared) -> Item:
        values: Item = dict(prepared.values)
        for name in prepared.lines:
            values[name] = tuple(
                line if line.id else Line(self._store.ids.record_id(), line.values)
                for line in values[name] or ()
            )
        return values

    def _touch(self, entity: str, id: str, **changes: object) -> Item:
        item = self._store.of(entity)[id]
        item = {**item, **changes, "version": item["version"] + 1, "modified_at": self._viewer.context.now}
        self._store.of(entity)[id] = item
        return item

    def _release(self, entity: str, id: str) -> None:
        """Refuse what is linked to, or clear the links."""
        for place in incoming(self._definition, entity):
            name = place.field.name
            for item in list(self._store.of(place.entity.id).values()):
                rows = [line.values for line in item[place.lines.name]] if place.lines else [item]
                if item["deleted_at"] is not None or all(row.get(name) != id for row in rows):
                    continue
                if (
                    isinstance(place.field.options, LinkOptions)
                    and place.field.options.on_delete == "restrict"
                ):
                    raise Conflict([Issue("record.delete.in_use")])
                self._touch(place.entity.id, item["id"], **_cleared(item, place, id))

    def _is_offered(self, link: LinkTarget) -> bool:
        """Tell whether a link may lead where it does: people are not kept here, so none is known."""
        item = self._store.of(link.target).get(link.id)
        decision = self._viewer.may("read", link.target) if link.target != PEOPLE else None
        if item is None or item["deleted_at"] is not None or decision is None:
            return False
        rules = (decision, replace(decision, row=parsed(link.filter) if link.filter else True))
        whole = self._whole(link.target, item)
        return all(meets_rule(self._viewer, each, whole, self._linked) for each in rules)

    def _whole(self, entity: str, item: Item) -> Item:
        """Return a record with its live fields."""
        found = self._definition.entities[entity]
        figures = {
            each.name: self._figure(each.options, item["id"])
            for each in found.fields
            if isinstance(each.options, RollupOptions)
        }
        before = {**item, **figures}
        made = preview(
            self._definition,
            found,
            {},
            before,
            self._viewer.context,
            writable=frozenset(),
            linked=self._linked,
        )
        return {**before, **made.values}

    def _linked(self, entity: str, id: str, name: str) -> Value:
        item = self._store.of(entity).get(id)
        if item is None:
            return None
        place = next((each for each in self._definition.entities[entity].fields if each.name == name), None)
        is_computed = place is not None and is_live(
            self._definition, FieldPlace(place, self._definition.entities[entity])
        )
        value: Value = (self._whole(entity, item) if is_computed else item).get(name)
        return value

    def _figure(self, options: RollupOptions, id: str) -> Value:
        """Return a rollup over the living records, or their lines, that link to a record."""
        link = self._definition.field(options.link)
        assert link is not None
        rows: list[Mapping[str, Any]] = []
        for item in self._store.of(options.entity).values():
            if item["deleted_at"] is None and self._counts(options, item):
                inside = [line.values for line in item[link.lines.name]] if link.lines else [item]
                rows += [row for row in inside if row.get(link.field.name) == id]
        summed = self._definition.field(options.field) if options.field else None
        if summed is None:
            return len(rows)
        values = [row.get(summed.field.name) for row in rows]
        scale = field_storage(summed.field).scale or 0
        return aggregate(options.aggregate, [each for each in values if each is not None], scale)

    def _counts(self, options: RollupOptions, item: Item) -> bool:
        if not options.filter:
            return True
        entity = self._definition.entities[options.entity]
        decision = replace(self._viewer.require("read", options.entity), row=parsed(options.filter))
        return meets_rule(self._viewer, decision, self._whole(entity.id, item), self._linked)

    def _asked(self, decision: Decision, query: RecordQuery) -> RecordQuery:
        """Return the query with its values read; refuse what the repository refuses."""
        question = ask(self._viewer, decision, replace(query, cursor=None), None)
        conditions: list[Condition] = []
        for index, (each, storage) in enumerate(zip(query.conditions, question.conditions, strict=True)):
            value = read_given(each.operator, each.value, storage, self._viewer.context)
            if isinstance(value, Issue):
                raise Invalid([value.under("conditions", index)])
            conditions.append(replace(each, value=value))
        return replace(query, conditions=tuple(conditions))

    def _terms(self, decision: Decision, query: RecordQuery) -> Terms:
        entity = self._definition.entities[decision.entity]
        ids = entity.search or ((entity.title,) if entity.title else ())
        searched = tuple(
            each.name for each in entity.fields if each.id in ids and each.id in decision.readable
        )
        by_sound = {each.name for each in entity.fields if has_sort_key(entity, each)}

        def order(name: str, value: Value) -> Any:
            return sort_key(str(value)) if name in by_sound else value

        return Terms(searched, order, self._filter(entity, query.filter) if query.filter else None)

    def _filter(self, entity: Entity, text: str) -> Callable[[Mapping[str, Any]], bool]:
        decision = replace(self._viewer.require("read", entity.id), row=parsed(text))
        return lambda record: meets_rule(self._viewer, decision, record, self._linked)

    def _shown(self, decision: Decision, whole: Item, *, with_lines: bool = False) -> Item:
        shown: Item = {name: whole[name] for name in SYSTEM_COLUMNS}
        for each in shown_fields(self._definition, decision):
            assert each.field is not None
            if not isinstance(each.field.options, LinesOptions):
                value = whole.get(each.name)
                shown[each.name] = mask(value) if each.is_masked else value
            elif with_lines:
                shown[each.name] = tuple(_seen(each.field, line, decision) for line in whole[each.name] or ())
        return shown


def _seen(field: Field, line: Line, decision: Decision) -> Line:
    assert isinstance(field.options, LinesOptions)
    seen = {
        each.name: line.values.get(each.name) for each in field.options.fields if each.id in decision.readable
    }
    return Line(line.id, seen)


def _cleared(item: Item, place: FieldPlace, id: str) -> Item:
    if place.lines is None:
        return {place.field.name: None}
    lines = tuple(
        Line(line.id, {**line.values, place.field.name: None})
        if line.values.get(place.field.name) == id
        else line
        for line in item[place.lines.name]
    )
    return {place.lines.name: lines}
