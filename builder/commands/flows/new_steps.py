"""New steps with settings that are useful at once, found in the documents of the app."""

from collections.abc import Callable, Iterator, Mapping

from builder.commands.command import Mint, Refused
from builder.commands.documents import Json, dict_of, open_document
from builder.commands.flows.naming_steps import free_name, names_taken
from builder.commands.wording import in_app
from engine.metadata.load import kind_in
from engine.ports import Documents

NUMBERS = ("integer", "decimal", "money")
UNASKED = ("schedule", "shop_event")


def new_step(documents: Documents, flow: Json, kind: str, label: dict[str, str], mint: Mint) -> Json:
    """Return a step of a kind; refused where the app has nothing yet that it could work with."""
    make = _MAKERS.get(kind)
    more = make(documents, flow, mint) if make else {}
    return {
        "kind": kind,
        "id": mint("node"),
        "label": label or in_app(documents, f"flow.step.{kind}"),
        **more,
    }


def new_branch(documents: Documents, mint: Mint, number: int) -> Json:
    """Return a branch without a condition."""
    return {"id": mint("branch"), "label": in_app(documents, "flow.branch.new", {"n": number})}


def submitter_of(flow: Json) -> list[Json]:
    """Return whoever started a flow as somebody to ask; a schedule or a shop is nobody."""
    return [] if flow["trigger"]["kind"] in UNASKED else [{"source": "submitter"}]


def _condition(documents: Documents, flow: Json, mint: Mint) -> Json:
    otherwise = {"id": mint("branch"), "label": in_app(documents, "flow.branch.otherwise_new")}
    return {"branches": [new_branch(documents, mint, 1), {**otherwise, "otherwise": True}]}


def _approval(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"approvers": [{"source": "superior"}] if submitter_of(flow) else []}


def _fill_in(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"people": submitter_of(flow)}


def _create_record(documents: Documents, flow: Json, mint: Mint) -> Json:
    own = flow["trigger"]["entity"]
    others = [each["id"] for each in _all(documents, "entity") if each["id"] != own]
    return {"entity": others[0] if others else own, "set": {}, "as": _known(documents, flow, "created")}


def _update_record(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"set": {}}


def _find_records(documents: Documents, flow: Json, mint: Mint) -> Json:
    _, entity = open_document(documents, "entity", flow["trigger"]["entity"])
    linked = next((each["options"]["entity"] for each in entity["fields"] if each["type"] == "link"), None)
    where = linked or entity["id"]
    return {"entity": where, "where": "TRUE", "as": _known(documents, flow, "found")}


def _per_line(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"lines": _lines(documents, flow)["id"], "steps": []}


def _reserve_stock(documents: Documents, flow: Json, mint: Mint) -> Json:
    lines, links = _lines(documents, flow), _links(documents, flow)
    columns = lines["options"]["fields"]
    product = next((each["id"] for each in columns if each["type"] == "link"), None)
    quantity = next((each["id"] for each in columns if each["type"] in NUMBERS), None)
    if product is None or quantity is None or not links:
        raise Refused.because("command.step.no_stock")
    return {"lines": lines["id"], "product": product, "quantity": quantity, "warehouse": links[-1]["id"]}


def _decide(documents: Documents, flow: Json, mint: Mint) -> Json:
    about = [each for each in _all(documents, "rule") if each["entity"] == flow["trigger"]["entity"]]
    if not about:
        raise Refused.because("command.step.no_rule")
    return {"rule": about[0]["id"], "as": _known(documents, flow, "decision")}


def _notify(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"to": submitter_of(flow)}


def _connector_action(documents: Documents, flow: Json, mint: Mint) -> Json:
    connector = next(_all(documents, "connector"), None)
    if connector is None:
        raise Refused.because("command.step.no_connector")
    return {"connector": connector["id"], "action": "order_shipped"}


def _timer(documents: Documents, flow: Json, mint: Mint) -> Json:
    return {"after": "P1D"}


def _sub_flow(documents: Documents, flow: Json, mint: Mint) -> Json:
    entity = flow["trigger"]["entity"]
    others = [
        each["id"]
        for each in _all(documents, "flow")
        if each["id"] != flow["id"] and each["trigger"]["entity"] == entity
    ]
    if not others:
        raise Refused.because("command.step.no_flow")
    return {"flow": others[0]}


_MAKERS: Mapping[str, Callable[[Documents, Json, Mint], Json]] = {
    "condition": _condition,
    "approval": _approval,
    "fill_in": _fill_in,
    "create_record": _create_record,
    "update_record": _update_record,
    "find_records": _find_records,
    "per_line": _per_line,
    "reserve_stock": _reserve_stock,
    "decide": _decide,
    "notify": _notify,
    "connector_action": _connector_action,
    "timer": _timer,
    "sub_flow": _sub_flow,
}


def _all(documents: Documents, kind: str) -> Iterator[Json]:
    return (dict_of(dict(each)) for each in documents.values() if kind_in(each) == kind)


def _known(documents: Documents, flow: Json, wanted: str) -> str:
    return free_name(wanted, names_taken(documents, flow))


def _links(documents: Documents, flow: Json) -> list[Json]:
    _, entity = open_document(documents, "entity", flow["trigger"]["entity"])
    return [each for each in entity["fields"] if each["type"] == "link"]


def _lines(documents: Documents, flow: Json) -> Json:
    _, entity = open_document(documents, "entity", flow["trigger"]["entity"])
    found = next((dict_of(each) for each in entity["fields"] if each["type"] == "lines"), None)
    if found is None:
        raise Refused.because("command.step.no_lines")
    return found
