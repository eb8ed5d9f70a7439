"""Who uses a field: references by id and names in expressions, wherever these look names up."""

from engine.dependencies.uses import field_uses
from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from tests.factories.documents import make_board, make_field, make_inspection_app


def _loaded(documents: dict) -> Definition:
    definition = load_definition(documents)
    assert isinstance(definition, Definition)
    return definition


def _paths(definition: Definition, field: str) -> set[tuple[str, str]]:
    return {(use.document, "/".join(map(str, use.path))) for use in field_uses(definition, field)}


def test_references_and_names_are_uses() -> None:
    found = _paths(_loaded(make_inspection_app()), "fld_st1n5v")

    assert found == {("rol_i3n5s7", "entities/0/fields/fld_st1n5v"), ("rol_i3n5s7", "entities/0/read")}


def test_a_column_is_used_by_formulas_of_its_lines_and_of_the_record() -> None:
    definition = _loaded(make_inspection_app())

    assert _paths(definition, "fld_rd5h8q") == {
        ("ent_h3v6w9", "fields/2/options/fields/3/options/expression")
    }
    assert _paths(definition, "fld_ok3k1s") == {("ent_h3v6w9", "fields/3/options/expression")}


def test_a_name_behind_parent_and_over_a_link_is_found_with_its_step() -> None:
    documents = make_inspection_app()
    columns = documents["entities/inspection.json"]["fields"][2]["options"]["fields"]
    formula = {"expression": "parent.equipment.name", "result": "text"}
    columns.append(make_field("fld_pn0001", "where", "formula", options=formula))

    uses = field_uses(_loaded(documents), "fld_nm0002")

    assert [use.name.step for use in uses if use.name] == [2]


def test_names_of_a_link_filter_are_looked_up_in_the_linked_entity() -> None:
    documents = make_inspection_app()
    documents["entities/inspection.json"]["fields"][1]["options"]["filter"] = 'name <> ""'

    found = _paths(_loaded(documents), "fld_nm0002")

    assert ("ent_h3v6w9", "fields/1/options/filter") in found


def test_names_in_figures_of_a_report_are_looked_up_in_the_home_or_its_lines() -> None:
    measure = {"id": "n", "home": "ent_h3v6w9", "aggregate": "count", "where": "failed > 0"}
    lines = {"id": "m", "lines": "fld_ln9s3c", "aggregate": "sum", "value": "reading * parent.failed"}
    documents = make_inspection_app() | make_board()
    documents["reports/count.json"]["query"] = {"measures": [measure, lines]}
    definition = _loaded(documents)

    assert ("rpt_count1", "query/measures/0/where") in _paths(definition, "fld_fc8m4u")
    assert ("rpt_count1", "query/measures/1/value") in _paths(definition, "fld_fc8m4u")
    assert ("rpt_count1", "query/measures/1/value") in _paths(definition, "fld_rd5h8q")
