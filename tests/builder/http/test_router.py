"""The designer's calls: what a person sees of a draft, and that every route says who may call it."""

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI, Request

from builder.http.router import create_router
from engine.access.principal import Principal
from tests.builder.drafts.test_drafting import ADMINISTRATOR, APP, MANAGER, make_drafting
from tests.builder.fakes import FakePresence
from tests.factories.documents import make_label

FIELD = {"entity": "ent_h3v6w9", "type": "text", "label": make_label("备注"), "form": "frm_q8w1e2"}


class FakeNames:
    """Persons named after their ids."""

    def names(self, ids: Any) -> dict[str, dict[str, str]]:
        return {id: make_label(f"person {id}") for id in ids}


@dataclass
class FakeServices:
    """The ports, kept in memory."""

    definitions: Any
    planner: Any
    drafts: Any
    clock: Any
    ids: Any
    people: FakeNames
    presence: FakePresence
    holders: Any = None
    starters: Any = None
    workbooks: Any = None


def make_services() -> FakeServices:
    drafting = make_drafting()
    return FakeServices(
        drafting.definitions,
        drafting.definitions,
        drafting.drafts,
        drafting.clock,
        drafting.ids,
        FakeNames(),
        FakePresence(),
    )


def _call(services: FakeServices, principal: Principal, method: str, path: str, body: Any = None) -> Any:
    app = FastAPI()
    app.router.routes.extend(create_router(services).routes)

    @app.middleware("http")
    async def as_somebody(request: Request, call_next: Any) -> Any:
        request.state.principal = principal
        return await call_next(request)

    async def send() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.request(method, f"/api/design/{APP}{path}", json=body)

    answer = asyncio.run(send())
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_an_edit_answers_with_the_draft_after_it() -> None:
    services = make_services()

    state = _call(
        services, MANAGER, "POST", "/commands", {"revision": 0, "kind": "add_field", "params": FIELD}
    )

    assert state["revision"] == 1
    assert state["can_undo"]
    assert state["commands"][0]["words"]["zh"] == "在“inspection”中添加字段“备注”"
    assert state["commands"][0]["by"] == {"id": "u1", "name": make_label("person u1")}
    assert state["effect"] == {"ent_h3v6w9": "publish", "frm_q8w1e2": "publish"}


def test_a_delegated_designer_sees_no_roles_and_other_entities_only_as_a_user() -> None:
    seen = _call(make_services(), MANAGER, "GET", "")["documents"]
    everything = _call(make_services(), ADMINISTRATOR, "GET", "")["documents"]

    assert set(seen) == {
        "app.json",
        "entities/inspection.json",
        "forms/inspection.json",
        "options/status.json",
    }
    assert "roles/inspector.json" in everything


def test_undo_redo_publish_and_roll_back_over_http() -> None:
    services = make_services()
    edit = {"revision": 0, "kind": "add_field", "params": FIELD}
    _call(services, MANAGER, "POST", "/commands", edit)

    undone = _call(services, MANAGER, "POST", ":undo", {"revision": 1})
    redone = _call(services, MANAGER, "POST", ":redo", {"revision": 2})
    impact = _call(services, MANAGER, "GET", "/impact")
    published = _call(services, MANAGER, "POST", ":publish", {"revision": 3, "note": "备注栏"})
    back = _call(services, MANAGER, "POST", ":roll-back", {"release": 1})
    listed = _call(services, MANAGER, "GET", "/releases")

    assert undone["commands"][0]["undone"]
    assert not redone["can_redo"]
    assert [each["code"] for each in impact["changes"]] == ["change.field.add", "change.form.place"]
    assert impact["fields"][0]["roles"][0]["access"] == "edit"
    assert (published, back) == ({"release": 2}, {"release": 3})
    assert [each["number"] for each in listed["items"]] == [3, 2, 1]


def test_every_route_declares_its_policy() -> None:
    routes = create_router(make_services()).routes

    assert {route.openapi_extra["x-policy"] for route in routes} == {"design", "administer:apps"}  # type: ignore[attr-defined]
