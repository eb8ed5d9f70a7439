"""Whether new records of an entity may be judged before the first of them is stored."""

from engine.metadata.definition import places
from engine.metadata.model import Entity, LinkOptions, RollupOptions
from runtime.storage.unit import Unit


def may_be_judged_together(unit: Unit, entity: Entity) -> bool:
    """Tell whether storing one cannot change what the next may link to.

    It could only through a rollup over these records that a link's filter or the right to read its target
    asks for; whether they do is not looked into further.
    """
    return not _is_counted(unit, entity) or not any(
        _has_condition(unit, place.field.options) for place in places(entity)
    )


def _is_counted(unit: Unit, entity: Entity) -> bool:
    every = [place for each in unit.viewer.definition.entities.values() for place in places(each)]
    rollups = [each.field.options for each in every if isinstance(each.field.options, RollupOptions)]
    return any(each.entity == entity.id for each in rollups)


def _has_condition(unit: Unit, options: object) -> bool:
    if not isinstance(options, LinkOptions):
        return False
    reading = unit.viewer.may("read", options.entity)
    is_restricted = reading is not None and reading.row is not True
    return is_restricted or (options.filter is not None and unit.origin.by_hand)
