"""Who asks for which entity of which app: the beginning of every record endpoint."""

from dataclasses import dataclass

from starlette.requests import Request

from engine.access.authorize import authorize
from engine.access.decision import ACTIONS, Decision
from engine.access.principal import Principal
from engine.kernel.errors import NotFound
from engine.metadata.definition import Definition
from engine.metadata.model import Entity
from runtime.flows.granting import has_people, with_tasks
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.storage.repository import Repository


@dataclass(frozen=True, slots=True)
class Asked:
    """What a record request is about."""

    installed: InstalledApp
    entity: Entity
    repository: Repository
    principal: Principal


def asked(services: Services, request: Request) -> Asked:
    """Return what a request is about; an entity without any right looks absent."""
    installed = services.apps.get(request.path_params["app"])
    request.scope["state"]["release"] = installed.release
    principal = request.state.principal
    name = request.path_params["entity"]
    entity = installed.definition.entity_named(name)
    if entity is None or not _has_any_right(installed.definition, principal, entity.id):
        raise NotFound.of("access.entity.unknown", (), entity=name[:64])
    repository = services.repository(installed, principal, request.state.request_id)
    return Asked(installed, entity, repository, principal)


def asked_about(services: Services, request: Request, id: str | None) -> Asked:
    """Return what a request about one record is about: a task about it lets its person see it."""
    principal = request.state.principal
    installed = services.apps.get(request.path_params["app"])
    entity = installed.definition.entity_named(request.path_params["entity"])
    if id is None or entity is None or not has_people(installed.definition, entity.id):
        return asked(services, request)
    with services.database.read() as connection:
        granted = with_tasks(connection, services.apps, installed.definition, principal, (entity.id, id))
    if granted is principal:
        return asked(services, request)
    request.scope["state"]["release"] = installed.release
    repository = services.repository(installed, granted, request.state.request_id)
    return Asked(installed, entity, repository, granted)


def _has_any_right(definition: Definition, principal: Principal, entity: str) -> bool:
    return any(isinstance(authorize(definition, principal, action, entity), Decision) for action in ACTIONS)
