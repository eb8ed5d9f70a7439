"""A task was decided, or is nobody's any more. Of two who decide at once the second finds it closed."""

from engine.flows.effects import CloseTask
from engine.kernel.errors import Conflict
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.stage import Stage
from runtime.flows.task_rows import close_task
from runtime.realtime.frame import Frame


def _carry_out(stage: Stage, effect: CloseTask) -> NoAnswer:
    task = effect.task
    id = close_task(stage.connection, stage.instance.id, task)
    if id is None:
        raise Conflict.of("flow.task.closed")
    stage.announce(Frame(kind="task", app=stage.app, id=id, people=(task.person,)))
    return NO_ANSWER


EXECUTOR = Executor(CloseTask, _carry_out)
