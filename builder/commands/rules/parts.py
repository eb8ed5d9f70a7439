"""Finding the rows and columns of a decision table, and the words for them."""

from builder.commands.command import Refused
from builder.commands.documents import Json, Label, dict_of, open_document
from engine.ports import Documents

PARTS = {"inputs": "when", "outputs": "then"}


def row_index(rule: Json, row: str) -> int:
    """Return where a row stands."""
    for index, each in enumerate(rule["rows"]):
        if each["id"] == row:
            return index
    raise Refused.because("command.rule_row.missing", id=row)


def column_in(rule: Json, column: str) -> tuple[str, int]:
    """Return what a column is, `inputs` or `outputs`, and where it stands among them."""
    for part in PARTS:
        for index, each in enumerate(rule[part]):
            if each["id"] == column:
                return part, index
    raise Refused.because("command.rule_column.missing", id=column)


def set_cell(rule: Json, row: int, column: tuple[str, int], text: str) -> None:
    """Write a cell."""
    part, index = column
    rule["rows"][row][PARTS[part]][index] = text


def new_row(rule: Json, id: str) -> Json:
    """Return a row that is met by everything and says nothing yet."""
    if any(each["id"] == id for each in rule["rows"]):
        raise Refused.because("command.id.taken", ("id",), id=id)
    return {"id": id, "when": [""] * len(rule["inputs"]), "then": [""] * len(rule["outputs"])}


def remove_column(rule: Json, column: str) -> None:
    """Take a column out, with its cells; a table keeps one of each kind."""
    part, index = column_in(rule, column)
    if len(rule[part]) == 1:
        raise Refused.because("command.rule_column.last")
    del rule[part][index]
    for row in rule["rows"]:
        del row[PARTS[part]][index]


def column_label(documents: Documents, rule: str, column: str) -> Label:
    """Return the label of a column."""
    _, opened = open_document(documents, "rule", rule)
    part, index = column_in(opened, column)
    return dict_of(opened[part][index]["label"])


def row_number(documents: Documents, rule: str, row: str) -> int:
    """Return the number of a row as people count."""
    _, opened = open_document(documents, "rule", rule)
    return row_index(opened, row) + 1
