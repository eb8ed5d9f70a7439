"""Settings of one installation: environment first, then one TOML file, then safe defaults.

Owns reading and checking them, all faults at once; opens nothing but that file.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue

FILE_NAME = "tongdao.toml"
VARIABLES = {
    "data": "TONGDAO_DATA",
    "database": "TONGDAO_DATABASE",
    "host": "TONGDAO_HOST",
    "port": "PORT",
    "base_url": "TONGDAO_BASE_URL",
    "hosts": "TONGDAO_HOSTS",
    "proxies": "TONGDAO_PROXIES",
    "demo": "TONGDAO_DEMO",
    "master_key": "TONGDAO_MASTER_KEY",
    "log_level": "TONGDAO_LOG_LEVEL",
    "private_hosts": "TONGDAO_PRIVATE_HOSTS",
    "smtp_host": "TONGDAO_SMTP_HOST",
    "smtp_port": "TONGDAO_SMTP_PORT",
    "smtp_user": "TONGDAO_SMTP_USER",
    "smtp_password": "TONGDAO_SMTP_PASSWORD",
    "smtp_from": "TONGDAO_SMTP_FROM",
    "smtp_tls": "TONGDAO_SMTP_TLS",
    "api_pace": "TONGDAO_API_PACE",
}
SMTP_TLS = ("none", "starttls", "tls")
LOG_LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator chose."""

    data: Path = Path(".tongdao")
    database: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    base_url: str = ""
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    demo: bool = False
    master_key: str = ""
    log_level: str = "info"
    private_hosts: tuple[str, ...] = ()  # host:port, called although they lie in a private network
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_from: str = ""
    smtp_tls: str = "starttls"
    api_pace: int = 6_000

    @property
    def database_url(self) -> str:
        """Return the database's address; SQLite in the data folder unless one was named."""
        return self.database or f"sqlite:///{self.data / 'tongdao.sqlite'}"

    @property
    def secure(self) -> bool:
        """Tell whether people reach this server over https."""
        return self.base_url.startswith("https://")

    @property
    def known_hosts(self) -> frozenset[str]:
        """Return the host names this server answers to, besides plain addresses."""
        own = urlsplit(self.base_url).hostname
        return frozenset({"localhost", *(name.lower() for name in self.hosts), *([own] if own else [])})


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read settings from the environment and the file in the data folder; raise Invalid with every fault."""
    environment = os.environ if environment is None else environment
    data = Path(environment.get("TONGDAO_DATA") or ".tongdao")
    chosen, issues = _from_file(data / FILE_NAME)
    chosen |= {name: environment[key] for name, key in VARIABLES.items() if environment.get(key)}
    chosen["data"] = data
    values: dict[str, Any] = {}
    for name, raw in chosen.items():
        try:
            values[name] = _CONVERTERS[name](raw)
        except (ValueError, TypeError):
            issues.append(Issue("settings.value.wrong", (name,), {"name": name, "value": str(raw)}))
    if issues:
        raise Invalid(issues)
    return Settings(**values)


def _from_file(path: Path) -> tuple[dict[str, Any], list[Issue]]:
    if not path.exists():
        return {}, []
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return {}, [Issue("settings.file.unreadable", (), {"file": str(path), "cause": str(error)})]
    known = {field.name for field in fields(Settings)} - {"data"}
    issues = [
        Issue("settings.name.unknown", (name,), {"name": name}) for name in content if name not in known
    ]
    return {name: value for name, value in content.items() if name in known}, issues


def _names(raw: object) -> tuple[str, ...]:
    if isinstance(raw, list):
        return tuple(str(part) for part in raw)
    return tuple(part.strip() for part in str(raw).split(",") if part.strip())


def _truth(raw: object) -> bool:
    text = str(raw).lower()
    if text not in ("1", "true", "yes", "0", "false", "no"):
        raise ValueError
    return text in ("1", "true", "yes")


def _port(raw: object) -> int:
    number = int(str(raw))
    if not 0 <= number <= 65535:
        raise ValueError
    return number


def _base_url(raw: object) -> str:
    parts = urlsplit(str(raw))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    return str(raw).rstrip("/")


def _pace(raw: object) -> int:
    calls = int(str(raw))
    if calls < 1:
        raise ValueError
    return calls


def _log_level(raw: object) -> str:
    if raw not in LOG_LEVELS:
        raise ValueError
    return str(raw)


def _private_hosts(raw: object) -> tuple[str, ...]:
    places = tuple(name.lower() for name in _names(raw))
    for place in places:
        host, _, port = place.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError
    return places


def _smtp_tls(raw: object) -> str:
    if raw not in SMTP_TLS:
        raise ValueError
    return str(raw)


_CONVERTERS: Mapping[str, Callable[[Any], object]] = {
    "data": Path,
    "database": str,
    "host": str,
    "port": _port,
    "base_url": _base_url,
    "hosts": _names,
    "proxies": _names,
    "demo": _truth,
    "master_key": str,
    "log_level": _log_level,
    "private_hosts": _private_hosts,
    "smtp_host": str,
    "smtp_port": _port,
    "smtp_user": str,
    "smtp_password": str,
    "smtp_from": str,
    "smtp_tls": _smtp_tls,
    "api_pace": _pace,
}
