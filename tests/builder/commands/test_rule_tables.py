"""Decision tables made from nothing, and filled from a whole sheet."""

from tests.builder.commands.test_boards import do, refusal
from tests.factories.documents import make_inspection_app, make_label


def test_a_table_is_made_over_fields_with_a_first_row() -> None:
    documents = do(
        make_inspection_app(),
        "add_rule",
        entity="ent_h3v6w9",
        label=make_label("Urgency"),
        fields=["fld_fc8m4u"],
    )

    rule = documents["rules/urgency.json"]
    assert [each["expression"] for each in rule["inputs"]] == ["failed"]
    assert [(each["name"], each["result"]) for each in rule["outputs"]] == [("结果", "text")]
    assert [(row["when"], row["then"]) for row in rule["rows"]] == [([""], [""])]


def test_a_sheet_fills_a_table_by_its_headings() -> None:
    documents = do(make_inspection_app(), "add_rule", entity="ent_h3v6w9", id="rul_urge01", name="urgency")

    documents = do(
        documents,
        "fill_rule",
        rule="rul_urge01",
        table=[
            ["Status", "failed", "Urgency", "Days"],
            ["Open", "> 3", "high", "1"],
            ["-", "", "low", "1,000"],
        ],
    )

    rule = documents["rules/urgency.json"]
    assert [each["expression"] for each in rule["inputs"]] == ["status", "failed"]
    assert [(each["name"], each["result"]) for each in rule["outputs"]] == [
        ("urgency", "text"),
        ("days", "number"),
    ]
    assert [(row["when"], row["then"]) for row in rule["rows"]] == [
        (['"open"', "> 3"], ['"high"', "1"]),
        (["", ""], ['"low"', "1000"]),
    ]


def test_a_sheet_without_headings_of_fields_is_refused() -> None:
    documents = do(make_inspection_app(), "add_rule", entity="ent_h3v6w9", id="rul_urge01", name="urgency")

    assert refusal(documents, "fill_rule", rule="rul_urge01", table=[["a", "b"], ["1", "2"]]) == [
        "command.rule.headings"
    ]
    assert refusal(documents, "fill_rule", rule="rul_urge01", table=[["status"]]) == ["command.rule.table"]
