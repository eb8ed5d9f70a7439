"""Entities whose records are stock balances: which fields say what, and what is asked of them."""

from dataclasses import dataclass

from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, Unique


@dataclass(frozen=True, slots=True)
class Stock:
    """A stock entity with its fields."""

    entity: Entity
    product: Field
    warehouse: Field
    on_hand: Field
    reserved: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class StockLine:
    """How many of a product at a warehouse, for one detail line."""

    line: str
    product: str
    warehouse: str
    quantity: int


@remember
def stock_of(definition: Definition, entity: str) -> Stock | None:
    """Return what an entity keeps stock in, or None where it keeps none or names fields it lacks."""
    found = definition.entities[entity]
    if found.stock is None:
        return None
    fields = {each.id: each for each in found.fields}
    named = (found.stock.product, found.stock.warehouse, found.stock.on_hand, found.stock.reserved)
    return Stock(found, *(fields[id] for id in named)) if all(id in fields for id in named) else None


def uniques_of(entity: Entity) -> tuple[Unique, ...]:
    """Return the combinations that occur once: those designed, and product with warehouse in stock."""
    if entity.stock is None:
        return entity.unique
    pair = (entity.stock.product, entity.stock.warehouse)
    if any(set(each.fields) == set(pair) for each in entity.unique):
        return entity.unique
    return (*entity.unique, Unique(id=entity.id, fields=pair))
