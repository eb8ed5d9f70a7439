"""Putting copies of steps on a way, with the ways between them; they get new ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, label_of, open_document, replaced
from builder.commands.flows.graph import END, TRIGGER, main_ways, new_edge, opened_edge, reached, way_of
from builder.commands.flows.naming_steps import free_name, names_taken
from engine.ports import Documents, Words

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`nodes` and `edges` as in a flow's document; edges to steps that are not copied lead on from here.

    `after`, `way` and `to` are the way they are put on; `made` is the same with new ids.
    """

    flow: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]] = field(default_factory=list)
    after: str = TRIGGER
    way: str = "done"
    to: str | None = None
    made: dict[str, Any] = field(default_factory=dict)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    if not 0 < len(params.nodes) <= MOST:
        raise Refused.because("command.nodes.count", ("nodes",), limit=MOST)
    _, flow = open_document(documents, "flow", params.flow)
    ids: dict[str, str] = {}
    nodes = [_renewed(each, ids, mint) for each in params.nodes]
    _name_anew(nodes, names_taken(documents, flow))
    edges = [
        {key: ids.get(value, value) for key, value in edge.items()}
        for edge in params.edges
        if all(isinstance(value, str) for value in edge.values()) and edge.get("from") in ids and "to" in edge
    ]
    return replace(params, made={"nodes": nodes, "edges": edges})


def _renewed(node: Mapping[str, Any], ids: dict[str, str], mint: Mint) -> Json:
    """Return a step with new ids, its branches and inner steps as well."""
    parts = [node, *node.get("branches", ())] if isinstance(node.get("branches", []), list) else [None]
    if not all(isinstance(each, Mapping) and isinstance(each.get("id"), str) for each in parts):
        raise Refused.because("command.param.type", ("nodes",))
    if not isinstance(node.get("kind"), str):
        raise Refused.because("command.param.type", ("nodes",))
    ids[node["id"]] = mint("node")
    copied: Json = {**node, "id": ids[node["id"]]}
    if "branches" in node:
        for branch in node["branches"]:
            ids[branch["id"]] = mint("branch")
        copied["branches"] = [{**branch, "id": ids[branch["id"]]} for branch in node["branches"]]
    if isinstance(node.get("steps"), list):
        copied["steps"] = [_renewed(step, ids, mint) for step in node["steps"] if isinstance(step, Mapping)]
    return copied


def _name_anew(nodes: list[Json], taken: set[str]) -> None:
    for node in nodes:
        if isinstance(node.get("as"), str):
            node["as"] = free_name(node["as"], taken)
            taken.add(node["as"])


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    nodes, copied = params.made.get("nodes"), params.made.get("edges")
    if not nodes or copied is None:
        raise Refused.because("command.param.type", ("made",))
    edge = opened_edge(flow, params.after, params.way, params.to)
    flow["nodes"] += nodes
    goes_on, groups = edge["to"], _groups(nodes, copied)
    entries = [_entry(group, copied) for group in groups]
    edge["to"] = entries[0]
    for group, onward in zip(groups, [*entries[1:], goes_on], strict=True):
        flow["edges"] += _ways(flow, group, copied, onward)
    return replaced(documents, path, flow)


def _groups(nodes: list[Json], edges: list[Json]) -> list[list[Json]]:
    """Return the steps that hang together, in the order they came in."""
    left, groups = {node["id"]: node for node in nodes}, []
    both = [*edges, *({**edge, "from": edge["to"], "to": edge["from"]} for edge in edges)]
    while left:
        start = next(iter(left))
        met = [id for id in reached({"nodes": [], "edges": both}, [start]) if id in left]
        groups.append([node for node in nodes if node["id"] in met])
        for id in met:
            del left[id]
    return groups


def _entry(group: list[Json], edges: list[Json]) -> str:
    """Return the step of a group that nothing in it leads to."""
    led_to = {edge["to"] for edge in edges}
    found: str = next((node["id"] for node in group if node["id"] not in led_to), group[0]["id"])
    return found


def _ways(flow: Json, group: list[Json], copied: list[Json], onward: str) -> list[Json]:
    """Return the ways of a group: those copied, and for the usual outcomes without one the way on."""
    ids = {node["id"] for node in group}
    ways = [
        {**edge, "to": edge["to"] if edge["to"] in (*ids, END) else onward}
        for edge in copied
        if edge["from"] in ids
    ]
    taken = {(edge["from"], way_of(edge)) for edge in ways}
    for node in group:
        needed = main_ways(node) if node["kind"] == "condition" else main_ways(node)[:1]
        if node["kind"] != "end" and not any((node["id"], way) in taken for way in ("done",)):
            ways += [
                new_edge(flow, node["id"], way, onward) for way in needed if (node["id"], way) not in taken
            ]
    return ways


def _describe(documents: Documents, params: Params) -> Words:
    return {"count": len(params.nodes), "flow": label_of(documents, params.flow)}


COMMAND = EditCommand("paste_nodes", Params, _apply, _describe, _complete)
