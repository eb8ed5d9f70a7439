"""The drawing of a raw flow: its steps and ways, what hangs on a step, and how a gap is closed.

A way is told by the step it leaves and by its outcome or branch. Steps inside a per-line step are found by
their id as well, but have no ways.
"""

from collections.abc import Iterable

from builder.commands.command import Refused
from builder.commands.documents import Json

TRIGGER, END = "trigger", "end"
USUAL = ("done", "approved")
SPLITTING = ("condition", "parallel")


def way_of(edge: Json) -> str:
    """Return the branch or the outcome of an edge."""
    way: str = edge.get("branch") or edge.get("on", "done")
    return way


def node_in(flow: Json, id: str) -> tuple[list[Json], int]:
    """Return the list a step stands in, that of the flow or of a per-line step, and its index."""
    for listed in (flow["nodes"], *(node["steps"] for node in flow["nodes"] if "steps" in node)):
        for index, node in enumerate(listed):
            if node["id"] == id:
                return listed, index
    raise Refused.because("command.node.missing", ("node",), id=id)


def step_in(flow: Json, id: str) -> Json:
    """Return a step of a flow, or of a per-line step in it."""
    listed, index = node_in(flow, id)
    return listed[index]


def drawn_step(flow: Json, id: str) -> Json:
    """Return a step that has ways: one of the flow itself."""
    step = step_in(flow, id)
    if all(step is not node for node in flow["nodes"]):
        raise Refused.because("command.node.inside_lines", ("node",), id=id)
    return step


def branch_in(node: Json, id: str) -> tuple[int, Json]:
    """Return the index of a branch of a condition, and the branch."""
    for index, branch in enumerate(node.get("branches", ())):
        if branch["id"] == id:
            return index, branch
    raise Refused.because("command.branch.missing", ("branch",), id=id)


def new_edge(flow: Json, source: str, way: str, to: str) -> Json:
    """Return an edge that leaves a step by an outcome or a branch."""
    edge = {"from": source, "to": to}
    if way == "done":
        return edge
    branches = [each["id"] for node in flow["nodes"] for each in node.get("branches", ())]
    return {**edge, "branch" if way in branches else "on": way}


def edge_in(flow: Json, source: str, way: str, to: str | None) -> Json | None:
    """Return an edge; `to` tells apart those of a parallel step."""
    for edge in flow["edges"]:
        if (edge["from"], way_of(edge)) == (source, way) and to in (None, edge["to"]):
            found: Json = edge
            return found
    return None


def opened_edge(flow: Json, source: str, way: str, to: str | None) -> Json:
    """Return an edge, or a new one to the end for an outcome that led nowhere."""
    edge = edge_in(flow, source, way, to)
    if edge is None and to is not None and edge_in(flow, source, way, None):
        raise Refused.because("command.edge.missing")
    if edge is None:
        if source != TRIGGER:
            drawn_step(flow, source)
        edge = new_edge(flow, source, way, END)
        flow["edges"].append(edge)
    return edge


def main_ways(node: Json) -> tuple[str, ...]:
    """Return the ways the usual course may leave a step by, the most usual one first."""
    if node["kind"] == "condition":
        return tuple(branch["id"] for branch in node["branches"])
    return USUAL[::-1] if node["kind"] == "approval" else USUAL[:1]


def following(flow: Json, node: Json, way: str | None = None) -> str:
    """Return what comes after a step by a way or on the usual course; the end where nothing does."""
    for each in (way,) if way else main_ways(node):
        edge = edge_in(flow, node["id"], each, None)
        if edge is not None and edge["to"] != node["id"]:
            to: str = edge["to"]
            return to
    return END


def reached(
    flow: Json, starts: Iterable[str], *, without: str | None = None, usual: bool = False
) -> list[str]:
    """Return what can be reached, the nearest first, not beyond `without`; `usual` leaves out error ways."""
    branches = {branch["id"] for node in flow["nodes"] for branch in node.get("branches", ())}
    found = list(dict.fromkeys(starts))
    for place in found:
        if place == without:
            continue
        for edge in flow["edges"]:
            is_usual = way_of(edge) in USUAL or way_of(edge) in branches
            if edge["from"] == place and edge["to"] not in found and (is_usual or not usual):
                found.append(edge["to"])
    return found


def block_of(flow: Json, node: Json) -> tuple[list[str], str]:
    """Return the steps that hang on a step, itself first, and where the course goes on after them.

    Those of a condition or a parallel step are all until its ways meet again; the join belongs to it.
    """
    if node["kind"] not in SPLITTING:
        return [node["id"]], following(flow, node)
    meet = _meeting(flow, node)
    between = reached(flow, _targets(flow, node["id"]), without=meet)
    members = [node["id"], *(id for id in between if id not in (meet, END, node["id"]))]
    members = _held(flow, members)
    joined = next((each for each in flow["nodes"] if each["id"] == meet), None)
    is_joined = joined is not None and node["kind"] == "parallel" and joined["kind"] == "join"
    if joined and is_joined and all(edge["from"] in members for edge in flow["edges"] if edge["to"] == meet):
        return [*members, meet], following(flow, joined)
    return members, meet


def _meeting(flow: Json, node: Json) -> str:
    ways = [reached(flow, [to], usual=True) for to in _targets(flow, node["id"])]
    common = (id for id in (ways[0] if ways else ()) if all(id in way for way in ways))
    return next((id for id in common if id != node["id"]), END)


def _targets(flow: Json, source: str) -> list[str]:
    return [edge["to"] for edge in flow["edges"] if edge["from"] == source]


def _held(flow: Json, members: list[str]) -> list[str]:
    """Leave out what can be come to from elsewhere, until nothing more has to go."""
    first = members[0]
    kept = [
        id
        for id in members
        if id == first or all(edge["from"] in members for edge in flow["edges"] if edge["to"] == id)
    ]
    return kept if len(kept) == len(members) else _held(flow, kept)


def take_out(flow: Json, node: Json, way: str | None = None) -> int:
    """Take a step out and close the gap by what follows on a way; return how many steps are gone with it.

    What only it led to goes as well, and a join that is left with one way in.
    """
    before, goes_on = reached(flow, [TRIGGER]), following(flow, node, way)
    joins = {
        each["id"] for each in flow["nodes"] if each["kind"] == "join" and _ways_in(flow, each["id"]) > 1
    }
    _bridge(flow, node["id"], goes_on)
    after = reached(flow, [TRIGGER])
    lost = [id for id in before if id not in after and id not in (END, node["id"])]
    flow["nodes"] = [each for each in flow["nodes"] if each["id"] not in lost]
    flow["edges"] = [each for each in flow["edges"] if each["from"] not in lost and each["to"] not in lost]
    for join in [each for each in flow["nodes"] if each["id"] in joins and _ways_in(flow, each["id"]) < 2]:
        _bridge(flow, join["id"], following(flow, join))
        lost.append(join["id"])
    return len(lost)


def _ways_in(flow: Json, id: str) -> int:
    return sum(edge["to"] == id for edge in flow["edges"])


def _bridge(flow: Json, id: str, goes_on: str) -> None:
    flow["nodes"] = [each for each in flow["nodes"] if each["id"] != id]
    flow["edges"] = [edge for edge in flow["edges"] if edge["from"] != id]
    for edge in flow["edges"]:
        if edge["to"] == id:
            edge["to"] = goes_on
