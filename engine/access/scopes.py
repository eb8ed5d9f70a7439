"""Scopes of API tokens: they narrow what the person behind a token may do, and never widen it.

A scope is `<action>` or `<action>:<app id or entity id>`; `all` stands for every action.
"""

from engine.access.decision import ACTIONS
from engine.kernel.ids import is_document_id

EVERYTHING = "all"


def is_scope(text: str) -> bool:
    """Tell whether a text is a well-formed scope."""
    action, colon, document = text.partition(":")
    return action in (*ACTIONS, EVERYTHING) and (not colon or is_document_id(document))


def covers(scopes: frozenset[str] | None, action: str, app: str, entity: str) -> bool:
    """Tell whether any scope allows an action on an entity of an app."""
    if scopes is None:
        return True
    wanted = {f"{verb}{place}" for verb in (action, EVERYTHING) for place in ("", f":{app}", f":{entity}")}
    return not wanted.isdisjoint(scopes)
