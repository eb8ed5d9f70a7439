"""`/api/files`."""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from runtime.files.registry import FileEntry
from runtime.http.files.service import readable_file, take_in
from runtime.server.answers import json_answer
from runtime.server.csp import FILE
from runtime.server.routes import HotRoute
from runtime.server.services import Services


def create_router(services: Services) -> APIRouter:
    """Return the routes."""

    async def upload(request: Request) -> Response:
        """Take in the body as a file; a record names its id to carry it."""
        file = await take_in(services, request, request.query_params.get("name", ""))
        return json_answer(file_object(file), 201)

    async def download(request: Request) -> Response:
        """Hand out a file as attachment."""
        file = readable_file(services, request.state.principal, request.path_params["id"])
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
            "Content-Security-Policy": FILE,
            "Cache-Control": "private, no-cache",
        }
        return FileResponse(services.files.path(file.key), headers=headers, media_type=file.type)

    router = APIRouter()
    router.routes += [
        HotRoute("POST", "/api/files", upload, policy="session", body="stream"),
        HotRoute("GET", "/api/files/{id}", download, policy="session"),
    ]
    return router


def file_object(file: FileEntry) -> dict[str, object]:
    """Return a file as it goes over the wire."""
    return {"id": file.id, "name": file.name, "size": file.size, "type": file.type}
