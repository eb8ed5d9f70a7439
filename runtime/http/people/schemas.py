"""Bodies of the routes about people."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Login = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
NamePart = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^@\s,;]+@[^@\s,;]+$")
]
Id = Annotated[str, StringConstraints(max_length=40)]
RoleId = Annotated[str, StringConstraints(max_length=40)]


class NameBody(BaseModel):
    """A person's name per language."""

    model_config = ConfigDict(extra="forbid")

    zh: NamePart
    en: NamePart


class NewPersonBody(BaseModel):
    """Somebody to be added."""

    model_config = ConfigDict(extra="forbid")

    login: Login
    name: NameBody
    language: Literal["zh-CN", "en"] = "zh-CN"
    password: str = Field(max_length=4096)
    roles: list[RoleId] = Field(default=[], max_length=200)
    email: Email | None = None
    department: Id | None = None
    superior: Id | None = None


class PersonChangesBody(BaseModel):
    """What shall be different; what is not named stays, what is null is taken away where it can be."""

    model_config = ConfigDict(extra="forbid")

    login: Login | None = None
    name: NameBody | None = None
    language: Literal["zh-CN", "en"] | None = None
    active: bool | None = None
    password: str | None = Field(default=None, max_length=4096)
    roles: list[RoleId] | None = Field(default=None, max_length=200)
    email: Email | None = None
    department: Id | None = None
    superior: Id | None = None


class PersonAnswer(BaseModel):
    """A person as administrators see them."""

    id: str
    login: str
    name: dict[str, str]
    language: str
    active: bool
    email: str | None
    department: str | None
    superior: str | None
    roles: list[str]
    version: int


class PeopleAnswer(BaseModel):
    """Everybody."""

    items: list[PersonAnswer]


class RoleAnswer(BaseModel):
    """A role of an installed app."""

    id: str
    app: str
    app_label: dict[str, str]
    name: str
    label: dict[str, str]
    description: dict[str, str] | None
    administer: list[str]


class RolesAnswer(BaseModel):
    """All roles of all installed apps."""

    items: list[RoleAnswer]
