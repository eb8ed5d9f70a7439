"""Bodies of the designer's calls."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Revision(BaseModel):
    """The state of the draft that the editor saw."""

    model_config = ConfigDict(extra="forbid")

    revision: int = Field(ge=0)


class ChangeBody(BaseModel):
    """A change of the draft as it is now.

    `edit` is an id of the editor's own making: the same one is not carried out twice. What revision the
    editor saw is taken in from browsers that still say so, and does not matter.
    """

    model_config = ConfigDict(extra="forbid")

    edit: str = Field(default="", max_length=64)
    revision: int | None = Field(default=None, ge=0)


class EditBody(ChangeBody):
    """One command: its kind and parameters."""

    kind: str = Field(max_length=64)
    params: dict[str, Any]


class StepBody(ChangeBody):
    """Undo or redo: of one's own last edit, or of the edit with a number."""

    number: int | None = Field(default=None, ge=0)


class DiscardBody(Revision):
    """Giving up every edit that was seen; sent again it gives up nothing more."""

    edit: str = Field(default="", max_length=64)


class HereBody(BaseModel):
    """What a designer has open, and whether they are about to leave."""

    model_config = ConfigDict(extra="forbid")

    file: str = Field(default="", max_length=200)
    leaving: bool = False


class TryBody(BaseModel):
    """Examples for a decision table: values by field name, as people write them."""

    model_config = ConfigDict(extra="forbid")

    examples: list[dict[str, str | bool | None]] = Field(max_length=100)


class WhoBody(BaseModel):
    """A source of people, as in the document of a flow."""

    model_config = ConfigDict(extra="forbid")

    source: Literal["person", "role", "field", "submitter", "superior", "department_head"]
    person: str | None = Field(default=None, max_length=100)
    role: str | None = Field(default=None, max_length=40)
    field: str | None = Field(default=None, max_length=40)
    levels: int | None = Field(default=None, ge=1, le=9)


class ExampleBody(BaseModel):
    """The record and the submitter a flow is looked at with."""

    model_config = ConfigDict(extra="forbid")

    record: str | None = Field(default=None, max_length=64)
    submitter: str | None = Field(default=None, max_length=64)


class PeopleBody(ExampleBody):
    """Sources of people, and the example they are asked for."""

    who: list[WhoBody] = Field(max_length=50)


class MoveBody(BaseModel):
    """A decision about a task of a trial, or time that passes for a step."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["approve", "reject", "submit", "time"]
    node: str = Field(default="", max_length=40)
    task: int | None = Field(default=None, ge=0)


class TryFlowBody(ExampleBody):
    """What a flow is tried with, and what was decided so far."""

    moves: list[MoveBody] = Field(default_factory=list, max_length=200)


class CheckBody(BaseModel):
    """An expression over a record of an entity, or a line of it, and values to try it with by dotted path.

    With `record` it is one over candidates: names after `record.` lead to a record of that entity.
    """

    model_config = ConfigDict(extra="forbid")

    entity: str = Field(max_length=64)
    lines: str | None = Field(default=None, max_length=64)
    record: str | None = Field(default=None, max_length=64)
    text: str = Field(max_length=8192)
    result: Literal["boolean", "any"] = "any"
    values: dict[str, Any] = Field(default_factory=dict, max_length=200)


class PublishBody(Revision):
    """What to write beside the release."""

    note: str = Field(default="", max_length=2000)


class CommandBody(BaseModel):
    """One command: its kind and parameters."""

    model_config = ConfigDict(extra="forbid")

    kind: str = Field(max_length=64)
    params: dict[str, Any]


class ApplyBody(BaseModel):
    """Commands to publish at once, and what to write beside the release."""

    model_config = ConfigDict(extra="forbid")

    commands: list[CommandBody] = Field(min_length=1, max_length=200)
    note: str = Field(default="", max_length=2000)


class RollBackBody(BaseModel):
    """The release to go back to."""

    model_config = ConfigDict(extra="forbid")

    release: int = Field(ge=1)
    note: str = Field(default="", max_length=2000)
