"""Taking files in under a limit, and finding one that somebody may read."""

from functools import partial

import anyio.to_thread
from starlette.requests import Request

from engine.access.principal import Principal
from engine.kernel.errors import DomainError, NotFound
from runtime.files.content import Intake
from runtime.files.detecting import detect
from runtime.files.naming import clean_name
from runtime.files.registry import FileEntry, get_file, register
from runtime.server.refusals import TooLarge
from runtime.server.services import Services

MOST_BYTES = 100_000_000


async def take_in(services: Services, request: Request, name: str) -> FileEntry:
    """Store the body of a request as a file of the caller."""
    intake = await anyio.to_thread.run_sync(services.files.begin)
    try:
        await _receive(request, intake)
        stored = await anyio.to_thread.run_sync(intake.keep)
    except BaseException:
        await anyio.to_thread.run_sync(intake.drop)
        raise
    type = await anyio.to_thread.run_sync(detect, stored.head, services.files.path(stored.key))
    entry = partial(
        register,
        id=services.ids.record_id(),
        stored=stored,
        name=clean_name(name),
        type=type,
        by=request.state.person.id,
        now=services.clock.now(),
    )
    return await services.write(entry)


async def _receive(request: Request, intake: Intake) -> None:
    async for chunk in request.stream():
        if intake.size + len(chunk) > MOST_BYTES:
            raise TooLarge.of("request.body.large", (), most=MOST_BYTES)
        if chunk:
            await anyio.to_thread.run_sync(intake.add, chunk)


def readable_file(services: Services, principal: Principal, id: str) -> FileEntry:
    """Return a file that a principal may read: one's own upload, or what a readable field carries."""
    with services.database.read() as connection:
        file = get_file(connection, id)
    if file.record is None:
        if principal.user is None or file.created_by != principal.user:
            raise NotFound.of("file.unknown")
        return file
    if not _carries(services, principal, file):
        raise NotFound.of("file.unknown")
    return file


def _carries(services: Services, principal: Principal, file: FileEntry) -> bool:
    """Tell whether the record that carries a file shows it to a principal."""
    installed = next((each for each in services.apps.all() if each.definition.app.id == file.app), None)
    place = installed.definition.field(file.field) if installed and file.field else None
    if installed is None or place is None or file.entity is None or file.record is None:
        return False
    try:
        item = services.repository(installed, principal).get_json(file.entity, file.record)
    except DomainError:
        return False
    if item["deleted_at"] is not None:
        return False
    rows = (item.get(place.lines.name) or ()) if place.lines else (item,)
    return any(file.id in (row.get(place.field.name) or ()) for row in rows)
