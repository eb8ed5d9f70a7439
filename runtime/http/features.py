"""The features that come with the runtime, in the order in which their routes are tried."""

from runtime.http.apps import endpoints as apps
from runtime.http.audit import endpoints as audit
from runtime.http.connectors import endpoints as connectors
from runtime.http.definition import endpoints as definition
from runtime.http.demo import endpoints as demo
from runtime.http.demo import letters
from runtime.http.departments import endpoints as departments
from runtime.http.events import endpoints as events
from runtime.http.explain import endpoints as explain
from runtime.http.expressions import endpoints as expressions
from runtime.http.files import endpoints as files
from runtime.http.flows import endpoints as flows
from runtime.http.health import endpoints as health
from runtime.http.hooks import endpoints as hooks
from runtime.http.incidents import endpoints as incidents
from runtime.http.notifications import endpoints as notifications
from runtime.http.openapi import endpoints as openapi
from runtime.http.people import endpoints as people
from runtime.http.records import endpoints as records
from runtime.http.reports import endpoints as reports
from runtime.http.roles import endpoints as roles
from runtime.http.seeing import endpoints as seeing
from runtime.http.session import endpoints as session
from runtime.http.stock import endpoints as stock
from runtime.http.tasks import endpoints as tasks
from runtime.http.tokens import endpoints as tokens
from runtime.http.transfer import endpoints as transfer
from runtime.server.features import Feature

FEATURES: tuple[Feature, ...] = (
    records.create_router,
    stock.create_router,
    flows.create_router,
    tasks.create_router,
    transfer.create_router,
    reports.create_router,
    expressions.create_router,
    session.create_router,
    demo.create_router,
    letters.create_router,
    apps.create_router,
    definition.create_router,
    files.create_router,
    people.create_router,
    roles.create_router,
    seeing.create_router,
    explain.create_router,
    departments.create_router,
    incidents.create_router,
    notifications.create_router,
    events.create_router,
    tokens.create_router,
    audit.create_router,
    connectors.create_router,
    hooks.create_router,
    openapi.create_router,
    health.create_router,
)
