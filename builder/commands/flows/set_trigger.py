"""Setting what starts a flow. Another kind or another entity begins with the usual settings of that kind."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, assign, label_of, open_document, replaced, require_one_of
from builder.commands.flows.new_triggers import new_trigger
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = (
    "kind", "entity", "when", "fields", "on_create", "cron", "connector", "events", "value", "limit",
    "direction", "reset", "roles", "confirm", "danger",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    flow: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, flow = open_document(documents, "flow", params.flow)
    if params.property in ("kind", "entity"):
        flow["trigger"] = _begun_anew(documents, flow["trigger"], params)
    else:
        assign(flow["trigger"], params.property, params.value)
    return replaced(documents, path, flow)


def _begun_anew(documents: Documents, trigger: Json, params: Params) -> Json:
    if not isinstance(params.value, str):
        raise Refused.because("command.param.type", ("value",))
    chosen = {**trigger, params.property: params.value}
    return new_trigger(documents, chosen["kind"], chosen["entity"])


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"trigger.property.{params.property}"), "flow": label_of(documents, params.flow)}


COMMAND = EditCommand("set_trigger", Params, _apply, _describe)
