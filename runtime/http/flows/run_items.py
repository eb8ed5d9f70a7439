"""Runs of flows as they are sent in lists."""

from typing import Any

from sqlalchemy import Row

from engine.flows.stored import from_json
from runtime.http.flows.showing import Item, Showing, instant


def run_items(showing: Showing, rows: list[Row[Any]]) -> list[Item]:
    """Return runs of a list, with whom they wait for."""
    waiting = {row.id: _waiting_for(row) for row in rows}
    showing.know_people([each for found in waiting.values() for each in found])
    showing.know_people([row.submitter for row in rows])
    showing.know_records([(row.app_id, row.entity_id, row.record_id) for row in rows])
    return [
        {
            "instance": row.id,
            "app": showing.app_name(row.app_id),
            "flow": showing.flow(row.app_id, row.flow_id, row.release),
            "entity": showing.entity_name(row.app_id, row.entity_id),
            "record": showing.record(row.entity_id, row.record_id),
            "state": row.state,
            "submitter": showing.person(row.submitter),
            "since": instant(row.started_at),
            "started_at": instant(row.started_at),
            "ended_at": instant(row.ended_at),
            "waiting_for": [showing.person(each) for each in waiting[row.id]],
        }
        for row in rows
    ]


def _waiting_for(row: Row[Any]) -> list[str]:
    if row.state != "running":
        return []
    tasks = from_json(row.document).tasks
    return list(dict.fromkeys(each.person for each in tasks if each.state == "pending"))
