"""What is asked of every request before its endpoint sees it."""

from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from runtime.http.features import FEATURES
from runtime.server.answers import json_answer
from runtime.server.app import create_app
from runtime.server.routes import HotRoute, UndeclaredRoute, collect, declared
from runtime.server.services import Services
from tests.factories.server import PASSWORD, Client, Server, codes


def echo(services: Services) -> APIRouter:
    """A feature that says what its endpoint was given."""

    async def read_body(request: Request) -> Response:
        return json_answer({"body": request.state.json, "again": (await request.body()).decode()})

    async def fail(request: Request) -> Response:
        raise ZeroDivisionError("a secret value")

    router = APIRouter()
    router.routes += [
        HotRoute("POST", "/api/echo", read_body, policy="session"),
        HotRoute("POST", "/api/bulk", read_body, policy="session", body="records"),
        HotRoute("GET", "/api/fail", fail, policy="public"),
    ]
    return router


@pytest.fixture
def browser(server: Server) -> Client:
    server.add_person("li.na")
    return server.client(echo).sign_in("li.na")


def test_an_undeclared_route_stops_the_start(server: Server) -> None:
    def careless(services: Services) -> APIRouter:
        router = APIRouter()

        @router.get("/api/forgotten")
        async def forgotten() -> None: ...

        return router

    with pytest.raises(UndeclaredRoute, match="/api/forgotten"):
        create_app(server.services, (*FEATURES, careless))


@pytest.mark.parametrize("policy", ["", "anyone", "record:read:order", "administer:everything"])
def test_a_policy_nobody_knows_stops_the_start(server: Server, policy: str) -> None:
    def careless(services: Services) -> APIRouter:
        router = APIRouter()

        @router.get("/api/odd", openapi_extra=declared(policy))
        async def odd() -> None: ...

        return router

    with pytest.raises(UndeclaredRoute, match="/api/odd"):
        create_app(server.services, (careless,))


def test_an_included_router_stops_the_start_because_its_routes_could_not_be_guarded(server: Server) -> None:
    def nested(services: Services) -> APIRouter:
        outer = APIRouter()
        outer.include_router(echo(services), prefix="/more")
        return outer

    with pytest.raises(UndeclaredRoute):
        create_app(server.services, (nested,))


def test_the_pages_a_framework_adds_by_itself_would_stop_the_start() -> None:
    with pytest.raises(UndeclaredRoute, match="/docs"):
        collect(FastAPI().routes)


def test_a_request_with_session_and_csrf_token_comes_through(browser: Client) -> None:
    answer = browser.post("/api/echo", json={"n": 1.50})

    assert answer.json() == {"body": {"n": "1.5"}, "again": '{"n":1.5}'}


@pytest.mark.parametrize("token", ["", "x", "ключ"])
def test_without_the_csrf_token_nothing_is_changed(browser: Client, token: str) -> None:
    answer = browser.post("/api/echo", json={}, headers={"X-CSRF-Token": token.encode()})

    assert answer.status_code == 403
    assert codes(answer) == ["session.csrf.wrong"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:81"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_another_site_can_neither_change_nor_sign_in(browser: Client, headers: dict[str, str]) -> None:
    for path, body in (
        ("/api/echo", {}),
        ("/api/session", {"login": "li.na", "password": PASSWORD}),
    ):
        answer = browser.post(path, json=body, headers=headers)
        assert codes(answer) == ["request.origin.foreign"]


def test_our_own_page_is_let_through(browser: Client) -> None:
    headers = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}

    assert browser.post("/api/echo", json={}, headers=headers).status_code == 200


def test_a_form_of_another_site_sends_no_json(browser: Client) -> None:
    answer = browser.post("/api/echo", content=b'{"a": 1}', headers={"Content-Type": "text/plain"})

    assert answer.status_code == 415
    assert codes(answer) == ["request.media.wrong"]


def test_a_body_is_measured_whatever_its_headers_say(server: Server, browser: Client) -> None:
    async def chunks():
        for _ in range(40):
            yield b"1," * 20_000

    json = {"Content-Type": "application/json"}
    answer = browser.post("/api/echo", content=chunks(), headers=json)
    assert answer.status_code == 413
    assert codes(answer) == ["request.body.large"]
    answer = browser.post("/api/echo", content=b"[]", headers={**json, "Content-Length": "2000000"})
    assert answer.status_code == 413


def test_bulk_routes_take_more(browser: Client) -> None:
    answer = browser.post("/api/bulk", json=["x" * 2_000_000])

    assert answer.status_code == 200


def test_who_is_not_signed_in_learns_nothing_of_limits(server: Server) -> None:
    answer = server.client(echo).post("/api/echo", content=b"[" * 5_000_000)

    assert codes(answer) == ["session.absent"]


@pytest.mark.parametrize("path", ["/api/apps/%00", "/api/apps/x%ED%A0%80/definition"])
def test_paths_carry_only_text_that_can_be_stored(browser: Client, path: str) -> None:
    assert browser.get(path).status_code in (400, 404)


def test_a_fault_tells_its_number_and_nothing_else(browser: Client) -> None:
    answer = browser.get("/api/fail", headers={"Accept-Language": "en"})

    assert answer.status_code == 500
    assert codes(answer) == ["server.fault"]
    assert answer.json()["request"] == answer.headers["x-request-id"]
    assert "secret" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80"])
def test_a_foreign_host_name_is_refused(browser: Client, host: str) -> None:
    answer = browser.get("/api/health", headers={"Host": host})

    assert answer.status_code == 400
    assert codes(answer) == ["request.host.unknown"]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "192.168.1.7"])
def test_addresses_and_the_local_name_are_ours(browser: Client, host: str) -> None:
    assert browser.get("/api/health", headers={"Host": host}).status_code == 200


def test_refusals_speak_the_language_asked_for(server: Server, browser: Client) -> None:
    def title(language: str) -> str:
        answer = server.client().get("/api/apps", headers={"Accept-Language": language})
        return answer.json()["title"]

    assert title("en-GB,zh;q=0.5") == "Please sign in."
    assert title("fr, zh-CN;q=0.8, en;q=0.1") == "请先登录。"
    assert title("") == "请先登录。"


def test_without_a_wish_refusals_speak_the_language_of_the_person(browser: Client) -> None:
    browser.patch("/api/session", json={"language": "en"})

    answer = browser.get("/api/apps/nothing/definition")

    assert answer.json()["title"] == 'There is no app named "nothing".'
    assert answer.headers["content-language"] == "en"


def test_a_token_calls_no_faster_than_the_operator_lets_it(sqlite_url: str, tmp_path: Path) -> None:
    server = Server(sqlite_url, tmp_path, api_pace=2)
    server.add_person("li.na")
    token = server.client().sign_in("li.na").post("/api/tokens", json={"name": "sync"}).json()["token"]
    program = server.client()
    program.headers["Authorization"] = f"Bearer {token}"

    assert [program.get("/api/apps").status_code for _ in range(3)] == [200, 200, 429]
    too_fast = program.get("/api/apps")
    assert codes(too_fast) == ["request.pace.fast"]
    server.clock.go_on(seconds=int(too_fast.headers["retry-after"]))
    assert program.get("/api/apps").status_code == 200
    server.close()


def test_unknown_paths_and_methods_are_refused_in_the_same_form(browser: Client) -> None:
    assert codes(browser.get("/api/nothing/here")) == ["request.path.unknown"]
    assert browser.request("OPTIONS", "/api/session").status_code == 405
