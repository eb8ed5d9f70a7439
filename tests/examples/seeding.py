"""The channel sales app at work on a database, with its people, and its seeds loaded by the importer."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from engine.access.principal import SYSTEM
from engine.query.record_query import RecordQuery
from runtime.identity.people import NewPerson, add_person, list_people
from runtime.storage.database import Database
from runtime.storage.record import Record
from runtime.storage.repository import Repository
from runtime.storage.unit import Origin
from runtime.transfer.importing import Destination
from runtime.transfer.links import all_records
from runtime.transfer.people import directory
from runtime.transfer.seeds import LoadedFile, load_seed
from tests.factories.app import FOLDER
from tests.factories.stores import make_store, publish

TODAY = date(2026, 11, 23)


def documents() -> dict[str, Any]:
    return {
        path.relative_to(FOLDER).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.json")
    }


def destination(database: Database) -> Destination:
    """Publish the app and add its people."""
    store = make_store(database)
    definition = publish(store, documents())

    def add_people(connection: Any) -> Any:
        with (FOLDER / "seeds" / "people.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                new = NewPerson(login=row["login"], name={"zh": row["name_zh"], "en": row["name_en"]})
                add_person(connection, new, store.clock, store.ids, None)
        return directory(list_people(connection))

    repository = Repository(store, definition, SYSTEM, Origin("seed", by_hand=False))
    return Destination(database, repository, definition, database.write(add_people))


def seed(where: Destination, name: str) -> list[LoadedFile]:
    found = next(each for each in where.definition.seeds.values() if each.name == name)
    return list(load_seed(where, found, FOLDER, TODAY))


def records(where: Destination, entity: str, *fields: str) -> Iterator[Record]:
    found = where.definition.entity_named(entity)
    assert found
    return all_records(where.repository, found.id, RecordQuery(fields=fields or None))
