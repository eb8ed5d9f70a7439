"""Columns as fields of an entity, with the option lists they choose from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from builder.commands.naming import propose_name
from builder.importing.columns import Column, Sheet
from builder.importing.plan import ColumnPlan, TablePlan
from builder.importing.reading import options_of

Json = dict[str, Any]
Mint = Callable[[str], str]
COLORS = ("blue", "green", "orange", "purple", "cyan", "gold", "magenta", "red", "grey")
MOST_CHOICES = 200


@dataclass(frozen=True, slots=True)
class MadeEntity:
    """A table as an entity, and its fields by column."""

    plan: TablePlan
    sheet: Sheet
    id: str
    fields: Mapping[int, Json]

    def of_type(self, *types: str) -> list[Json]:
        """Return the fields of some types, in order."""
        return [each for each in self.fields.values() if each["type"] in types]

    @property
    def title(self) -> Json | None:
        """Return the field whose value names a record."""
        return self.fields.get(self.plan.title) if self.plan.title is not None else None


@dataclass(frozen=True, slots=True)
class Making:
    """What making fields needs: the language of labels, ids, and the ids of entities by sheet."""

    language: str
    mint: Mint
    entities: Mapping[str, str]

    def label(self, text: str) -> dict[str, str]:
        """Return a label."""
        return {self.language: text}


def make_fields(making: Making, plan: TablePlan, sheet: Sheet, lists: dict[str, Json]) -> Mapping[int, Json]:
    """Return fields by column; option lists they choose from are added to `lists`, by name."""
    fields: dict[int, Json] = {}
    for each in plan.columns:
        column = sheet.column(each.index)
        if each.use and column is not None:
            taken = [field["name"] for field in fields.values()]
            fields[each.index] = _field(making, each, column, taken)
            _finish(making, fields[each.index], each, (column, plan), lists)
    for index in {plan.key, plan.title} - {None}:
        is_full = (found := sheet.column(index)) is not None and len(found.cells) == sheet.rows > 0
        if index in fields and is_full:
            fields[index]["required"] = True
    return fields


def _field(making: Making, plan: ColumnPlan, column: Column, taken: Iterable[str]) -> Json:
    label = making.label(plan.label.strip() or column.header)
    return {
        "id": making.mint("field"),
        "name": propose_name(label, taken, "field"),
        "type": plan.type,
        "label": label,
    }


def _finish(
    making: Making, field: Json, plan: ColumnPlan, of: tuple[Column, TablePlan], lists: dict[str, Json]
) -> None:
    column, table = of
    if plan.type == "choice":
        field["options"] = {"list": _list(making, field, column, (table, lists))}
    elif plan.type == "link" and plan.target is not None:
        field["options"] = {"entity": making.entities[plan.target]}
        field["indexed"] = True
    elif plan.type not in ("person", "link"):
        options = options_of(column, plan.type)
        if options:
            field["options"] = options
    if plan.index == table.key:
        field["indexed"] = True


def _list(making: Making, field: Json, column: Column, of: tuple[TablePlan, dict[str, Json]]) -> str:
    """Make the option list of a column's values, or find one with the same name and choices."""
    table, lists = of
    values = [text[:64] for text in list(column.values)[:MOST_CHOICES]]
    known = next((each for each in lists.values() if _is_same(each, field, values)), None)
    if known is not None:
        return str(known["id"])
    name = propose_name({"": f"{table.label}_{next(iter(field['label'].values()))}"}, lists, "choices")
    made = {
        "schema": "tongdao/options/1",
        "id": making.mint("options"),
        "name": name,
        "label": field["label"],
        "choices": [
            {"value": value, "label": making.label(value), "color": COLORS[place % len(COLORS)]}
            for place, value in enumerate(dict.fromkeys(values))
        ],
    }
    lists[name] = made
    return str(made["id"])


def _is_same(options: Json, field: Json, values: list[str]) -> bool:
    known = {choice["value"] for choice in options["choices"]}
    return bool(options["label"] == field["label"] and known == set(values))
