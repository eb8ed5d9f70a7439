"""Adding a branch to a condition, before the one for all other cases, or a path to a parallel step."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, label_of, open_document, replaced
from builder.commands.flows.graph import SPLITTING, block_of, drawn_step, edge_in, new_edge
from builder.commands.flows.naming_steps import about_step
from builder.commands.flows.new_steps import new_branch
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The condition, and what the branch is called and asks for."""

    flow: str
    node: str
    label: dict[str, str] = field(default_factory=dict)
    when: str | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, flow = open_document(documents, "flow", params.flow)
    branches = drawn_step(flow, params.node).get("branches", ())
    asking = sum(not branch.get("otherwise") for branch in branches)
    made = new_branch(documents, mint, asking + 1)
    return replace(params, id=params.id or made["id"], label=params.label or made["label"])


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node = drawn_step(flow, params.node)
    if node["kind"] not in SPLITTING:
        raise Refused.because("command.branch.missing", ("node",), id=params.node)
    meet = _meeting(flow, node)
    if node["kind"] == "condition":
        _add(node, params)
    flow["edges"].append(new_edge(flow, node["id"], params.id if "branches" in node else "done", meet))
    return replaced(documents, path, flow)


def _meeting(flow: Json, node: Json) -> str:
    """Return where the ways of a step meet, for a parallel step its join."""
    members, meet = block_of(flow, node)
    last = members[-1]
    is_join = any(each["id"] == last and each["kind"] == "join" for each in flow["nodes"])
    is_joined = is_join and edge_in(flow, last, "done", meet) is not None
    return last if node["kind"] == "parallel" and is_joined else meet


def _add(node: Json, params: Params) -> None:
    if any(branch["id"] == params.id for branch in node["branches"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    branch: Json = {"id": params.id, "label": params.label}
    last = len(node["branches"]) - bool(node["branches"][-1].get("otherwise"))
    node["branches"].insert(last, branch | ({"when": params.when} if params.when else {}))


def _describe(documents: Documents, params: Params) -> Words:
    about = about_step(documents, params.flow, params.node)
    return {**about, "branch": params.label or label_of(documents, params.flow)}


COMMAND = EditCommand("add_branch", Params, _apply, _describe, _complete)
