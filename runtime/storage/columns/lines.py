"""Detail lines have a table of their own; the record keeps nothing."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import LIST

COLUMN = FieldColumn("lines", always(LIST), is_stored=False)
