"""Letters arrive once, as they were written, at a real mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.kernel.errors import Forbidden, Invalid, Unavailable
from runtime.demo.mail_sink import HOST, MailSink, free_port, kept_letters
from runtime.flows.outgoing import Letter
from runtime.outgoing.letters import Letters, PostOffice
from runtime.outgoing.routing import Routes, resolve
from tests.factories.stores import StillClock

LATIN = Letter(
    key="run1:effect3",
    app="app_1",
    to="mark@example.com",
    subject="Your order is on its way",
    body="SF100",
    language="en",
)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    sink = MailSink(tmp_path)
    sink.start()
    yield sink.port
    sink.stop()


def letters_by(port: int, *, listed: bool = True, **more: str) -> Letters:
    private = frozenset({f"{HOST}:{port}"} if listed else ())
    office = PostOffice(host=HOST, port=port, tls="none", sender="sales@tongdao.example", **more)
    return Letters(office, Routes(private, resolve), StillClock())


def test_a_letter_sent_twice_is_one_letter(port: int, tmp_path: Path):
    send = letters_by(port)
    send(LATIN)
    send(LATIN)

    [kept] = kept_letters(tmp_path)
    assert (kept.to, kept.subject, kept.body) == ("mark@example.com", "Your order is on its way", "SF100\n")
    assert (kept.language, kept.sender) == ("en", "Tongdao <sales@tongdao.example>")


def test_a_chinese_letter_arrives_in_chinese(port: int, tmp_path: Path):
    letters_by(port)(
        Letter(key="k", app="a", to="wang@example.com", subject="您的订单已发货", body="顺丰 SF100\n谢谢!")
    )

    [kept] = kept_letters(tmp_path)
    assert (kept.subject, kept.body, kept.language) == ("您的订单已发货", "顺丰 SF100\n谢谢!\n", "zh-CN")


def test_a_subject_cannot_smuggle_headers_in(port: int, tmp_path: Path):
    letters_by(port)(
        Letter(key="k", app="a", to="a@example.com", subject="Hi\r\nBcc: b@example.com", body="x")
    )

    [kept] = kept_letters(tmp_path)
    assert (kept.subject, kept.to) == ("Hi Bcc: b@example.com", "a@example.com")


@pytest.mark.parametrize(
    "to", ["", "nobody", "a@b", "a@example.com, b@example.com", "a@example.com\r\nBcc: b@c.de"]
)
def test_what_is_no_address_is_refused_for_good(port: int, tmp_path: Path, to: str):
    with pytest.raises(Invalid):
        letters_by(port)(Letter(key="k", app="a", to=to, subject="s", body="b"))

    assert kept_letters(tmp_path) == []


def test_a_mail_server_in_a_private_network_must_be_listed(port: int):
    with pytest.raises(Forbidden):
        letters_by(port, listed=False)(LATIN)


def test_a_mail_server_that_is_down_is_tried_again():
    with pytest.raises(Unavailable):
        letters_by(free_port())(LATIN)
