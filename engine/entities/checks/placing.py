"""Where things stand in the documents, for issues about them."""

from collections.abc import Iterator

from engine.kernel.path import Path
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.dump import path_of
from engine.metadata.load import place
from engine.metadata.model import Document, LinesOptions


def place_of(document: Document) -> Path:
    """Return the place of a document in issues."""
    return place(path_of(document))


def placed_fields(definition: Definition) -> Iterator[tuple[FieldPlace, Path]]:
    """Yield every field of the app with its place."""
    for entity in definition.entities.values():
        for index, field in enumerate(entity.fields):
            path = (*place_of(entity), "fields", index)
            yield FieldPlace(field, entity), path
            if isinstance(field.options, LinesOptions):
                for number, column in enumerate(field.options.fields):
                    yield FieldPlace(column, entity, field), (*path, "options", "fields", number)


def is_column(place: FieldPlace | None) -> bool:
    """Tell whether a field stands in detail lines."""
    return place is not None and place.lines is not None
