"""Checks and unique combinations of an entity: finding, adding and taking out, by id."""

from builder.commands.command import Refused
from builder.commands.documents import Json


def part_in(entity: Json, key: str, id: str) -> Json:
    """Return a check or a unique combination."""
    parts: list[Json] = entity.get(key, [])
    for each in parts:
        if each["id"] == id:
            return each
    raise Refused.because("command.part.missing", id=id)


def add_part(entity: Json, key: str, part: Json) -> None:
    """Put a part last, without what it does not say."""
    entity.setdefault(key, []).append({name: value for name, value in part.items() if value})


def remove_part(entity: Json, key: str, id: str) -> None:
    """Take a part out."""
    part = part_in(entity, key, id)
    entity[key].remove(part)
    if not entity[key]:
        del entity[key]
