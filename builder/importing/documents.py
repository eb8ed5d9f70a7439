"""The documents of an app made from a file, and how its rows become records."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from builder.commands.naming import propose_name
from builder.importing.columns import Column, Sheet
from builder.importing.fields import Json, MadeEntity, Making, Mint, make_fields
from builder.importing.figures import make_board
from builder.importing.linking import known_by
from builder.importing.plan import FilePlan, TablePlan
from builder.importing.screens import make_form, make_view
from builder.starters.blank import DESIGNER, MEMBER, Wish, blank_app
from engine.metadata.model import ImportColumn
from engine.ports import Documents, TableImport

_EVERYTHING = dict.fromkeys(("read", "create", "update", "delete", "exports", "imports"), True)
_DAILY = dict.fromkeys(("read", "create", "update", "exports"), True)


@dataclass(frozen=True, slots=True)
class MadeApp:
    """An app's documents, and the tables to import in this order."""

    documents: Documents
    imports: tuple[TableImport, ...]


def app_of(
    plan: FilePlan, sheets: Sequence[Sheet], wish: Wish, taken: Collection[str], mint: Mint
) -> MadeApp:
    """Return the app a plan describes; tables that others link to are imported first."""
    documents = {path: dict(each) for path, each in blank_app(wish, taken, mint).items()}
    making = Making(wish.languages[0], mint, {table.sheet: mint("entity") for table in plan.used})
    lists: dict[str, Json] = {}
    entities = [_entity(making, table, sheets, lists) for table in _in_order(plan.used)]
    for entity in entities:
        documents |= _screens(making, entity, documents)
    documents |= {f"options/{name}.json": each for name, each in lists.items()}
    main = max(entities, key=lambda each: each.sheet.rows)
    reports, board = make_board(making, main, entities)
    documents |= {f"reports/{each['name']}.json": each for each in reports}
    documents["dashboards/overview.json"] = board
    _offer(documents, entities, board)
    return MadeApp(documents, tuple(_import(each, entities) for each in entities))


def _entity(making: Making, table: TablePlan, sheets: Iterable[Sheet], lists: dict[str, Json]) -> MadeEntity:
    sheet = next(each for each in sheets if each.table.sheet == table.sheet)
    fields = make_fields(making, table, sheet, lists)
    return MadeEntity(table, sheet, making.entities[table.sheet], fields)


def _screens(making: Making, entity: MadeEntity, documents: Documents) -> dict[str, Json]:
    """Return entity, form and list under one free name."""
    label = making.label(entity.plan.label)
    taken = [each["name"] for path, each in documents.items() if path.startswith("entities/")]
    name = propose_name(label, taken, "table")
    form = make_form(making, entity, name)
    return {
        f"entities/{name}.json": _entity_document(making, entity, name),
        f"forms/{name}.json": form,
        f"views/{name}.json": make_view(making, entity, form["id"], name),
    }


def _entity_document(making: Making, entity: MadeEntity, name: str) -> Json:
    title, key = entity.title, entity.fields.get(entity.plan.key) if entity.plan.key is not None else None
    searched = [each["id"] for each in (title, key) if each is not None and each["type"] == "text"]
    document: Json = {
        "schema": "tongdao/entity/1",
        "id": entity.id,
        "name": name,
        "label": making.label(entity.plan.label),
        "icon": "table",
    }
    if title is not None:
        document["title"] = title["id"]
    if searched:
        document["search"] = list(dict.fromkeys(searched))
    document["fields"] = list(entity.fields.values())
    if key is not None:
        document["unique"] = [{"id": making.mint("unique"), "fields": [key["id"]]}]
    return document


def _offer(documents: dict[str, Any], entities: Sequence[MadeEntity], board: Json) -> None:
    """Put lists and dashboard into the navigation, and let both roles use them."""
    views = [each["id"] for path, each in documents.items() if path.startswith("views/")]
    documents["app.json"]["navigation"] = [{"dashboard": board["id"]}, *({"view": id} for id in views)]
    for name, rights in ((DESIGNER, _EVERYTHING), (MEMBER, _DAILY)):
        role = documents[f"roles/{name}.json"]
        role["entities"] = [{"entity": each.id, **rights} for each in entities]
        role["dashboards"] = [board["id"]]


def _import(entity: MadeEntity, entities: Sequence[MadeEntity]) -> TableImport:
    headers = {column.index: column.header for column in entity.sheet.columns}
    columns = tuple(
        ImportColumn(
            column=headers[index],
            field=field["name"],
            match=_match(field, entity.sheet.column(index), entities),
        )
        for index, field in entity.fields.items()
    )
    return TableImport(entity.plan.sheet, entity.plan.header_row, entity.id, columns)


def _match(field: Json, column: Column | None, entities: Sequence[MadeEntity]) -> str | None:
    """Return the field by which linked records are found: of the telling ones, what holds the values."""
    if field["type"] != "link" or column is None:
        return None
    target = next(each for each in entities if each.id == field["options"]["entity"])
    keys = [each for each in known_by(target.sheet) if each.index in target.fields]
    meant = max(keys, key=lambda key: len(column.values.keys() & key.values.keys()), default=None)
    found = target.fields[meant.index] if meant else target.title
    return str(found["name"]) if found else None


def _in_order(tables: Iterable[TablePlan]) -> list[TablePlan]:
    """Return tables so that those linked to come before those that link; there are no circles."""
    waiting, done = list(tables), list[TablePlan]()
    while waiting:
        sheets = {each.sheet for each in waiting}
        ready = [each for each in waiting if not _targets(each) & (sheets - {each.sheet})]
        done += ready or waiting
        waiting = [each for each in waiting if each not in done]
    return done


def _targets(table: TablePlan) -> set[str]:
    return {each.target for each in table.columns if each.use and each.type == "link" and each.target}
