"""An exact amount; the currency stands in the document."""

from engine.metadata.model import MoneyOptions
from runtime.storage.columns.column import FieldColumn, Storage
from runtime.storage.columns.families import scaled


def _storage(options: MoneyOptions) -> Storage:
    return scaled(options.scale)


COLUMN = FieldColumn("money", _storage)
