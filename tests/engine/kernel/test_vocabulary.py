"""Paths, ids, issues, errors, registries: the words everything else is said in."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.kernel.errors import Conflict, Invalid
from engine.kernel.ids import is_document_id, is_name, mint, uuid7
from engine.kernel.issue import Issue, Severity, has_errors
from engine.kernel.path import from_pointer, to_pointer
from engine.kernel.registry import Registry

steps = st.one_of(st.integers(0, 999), st.text(min_size=1).filter(lambda text: not text.isdecimal()))


@given(st.lists(steps).map(tuple))
def test_a_path_reads_back_from_its_pointer(path):
    assert from_pointer(to_pointer(path)) == path


def test_a_pointer_escapes_slashes_and_tildes():
    assert to_pointer(("a/b", 0, "~")) == "/a~1b/0/~0"
    assert from_pointer("/a~1b/0/~0/007") == ("a/b", 0, "~", "007")


@given(st.binary(min_size=8, max_size=16))
def test_a_minted_id_has_the_shape_of_one(randomness):
    assert is_document_id(mint("field", randomness))


@pytest.mark.parametrize("name", ["qty", "数量", "_a", "straße", "order_2"])
def test_a_name_may_be_in_any_script(name):
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "2nd", "a b", "a-b", "a" * 65, "a.b"])
def test_a_name_has_no_spaces_or_signs_and_no_leading_digit(name):
    assert not is_name(name)


def test_record_ids_are_in_the_order_of_time():
    earlier, later = uuid7(1_000, bytes(10)), uuid7(1_001, bytes(10))

    assert earlier < later
    assert uuid.UUID(later).version == 7
    assert uuid.UUID(later).variant == uuid.RFC_4122


def test_an_issue_seen_from_further_up_has_a_longer_path():
    issue = Issue("value.required", ("name",)).under("lines", 3)

    assert issue.pointer == "/lines/3/name"


def test_only_errors_block():
    warning = Issue("a.b.c", severity=Severity.WARNING)

    assert not has_errors([warning])
    assert has_errors([warning, Issue("a.b.c")])


def test_an_error_carries_its_issues_and_says_codes_and_places():
    error = Conflict.of("record.version.stale", ("version",), version=3)

    assert error.issues[0].params == {"version": 3}
    assert str(Invalid([*error.issues, Issue("a.b.c")])) == "record.version.stale /version; a.b.c "


def test_a_registry_refuses_a_key_twice_and_knows_its_keys():
    registry = Registry(["a", "bb"], key=lambda word: str(len(word)))

    assert registry.keys() == ("1", "2")
    assert (registry["2"], registry.get("3"), "1" in registry, list(registry)) == (
        "bb",
        None,
        True,
        ["a", "bb"],
    )
    with pytest.raises(ValueError, match="registered twice: 1"):
        Registry(["a", "b"], key=lambda word: str(len(word)))
