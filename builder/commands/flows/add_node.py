"""Adding a step to a flow: on a way, which it splits, or inside a per-line step.

A condition brings two branches, a parallel step its join; a message brings its words where none are chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, free_file, insert, label_of, names_in, open_document, replaced
from builder.commands.flows.graph import TRIGGER, drawn_step, main_ways, new_edge, opened_edge
from builder.commands.flows.naming_steps import step_label
from builder.commands.flows.new_steps import new_step
from builder.commands.naming import propose_name
from builder.commands.templates.new_template import new_template
from builder.commands.wording import in_app
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`after` is a step or `trigger`, `way` its outcome or branch, `to` tells ways of a parallel step apart.

    `inside` is a per-line step and `index` the place in it. `set` are settings other than the usual ones;
    `made` is the whole step, its join and its message, found when the command is completed.
    """

    flow: str
    kind: str
    label: dict[str, str] = field(default_factory=dict)
    after: str = TRIGGER
    way: str = "done"
    to: str | None = None
    inside: str | None = None
    index: int | None = None
    set: dict[str, Any] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, flow = open_document(documents, "flow", params.flow)
    usual = new_step(documents, flow, params.kind, params.label, mint)
    node = {**usual, **params.set, "kind": params.kind, "id": usual["id"]}
    made: Json = {"node": node}
    if params.kind == "parallel":
        made["join"] = {"kind": "join", "id": mint("node"), "label": in_app(documents, "flow.step.join")}
    if params.kind == "notify" and "template" not in node:
        made["template"] = _message(documents, flow, node, mint)
        node["template"] = made["template"]["id"]
    return replace(params, made=made)


def _message(documents: Documents, flow: Json, node: Json, mint: Mint) -> Json:
    label = in_app(documents, "flow.new.message", {"flow": flow["label"], "node": node["label"]})
    name = propose_name(label, names_in(documents, "templates"), "message")
    return new_template(documents, flow["trigger"]["entity"], label) | {"id": mint("template"), "name": name}


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node = params.made.get("node")
    if not isinstance(node, Mapping):
        raise Refused.because("command.param.type", ("made",))
    if params.inside is not None:
        _put_inside(flow, params.inside, params.index, dict(node))
    else:
        put_on_way(flow, opened_edge(flow, params.after, params.way, params.to), params.made)
    if "template" in params.made:
        template = params.made["template"]
        file = free_file(documents, "templates", template["id"], template["name"])
        documents = replaced(documents, file, template)
    return replaced(documents, path, flow)


def put_on_way(flow: Json, edge: Json, made: Json) -> None:
    """Put a new step between the two ends of an edge."""
    node, join, goes_on = made["node"], made.get("join"), edge["to"]
    flow["nodes"] += [node, join] if join else [node]
    edge["to"] = node["id"]
    if node["kind"] == "end":
        return
    if join:
        way_on = new_edge(flow, join["id"], "done", goes_on)
        flow["edges"] += [*(new_edge(flow, node["id"], "done", join["id"]) for _ in range(2)), way_on]
        return
    ways = main_ways(node) if node["kind"] == "condition" else main_ways(node)[:1]
    flow["edges"] += [new_edge(flow, node["id"], way, goes_on) for way in ways]


def _put_inside(flow: Json, lines: str, index: int | None, node: Json) -> None:
    holder = drawn_step(flow, lines)
    if holder["kind"] != "per_line":
        raise Refused.because("command.node.missing", ("inside",), id=lines)
    insert(holder["steps"], index, node)


def _describe(documents: Documents, params: Params) -> Words:
    after = step_label(documents, params.flow, params.inside or params.after)
    label = params.made.get("node", {}).get("label", {})
    return {"node": label, "after": after, "flow": label_of(documents, params.flow)}


COMMAND = EditCommand("add_node", Params, _apply, _describe, _complete)
