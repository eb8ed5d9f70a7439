"""Features of the server: callables `(services) -> APIRouter`, those of other packages by entry point."""

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points

from fastapi import APIRouter

from runtime.server.services import Services

GROUP = "tongdao.extensions"

Feature = Callable[[Services], APIRouter]


def find_extensions() -> Sequence[Feature]:
    """Return the installed extensions, in the order of their names."""
    return [entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name)]
