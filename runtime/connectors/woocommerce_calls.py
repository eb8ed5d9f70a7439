"""Calls to WooCommerce's REST API: Basic authentication over https, OAuth 1.0a signatures over plain http.

The shop itself asks for that: it takes a secret in the clear only where the line is encrypted.
"""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import orjson

from engine.kernel.errors import Forbidden, Invalid, NotFound, Unavailable
from runtime.connectors.kind import Site
from runtime.outgoing.calls import Answer, Call
from runtime.server.strict_json import RECORDS, parse

_API = "/wp-json/wc/v3/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCall:
    """One call of the API."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    key: str | None = None


def call_shop(site: Site, call: ShopCall) -> tuple[Any, Mapping[str, str]]:
    """Return what the shop answered, and its headers."""
    url = site.address.rstrip("/") + _API + call.path
    params = dict(call.params)
    credentials: dict[str, str] = {}
    if url.startswith("https:"):
        pair = f"{site.secrets.get('consumer_key', '')}:{site.secrets.get('consumer_secret', '')}"
        credentials["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    else:
        params |= signed(call.method, url, params, site.secrets)
    headers = {"Accept": "application/json"}
    if call.body is not None:
        headers["Content-Type"] = "application/json"
    if call.key is not None:
        headers["Idempotency-Key"] = call.key
    answer = site.calls.send(
        Call(
            method=call.method,
            url=f"{url}?{urlencode(params)}" if params else url,
            app=site.app,
            headers=headers,
            credentials=credentials,
            body=b"" if call.body is None else orjson.dumps(call.body),
        )
    )
    _require_success(answer)
    return _content(answer), answer.headers


def signed(method: str, url: str, params: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters that sign a call (RFC 5849, one-legged, HMAC-SHA256)."""
    own = {
        "oauth_consumer_key": given.get("consumer_key", ""),
        "oauth_nonce": secrets.token_hex(16),
        "oauth_signature_method": "HMAC-SHA256",
        "oauth_timestamp": str(int(time.time())),
    }
    return own | {"oauth_signature": signature(method, url, {**params, **own}, given)}


def signature(method: str, url: str, params: Mapping[str, str], given: Mapping[str, str]) -> str:
    """Return the signature of a call with all its parameters but the signature itself."""
    pairs = sorted((_escaped(name), _escaped(value)) for name, value in params.items())
    joined = "&".join(f"{name}={value}" for name, value in pairs)
    text = "&".join((method, _escaped(url), _escaped(joined)))
    key = given.get("consumer_secret", "") + "&"
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def _escaped(text: str) -> str:
    return quote(text, safe="~")


def _require_success(answer: Answer) -> None:
    if answer.status < 300:
        return
    if answer.status in (401, 403):
        raise Forbidden.of("connector.shop.refuses")
    if answer.status == 404:
        raise NotFound.of("connector.shop.absent")
    if answer.status in (408, 409, 425, 429) or answer.status >= 500:
        raise Unavailable.of("connector.shop.trouble", (), status=answer.status)
    raise Invalid.of("connector.shop.objects", (), status=answer.status)


def _content(answer: Answer) -> Any:
    if not answer.body:
        return None
    try:
        return parse(answer.body, RECORDS)
    except Invalid as problem:
        raise Invalid.of("outgoing.answer.unreadable") from problem
