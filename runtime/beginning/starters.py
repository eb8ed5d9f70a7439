"""The complete apps that come with the product, as folders of documents with sample data beside them."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import structlog

from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import load_definition
from engine.ports import Starter
from runtime.app_folder import read_app_folder

# Installed, the folders lie within the package; in a checkout, beside it.
_PLACES = (Path(__file__).parents[1] / "starters", Path(__file__).parents[2] / "examples")
KEYS = ("channel_sales", "equipment_inspection", "leave_and_expense")

SampleLoader = Callable[[Path, str, str], None]
"""Brings the samples in a folder into an app; the last is whom they belong to where nobody else is known."""

_LOG = structlog.get_logger("starters")


def starter_folder(key: str) -> Path:
    """Return the folder of a starter."""
    return next((place / key for place in _PLACES if (place / key).is_dir()), _PLACES[-1] / key)


class StarterFolders:
    """The shelf of an installation."""

    def __init__(self) -> None:
        self._load: SampleLoader | None = None

    def load_by(self, load: SampleLoader) -> None:
        """Say what brings sample data in; before anything is asked for."""
        self._load = load

    def starters(self) -> Sequence[Starter]:
        """Return all starters, in the order of keys."""
        return tuple(Starter(key, documents) for key, documents in self._documents.items())

    def load_samples(self, key: str, app: str, by: str) -> None:
        """Begin to bring in the sample data of a starter."""
        work = threading.Thread(
            target=self._load_quietly, args=(starter_folder(key), app, by), name="samples", daemon=True
        )
        work.start()

    @cached_property
    def _documents(self) -> Mapping[str, Mapping[str, dict[str, object]]]:
        read = {key: _read(starter_folder(key)) for key in KEYS}
        return {key: documents for key, documents in read.items() if documents}

    def _load_quietly(self, folder: Path, app: str, by: str) -> None:
        try:
            if self._load is not None:
                self._load(folder, app, by)
        except Exception:
            _LOG.exception("starters.samples.broke", app=app)


def _read(folder: Path) -> Mapping[str, dict[str, object]]:
    """Return the documents of a starter, none where there is no such folder."""
    documents = read_app_folder(folder)
    definition = documents if isinstance(documents, list) else load_definition(documents)
    return dump_definition(definition) if isinstance(definition, Definition) else {}
