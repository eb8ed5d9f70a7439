"""Which operators of clicked-together conditions suit which family of field types."""

_PRESENCE = frozenset({"is_empty", "is_not_empty"})
_EQUALITY = _PRESENCE | {"equals", "not_equals"}
_ORDER = frozenset({"less", "less_or_equal", "greater", "greater_or_equal", "between"})

NONE: frozenset[str] = frozenset()
PRESENCE = _PRESENCE
LOGICAL = _EQUALITY
CHOSEN = _EQUALITY | {"in", "not_in"}
SEVERAL = _PRESENCE | {"contains", "not_contains"}
TEXTUAL = _EQUALITY | {"contains", "not_contains", "starts_with", "ends_with", "in", "not_in"}
NUMERIC = _EQUALITY | _ORDER | {"in", "not_in"}
DATED = _EQUALITY | _ORDER | {"in_last_days", "in_next_days", "this_month", "this_year"}
ALL = TEXTUAL | NUMERIC | DATED
