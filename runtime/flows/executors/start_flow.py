"""Another flow starts on a record; where it is waited for, its end is the answer."""

from engine.flows.effects import StartFlow
from engine.kernel.errors import NotFound
from runtime.flows.executors.executor import NO_ANSWER, Executor
from runtime.flows.stage import Stage
from runtime.flows.starting import NewRun, Published, Starter


def _carry_out(stage: Stage, effect: StartFlow) -> object:
    app = stage.runtime.apps.by_id(stage.app)
    if app is None or effect.flow not in app.definition.flows:
        raise NotFound.of("flow.unknown")
    instance = stage.instance
    new = NewRun(
        flow=effect.flow,
        entity=effect.entity,
        record=effect.record,
        submitter=instance.submitter,
        chain=instance.chain,
        depth=instance.depth + 1,
        parent=instance.id if effect.wait else None,
        parent_effect=effect.key if effect.wait else None,
    )
    runtime = stage.runtime
    start = Starter(runtime.store.ids, runtime.bell, runtime.announce)
    id = start(stage.connection, Published(app.definition, app.release), new, stage.now)
    return NO_ANSWER if effect.wait and id is not None else id


EXECUTOR = Executor(StartFlow, _carry_out)
