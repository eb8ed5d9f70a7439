"""Condition: goes on by the first branch that is true; an expression that fails is no answer."""

from engine.flows.computing import formula, is_true, sight_of
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind
from engine.kernel.issue import Issue
from engine.metadata.model import Branch, ConditionNode


def _enter(at: At[ConditionNode]) -> None:
    chosen = at.token.data.get("given", {}).get("branch")
    for index, branch in enumerate(at.node.branches):
        holds = branch.id == chosen if chosen else _holds(at, index, branch)
        if isinstance(holds, Issue):
            fail(at.work, at.token, [holds])
            return
        if holds:
            leave(at.work, at.token, "done", branch=branch.id)
            return
    fail(at.work, at.token, [Issue("flow.branch.none")])


def _holds(at: At[ConditionNode], index: int, branch: Branch) -> bool | Issue:
    expression = formula(at, "branches", index, "when")
    if branch.otherwise or expression is None:
        at.work.say(at.token, "flow.branch.otherwise", branch=dict(branch.label))
        return True
    holds = is_true(at, expression)
    if not isinstance(holds, Issue):
        inputs = expression.inputs(sight_of(at, None))
        code = "flow.branch.taken" if holds else "flow.branch.passed"
        at.work.say(at.token, code, branch=dict(branch.label), expression=expression.text, inputs=inputs)
    return holds


KIND = NodeKind("condition", _enter)
