"""Filling a decision table from a whole sheet: headings that name fields become conditions, others results.

Texts are quoted and the labels of choices become their values, so that what people write is met.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, file_of, label_of, open_document, replaced
from builder.commands.naming import propose_name
from engine.ports import Documents, Words

MOST_ROWS, MOST_COLUMNS = 1_000, 30
TEXTS = ("text", "long_text", "choice", "email", "phone", "url", "sequence")
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")
_BARE = re.compile(r'[^\s"“”?？<>=≤≥≠(\[{（【\]),，\-－][^"“”?？<>=(\[{（,，]*')


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The sheet, headings first; `made` are columns and rows, found when the command is completed."""

    rule: str
    table: list[list[str]]
    made: dict[str, Any] = field(default_factory=dict)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, rule = open_document(documents, "rule", params.rule)
    _, entity = open_document(documents, "entity", rule["entity"])
    return replace(params, made=_read(documents, entity, params.table, mint))


def _read(documents: Documents, entity: Json, table: Sequence[Sequence[str]], mint: Mint) -> Json:
    heads = [each.strip() for each in table[0]] if table else []
    rows = [[*(each.strip() for each in row), *[""] * len(heads)][: len(heads)] for row in table[1:]]
    if not 1 < len(heads) <= MOST_COLUMNS or not 0 < len(rows) <= MOST_ROWS:
        raise Refused.because("command.rule.table", ("table",), rows=MOST_ROWS, columns=MOST_COLUMNS)
    fields = [_field_called(entity, head) for head in heads]
    if all(fields):  # a table must say something: its last column
        fields[-1] = None
    if not any(fields):
        raise Refused.because("command.rule.headings", ("table",), entity=entity["name"])
    asked = [at for at, each in enumerate(fields) if each]
    said = [at for at in range(len(heads)) if at not in asked]
    outputs = _outputs(
        documents, [heads[at] for at in said], [[row[at] for row in rows] for at in said], mint
    )
    return {
        "inputs": [_input(field, mint) for field in fields if field],
        "outputs": outputs,
        "rows": [
            {
                "id": mint("rule_row"),
                "when": [_asked(documents, fields[at] or {}, row[at]) for at in asked],
                "then": [_said(output, row[at]) for output, at in zip(outputs, said, strict=True)],
            }
            for row in rows
        ],
    }


def _field_called(entity: Json, head: str) -> Json | None:
    wanted = head.casefold()
    for each in entity["fields"]:
        names = (each["name"], *each["label"].values())
        if each["type"] != "lines" and wanted in (name.casefold() for name in names):
            found: Json = each
            return found
    return None


def _input(field: Json, mint: Mint) -> Json:
    return {"id": mint("rule_input"), "label": field["label"], "expression": field["name"]}


def _outputs(
    documents: Documents, heads: Sequence[str], columns: Sequence[Sequence[str]], mint: Mint
) -> list[Json]:
    made: list[Json] = []
    for at, (head, cells) in enumerate(zip(heads, columns, strict=True), 1):
        label = {language: head or str(at) for language in documents["app.json"]["languages"][:1]}
        is_number = all(_NUMBER.fullmatch(cell) for cell in cells if cell) and any(cells)
        name = propose_name(label, [each["name"] for each in made], "result")
        result = "number" if is_number else "text"
        made.append({"id": mint("rule_output"), "name": name, "label": label, "result": result})
    return made


def _asked(documents: Documents, field: Json, cell: str) -> str:
    if cell in ("", "-", "—", "*"):
        return ""
    if field["type"] not in TEXTS:
        return cell
    parts = [each.strip() for each in re.split("[,，、]", cell)]
    if not all(_BARE.fullmatch(each) for each in parts):
        return cell
    return ", ".join(f'"{_value(documents, field, each)}"' for each in parts)


def _value(documents: Documents, field: Json, text: str) -> str:
    """Return the value of a choice that is called so, else the text itself."""
    path = file_of(documents, field.get("options", {}).get("list", "")) if field["type"] == "choice" else None
    for choice in documents[path]["choices"] if path else ():
        if text.casefold() in (each.casefold() for each in choice["label"].values()):
            value: str = choice["value"]
            return value
    return text


def _said(output: Json, cell: str) -> str:
    if output["result"] == "number":
        return cell.replace(",", "")
    return f'"{cell}"' if cell and _BARE.fullmatch(cell) else cell


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    if not params.made:
        raise Refused.because("command.param.type", ("made",))
    return replaced(documents, path, rule | params.made)


def _describe(documents: Documents, params: Params) -> Words:
    return {"rule": label_of(documents, params.rule), "rows": max(len(params.table) - 1, 0)}


COMMAND = EditCommand("fill_rule", Params, _apply, _describe, _complete)
