"""Tells webhooks what happened: signed bodies as they were then, and, if wished, twice or out of order."""

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field

import httpx

from examples.shops.woocommerce.state import State, Thing

FAILURES = 5
HELD_SECONDS = 0.3
AT_ONCE = 8


@dataclass
class Mischief:
    """What a shop does wrong on purpose."""

    duplicates: bool = False
    reordering: bool = False


@dataclass(frozen=True)
class Delivery:
    """One message on its way."""

    hook: int
    topic: str
    raw: bytes
    id: str = field(default_factory=lambda: secrets.token_hex(16))


class Deliveries:
    """Sends messages in the background, in the order in which things happened unless mischief is wished."""

    def __init__(self, state: State, source: str, mischief: Mischief) -> None:
        self.state = state
        self.source = source
        self.mischief = mischief
        self.sent: list[tuple[str, int]] = []  # topic and status of what was answered
        self._waiting: asyncio.Queue[Delivery] = asyncio.Queue()
        self._client = httpx.AsyncClient(trust_env=False, timeout=10)

    def tell(self, topic: str, content: Thing) -> None:
        """Put a message on its way to every webhook that listens to its topic."""
        raw = json.dumps(content).encode()
        for hook in self.state.all("webhooks"):
            if hook["status"] == "active" and hook["topic"] == topic:
                self._waiting.put_nowait(Delivery(hook["id"], topic, raw))

    async def greet(self, hook: Thing) -> None:
        """Ask whether anybody is there, as a shop does when a webhook is saved."""
        try:
            await self._client.post(hook["delivery_url"], data={"webhook_id": str(hook["id"])})
        except httpx.HTTPError:
            return

    async def run(self) -> None:
        """Send until cancelled; messages of different orders may overtake each other."""
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(self._work())
        finally:
            await self._client.aclose()

    async def _work(self) -> None:
        while True:
            delivery = await self._waiting.get()
            if self.mischief.reordering:
                await asyncio.sleep(secrets.randbelow(100) / 100 * HELD_SECONDS)
            for _ in range(2 if self.mischief.duplicates else 1):
                await self._send(delivery)
            self._waiting.task_done()

    async def _send(self, delivery: Delivery) -> None:
        hook = self.state.get("webhooks", delivery.hook)
        if hook is None:
            return
        try:
            answer = await self._client.post(
                hook["delivery_url"], content=delivery.raw, headers=self._headers(hook, delivery)
            )
            status = answer.status_code
        except httpx.HTTPError:
            status = 0
        self.sent.append((delivery.topic, status))
        self._count(hook, is_heard=200 <= status < 400)

    def _count(self, hook: Thing, *, is_heard: bool) -> None:
        """Switch a webhook off that failed too often in a row, as the real shop does."""
        hook["failure_count"] = 0 if is_heard else hook["failure_count"] + 1
        if hook["failure_count"] > FAILURES:
            hook["status"] = "disabled"
        self.state.put("webhooks", hook)

    def _headers(self, hook: Thing, delivery: Delivery) -> dict[str, str]:
        signed = hmac.new(hook["secret"].encode(), delivery.raw, hashlib.sha256).digest()
        resource, _, event = delivery.topic.partition(".")
        return {
            "Content-Type": "application/json",
            "User-Agent": "WooCommerce/10.3.4 Hookshot (WordPress/6.8.3)",
            "X-WC-Webhook-Source": self.source,
            "X-WC-Webhook-Topic": delivery.topic,
            "X-WC-Webhook-Resource": resource,
            "X-WC-Webhook-Event": event,
            "X-WC-Webhook-Signature": base64.b64encode(signed).decode(),
            "X-WC-Webhook-ID": str(hook["id"]),
            "X-WC-Webhook-Delivery-ID": delivery.id,
        }
