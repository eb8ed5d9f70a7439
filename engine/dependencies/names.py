"""The field paths an expression reads, from its tree alone: no types needed."""

from functools import lru_cache

from engine.expressions.nodes import Name
from engine.expressions.parse import parse, walk
from engine.kernel.issue import Issue


@lru_cache(maxsize=4_096)
def names_in(text: str) -> tuple[tuple[str, ...], ...]:
    """Return every path an expression names, each once, in reading order; none where it cannot be read."""
    tree = parse(text)
    if isinstance(tree, Issue):
        return ()
    return tuple(dict.fromkeys(node.path for node, _ in walk(tree) if isinstance(node, Name)))
