"""Asks a decision table about the flow's record."""

from typing import Any

from engine.flows.effects import Decide
from engine.kernel.errors import Invalid, NotFound
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.kernel.values import ErrorValue
from engine.metadata.definition import Definition
from engine.rules.decide import CompiledTable, compile_table, decide_table
from engine.rules.table import names_in_table, table_of
from runtime.flows.executors.executor import Executor
from runtime.flows.facts import look
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: Decide) -> dict[str, Any]:
    instance = stage.instance
    compiled, names = _compiled(stage.former, effect.rule)
    viewer = stage.former_viewer
    seen = look(viewer, stage.connection, instance.entity, instance.record, names)
    if seen is None:
        raise NotFound.of("record.absent")
    decided = decide_table(compiled, seen.values(names), viewer.context)
    wrong = next((each for each in decided.outputs.values() if isinstance(each, ErrorValue)), None)
    if wrong is not None:
        raise Invalid([Issue("flow.rule.failed", params={"code": wrong.code, "cause": wrong.cause})])
    return {**decided.outputs, "rows": decided.rows}


@remember
def _compiled(definition: Definition, rule: str) -> tuple[CompiledTable, tuple[str, ...]]:
    table = table_of(definition, rule)
    if isinstance(table, list):
        raise Invalid(table)
    return compile_table(table), tuple(".".join(path) for path in names_in_table(table))


EXECUTOR = Executor(Decide, _carry_out)
