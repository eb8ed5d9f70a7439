"""Server-sent events: ids to those who may know, and an end when somebody signs out."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request

from runtime.http.events.endpoints import tell, written
from runtime.identity.callers import Caller
from runtime.identity.sessions import end_session
from runtime.realtime.announcing import merged
from runtime.realtime.frame import Frame, read_frame, write_frame
from runtime.realtime.hub import MOST_WAITING, Hub
from tests.factories.definitions import ORDER, make_role
from tests.runtime.flows.shop import APP, DIRECTOR, Shop, approval_flow, everything


@pytest.fixture
def shop(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    own = make_role("rol_ownon1", "own", {**everything(ORDER), "read": 'status = "draft"'})
    designer = make_role("rol_design", "designer") | {"design": [{"document": ORDER, "effect": "propose"}]}
    made = Shop(
        sqlite_url, tmp_path, approval_flow(), **{"roles/own.json": own, "roles/designer.json": designer}
    )
    yield made
    made.close()


def caller(shop: Shop, login: str, *roles: str) -> tuple[Caller, Request]:
    shop.person(login, *roles)
    client = shop.client(login)
    [(name, value)] = client.cookies.items()
    found = shop.server.services.callers.by_session(value)
    assert found is not None
    headers = [(b"cookie", f"{name}={value}".encode())]
    return found, Request({"type": "http", "headers": headers, "method": "GET", "path": "/"})


def test_what_is_told_depends_on_who_listens(shop: Shop) -> None:
    services = shop.server.services
    ann, _ = caller(shop, "ann", DIRECTOR)
    owen, _ = caller(shop, "owen", "rol_ownon1")
    eve, _ = caller(shop, "eve")
    record = Frame(kind="record", app=APP, entity=ORDER, id="r", version=3)
    task = Frame(kind="task", app=APP, id="t", people=(ann.person.id,))
    incident = Frame(kind="incident", app=APP, id="i")

    assert b'"entity":"order","id":"r","version":3' in written(services, ann, record)
    assert (
        written(services, owen, record) == b'event: record\ndata: {"app":"inspection","entity":"order"}\n\n'
    )
    assert written(services, eve, record) == b""
    assert b'"id":"t"' in written(services, ann, task)
    assert written(services, owen, task) == b""
    assert b'"id":"i"' in written(services, ann, incident)
    assert written(services, owen, incident) == b""


def test_news_of_a_draft_is_for_those_who_may_design_the_app(shop: Shop) -> None:
    services = shop.server.services
    dan, _ = caller(shop, "dan", "rol_design")
    owen, _ = caller(shop, "owen", "rol_ownon1")
    news = Frame(kind="draft", app="inspection", version=4)

    assert written(services, dan, news) == b'event: draft\ndata: {"app":"inspection","version":4}\n\n'
    assert written(services, owen, news) == b""
    assert written(services, dan, Frame(kind="designers", app="another")) == b""


def test_a_listener_hears_of_a_task_and_is_sent_away_when_signed_out(shop: Shop) -> None:
    services = shop.server.services
    ann, request = caller(shop, "ann", DIRECTOR)

    async def listen() -> list[bytes]:
        heard: list[bytes] = []
        async for each in tell(services, request, ann, None):
            heard.append(each)
            if len(heard) == 1:
                await asyncio.to_thread(shop.order, "500")
                await asyncio.to_thread(shop.drain)
            if b"event: task" in each:
                await asyncio.to_thread(sign_out)
        return heard

    def sign_out() -> None:
        assert ann.session is not None
        digest = ann.session.digest
        services.database.write(lambda connection: end_session(connection, digest))
        services.callers.forget()

    heard = b"".join(asyncio.run(asyncio.wait_for(listen(), 10)))

    assert b"event: record" in heard
    assert b"event: task" in heard
    assert b"event: notification" in heard


def test_what_happens_between_the_first_look_and_listening_is_told(shop: Shop) -> None:
    services = shop.server.services
    ann, request = caller(shop, "ann", DIRECTOR)
    after = shop.client("ann").get("/api/session").json()["events_after"]
    shop.order("500")
    shop.drain()

    async def first(position: str) -> bytes:
        telling = tell(services, request, ann, position)
        heard = [await anext(telling), await anext(telling)]
        await telling.aclose()
        return heard[1]

    assert b"event: task" in asyncio.run(first(after))
    assert asyncio.run(first("another-process.3")) == b"event: missed\ndata: {}\n\n"


def test_who_asks_for_more_than_is_kept_is_told_to_look_at_everything() -> None:
    hub = Hub("here")
    frames = [Frame(kind="record", app=APP, entity=ORDER, id=str(n)) for n in range(MOST_WAITING)]

    async def listening(after: str) -> tuple[bool, int]:
        listener = hub.listen(after)
        hub.leave(listener)
        return listener.missed, listener.frames.qsize()

    begin = hub.position
    hub.publish(frames)
    late = hub.position
    assert asyncio.run(listening(begin)) == (False, MOST_WAITING)
    assert asyncio.run(listening(late)) == (False, 0)

    hub.publish(frames[:1])
    assert asyncio.run(listening(begin)) == (True, 0)
    assert asyncio.run(listening(late)) == (False, 1)
    assert asyncio.run(listening("here.x")) == (True, 0)


def test_frames_pass_between_processes_as_text() -> None:
    frame = Frame(kind="task", app=APP, id="t", people=("a", "b"))

    assert read_frame(write_frame(frame)) == frame
    assert read_frame("nonsense") is None


def test_many_records_are_told_as_their_entity() -> None:
    frames = [Frame(kind="record", app=APP, entity=ORDER, id=str(n), version=1) for n in range(50)]

    assert merged(frames) == [Frame(kind="record", app=APP, entity=ORDER)]
    assert merged([*frames[:2], frames[0]]) == frames[:2]
