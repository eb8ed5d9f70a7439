"""What conditions of figures have in common is asked once, and nothing of them is lost."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engine.expressions.nodes import Call, Name, Node
from engine.reports.sharing import AND, shared_conditions

NAMES = "abc"
_names = st.sampled_from([Name((each,)) for each in NAMES])
_conditions = (
    st.none() | _names | st.lists(_names, min_size=1, max_size=3).map(lambda all: Call(AND, tuple(all)))
)


def _holds(condition: Node | None, row: dict[str, bool]) -> bool:
    match condition:
        case None:
            return True
        case Name((name,)):
            return row[name]
        case Call(_, parts):
            return all(_holds(each, row) for each in parts)
    raise AssertionError(condition)


@given(st.lists(_conditions, max_size=4))
def test_the_common_and_the_own_part_together_say_what_a_condition_said(
    conditions: list[Node | None],
) -> None:
    common, own = shared_conditions(conditions)
    for values in product((False, True), repeat=len(NAMES)):
        row = dict(zip(NAMES, values, strict=True))
        for whole, mine in zip(conditions, own, strict=True):
            assert _holds(whole, row) == (_holds(common, row) and _holds(mine, row))


def test_a_figure_without_a_condition_shares_nothing() -> None:
    assert shared_conditions([Name(("a",)), None]) == (None, (Call(AND, (Name(("a",)),)), None))
