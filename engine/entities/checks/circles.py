"""Computed fields that read each other in a circle, or too many others."""

from collections.abc import Iterator

from engine.entities.checks.placing import placed_fields
from engine.entities.computed import circles, describe
from engine.entities.sources import sources
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition

DEPENDENCIES = 500


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue at each field of a circle, and at each that rests on too many others."""
    ways = {circle[0]: circle for circle in circles(definition)}
    ways |= {id: circle for circle in circles(definition) for id in circle}
    for place, path in placed_fields(definition):
        circle = ways.get(place.field.id)
        if circle:
            way = " → ".join(describe(definition, (*circle, circle[0])))
            yield Issue("field.formula.circle", path, {"way": way})
        elif len(_all_sources(definition, place.field.id)) > DEPENDENCIES:
            yield Issue("field.formula.too_many", path, {"limit": DEPENDENCIES})


def _all_sources(definition: Definition, id: str) -> set[str]:
    found: set[str] = set()
    waiting = [id]
    while waiting:
        new = sources(definition, waiting.pop()) - found
        found |= new
        waiting.extend(new)
    return found
