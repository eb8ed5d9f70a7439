"""A ratio as exact decimal."""

from engine.metadata.model import PercentOptions
from runtime.storage.columns.column import FieldColumn, Storage
from runtime.storage.columns.families import scaled


def _storage(options: PercentOptions) -> Storage:
    return scaled(options.scale)


COLUMN = FieldColumn("percent", _storage)
