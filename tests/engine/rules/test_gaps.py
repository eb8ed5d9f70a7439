"""Gaps, overlaps and unreached rows: what is reported is there, and what is there is reported."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engine.rules.decide import compile_table, decide_table
from engine.rules.gaps import Gap, analyse
from engine.rules.table import Table, table_of
from tests.engine.rules.test_decide import NOW
from tests.factories.rules import RULE, make_channels, make_rule


def look(inputs, *rows):
    return analyse(make_channels(make_rule(inputs, [(list(when), ['"x"']) for when in rows])), RULE)


def test_a_gap_between_two_ranges_is_named_with_an_example():
    found = look(["share"], ["< 0.25"], ["> 0.4"])

    [gap] = found.gaps
    assert gap.cells == ("[0.25..0.4]",)
    assert 0.25 <= gap.example[0] <= 0.4


def test_whole_numbers_have_nothing_between_neighbours():
    assert look(["complexity"], ["<= 3"], [">= 4"]).gaps == ()


def test_a_choice_that_no_row_names_is_a_gap():
    assert look(["kind"], ['"shop", "agent"']).gaps == (Gap(('"direct"',), ("direct",)),)


def test_a_field_that_may_be_blank_has_blank_as_a_value_of_its_own():
    gaps = look(["growth"], [">= 1"]).gaps

    assert gaps == (Gap(("ISBLANK(?)",), (None,)),)
    assert look(["growth"], [">= 1"], ["ISBLANK(?)"]).gaps == gaps  # a free condition is never sure


def test_rows_that_are_met_together_are_named_with_an_example():
    [overlap] = look(["complexity", "kind"], ["[1..3]", '"shop"'], ["[3..5]", ""]).overlaps

    assert overlap.rows == ("row_0000", "row_0001")
    assert overlap.example == (3, "shop")


def test_a_row_below_one_that_takes_everything_is_never_reached():
    assert look(["complexity"], ["< 3"], [""], ["4"]).unreached == ("row_0002",)


def test_cells_that_read_other_fields_are_neither_gaps_nor_overlaps_for_certain():
    found = look(["complexity"], ["> growth"], ["[1..5]"])

    assert (found.gaps, found.overlaps, found.unreached) == ((), (), ())


def test_dates_are_cut_at_the_days_that_cells_name():
    [gap] = look(["opened"], ["< DATE(2026, 1, 1)"], ["> DATE(2026, 1, 1)"]).gaps

    assert gap.cells == ("DATE(2026, 1, 1)",)


NUMBER = st.sampled_from(["", "3", "> 2", "<= 3", "[2..4]", "(1..3)", "not(2)", "1, 5"])
KIND = st.sampled_from(["", '"shop"', '"shop", "agent"', 'not("direct")'])


@given(st.lists(st.tuples(NUMBER, KIND), min_size=1, max_size=5))
def test_what_is_found_is_what_trying_everything_finds(rows):
    rule = make_rule(
        ["complexity", "kind"], [(list(when), ["1"]) for when in rows], result="number", hit="collect"
    )
    definition = make_channels(rule)
    table = table_of(definition, RULE)
    assert isinstance(table, Table)
    compiled = compile_table(table)
    met = {
        each: decide_table(compiled, dict(zip(("complexity", "kind"), each, strict=True)), NOW).rows
        for each in product(range(1, 6), ("shop", "agent", "direct"))
    }

    found = analyse(definition, RULE)

    assert bool(found.gaps) == any(not rows for rows in met.values())
    assert all(not met[gap.example] for gap in found.gaps)
    pairs = {(one, two) for rows in met.values() for one in rows for two in rows if one < two}
    assert {each.rows for each in found.overlaps} == pairs
    assert all(set(each.rows) <= set(met[each.example]) for each in found.overlaps)
    reached = {rows[0] for rows in met.values() if rows}
    assert set(found.unreached) == {each.id for each in table.rows} - reached
