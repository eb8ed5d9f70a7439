"""The browser part: its built files, and its one page for every path that is not the API's.

Files with a hash in their name may be kept for ever; the page is fresh each time and carries a nonce.
"""

import gzip
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from engine.kernel.errors import NotFound
from runtime.server.csp import new_nonce, page_policy
from runtime.server.routes import HotRoute

WEB = Path(__file__).parent.parent / "web"
PAGE = "index.html"
NONCE_PLACE = "__CSP_NONCE__"
FOR_EVER = "public, max-age=31536000, immutable"
_HASHED = re.compile(r"-[\w-]{8,}\.\w+$")
_PACKED = re.compile(r"\.(js|css|svg|json|html|map|txt|wasm)$")
_NOT_BUILT = (
    "<!doctype html><meta charset=utf-8><title>Tongdao</title>"
    "<p>The browser part is not built: run <code>python -m tools.build_web</code>.</p>"
    "<p>浏览器部分尚未构建:请运行 <code>python -m tools.build_web</code>。</p>"
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A built file, and the same packed where that is worth it."""

    content: bytes
    packed: bytes | None
    media_type: str
    cache: str
    etag: str


def page_routes(web: Path = WEB) -> list[HotRoute]:
    """Return the routes of the browser part; they come last, because they take every path."""

    async def unknown_call(request: Request) -> Response:
        raise NotFound.of("request.path.unknown")

    async def page_or_file(request: Request) -> Response:
        path = web / request.path_params["path"]
        if path.suffix and _is_inside(path, web):
            return _file_answer(request, await anyio.to_thread.run_sync(read_asset, path))
        return page_answer(web)

    methods = ("GET", "POST", "PUT", "PATCH", "DELETE")
    return [
        *(HotRoute(method, "/api/{path:path}", unknown_call, policy="public") for method in methods),
        HotRoute("GET", "/{path:path}", page_or_file, policy="public"),
    ]


def page_answer(web: Path) -> Response:
    """Return the page with a nonce of its own."""
    nonce = new_nonce()
    page = web / PAGE
    text = page.read_text(encoding="utf-8").replace(NONCE_PLACE, nonce) if page.is_file() else _NOT_BUILT
    headers = {"Content-Security-Policy": page_policy(nonce), "Cache-Control": "no-store"}
    return HTMLResponse(text, headers=headers)


@lru_cache(maxsize=256)
def read_asset(path: Path) -> Asset:
    """Read a built file once."""
    content = path.read_bytes()
    packed = gzip.compress(content, 9) if _PACKED.search(path.name) and len(content) > 500 else None
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    cache = FOR_EVER if _HASHED.search(path.name) else "no-cache"
    return Asset(content, packed, media_type, cache, f'"{sha256(content).hexdigest()[:20]}"')


def _file_answer(request: Request, asset: Asset) -> Response:
    headers = {"Cache-Control": asset.cache, "ETag": asset.etag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == asset.etag:
        return Response(status_code=304, headers=headers)
    if asset.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.packed, headers=headers, media_type=asset.media_type)
    return Response(asset.content, headers=headers, media_type=asset.media_type)


def _is_inside(path: Path, folder: Path) -> bool:
    resolved = path.resolve()
    return resolved.is_relative_to(folder.resolve()) and resolved.is_file()
