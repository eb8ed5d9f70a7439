"""Computed on reading; what it gives is kept by the field it shows."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import TEXT

COLUMN = FieldColumn("lookup", always(TEXT), is_stored=False)
