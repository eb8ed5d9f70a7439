"""Uploaded files, kept as their ids. Kind and size of a file are checked where it is received."""

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, always
from engine.entities.reading.identities import read_ids
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.metadata.model import AttachmentOptions


def reader(options: AttachmentOptions, around: Surroundings) -> Reader:
    """Return the reader of lists of file ids."""
    return read_ids


def checker(options: AttachmentOptions, around: Surroundings) -> Check:
    """Return the check of the number of files."""

    def check(value: tuple[str, ...]) -> Issue | None:
        if len(value) <= options.most:
            return None
        return Issue("value.list.too_many", params={"limit": options.most})

    return check


TYPE = FieldType(
    key="attachment",
    options=AttachmentOptions,
    expression_type=always(types.list_of(types.TEXT)),
    reader=reader,
    checker=checker,
    serialise=list,
    operators=operators.PRESENCE,
    traits=frozenset(),
)
