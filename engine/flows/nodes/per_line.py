"""Per line: does its steps once for each detail line, line after line, in one token.

Lines are those of the moment it began; one that is taken out meanwhile is passed over.
"""

from dataclasses import replace

from engine.flows.computing import lines_where
from engine.flows.instance import Token
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind
from engine.flows.working import Working
from engine.kernel.issue import Issue
from engine.metadata.model import PerLineNode


def _enter(at: At[PerLineNode]) -> None:
    taken = lines_where(at, at.node.lines, "when")
    if isinstance(taken, Issue):
        fail(at.work, at.token, [taken])
        return
    at.work.say(at.token, "flow.lines.taken", count=len(taken))
    if not taken or not at.node.steps:
        leave(at.work, at.token, "done")
        return
    token = at.work.put(at.token, lines=tuple(line.id for line in taken))
    at.work.tokens[at.number] = replace(token, line=0, step=0)
    at.work.arrived.append(at.number)


def to_next_step(work: Working, token: Token) -> bool:
    """Move on within the lines and tell whether there is a step to enter; else the node is left."""
    steps, lines = len(work.plan.steps[token.node]), token.data["lines"]
    line, step = token.line, token.step + 1 if token.data.get("between") else token.step
    if step == steps:
        line, step = line + 1, 0
    token = work.put(token, between=None)
    while line < len(lines):
        token = replace(token, line=line, step=step)
        work.tokens[token.number] = token
        if work.sight(token).line is not None:
            return True
        line, step = line + 1, 0
    leave(work, work.put(replace(token, line=0, step=0), lines=None), "done")
    return False


KIND = NodeKind("per_line", _enter)
