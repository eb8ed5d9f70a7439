"""Bodies of the calls that make an app."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from builder.http.schemas_importing import FileBody

Language = Literal["zh", "en"]
Text = Annotated[str, Field(max_length=100)]
Audience = Literal["nobody", "everybody"] | Annotated[list[str], Field(max_length=1000)]


class NewAppBody(BaseModel):
    """What an app is called, what it begins from, and who uses it besides whoever makes it."""

    model_config = ConfigDict(extra="forbid")

    label: dict[Language, Text]
    languages: list[Language] = Field(default=["zh", "en"], min_length=1, max_length=2)
    icon: str | None = Field(default=None, max_length=40)
    audience: Audience = "nobody"
    starter: str | None = Field(default=None, max_length=64)
    samples: bool = False
    workbook: FileBody | None = None
