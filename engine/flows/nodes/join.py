"""Join: waits until every path that leads here and is still under way has arrived.

Whether that is so is asked after every step, when all tokens stand where they are.
"""

from engine.flows.moving import close_step, leave
from engine.flows.node_kind import At, NodeKind
from engine.flows.working import Working
from engine.metadata.model import JoinNode


def _enter(at: At[JoinNode]) -> None:
    at.work.put(at.token, here=True)


def open_joins(work: Working) -> None:
    """Let every join go on that no other token can reach any more."""
    waiting = [token for token in work.tokens.values() if "here" in token.data]
    for node in dict.fromkeys(token.node for token in waiting):
        together = [token for token in waiting if token.node == node]
        others = [token for token in work.tokens.values() if token not in together]
        if any(node in work.plan.reaches[token.node] for token in others):
            continue
        first, *rest = together
        for token in rest:
            close_step(work, token, "done")
            del work.tokens[token.number]
        work.say(first, "flow.join.complete", count=len(together))
        leave(work, work.put(first, here=None), "done")


KIND = NodeKind("join", _enter)
