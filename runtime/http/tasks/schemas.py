"""Bodies of the routes about tasks."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class DecisionBody(BaseModel):
    """What somebody does with a task; `values` are changes of the record that its step lets one make.

    `form` names the form it was done with, whose rules the record must keep.
    """

    model_config = ConfigDict(extra="forbid")

    action: Literal["approve", "reject", "return", "transfer", "submit", "remind"]
    version: int
    opinion: str = Field(default="", max_length=2_000)
    to: str | None = Field(default=None, max_length=40)
    person: str | None = Field(default=None, max_length=40)
    values: dict[str, Any] = {}
    record_version: int | None = None
    form: str | None = Field(default=None, max_length=64)
