"""Warns of labels that lack one of the app's languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.kernel.issue import Issue, Severity
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document, path_of
from engine.metadata.load import place


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each label and language."""
    for document in definition.documents():
        for where, label in _labels(dump_document(document), place(path_of(document))):
            for language in definition.app.languages:
                if not label.get(language, "").strip():
                    params = {"language": language}
                    yield Issue("design.label.untranslated", where, params, Severity.WARNING)


def _labels(value: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("label"), Mapping):
            yield (*path, "label"), value["label"]
        for key, item in value.items():
            yield from _labels(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _labels(item, (*path, index))
