"""How often something may be tried: token buckets in the database, counted before any work is done.

Owns the rows of `sys_rate`. A bucket holds `capacity` tries and fills again evenly over `seconds`.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from runtime.storage.inserting import inserting
from runtime.storage.system_tables import sys_rate

_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in so many seconds."""

    name: str
    capacity: int
    seconds: int


LOGIN_OF_ACCOUNT = Limit("login-account", 10, 600)
LOGIN_OF_NETWORK = Limit("login-network", 50, 600)


def take(connection: Connection, limit: Limit, key: str, now: datetime) -> int:
    """Count one try; return 0 where it may go on, else the seconds to wait."""
    bucket = f"{limit.name}:{key}"
    full = limit.capacity * _PARTS
    new = {"key": bucket, "tokens": full, "refilled_at": now}
    connection.execute(inserting(connection.dialect, sys_rate).values(new).on_conflict_do_nothing())
    row = connection.execute(select(sys_rate).where(sys_rate.c.key == bucket).with_for_update()).one()
    elapsed = max((now - row.refilled_at).total_seconds(), 0.0)
    held = min(full, row.tokens + int(elapsed * full / limit.seconds))
    if held < _PARTS:
        return int((_PARTS - held) * limit.seconds / full) + 1
    left = {"tokens": held - _PARTS, "refilled_at": now}
    connection.execute(update(sys_rate).where(sys_rate.c.key == bucket).values(left))
    return 0


def network_of(address: str) -> str:
    """Return the network an address is counted under: /24 for IPv4, /56 for IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    width = 24 if parsed.version == 4 else 56
    return str(ipaddress.ip_network(f"{parsed}/{width}", strict=False))
