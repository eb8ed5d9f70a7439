"""Whether a request that changes something was made by our own page."""

from urllib.parse import urlsplit

from starlette.requests import Request

from engine.kernel.errors import Forbidden

_OWN_SITES = ("same-origin", "none")


def require_same_origin(request: Request, base_url: str) -> None:
    """Refuse what a browser says another site made it send; programs send neither header."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in _OWN_SITES:
        raise Forbidden.of("request.origin.foreign")
    origin = request.headers.get("origin")
    if origin is None:
        return
    own = {request.headers.get("host", "").lower(), urlsplit(base_url).netloc.lower()} - {""}
    if urlsplit(origin).netloc.lower() not in own:
        raise Forbidden.of("request.origin.foreign")
