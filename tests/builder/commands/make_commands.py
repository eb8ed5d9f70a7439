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
LEVELS = st.sampled_from(["read", "edit", "manage", "own"])
ACCESS = st.sampled_from(["hidden", "read", "edit"])
KINDS = (
    "entity", "form", "view", "role", "options", "rule", "report", "dashboard", "page", "flow", "template",
)  # fmt: skip
STEPS = ["condition", "parallel", "approval", "update_record", "notify", "timer", "per_line", "end", "x"]
TRIGGERS = ["record_created", "record_changed", "threshold", "schedule", "button"]
INDEX = st.one_of(st.none(), st.integers(0, 4))
RULES = st.one_of(st.booleans(), st.none(), EXPRESSIONS, st.just("created_by = CURRENT_USER()"))
RIGHTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("read", "create", "update", "delete"), RULES),
        **dict.fromkeys(("exports", "imports"), st.booleans()),
        "other_fields": ACCESS,
    },
)


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
        for target in ("view", "dashboard", "page"):
            drawn[target] = st.one_of(st.none(), st.sampled_from(_ids(documents)[target]))
    if kind == "add_tile":
        drawn["report"] = st.one_of(st.none(), st.sampled_from(_ids(documents)["report"]))
    if kind in ("add_entity", "add_fields"):
        field = st.fixed_dictionaries({"label": LABELS, "type": st.sampled_from(PLAIN_TYPES)})
        drawn["fields"], drawn["name"] = st.lists(field, max_size=4), None
    if kind == "add_entity":
        levels = st.dictionaries(st.sampled_from(_ids(documents)["role"]), LEVELS, max_size=1)
        drawn["rights"] = st.one_of(st.none(), levels)
    if kind == "add_block":
        for shown in ("view", "form", "report"):
            drawn[shown] = st.one_of(st.none(), st.sampled_from(_ids(documents)[shown]))
    if kind == "set_role_property":
        drawn["value"] = st.one_of(drawn["value"], _role_values(documents))
    if kind == "add_role":
        drawn["like"] = st.one_of(st.none(), st.sampled_from(_ids(documents)["role"]))
    if kind == "remove_nodes":
        drawn["nodes"] = st.lists(st.sampled_from(_ids(documents)["node"]), max_size=2)
    if kind == "add_template":
        drawn["subject"] = drawn["body"] = LABELS
    if kind in ("add_flow", "add_node", "add_rule", "fill_rule", "paste_nodes"):
        drawn |= dict.fromkeys(("made", "parts", "acting", "set", "outputs"))
        drawn["kind"], drawn["trigger"] = st.sampled_from(STEPS), st.sampled_from(TRIGGERS)
        drawn = {name: each for name, each in drawn.items() if name in get_type_hints(edit.params)}
    if kind == "add_choice":
        drawn["value"] = TEXTS
    known = {name: strategy for name, strategy in drawn.items() if strategy is not None}
    return st.fixed_dictionaries(known).map(lambda params: Command(kind, params))


def _param(name: str, documents: Documents, properties: tuple[str, ...]) -> st.SearchStrategy[Any] | None:
    ids = _ids(documents)
    known: dict[str, st.SearchStrategy[Any]] = {
        "after": st.sampled_from([*ids["node"], "trigger"]),
        "source": st.sampled_from([*ids["node"], "trigger"]),
        "target": st.sampled_from([*ids["node"], "end", *ids["entity"]]),
        "way": st.sampled_from(["done", "approved", "rejected", *ids["branch"]]),
        "inside": st.none(),
        "keep": st.one_of(st.none(), st.sampled_from(["rejected", *ids["branch"]])),
        "nodes": _steps(name, documents),
        "edges": st.just([edge for flow in _flows(documents) for edge in flow["edges"]]),
        "template": st.sampled_from(["", "approval", *ids["template"]]),
        "approvers": st.sampled_from([[], [{"source": "submitter"}], [{"source": "role"}], [{}]]),
        "table": st.sampled_from([[], [["status", "结果"], ["Open", "高"]], [["failed", "n"], ["> 3", "2"]]]),
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
        "at": st.lists(st.integers(0, 3), max_size=2),
        "to": st.lists(st.integers(0, 3), max_size=2),
        "kind": st.sampled_from(["grid", "kanban", "calendar", "gallery", "list", "text", "chart", "x"]),
        "buttons": st.sampled_from([None, [{"link": "https://example.test/"}], [{"label": {"zh": "去"}}]]),
        "icon": st.one_of(st.none(), st.just("chart")),
        "roles": st.lists(st.sampled_from(ids["role"]), max_size=1),
        "columns": st.lists(st.sampled_from(ids["field"]).map(lambda id: {"field": id}), max_size=3),
        "choice": st.sampled_from(ids["choice"]),
        "into": st.sampled_from(ids["choice"]),
        "copied": st.lists(st.sampled_from(_top_fields(documents)), max_size=3),
        "access": st.one_of(st.none(), ACCESS),
        "entities": st.lists(st.sampled_from(ids["entity"]), min_size=1, max_size=2),
        "fields": st.lists(st.sampled_from(ids["field"]), min_size=1, max_size=3),
        "rights": RIGHTS,
        "document": st.sampled_from([each["id"] for each in documents.values()]),
        "effect": st.sampled_from(["propose", "publish", None]),
        "when": st.lists(CELLS, max_size=3),
        "then": st.lists(CELLS, max_size=2),
        "block": st.lists(st.lists(CELLS, max_size=3), max_size=3),
        "expression": EXPRESSIONS,
        "message": LABELS,
        "ids": st.none(),
        "result": st.sampled_from(["text", "number", "money"]),
    }
    if name == "name":
        return st.sampled_from(["金额", "amount", "渠道", "equipment_2", "id", "1x"])
    if name == "list":
        return st.sampled_from(ids["options"])
    if name in known:
        return known[name]
    return st.sampled_from(ids[name]) if name in ids else None


def _role_values(documents: Documents) -> st.SearchStrategy[Any]:
    """Draw what properties of a role hold."""
    offered = [st.sampled_from([*_ids(documents)[kind], "viw_none00"]) for kind in ("view", "dashboard")]
    parts = st.sampled_from(["people", "roles", "nothing"])
    return st.one_of(*(st.lists(each, max_size=2, unique=True) for each in (*offered, parts)), st.booleans())


def _top_fields(documents: Documents) -> list[Any]:
    return [field for each in documents.values() if kind_in(each) == "entity" for field in each["fields"]]


def _flows(documents: Documents) -> list[dict[str, Any]]:
    return [dict(each) for each in documents.values() if kind_in(each) == "flow"]


def _steps(name: str, documents: Documents) -> st.SearchStrategy[Any]:
    """Draw steps by their ids, which commands that paste take whole."""
    nodes = [node for flow in _flows(documents) for node in flow["nodes"]]
    return st.lists(st.sampled_from(nodes or [{"kind": "end", "id": "nod_none00"}]), max_size=3)


def _ids(documents: Documents) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {
        kind: [each["id"] for each in documents.values() if kind_in(each) == kind] for kind in KINDS
    }
    boards = [each for each in documents.values() if kind_in(each) == "dashboard"]
    ids["tile"] = [tile["id"] for each in boards for tile in each["tiles"]] or ["til_none00"]
    pages = [each for each in documents.values() if kind_in(each) == "page"]
    ids["block"] = [block["id"] for each in pages for block in each["blocks"]] or ["blk_none00"]
    ids["page"] = ids["page"] or ["pag_none00"]
    ids["role"] = ids["role"] or ["rol_none00"]
    boards = [each for each in documents.values() if kind_in(each) == "dashboard"]
    ids["tile"] = [tile["id"] for each in boards for tile in each["tiles"]] or ["til_none00"]
    nodes = [node for flow in _flows(documents) for node in flow["nodes"]]
    ids["node"] = [node["id"] for node in nodes] or ["nod_none00"]
    ids["branch"] = [each["id"] for node in nodes for each in node.get("branches", ())] or ["brn_none00"]
    ids["flow"], ids["template"] = ids["flow"] or ["flw_none00"], ids["template"] or ["tpl_none00"]
    ids["rule"] = ids["rule"] or ["rul_none00"]
    ids["report"], ids["dashboard"] = ids["report"] or ["rpt_none00"], ids["dashboard"] or ["dsh_none00"]
    entities = [dict(each) for each in documents.values() if kind_in(each) == "entity"]
    forms = [each for each in documents.values() if kind_in(each) == "form"]
    lists = [each for each in documents.values() if kind_in(each) == "options"]
    ids["check"] = [each["id"] for entity in entities for each in entity.get("checks", ())] or ["chk_none00"]
    ids["unique"] = [each["id"] for entity in entities for each in entity.get("unique", ())] or ["unq_none00"]
    ids["field"] = [each["id"] for entity in entities for listed in field_lists(entity) for each in listed]
    ids["section"] = [each["id"] for form in forms for each in form["layout"]] or ["sec_none00"]
    rules = [each for each in documents.values() if kind_in(each) == "rule"]
    ids["row"] = [each["id"] for rule in rules for each in rule["rows"]] or ["row_none00"]
    ids["column"] = [
        each["id"] for rule in rules for part in ("inputs", "outputs") for each in rule[part]
    ] or ["rin_none00"]
    ids["choice"] = [each["value"] for options in lists for each in options["choices"]] or ["none"]
    return ids
