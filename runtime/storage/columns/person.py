"""The id of a user."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import KEY

COLUMN = FieldColumn("person", always(KEY), has_index=True)
