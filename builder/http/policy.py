"""How the designer's routes declare who may call them; the server keeps it."""

from typing import Any

DESIGN: dict[str, Any] = {"x-policy": "design"}
MAKE_APPS: dict[str, Any] = {"x-policy": "administer:apps"}
