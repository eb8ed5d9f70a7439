"""One record of an entity, kept as its id. Whether it exists and may be seen, the repository knows."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait
from engine.entities.reading.identities import read_id
from engine.expressions import types
from engine.expressions.types import Type
from engine.metadata.model import LinkOptions


def reader(options: LinkOptions, around: Surroundings) -> Reader:
    """Return the reader of ids and of `{"id", "title"}`."""
    return read_id


def expression_type(options: LinkOptions) -> Type:
    """Return a link to the entity of the options."""
    return types.link(options.entity)


TYPE = FieldType(
    key="link",
    options=LinkOptions,
    expression_type=expression_type,
    reader=reader,
    serialise=str,
    operators=operators.CHOSEN,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SEARCHABLE, Trait.UNIQUE, Trait.TITLE}),
)
