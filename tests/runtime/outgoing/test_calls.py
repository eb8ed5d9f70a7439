"""Calls go only where they may, are bounded, and carry credentials to nobody else."""

import threading

import pytest

from engine.kernel.errors import DomainError, Forbidden, Invalid, Unavailable
from runtime.outgoing.calls import MOST_BYTES, Call, OutgoingCalls
from runtime.outgoing.destination import read_destination
from runtime.outgoing.routing import Routes, resolve
from tests.runtime.outgoing.listening import listening


def calls_to(*private: str, **names: tuple[str, ...]) -> OutgoingCalls:
    """Return calls that may go to some private places, with names as given."""
    known = {name.replace("_", "."): found for name, found in names.items()}
    return OutgoingCalls(
        Routes(frozenset(private), lambda host, port: known.get(host) or resolve(host, port))
    )


def get(url: str, **more) -> Call:
    return Call(method="GET", url=url, app="app_1", **more)


def code_of(problem: pytest.ExceptionInfo[DomainError]) -> str:
    return problem.value.issues[0].code


def test_a_listed_private_host_is_called_and_answers():
    with listening(lambda each: each.say(200, b"hello", X_Shop="yes")) as (port, seen):
        answer = calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/a?b=c"))

    assert (answer.status, answer.body, answer.headers["x-shop"]) == (200, b"hello", "yes")
    assert seen[0].path == "/a?b=c"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "localhost.", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]",
             "[::ffff:127.0.0.1]", "0", "127.0.0.1.", "LOCALHOST"],
)  # fmt: skip
def test_no_spelling_of_this_host_is_reached(host):
    with listening(lambda each: each.say(200)) as (port, seen):
        for place in (f"http://{host}:{port}/", f"http://{host}/", f"https://{host}/"):
            with pytest.raises(DomainError):
                calls_to().send(get(place), 1)

    assert seen == []


@pytest.mark.parametrize(
    "addresses", [("10.1.2.3",), ("8.8.8.8", "127.0.0.1"), ("::1",), ("64:ff9b::7f00:1",)]
)
def test_a_name_with_any_private_address_is_refused(addresses):
    with pytest.raises(Forbidden) as problem:
        calls_to(shop_example=addresses).send(get("https://shop.example/"), 1)

    assert code_of(problem) == "outgoing.host.private"


def test_the_connection_goes_to_the_judged_address_under_the_name():
    with listening(lambda each: each.say(200)) as (port, seen):
        calls_to(f"shop.test:{port}", shop_test=("127.0.0.1",)).send(get(f"http://shop.test:{port}/"))

    assert seen[0].headers["Host"] == f"shop.test:{port}"


def test_a_redirect_into_the_house_is_refused_at_the_hop():
    with listening(lambda each: each.say(200)) as (secret, seen):
        target = f"http://127.0.0.1:{secret}/"
        with listening(lambda each: each.say(302, Location=target)) as (port, _), pytest.raises(Forbidden):
            calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/"))

    assert seen == []


def test_credentials_do_not_follow_to_another_host():
    with listening(lambda each: each.say(200)) as (other, seen):
        target = f"http://127.0.0.1:{other}/"
        with listening(lambda each: each.say(307, Location=target)) as (port, first):
            allowed = calls_to(f"127.0.0.1:{port}", f"127.0.0.1:{other}")
            allowed.send(get(f"http://127.0.0.1:{port}/", credentials={"Authorization": "Basic c2VjcmV0"}))

    assert first[0].headers["Authorization"] == "Basic c2VjcmV0"
    assert seen[0].headers["Authorization"] is None


def test_redirects_end():
    with (
        listening(lambda each: each.say(302, Location="/again")) as (port, seen),
        pytest.raises(Invalid) as problem,
    ):
        calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/"))

    assert (code_of(problem), len(seen)) == ("outgoing.redirects.many", 4)


def test_a_slow_answer_is_given_up():
    def drip(each):
        each.send_response(200)
        each.end_headers()
        try:
            while not stopped.wait(0.05):
                each.wfile.write(b".")
        except OSError:
            pass

    stopped = threading.Event()
    with listening(drip) as (port, _):
        with pytest.raises(Unavailable) as problem:
            calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/"), 0.5)
        stopped.set()

    assert code_of(problem) == "outgoing.call.slow"


def test_an_endless_answer_is_cut():
    def pour(each):
        each.send_response(200)
        each.end_headers()
        try:
            for _ in range(2 * MOST_BYTES // 65_536):
                each.wfile.write(bytes(65_536))
        except OSError:
            pass

    with listening(pour) as (port, _), pytest.raises(Invalid) as problem:
        calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/"))

    assert code_of(problem) == "outgoing.answer.large"


def test_nobody_there_is_said_as_such():
    with listening(lambda each: each.say(200)) as (port, _):
        pass

    with pytest.raises(Unavailable) as problem:
        calls_to(f"127.0.0.1:{port}").send(get(f"http://127.0.0.1:{port}/"), 2)

    assert code_of(problem) == "outgoing.call.failed"


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "gopher://a.example", "http://", "http://u:p@a.example/",
            "http://u@a.example", "http://a.example:0/", "http://a.example:99999/", "http://a b.example/",
            "http://a.example/\r\nX: y", "http://a.example\\@b.example/", "//a.example/", "javascript:alert(1)",
            "http://[::1%25eth0]/", "http://" + "a" * 300 + ".example/", "http://a..例子/", "http://a.example/路"],
)  # fmt: skip
def test_what_is_no_address_to_call_is_refused(url):
    with pytest.raises(Invalid):
        read_destination(url)


def test_names_of_any_script_are_looked_up_as_the_network_spells_them():
    assert read_destination("https://通道.例子/shop").host == "xn--m93ake.xn--fsqu00a"
    assert read_destination("https://Shop.Example.:8443").place == "shop.example:8443"


def test_other_ports_are_refused_before_the_name_is_looked_up():
    with pytest.raises(Forbidden) as problem:
        calls_to().send(get("http://shop.example:25/"))

    assert code_of(problem) == "outgoing.port.refused"
