"""An exact decimal number."""

from engine.metadata.model import DecimalOptions
from runtime.storage.columns.column import FieldColumn, Storage
from runtime.storage.columns.families import scaled


def _storage(options: DecimalOptions) -> Storage:
    return scaled(options.scale)


COLUMN = FieldColumn("decimal", _storage)
