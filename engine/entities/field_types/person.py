"""A user of the installation, kept as the id of the person."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.identities import read_id
from engine.expressions import types
from engine.metadata.model import PersonOptions

PEOPLE = "person"


def reader(options: PersonOptions, around: Surroundings) -> Reader:
    """Return the reader of ids and of `{"id", "title"}`."""
    return read_id


TYPE = FieldType(
    key="person",
    options=PersonOptions,
    expression_type=always(types.link(PEOPLE)),
    reader=reader,
    serialise=str,
    operators=operators.CHOSEN,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.UNIQUE}),
)
