"""The designer's calls: what a person sees of a draft, and that every route says who may call it."""

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request

from builder.http.router import create_router
from engine.access.principal import Principal
from engine.kernel.errors import Forbidden
from tests.builder.drafts.test_drafting import ADMINISTRATOR, APP, MANAGER, make_drafting
from tests.builder.fakes import FakePresence, FakeRuns
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
    runs: FakeRuns
    holders: Any = None
    starters: Any = None
    workbooks: Any = None
    trials: Any = None


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
        FakeRuns(),
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


def test_where_a_field_is_used_is_told_in_words_with_places() -> None:
    used = _call(make_services(), ADMINISTRATOR, "GET", "/usages/fld_no0001")

    assert {each["file"] for each in used["items"]} >= {"forms/inspection.json"}
    on_form = next(each for each in used["items"] if each["file"] == "forms/inspection.json")
    assert on_form["place"][0] == "layout"
    assert "inspection" in on_form["words"]["en"]
    assert used["unseen"] == 0


def test_uses_in_documents_out_of_sight_are_only_counted() -> None:
    used = _call(make_services(), MANAGER, "GET", "/usages/ent_h3v6w9")

    assert not {each["file"] for each in used["items"]} & {"roles/inspector.json"}
    assert used["unseen"] > 0


def test_who_designs_is_told_to_those_who_design() -> None:
    services = make_services()
    _call(services, MANAGER, "PUT", "/presence", {"file": "forms/inspection.json"})

    here = _call(services, ADMINISTRATOR, "PUT", "/presence", {"file": ""})
    _call(services, MANAGER, "PUT", "/presence", {"leaving": True})
    alone = _call(services, ADMINISTRATOR, "PUT", "/presence", {})

    assert here["people"][0] == {"id": "u1", "name": make_label("person u1"), "file": "forms/inspection.json"}
    assert [each["id"] for each in alone["people"]] == ["u4"]


def test_a_draft_is_previewed_as_a_role_would_get_it() -> None:
    services = make_services()
    _call(services, ADMINISTRATOR, "POST", "/commands", {"kind": "add_field", "params": FIELD})

    seen = _call(services, ADMINISTRATOR, "GET", "/preview?role=rol_i3n5s7")

    [entity] = [each for each in seen["entities"] if each["name"] == "inspection"]
    assert entity["fields"][-1]["name"] == "备注"
    assert seen["rights"]["inspection"]["create"]
    assert seen["design"] == []


def test_only_who_designs_the_app_previews_it_as_another_role() -> None:
    with pytest.raises(Forbidden):
        _call(make_services(), MANAGER, "GET", "/preview?role=rol_i3n5s7")
    assert _call(make_services(), MANAGER, "GET", "/preview")["app"]["name"] == APP


def test_an_edit_sent_twice_under_one_id_is_made_once() -> None:
    services = make_services()
    edit = {"edit": "e1", "kind": "add_field", "params": FIELD}

    once = _call(services, MANAGER, "POST", "/commands", edit)

    assert _call(services, MANAGER, "POST", "/commands", edit) == once


def test_the_edits_of_others_are_told_apart_from_ones_own() -> None:
    services = make_services()
    _call(services, MANAGER, "POST", "/commands", {"kind": "add_field", "params": FIELD})

    seen = _call(services, ADMINISTRATOR, "GET", "")

    assert [each["own"] for each in seen["commands"]] == [False]
    assert (seen["can_undo"], seen["can_redo"]) == (False, False)
