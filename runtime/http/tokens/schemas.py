"""Bodies of the token routes."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class NewTokenBody(BaseModel):
    """A token to be made; without scopes it may do what its person may."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    scopes: list[Annotated[str, StringConstraints(max_length=60)]] | None = Field(
        default=None, max_length=200
    )
    days: int | None = Field(default=90, ge=1, le=3660)


class TokenAnswer(BaseModel):
    """A token without its secret; `token` is the whole text, only in the answer that makes it."""

    id: str
    user: str
    name: str
    prefix: str
    scopes: list[str] | None
    created_at: datetime
    expires_at: datetime | None
    token: str | None = None


class TokensAnswer(BaseModel):
    """The tokens one may see."""

    items: list[TokenAnswer]
