"""Design checks of decision tables, and formula fields that get their value from one."""

from datetime import UTC, datetime

import pytest

from engine.dependencies.uses import field_uses
from engine.entities.check import check_definition
from engine.entities.computed import stored_formulas
from engine.entities.sources import sources
from engine.kernel.issue import Severity, has_errors
from engine.text.catalog import LOCALES, MESSAGES, say_issue
from tests.factories.definitions import make_formula
from tests.factories.documents import make_field
from tests.factories.rules import CHANNEL, RULE, make_channels, make_priority_field, make_rule

NOW = datetime(2026, 11, 23, tzinfo=UTC)
GOOD = make_rule(["complexity"], [(["<= 3"], ['"low"']), (["> 3"], ['"high"'])])
WHEN = ("rules", "priority", "rows", 0, "when", 0)
THEN = ("rules", "priority", "rows", 0, "then", 0)
FIELD = ("entities", "channel", "fields", 6, "options")


def one(cell, said='"x"', **more):
    return make_rule(["complexity"], [([cell], [said])], **more)


FAULTS = [
    ("a cell that cannot be read", one("> "), [], "expression.test.empty", WHEN),
    ("an unknown name in a cell", one("> size"), [], "expression.name.unknown", WHEN),
    ("a text where a number stands", one('"big"'), [], "rule.cell.kind", WHEN),
    ("a text in a list of numbers", one('1, "big"'), [], "rule.cell.kind", WHEN),
    ("a cell that is no condition", one('? & "a"'), [], "expression.result.type", WHEN),
    ("a choice that does not exist", make_rule(["kind"], [(['"shopp"'], ['"x"'])]), [], "rule.cell.stranger", WHEN),
    ("too few cells", make_rule(["complexity", "kind"], [(["1"], ['"x"'])]), [], "rule.row.cells", WHEN[:-1]),
    ("a result that cannot be read", one("1", "1 +"), [], "expression.syntax.unfinished", THEN),
    ("a result of another kind", one("1", '"x"', result="number"), [], "expression.result.type", THEN),
    ("a result that is not permitted", one("1", '"y"', values=["x"]), [], "rule.output.not_permitted", THEN),
    ("priority without an order", one("1", hit="priority"), [], "rule.output.values_missing",
     ("rules", "priority", "outputs", 0, "values")),
    ("a sum of texts", one("1", hit="collect", aggregate="sum"), [], "rule.output.not_a_number",
     ("rules", "priority", "outputs", 0, "result")),
    ("a gap", one("> 3"), [], "rule.rows.gap", ("rules", "priority", "rows")),
    ("an overlap in a unique table", make_rule(["complexity"], [(["> 2"], ['"x"']), (["> 3"], ['"y"'])], hit="unique"),
     [], "rule.rows.overlap", ("rules", "priority", "rows", 1)),
    ("a contradiction in an any table", make_rule(["complexity"], [(["> 2"], ['"x"']), (["> 3"], ['"y"'])], hit="any"),
     [], "rule.rows.overlap", ("rules", "priority", "rows", 1)),
    ("a row never reached", make_rule(["complexity"], [([""], ['"x"']), (["> 3"], ['"y"'])]), [], "rule.row.unreached",
     ("rules", "priority", "rows", 1)),
    ("a formula with two sources", GOOD, [make_priority_field(expression="1")], "field.formula.one_source",
     (*FIELD, "expression")),
    ("a formula with no source", GOOD, [make_field("fld_rprio1", "priority", "formula", options={"result": "text"})],
     "field.formula.one_source", (*FIELD, "expression")),
    ("a formula of several results", one("1", hit="rule_order"), [make_priority_field()], "rule.hit.not_one_value",
     (*FIELD, "rule")),
    ("a formula of another kind", GOOD, [make_priority_field("integer")], "expression.result.type", (*FIELD, "rule")),
    ("a table too large", make_rule(["complexity"], [([f"{n % 5 + 1}"], [f'"{"x" * 80}{n}"']) for n in range(99)]),
     [make_priority_field()], "rule.table.too_large", (*FIELD, "rule")),
    ("a column of lines by a table", GOOD,
     [make_field("fld_rlines", "lines", "lines", options={"fields": [make_priority_field()]})],
     "field.formula.rule_in_lines", (*FIELD, "fields", 0, "options", "rule")),
    ("a table that reads its own result", make_rule(["priority"], [(['"x"'], ['"y"'])]), [make_priority_field()],
     "field.formula.circle", FIELD[:-1]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "fields", "code", "path"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS]
)
def test_a_fault_is_found_at_its_place(rule, fields, code, path):
    issues = check_definition(make_channels(rule, *fields))

    assert (code, path) in [(each.code, each.path) for each in issues]
    for locale in LOCALES:
        for issue in issues:
            assert issue.code in MESSAGES[locale]
            assert say_issue(issue, locale)


def test_a_good_table_has_no_findings_and_a_gap_is_only_a_warning():
    assert check_definition(make_channels(GOOD, make_priority_field())) == []
    gap = check_definition(make_channels(one("> 3"), make_priority_field()))
    assert [each.severity for each in gap] == [Severity.WARNING]
    assert not has_errors(gap)


def test_a_field_by_a_table_is_stored_and_rests_on_what_the_table_reads():
    rule = make_rule(["complexity"], [(["> growth"], ["kind"])])
    definition = make_channels(rule, make_priority_field())

    assert sources(definition, "fld_rprio1") == {"fld_rcompl", "fld_rgrow1", "fld_rkind1"}
    assert "fld_rprio1" in stored_formulas(definition)


def test_who_uses_a_field_knows_the_cells_of_tables():
    definition = make_channels(make_rule(["complexity"], [(["not(> growth)"], ["kind"])]))

    [use] = field_uses(definition, "fld_rgrow1")

    assert (use.document, use.path) == (RULE, ("rows", 0, "when", 0))
    assert use.name
    assert use.name.name.span == (6, 12)


def test_a_formula_beside_a_table_is_as_it_was():
    definition = make_channels(GOOD, make_formula("fld_twice1", "twice", "complexity * 2", "integer"))

    assert check_definition(definition) == []
    assert definition.rules[RULE].entity == CHANNEL
