"""Which addresses are public, whatever they are wrapped in."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.outgoing.addresses import is_allowed

HOSTILE = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.254", "127.0.0.1", "127.255.255.254",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "64:ff9b:1:808:0:808::",
    "2002:7f00:1::", "2002:a00:1::1", "2002:a9fe:a9fe::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001::1",
    "2001:db8::1", "3fff::1", "100::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "ff0e::1",
    "4000::1", "5f00::1",
)  # fmt: skip
PUBLIC = ("1.1.1.1", "8.8.8.8", "114.114.114.114", "2606:4700::1111", "2400:3200::1", "64:ff9b::808:808",
          "::ffff:8.8.8.8", "2002:808:808::1")  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_address_is_allowed(text):
    assert not is_allowed(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_are_allowed(text):
    assert is_allowed(ip_address(text))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_never_makes_it_more_allowed(inner: IPv4Address):
    number = int(inner)
    wrapped = (
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(int(IPv6Address("64:ff9b::")) | number),
        IPv6Address(int(IPv6Address("2002::")) | number << 80),
        IPv6Address(number),
    )

    assert all(is_allowed(inner) or not is_allowed(each) for each in wrapped)


@given(st.ip_addresses())
def test_what_the_library_calls_private_is_never_allowed(address):
    assert address.is_global or not is_allowed(address)
