"""Computed on reading; what it gives depends on the field it sums up."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import WHOLE

COLUMN = FieldColumn("rollup", always(WHOLE), is_stored=False)
