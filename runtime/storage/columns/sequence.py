"""A formatted running number, as text; looked up often."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import TEXT

COLUMN = FieldColumn("sequence", always(TEXT), has_index=True)
