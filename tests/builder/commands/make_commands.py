"""Random commands for given documents: parameters are drawn by name, so most new kinds need nothing here."""

import sys
from typing import Any, get_type_hints

from hypothesis import strategies as st

from builder.commands._index import COMMANDS
from builder.commands.command import Command
from builder.commands.documents import field_lists
from engine.metadata.load import kind_in
from engine.ports import Documents

TEXTS = st.sampled_from(
    ["金额", "Amount", "渠道 来源", "'; DROP TABLE x; --", "<b>粗</b>", "2nd 名", "⭐", "数量"]
)
LABELS = st.fixed_dictionaries({"zh": TEXTS}, optional={"en": TEXTS})
EXPRESSIONS = st.sampled_from(['status = "open"', "failed > 0", "COUNTA(lines.item) > 0", "1 +"])
CELLS = st.sampled_from(["", "> 3", '"open", "done"', "not(1)", "[1..5", "高"])
PLAIN_TYPES = ["text", "integer", "money", "switch", "date", "choice", "multi_choice", "person"]
ACCESS = st.sampled_from(["hidden", "read", "edit"])
INDEX = st.one_of(st.none(), st.integers(0, 4))


def commands_for(documents: Documents) -> st.SearchStrategy[Command]:
    """Draw a command of any kind; some will be refused."""
    return st.sampled_from(COMMANDS.keys()).flatmap(lambda kind: _command(kind, documents))


def _command(kind: str, documents: Documents) -> st.SearchStrategy[Command]:
    edit = COMMANDS[kind]
    properties = getattr(sys.modules[edit.apply.__module__], "PROPERTIES", ("label",))
    drawn = {name: _param(name, documents, properties) for name in get_type_hints(edit.params)}
    if kind == "add_field":
        drawn["access"] = st.dictionaries(st.sampled_from(_ids(documents)["role"]), ACCESS, max_size=1)
        drawn["options"] = st.just({})
    if kind in ("add_navigation_item", "remove_navigation_item"):
        for target in ("view", "dashboard"):
            drawn[target] = st.one_of(st.none(), st.sampled_from(_ids(documents)[target]))
    if kind == "add_tile":
        drawn["report"] = st.one_of(st.none(), st.sampled_from(_ids(documents)["report"]))
    if kind == "add_choice":
        drawn["value"] = TEXTS
    known = {name: strategy for name, strategy in drawn.items() if strategy is not None}
    return st.fixed_dictionaries(known).map(lambda params: Command(kind, params))


def _param(name: str, documents: Documents, properties: tuple[str, ...]) -> st.SearchStrategy[Any] | None:
    ids = _ids(documents)
    known: dict[str, st.SearchStrategy[Any]] = {
        "type": st.sampled_from(PLAIN_TYPES),
        "label": LABELS,
        "help": st.one_of(st.none(), LABELS),
        "lines": st.one_of(st.none(), st.none(), st.sampled_from(ids["field"])),
        "position": INDEX,
        "index": INDEX,
        "span": st.integers(1, 4),
        "choices": st.lists(LABELS, max_size=3),
        "property": st.sampled_from(properties),
        "value": st.one_of(st.none(), LABELS, EXPRESSIONS, st.booleans(), st.integers(1, 4), st.just("blue")),
        "option": st.sampled_from(["scale", "max_length", "list", "fields"]),
        "query": st.just({"measures": [{"id": "n", "home": ids["entity"][0], "aggregate": "count"}]}),
        "chart": st.sampled_from([{"kind": "number", "value": "n"}, {"kind": "table"}, {"kind": "number"}]),
        "shown": st.booleans(),
        "for_all": st.booleans(),
        "drill": st.one_of(
            st.none(), st.just([{"dimension": "d", "steps": [{"id": "d", "field": ids["field"][0]}]}])
        ),
        "places": st.dictionaries(
            st.sampled_from(ids["tile"]), st.lists(st.integers(0, 12), min_size=3, max_size=4), max_size=2
        ),
        "text": st.one_of(st.none(), LABELS, CELLS),
        "x": st.integers(0, 24),
        "y": st.integers(0, 30),
        "w": st.integers(1, 24),
        "h": st.integers(1, 12),
        "group": INDEX,
        "icon": st.one_of(st.none(), st.just("chart")),
        "roles": st.lists(st.sampled_from(ids["role"]), max_size=1),
        "columns": st.lists(st.sampled_from(ids["field"]).map(lambda id: {"field": id}), max_size=3),
        "choice": st.sampled_from(ids["choice"]),
        "access": st.one_of(st.none(), ACCESS),
        "when": st.lists(CELLS, max_size=3),
        "then": st.lists(CELLS, max_size=2),
        "block": st.lists(st.lists(CELLS, max_size=3), max_size=3),
        "expression": EXPRESSIONS,
        "result": st.sampled_from(["text", "number", "money"]),
    }
    if name == "name":
        return st.sampled_from(["金额", "amount", "渠道", "equipment_2", "id", "1x"])
    if name == "list":
        return st.sampled_from(ids["options"])
    if name in known:
        return known[name]
    return st.sampled_from(ids[name]) if name in ids else None


def _ids(documents: Documents) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {
        kind: [each["id"] for each in documents.values() if kind_in(each) == kind]
        for kind in ("entity", "form", "view", "role", "options", "rule", "report", "dashboard")
    }
    boards = [each for each in documents.values() if kind_in(each) == "dashboard"]
    ids["tile"] = [tile["id"] for each in boards for tile in each["tiles"]] or ["til_none00"]
    ids["report"], ids["dashboard"] = ids["report"] or ["rpt_none00"], ids["dashboard"] or ["dsh_none00"]
    entities = [dict(each) for each in documents.values() if kind_in(each) == "entity"]
    forms = [each for each in documents.values() if kind_in(each) == "form"]
    lists = [each for each in documents.values() if kind_in(each) == "options"]
    ids["field"] = [each["id"] for entity in entities for listed in field_lists(entity) for each in listed]
    ids["section"] = [each["id"] for form in forms for each in form["layout"]] or ["sec_none00"]
    rules = [each for each in documents.values() if kind_in(each) == "rule"]
    ids["row"] = [each["id"] for rule in rules for each in rule["rows"]] or ["row_none00"]
    ids["column"] = [each["id"] for rule in rules for part in ("inputs", "outputs") for each in rule[part]]
    ids["choice"] = [each["value"] for options in lists for each in options["choices"]] or ["none"]
    return ids
