"""Who may call the API: Basic authentication or key parameters, and OAuth 1.0a signatures over plain http."""

import base64
import hashlib
import hmac
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.requests import Request

from examples.shops.woocommerce.refusals import Refused

_HASHES: dict[str, Callable[..., Any]] = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
_TOLERANCE = 15 * 60


@dataclass
class Keys:
    """The shop's key pair, and the nonces it has seen."""

    consumer_key: str
    consumer_secret: str
    nonces: deque[str] = field(default_factory=lambda: deque(maxlen=5_000))

    def require(self, request: Request) -> None:
        """Let a call pass, or refuse it as the shop does."""
        if "oauth_consumer_key" in request.query_params:
            self._require_signature(request)
            return
        pair = _basic(request) or (
            request.query_params.get("consumer_key", ""),
            request.query_params.get("consumer_secret", ""),
        )
        if not _same(pair[0], self.consumer_key) or not _same(pair[1], self.consumer_secret):
            raise Refused(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")

    def _require_signature(self, request: Request) -> None:
        params = dict(request.query_params)
        given = params.pop("oauth_signature", "")
        method = _HASHES.get(params.get("oauth_signature_method", ""))
        if method is None or not _same(params["oauth_consumer_key"], self.consumer_key):
            raise Refused(401, "woocommerce_rest_authentication_error", "Consumer key is invalid.")
        pairs = sorted((_escaped(name), _escaped(value)) for name, value in params.items())
        joined = "&".join(f"{name}={value}" for name, value in pairs)
        url = f"{request.url.scheme}://{request.headers['host']}{request.url.path}"
        text = "&".join((request.method, _escaped(url), _escaped(joined)))
        signed = hmac.new(f"{self.consumer_secret}&".encode(), text.encode(), method).digest()
        if not _same(base64.b64encode(signed).decode(), given):
            raise Refused(
                401,
                "woocommerce_rest_authentication_error",
                "Invalid signature - provided signature does not match.",
            )
        self._require_fresh(params)

    def _require_fresh(self, params: dict[str, str]) -> None:
        nonce, stamp = params.get("oauth_nonce", ""), params.get("oauth_timestamp", "0")
        is_late = not stamp.isdigit() or abs(time.time() - int(stamp)) > _TOLERANCE
        if is_late or not nonce or nonce in self.nonces:
            raise Refused(401, "woocommerce_rest_authentication_error", "Invalid nonce or timestamp.")
        self.nonces.append(nonce)


def _basic(request: Request) -> tuple[str, str] | None:
    scheme, _, text = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(text).decode().partition(":")
    except ValueError:
        return None
    return name, secret


def _same(given: str, own: str) -> bool:
    return hmac.compare_digest(given.encode(), own.encode())


def _escaped(text: str) -> str:
    return quote(text, safe="~")
