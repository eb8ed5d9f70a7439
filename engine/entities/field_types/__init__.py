"""One file per field type, each exporting `TYPE`; `_index.py` lists them."""
