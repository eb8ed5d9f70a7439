"""Notify: tells people, or an address the record names."""

from typing import Any

from engine.flows.computing import as_text, people_in_fields
from engine.flows.effects import Notify
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import NotifyNode


def _enter(at: At[NotifyNode]) -> None:
    email, language = as_text(at, "email"), as_text(at, "language")
    if isinstance(email, Issue) or isinstance(language, Issue):
        fail(at.work, at.token, [each for each in (email, language) if isinstance(each, Issue)])
        return
    effect = Notify(
        key=at.work.key(),
        node=at.node.id,
        template=at.node.template,
        who=at.node.to,
        submitter=at.work.instance.submitter,
        channels=at.node.channels or ("in_app",),
        fields=people_in_fields(at, (each.field for each in at.node.to)),
        email=email or None,
        language=language or None,
    )
    ask(at, effect)


def _hear(at: At[NotifyNode], key: str, result: Any) -> None:
    leave(at.work, at.token, "done")


KIND = NodeKind("notify", _enter, _hear)
