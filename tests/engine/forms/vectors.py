"""The vectors of forms that the browser runs as well, with the definition they speak of."""

import json
from pathlib import Path
from typing import Any

from engine.metadata.definition import places
from tests.factories.definitions import load, make_sales_documents

CONTENT: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "conformance/forms/behaviour.json").read_text()
)
DOCUMENTS = make_sales_documents() | {
    "forms/order.json": CONTENT["form"],
    "entities/order.json": CONTENT["entity"],
}
DEFINITION = load(DOCUMENTS)
FORM = DEFINITION.forms[CONTENT["form"]["id"]]
ENTITY = DEFINITION.entities[FORM.entity]
EVERY = frozenset(place.field.id for place in places(ENTITY))
