"""A call of another system leaves by the outbox, under the key of the effect; its answer comes later."""

from engine.entities.reading.computed import to_json
from engine.flows.effects import CallConnector
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.outbox import NewJob
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: CallConnector) -> NoAnswer:
    instance = stage.instance
    payload = {
        "connector": effect.connector,
        "action": effect.action,
        "values": {name: to_json(value) for name, value in effect.values.items()},
        "node": effect.node,
        "entity": instance.entity,
        "record": instance.record,
    }
    job = NewJob(
        kind="call",
        app=stage.app,
        key=effect.key,
        run_at=stage.now,
        instance=instance.id,
        payload=payload,
        order_key=f"record:{instance.record}",
    )
    stage.runtime.put(stage.connection, job)
    return NO_ANSWER


EXECUTOR = Executor(CallConnector, _carry_out)
