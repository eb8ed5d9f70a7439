"""All executors by the type of effect they carry out."""

from collections.abc import Mapping

from runtime.flows.executors import (
    assign_task,
    call_connector,
    close_task,
    create_record,
    decide,
    find_people,
    find_records,
    notify,
    raise_incident,
    release_stock,
    remind,
    reserve_stock,
    ship_stock,
    start_flow,
    start_timer,
    stop_timer,
    update_record,
)
from runtime.flows.executors.executor import Executor

EXECUTORS: Mapping[type, Executor] = {
    each.effect: each
    for each in (
        assign_task.EXECUTOR,
        call_connector.EXECUTOR,
        close_task.EXECUTOR,
        create_record.EXECUTOR,
        decide.EXECUTOR,
        find_people.EXECUTOR,
        find_records.EXECUTOR,
        notify.EXECUTOR,
        raise_incident.EXECUTOR,
        release_stock.EXECUTOR,
        remind.EXECUTOR,
        reserve_stock.EXECUTOR,
        ship_stock.EXECUTOR,
        start_flow.EXECUTOR,
        start_timer.EXECUTOR,
        stop_timer.EXECUTOR,
        update_record.EXECUTOR,
    )
}
