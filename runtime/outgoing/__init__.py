"""The only way out: guarded HTTP calls and letters."""
