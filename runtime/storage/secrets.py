"""Secrets at rest: AES-256-GCM under a master key that lies outside the database, bound to their place.

The first key writes, all keys read, so that a key can be replaced.
"""

import base64
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.kernel.errors import Invalid

KEY_BYTES = 32
_NONCE_BYTES = 12
_KEY_FILE = "master.key"


class Vault:
    """Encrypts and decrypts; `keys` maps key ids to 32 bytes each, newest first."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        if not keys or any(len(key) != KEY_BYTES or len(set(key)) < 8 for key in keys.values()):
            raise Invalid.of("storage.key.weak")
        self._keys = dict(keys)

    def encrypt(self, plain: bytes, place: str) -> str:
        """Return the secret as text, good for its place (`table|column|row id`) only."""
        name, key = next(iter(self._keys.items()))
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(key).encrypt(nonce, plain, place.encode())
        return f"{name}:{base64.b64encode(nonce + sealed).decode()}"

    def decrypt(self, text: str, place: str) -> bytes:
        """Return the secret, or refuse one of another place, of an unknown key, or changed."""
        name, _, body = text.partition(":")
        key = self._keys.get(name)
        if key is None:
            raise Invalid.of("storage.secret.key_unknown", key=name)
        try:
            raw = base64.b64decode(body, validate=True)
            return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError) as problem:
            raise Invalid.of("storage.secret.unreadable") from problem

    def derived(self, purpose: str) -> bytes:
        """Return a key for one purpose, made from the oldest master key so that it stays the same."""
        oldest = list(self._keys.values())[-1]
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(oldest)


def open_vault(folder: Path, given: str | None) -> Vault:
    """Take the keys from a setting (`id:base64,id:base64`), or from a file that is made on first use."""
    return Vault(_parse(given) if given else _parse(_key_file(folder)))


def _parse(text: str) -> dict[str, bytes]:
    try:
        pairs = (each.strip().split(":", 1) for each in text.split(","))
        return {name: base64.b64decode(body, validate=True) for name, body in pairs}
    except ValueError as problem:
        raise Invalid.of("storage.key.unreadable") from problem


def _key_file(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _KEY_FILE
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    text = f"k1:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return text
