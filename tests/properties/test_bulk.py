"""Many rows at once against the same rows one by one: the same answers, records and history."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from engine.access.principal import SYSTEM, Principal
from engine.kernel.errors import DomainError
from engine.metadata.definition import Definition
from runtime.storage.bulk import RowResult
from runtime.storage.database import Database, savepoint
from runtime.storage.repository import RecordsInUnit, Store
from runtime.storage.system_tables import sys_change
from tests.factories.documents import make_field, make_inspection_app, make_label
from tests.factories.stores import make_repository, make_store, publish

APP, INSPECTION, EQUIPMENT = "app_7kq2m4", "ent_h3v6w9", "ent_m1z5b8"
NOWHERE = "00000000-0000-7000-8000-000000000000"
INSPECTOR = Principal("p", "human", frozenset({"rol_i3n5s7"}))
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Row = dict[str, Any]
Save = Callable[[RecordsInUnit, list[Row]], list[RowResult]]

PIECES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["一", "二", "三", "", None]),
        "serial": st.sampled_from(["a", "b", 7]),
    },
)
LINES = st.fixed_dictionaries(
    {"item": st.sampled_from(["油温", "油压", None])}, optional={"reading": st.sampled_from(["96.5", "x"])}
)
GOOD = st.fixed_dictionaries(
    {"equipment": st.just("known"), "lines": st.just([{"item": "油温", "reading": "96.5"}])},
    optional={"remark": st.sampled_from(["x", "y", "z", "v", "w"])},
)
ANY = st.fixed_dictionaries(
    {"equipment": st.sampled_from(["known", "known", "known", NOWHERE])},
    optional={
        "lines": st.lists(LINES, max_size=2),
        "status": st.sampled_from(["open", "done", "wrong"]),
        "remark": st.sampled_from(["x", "y", "z", "forbidden"]),
        "nonsense": st.just(1),
    },
)
MANY = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True, slots=True)
class World:
    """A store with one known piece of equipment, and an app in which rows can go wrong in every way."""

    store: Store
    definition: Definition
    known: str


class _Undone(Exception):
    pass


def _documents(*, numbered: bool) -> dict[str, Row]:
    documents = make_inspection_app()
    inspection, equipment = documents["entities/inspection.json"], documents["entities/equipment.json"]
    inspection["fields"].append(make_field("fld_rm0003", "remark"))
    inspection["unique"] = [{"id": "unq_rm0003", "fields": ["fld_rm0003"]}]
    worded = make_label("Not this word")
    inspection["checks"].append(
        {"id": "chk_rm0003", "expression": 'remark <> "forbidden"', "message": worded}
    )
    equipment["fields"].append(make_field("fld_sn0003", "serial"))
    equipment["unique"] = [{"id": "unq_nm0002", "fields": ["fld_nm0002"]}]
    role = documents["roles/inspector.json"]
    role["entities"][0]["create"] = 'remark <> "y"'
    role["entities"].append({"entity": EQUIPMENT, "read": True})
    if not numbered:
        inspection["fields"][0] |= {"type": "text", "options": {}}
    return documents


@pytest.fixture(params=["numbered", "plain"])
def world(database: Database, request: pytest.FixtureRequest) -> World:
    store = make_store(database)
    definition = publish(store, _documents(numbered=request.param == "numbered"))
    known = make_repository(store, definition).create(EQUIPMENT, {"name": "空压机"}).id
    return World(store, definition, known)


@MANY
@given(rows=st.lists(GOOD | GOOD | ANY, max_size=6), principal=st.sampled_from([SYSTEM, INSPECTOR]))
def test_records_created_together_are_those_created_one_by_one(
    world: World, rows: list[Row], principal: Principal
) -> None:
    linked = [{**row, "equipment": world.known if row["equipment"] == "known" else NOWHERE} for row in rows]

    together = _tried(world, principal, INSPECTION, linked, _together(INSPECTION))
    apart = _tried(world, principal, INSPECTION, linked, _one_by_one)

    assert together == apart


@MANY
@given(rows=st.lists(PIECES, max_size=7), mode=st.sampled_from(["upsert", "update"]))
def test_rows_saved_by_key_together_are_those_saved_one_by_one(
    world: World, rows: list[Row], mode: Any
) -> None:
    def together(records: RecordsInUnit, rows: list[Row]) -> list[RowResult]:
        return records.bulk(EQUIPMENT, mode, ("name",), rows, partial=True)

    def apart(records: RecordsInUnit, rows: list[Row]) -> list[RowResult]:
        return [together(records, [row])[0] for row in rows]

    assert _tried(world, SYSTEM, EQUIPMENT, rows, together) == _tried(world, SYSTEM, EQUIPMENT, rows, apart)


def _together(entity: str) -> Save:
    return lambda records, rows: records.bulk(entity, "create", (), rows, partial=True)


def _one_by_one(records: RecordsInUnit, rows: list[Row]) -> list[RowResult]:
    results = []
    for index, row in enumerate(rows):
        try:
            with savepoint(records.unit.connection):
                written = records.create(INSPECTION, row)
        except DomainError as refusal:
            results.append(RowResult(index, issues=refusal.issues))
        else:
            results.append(RowResult(index, written.id, written.version, written.warnings, True))
    return results


def _tried(world: World, principal: Principal, entity: str, rows: list[Row], save: Save) -> str:
    """Save in a unit of work that is undone; return everything it left, with ids by first appearance."""
    seen: list[str] = []

    def work(connection: Connection) -> None:
        records = make_repository(world.store, world.definition, principal).within(connection)
        results = [(each.id, each.version, each.issues, each.is_new) for each in save(records, rows)]
        everything = make_repository(world.store, world.definition).within(connection)
        left = [everything.get_json(entity, id) for id, *_ in results if id]
        log = connection.execute(select(sys_change).order_by(sys_change.c.sequence)).mappings().all()
        told = [{name: value for name, value in row.items() if name != "chain"} for row in log]
        assert world.store.log.verify(connection, APP) is None
        seen.append(_anonymous(repr([results, left, told])))
        raise _Undone

    with pytest.raises(_Undone):
        world.store.database.write(work)
    return seen[0]


def _anonymous(text: str) -> str:
    ids = {id: f"<{n}>" for n, id in enumerate(dict.fromkeys(_ID.findall(text)))}
    return _ID.sub(lambda found: ids[found[0]], text)
