"""Brings in what comes with an app: its people, and its seeds, each file once even where a start was cut off.

The importer does the work; this module remembers in `sys_setting` how far it came.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, insert, select

from engine.access.principal import SYSTEM
from engine.metadata.model import Seed
from runtime.identity.people import list_people
from runtime.identity.staff import Staff, add_staff
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.storage.repository import Repository
from runtime.storage.system_tables import sys_setting
from runtime.storage.unit import Origin
from runtime.transfer.importing import Destination
from runtime.transfer.people import directory, with_stand_in
from runtime.transfer.seeds import LoadedFile, load_seed


def add_people_of(services: Services, installed: InstalledApp, folder: Path) -> None:
    """Add the departments and people that seeds name; without a password, so only the demo lets them in."""
    seeds = installed.definition.seeds.values()
    departments = [row for seed in seeds for row in _rows(seed.departments, folder)]
    people = [row for seed in seeds for row in _rows(seed.people, folder)]
    roles = {role.name: role.id for role in installed.definition.roles.values()}
    staff = Staff(services.clock, services.ids, installed.definition.app.id, roles)
    services.database.write(lambda connection: add_staff(connection, staff, departments, people))
    services.callers.forget()


def load_samples(services: Services, folder: Path, app: str, by: str) -> None:
    """Load the sample data of a starter into an app made from it; `by` stands in for people unknown here."""
    for _ in load_seeds(services, services.apps.get(app), folder, stand_in=by):
        pass


def load_seeds(
    services: Services, installed: InstalledApp, folder: Path, stand_in: str | None = None
) -> Iterator[LoadedFile]:
    """Load the seeds of an app, file by file; what an earlier start loaded is left out."""
    definition = installed.definition
    repository = Repository(services.store, definition, SYSTEM, Origin("seed", by_hand=False))
    with services.database.read() as connection:
        people = directory(list_people(connection))
    if stand_in is not None:
        people = with_stand_in(people, _people_named(installed, folder), stand_in)
    destination = Destination(services.database, repository, definition, people)
    today = services.clock.now().astimezone(ZoneInfo(definition.app.timezone)).date()
    for seed in definition.seeds.values():
        done = _loaded(services, seed)
        missing = replace(seed, files=seed.files[done:])
        for count, loaded in enumerate(load_seed(destination, missing, folder, today), done + 1):
            _remember(services, seed, count)
            yield loaded


def is_loaded(services: Services, installed: InstalledApp) -> bool:
    """Tell whether every seed file of an app was loaded."""
    seeds = installed.definition.seeds.values()
    return all(_loaded(services, seed) >= len(seed.files) for seed in seeds)


def _rows(file: str | None, folder: Path) -> list[dict[str, str]]:
    if not file:
        return []
    with (folder / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _people_named(installed: InstalledApp, folder: Path) -> list[str]:
    rows = [row for seed in installed.definition.seeds.values() for row in _rows(seed.people, folder)]
    return [row[column] for row in rows for column in ("login", "name_zh", "name_en")]


def _key(seed: Seed) -> str:
    return f"seed:{seed.id}"


def _loaded(services: Services, seed: Seed) -> int:
    """Return how many files of a seed are in, in their order."""
    with services.database.read() as connection:
        value = connection.execute(
            select(sys_setting.c.value).where(sys_setting.c.key == _key(seed))
        ).scalar()
    return int(value or 0)


def _remember(services: Services, seed: Seed, files: int) -> None:
    row = {"key": _key(seed), "value": files, "modified_at": services.clock.now()}

    def work(connection: Connection) -> None:
        connection.execute(delete(sys_setting).where(sys_setting.c.key == _key(seed)))
        connection.execute(insert(sys_setting).values(row))

    services.database.write(work)
