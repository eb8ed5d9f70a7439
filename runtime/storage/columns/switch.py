"""Yes or no."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import FLAG

COLUMN = FieldColumn("switch", always(FLAG))
