"""`/api/notifications`: what somebody was told, the newest first."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection, Row, func, select, update
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import Invalid
from runtime.flows.deciding import require_scope
from runtime.http.flows.showing import Item, Showing, instant
from runtime.realtime.frame import Frame
from runtime.server.answers import json_answer
from runtime.server.languages import language_of
from runtime.server.routes import declared
from runtime.server.services import Services
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_notification

_rows = sys_notification.c


class ReadBody(BaseModel):
    """Which were read; all without any."""

    model_config = ConfigDict(extra="forbid")

    ids: list[str] | None = Field(default=None, max_length=500)


def create_router(services: Services) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["notifications"])

    @router.get("/api/notifications", openapi_extra=declared("session"))
    async def list_notifications(
        request: Request,
        cursor: Annotated[str | None, Query(max_length=40)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 30,
    ) -> Response:
        """List what the caller was told."""
        require_scope(request.state.principal, "", "", "read")
        if cursor and not is_record_id(cursor):
            raise Invalid.of("query.cursor.unreadable", ("cursor",))
        mine = [_rows.user_id == request.state.person.id, *([_rows.id < cursor] if cursor else [])]
        found = select(sys_notification).where(*mine).order_by(_rows.id.desc()).limit(limit + 1)
        with services.database.read() as connection:
            rows = list(connection.execute(found))
            showing = Showing(services, connection, language_of(request), request.state.principal)
            answer = {
                "items": [_item(showing, row) for row in rows[:limit]],
                "next_cursor": rows[limit - 1].id if len(rows) > limit else None,
                "unread": _unread(connection, request.state.person.id),
            }
        return json_answer(answer)

    @router.post("/api/notifications:read", openapi_extra=declared("session"))
    async def read_notifications(request: Request, body: ReadBody) -> Response:
        """Say that notifications were read."""
        person, now = request.state.person.id, services.clock.now()
        ids = [id for id in body.ids or () if is_record_id(id)]
        some = [_rows.id.in_(ids)] if body.ids is not None else []

        def work(connection: Connection) -> int:
            reading = update(sys_notification).where(_rows.user_id == person, _rows.read_at.is_(None), *some)
            connection.execute(reading.values(read_at=now))
            services.flows.announce(connection, [Frame(kind="notification", app="", people=(person,))])
            return _unread(connection, person)

        return json_answer({"unread": await services.write(work)})

    return router


def _unread(connection: Connection, person: str) -> int:
    unread = select(func.count()).where(_rows.user_id == person, _rows.read_at.is_(None))
    return int(connection.execute(unread).scalar_one())


def _item(showing: Showing, row: Row[Any]) -> Item:
    return {
        "id": row.id,
        "at": instant(row.at),
        "read_at": instant(row.read_at),
        "subject": row.subject,
        "body": row.body,
        "app": showing.app_name(row.app_id),
        "entity": showing.entity_name(row.app_id, row.entity_id) if row.entity_id else None,
        "record": row.record_id,
        "task": row.task_id,
    }
