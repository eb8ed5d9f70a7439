"""Makes the server from its services: routes with their guards, and what stands around all of them."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import DomainError
from runtime.server.features import Feature
from runtime.server.guard import Guard
from runtime.server.middleware.faults import Faults
from runtime.server.middleware.known_hosts import KnownHosts
from runtime.server.middleware.request_log import RequestLog
from runtime.server.middleware.security_headers import SecurityHeaders
from runtime.server.pages import WEB, page_routes
from runtime.server.problems import http_answer, invalid_request_answer, refusal_answer
from runtime.server.routes import collect
from runtime.server.services import Services


def create_app(services: Services, features: Iterable[Feature], web: Path = WEB) -> FastAPI:
    """Return the ASGI application; raise UndeclaredRoute where any route says nothing about its policy.

    Features are the built-in ones (`runtime.http.features`) and those of extensions, all of one shape.
    """
    app = FastAPI(
        title="Tongdao",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=partial(_lifespan, services),
        middleware=[
            Middleware(RequestLog),
            Middleware(SecurityHeaders, secure=services.settings.secure),
            Middleware(Faults),
            Middleware(KnownHosts, names=services.settings.known_hosts),
        ],
        exception_handlers={
            DomainError: _refuse,
            RequestValidationError: _refuse_request,
            HTTPException: _refuse_http,
        },
    )
    for create_router in features:
        app.router.routes.extend(create_router(services).routes)
    app.router.routes.extend(page_routes(web))
    for declaration in collect(app.router.routes):
        declaration.route.app = Guard(declaration.route.app, declaration, services)
    return app


@asynccontextmanager
async def _lifespan(services: Services, _app: FastAPI) -> AsyncIterator[None]:
    services.flows.start()
    yield
    services.close()


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, DomainError)
    return refusal_answer(request, error)


async def _refuse_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return invalid_request_answer(request, error)


async def _refuse_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return http_answer(request, error)
