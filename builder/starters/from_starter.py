"""An app from a starter: documents with fresh ids, a name of its own, no power over the installation."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from builder.starters.blank import RESERVED, Wish, app_name
from builder.starters.renewing import renewed
from engine.kernel.errors import NotFound
from engine.metadata.load import kind_in
from engine.ports import Documents, Starter, StarterShelf


def starter_named(shelf: StarterShelf, key: str) -> Starter:
    """Return a starter; raise NotFound."""
    found = next((each for each in shelf.starters() if each.key == key), None)
    if found is None:
        raise NotFound.of("app.starter.unknown", ("starter",))
    return found


def app_from(starter: Starter, wish: Wish, taken: Collection[str], mint: Callable[[str], str]) -> Documents:
    """Return the documents of an app made from a starter; under the starter's label it keeps its name."""
    app = starter.documents["app.json"]
    keeps_name = wish.label == app["label"] and app["name"] not in (*taken, *RESERVED)
    name = app["name"] if keeps_name else app_name(wish.label, taken)
    made = {path: _without_powers(each) for path, each in starter.documents.items()}
    made["app.json"] = {**app, "name": name, "label": dict(wish.label), "languages": list(wish.languages)}
    return renewed(made, mint)


def starter_answer(starter: Starter) -> Mapping[str, Any]:
    """Return what is shown of a starter."""
    app = starter.documents["app.json"]
    return {
        "key": starter.key,
        **{name: app.get(name) for name in ("label", "description", "icon", "color", "languages")},
        "entities": _labels(starter, "entity"),
        "flows": _labels(starter, "flow"),
        "dashboards": _labels(starter, "dashboard"),
        "roles": [each["label"] for each in _roles_of_people(starter)],
        "has_samples": any(kind_in(each) == "seed" for each in starter.documents.values()),
    }


def _labels(starter: Starter, kind: str) -> list[Mapping[str, str]]:
    return [each["label"] for each in starter.documents.values() if kind_in(each) == kind]


def _roles_of_people(starter: Starter) -> list[Mapping[str, Any]]:
    """Return the roles that people hold, without those flows and connectors act with."""
    acting = {role for each in starter.documents.values() for role in each.get("roles", ())}
    documents = starter.documents.values()
    return [each for each in documents if kind_in(each) == "role" and each["id"] not in acting]


def _without_powers(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a document; a role runs no part of the installation, which only administrators hand out."""
    if kind_in(document) != "role":
        return document
    return {key: value for key, value in document.items() if key != "administer"}
