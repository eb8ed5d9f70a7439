"""Where something is used, in words: the document, and the named part of it that uses it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.commands.documents import Label
from builder.words import Phrase, word
from engine.dependencies.usages import Usage, find_usages
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document, kind_of, path_of


@dataclass(frozen=True, slots=True)
class Use:
    """A place that uses something: its file, the place in it, and a sentence."""

    file: str
    kind: str
    label: Label
    place: Path
    words: Phrase


def uses_of(definition: Definition, id: str) -> list[Use]:
    """Return every place outside a document, field or other part that uses it, each named part once."""
    found: dict[tuple[str, str], Use] = {}
    for usage in find_usages(definition, id):
        use = _told(definition, usage)
        if use is not None:
            found.setdefault((use.file, repr(use.words.params)), use)
    return list(found.values())


def _told(definition: Definition, usage: Usage) -> Use | None:
    document = definition.document(usage.document)
    if document is None:
        return None
    kind = kind_of(document)
    params: dict[str, Any] = {"kind": word(f"kind.{kind}"), "document": document.label}
    parts = list(_labels(dump_document(document), usage.path))
    code = "usage.formula" if usage.kind == "name" else "usage.document"
    if parts:
        code, params = f"{code}.part", {**params, "part": parts[-1]}
    return Use(path_of(document), kind, document.label, usage.path, Phrase(code, params))


def _labels(document: Mapping[str, Any], path: Path) -> Iterator[Label]:
    """Yield the labels of the parts a place lies in, from the outside inwards."""
    thing: Any = document
    for step in path[:-1]:
        thing = thing[step]
        if isinstance(thing, Mapping) and isinstance(thing.get("label"), Mapping):
            yield thing["label"]
