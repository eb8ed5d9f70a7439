"""The id of a record, with a foreign key and an index."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import KEY

COLUMN = FieldColumn("link", always(KEY), has_index=True)
