"""Bodies of the session routes."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class SignInBody(BaseModel):
    """What a person signs in with."""

    model_config = ConfigDict(extra="forbid")

    login: str = Field(max_length=200)
    password: str = Field(max_length=4096)


class PreferencesBody(BaseModel):
    """How a person wants to see the screens; what is not named stays."""

    model_config = ConfigDict(extra="forbid")

    language: Literal["zh-CN", "en"] | None = None
    theme: Literal["system", "light", "dark"] | None = None


class UserAnswer(BaseModel):
    """The person who is signed in."""

    id: str
    login: str
    name: str
    language: str
    theme: str


class SessionAnswer(BaseModel):
    """Who is signed in, what they administer, and what unsafe requests must carry.

    With `seen_by` it is that person who is signed in, and sees as `user`. `/api/events?after=` tells what
    has changed since the answer was given.
    """

    user: UserAnswer
    seen_by: UserAnswer | None = None
    roles: list[str]
    administer: list[str]
    csrf_token: str
    expires_at: datetime | None
    demo: bool
    warning: str | None = None
    events_after: str


class NobodyAnswer(BaseModel):
    """Nobody is signed in; `demo` tells whether people are offered to be signed in as."""

    user: None = None
    demo: bool
