"""The session cookie: `__Host-sid` over https, a plain name over http, which clients otherwise drop."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from runtime.identity.sessions import ABSOLUTE


@dataclass(frozen=True, slots=True)
class SessionCookie:
    """How the session id travels."""

    secure: bool

    @property
    def name(self) -> str:
        """Return the cookie's name."""
        return "__Host-sid" if self.secure else "sid"

    def read(self, request: Request) -> str:
        """Return the session id that a browser sent, or an empty text."""
        return request.cookies.get(self.name, "")

    def give(self, response: Response, id: str) -> None:
        """Give the browser a session id."""
        seconds = int(ABSOLUTE.total_seconds())
        response.set_cookie(
            self.name, id, max_age=seconds, path="/", secure=self.secure, httponly=True, samesite="lax"
        )

    def clear(self, response: Response) -> None:
        """Make the browser forget its session id."""
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="lax")
