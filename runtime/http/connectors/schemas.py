"""Bodies of the routes about connectors."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
SecretName = Annotated[str, StringConstraints(max_length=60)]
SecretText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class ConnectorBody(BaseModel):
    """How a connector shall be; a secret that is not named stays, an empty one is forgotten."""

    model_config = ConfigDict(extra="forbid")

    address: Address
    secrets: dict[SecretName, SecretText] = Field(default={}, max_length=10)
    settings: dict[str, Any] = Field(default={}, max_length=20)
    enabled: bool = True
    version: int | None = None
