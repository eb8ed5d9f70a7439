"""Passwords: what is asked of them, and that no answer tells whether somebody exists."""

import asyncio

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from engine.kernel.errors import Unavailable
from runtime.identity import passwords
from runtime.identity.passwords import HashingPool, check_password, hash_password, is_outdated, is_right


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("seven77", ["identity.password.short"]),
        ("12345678", ["identity.password.common"]),
        ("PassWord1", ["identity.password.common"]),
        ("li.na.2026", ["identity.password.common"]),
        ("密码很长而且不常见", []),
        ("x" * 257, ["identity.password.long"]),
        ("好" * 256, []),
        ("😀" * 256, []),
        ("a quiet harbour", []),
    ],
)
def test_what_is_asked_of_a_password(password: str, codes: list[str]) -> None:
    assert [issue.code for issue in check_password(password, "LI.NA.2026")] == codes


def test_hashes_are_argon2id_with_the_promised_cost() -> None:
    parameters = extract_parameters(hash_password("a quiet harbour"))

    cost = (parameters.type, parameters.memory_cost, parameters.time_cost, parameters.parallelism)
    assert cost == (Type.ID, 19 * 1024, 2, 1)


def test_only_the_right_password_is_right() -> None:
    stored = hash_password("a quiet harbour")

    assert is_right("a quiet harbour", stored)
    assert not is_right("a quiet harbor", stored)
    assert not is_right("", stored)


def test_nobody_and_a_broken_hash_have_no_password() -> None:
    assert not is_right("nobody has this password", None)
    assert not is_right("x", "not a hash")


def test_a_weaker_hash_is_outdated() -> None:
    assert is_outdated(PasswordHasher(memory_cost=8, time_cost=1, parallelism=1).hash("x"))
    assert not is_outdated(hash_password("x"))


def test_who_comes_when_too_many_wait_is_asked_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "QUEUE", 2)
    pool = HashingPool(1)

    async def everybody() -> list[object]:
        tries = (pool.is_right("x", None) for _ in range(3))
        return await asyncio.gather(*tries, return_exceptions=True)

    answers = asyncio.run(everybody())

    assert answers[:2] == [False, False]
    assert isinstance(answers[2], Unavailable)
    pool.close()
