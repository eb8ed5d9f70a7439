"""The definition a browser works from: all that somebody may know, and nothing else."""

import json
from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import make_form, make_label
from tests.factories.server import Client, Server

APP = "app_7kq2m4"
PATH = "/api/apps/inspection/definition"
SELLER = make_role(
    "rol_sell01", "seller",
    {
        "entity": ORDER, "read": True, "create": True, "update": 'status = "draft"',
        "fields": {"fld_onote1": "hidden", "fld_lpric1": "hidden", "fld_ocust1": "read"},
    },
    {"entity": CUSTOMER, "read": True, "other_fields": "read", "fields": {"fld_climit": "masked"}},
)  # fmt: skip
CLERK = make_role("rol_cler01", "clerk", {"entity": CUSTOMER, "read": True, "exports": True})


def make_view(id: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "schema": "tongdao/view/1", "id": id, "name": name, "label": make_label(name), "entity": ORDER,
        "columns": [{"field": "fld_ono001"}, {"field": "fld_onote1"}], **more,
    }  # fmt: skip


def documents() -> dict[str, Any]:
    form = make_form("frm_order1", "order", ORDER, ["fld_odate1", "fld_onote1", "fld_ostat1"])
    form["layout"][0]["items"][2]["show"] = 'note <> ""'
    views = [
        make_view("viw_all001", "all"),
        make_view("viw_noted1", "noted", filter='note <> ""'),
        make_view("viw_draft1", "drafts", filter='status = "draft"'),
    ]
    made = make_sales_documents() | {"forms/order.json": form}
    made |= {f"views/{view['name']}.json": view for view in views}
    made["app.json"] |= {
        "navigation": [
            {"group": make_label("orders"), "items": [{"view": "viw_all001"}, {"view": "viw_noted1"}]},
            {"group": make_label("notes"), "items": [{"view": "viw_noted1"}]},
        ]
    }
    return made | {f"roles/{role['name']}.json": role for role in (SELLER, CLERK)}


@pytest.fixture
def seller(server: Server) -> Client:
    server.install(documents())
    server.add_person("seller", (APP, "rol_sell01"))
    server.add_person("clerk", (APP, "rol_cler01"))
    return server.client().sign_in("seller")


def test_hidden_fields_are_not_in_it_not_even_in_expressions(seller: Client) -> None:
    text = seller.get(PATH).text

    assert "note" not in [name for entity in json.loads(text)["entities"] for name in _names(entity)]
    assert 'note <> \\"\\"' not in text
    assert "quantity * price" not in text


def test_rights_name_actions_and_fields(seller: Client) -> None:
    rights = seller.get(PATH).json()["rights"]

    assert {key: rights["order"][key] for key in ("read", "create", "update", "delete")} == {
        "read": True, "create": True, "update": True, "delete": False
    }  # fmt: skip
    assert "note" not in rights["order"]["fields"]
    assert rights["order"]["fields"]["customer"] == "read"
    assert rights["order"]["fields"]["lines.quantity"] == "edit"
    assert "lines.price" not in rights["order"]["fields"]
    assert rights["customer"]["fields"]["credit_limit"] == "masked"


def test_forms_views_and_navigation_follow_the_fields(seller: Client) -> None:
    known = seller.get(PATH).json()

    assert [item["field"] for item in known["forms"][0]["layout"][0]["items"]] == ["fld_odate1", "fld_ostat1"]
    assert "show" not in known["forms"][0]["layout"][0]["items"][1]
    assert [view["name"] for view in known["views"]] == ["all", "drafts"]
    assert known["views"][0]["columns"] == [{"field": "fld_ono001"}]
    assert known["app"]["navigation"] == [{"group": make_label("orders"), "items": [{"view": "viw_all001"}]}]


def test_every_expression_left_comes_with_its_tree(seller: Client) -> None:
    trees = seller.get(PATH).json()["trees"]

    assert trees['status = "draft"'] == {
        "operator": "=", "operands": [{"name": ["status"]}, {"literal": "draft"}]
    }  # fmt: skip


def test_entities_without_any_right_do_not_exist(server: Server, seller: Client) -> None:
    known = server.client().sign_in("clerk").get(PATH).json()

    assert [entity["name"] for entity in known["entities"]] == ["customer"]
    assert [options["name"] for options in known["options"]] == ["level"]
    assert known["views"] == known["forms"] == []


def test_a_browser_that_has_it_is_told_so(seller: Client) -> None:
    first = seller.get(PATH)

    again = seller.get(PATH, headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.headers["x-release"] == "1"
    assert again.content == b""


def test_a_new_release_is_another_answer(server: Server, seller: Client) -> None:
    first = seller.get(PATH)
    server.install(documents())

    again = seller.get(PATH, headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 200
    assert again.json()["release"] == 2


def test_apps_are_listed_with_what_may_be_read(server: Server, seller: Client) -> None:
    server.add_person("nobody")

    (app,) = seller.get("/api/apps").json()["items"]

    assert (app["name"], app["may_design"]) == ("inspection", False)
    assert [entity["name"] for entity in app["entities"]] == ["customer", "order"]
    assert server.client().sign_in("nobody").get("/api/apps").json()["items"] == []


def test_the_app_is_described_for_programs_as_far_as_known(seller: Client) -> None:
    described = seller.get("/api/apps/inspection/openapi.json").json()

    order = described["components"]["schemas"]["order"]["properties"]
    assert "note" not in order
    assert order["lines"]["items"]["properties"]["quantity"] == {"type": "integer", "title": "quantity"}
    assert "total" not in order, "computed from a hidden price"
    assert order["level"]["readOnly"] is True


def test_the_api_is_described_without_outside_content(server: Server) -> None:
    answer = server.client().get("/api/openapi.json")

    assert answer.json()["paths"]["/api/session"]["post"]["x-policy"] == "public"
    assert answer.json()["paths"]["/api/apps/{app}/definition"]["get"]["x-policy"] == "session"
    assert "http://" not in answer.text
    assert "https://" not in answer.text


def _names(entity: dict[str, Any]) -> list[str]:
    columns = (field.get("options", {}).get("fields", ()) for field in entity["fields"])
    return [field["name"] for field in (*entity["fields"], *(each for group in columns for each in group))]
