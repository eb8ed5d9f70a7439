"""Bodies of calls about expressions."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class CheckBody(BaseModel):
    """An expression over a record of an entity, or a line of it, and values to try it with by dotted path."""

    model_config = ConfigDict(extra="forbid")

    entity: str = Field(max_length=64)
    lines: str | None = Field(default=None, max_length=64)
    text: str = Field(max_length=8192)
    result: Literal["boolean", "any"] = "any"
    values: dict[str, Any] = Field(default_factory=dict, max_length=200)
