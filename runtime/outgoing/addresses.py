"""Which addresses this server may speak to: own classification, since the library's calls too much global.

What carries another address inside (mapped, NAT64, 6to4) is judged by the one inside; other tunnels and
translations (Teredo, compatible, local NAT64) are refused whole.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_REFUSED_4 = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_REFUSED_6 = tuple(IPv6Network(each) for each in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_TRANSLATED = IPv6Network("64:ff9b::/96")


def is_allowed(address: Address) -> bool:
    """Tell whether an address is a public one, whatever it is wrapped in."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _REFUSED_4)
    inner = _inside(address)
    if inner is not None:
        return is_allowed(inner)
    return address in _GLOBAL_6 and not any(address in network for network in _REFUSED_6)


def read_address(text: str) -> Address | None:
    """Return the address a text is, in its strict form; a zone is no part of one."""
    try:
        return ip_address(text)
    except ValueError:
        return None


def _inside(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
