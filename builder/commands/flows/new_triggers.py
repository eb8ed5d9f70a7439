"""New triggers: what a kind needs, found in the entity it watches."""

from builder.commands.documents import Json, open_document
from builder.commands.flows.new_steps import NUMBERS
from engine.ports import Documents

DAILY = "0 9 * * *"


def new_trigger(documents: Documents, kind: str, entity: str) -> Json:
    """Return a trigger of a kind for an entity, with settings that are useful at once."""
    _, watched = open_document(documents, "entity", entity)
    trigger: Json = {"kind": kind, "entity": entity}
    match kind:
        case "schedule":
            return {**trigger, "cron": DAILY}
        case "shop_event":
            return {**trigger, "events": ["order_paid"]}
        case "threshold":
            figures = [each["name"] for each in watched["fields"] if each["type"] in NUMBERS]
            return {**trigger, "value": figures[0] if figures else "0", "limit": "0"}
    return trigger
