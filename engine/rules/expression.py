"""A decision table as one expression: an IFS that server, browser and database compute alike.

First, unique, any and priority give one value. Where unique or any cannot be sure that two rows are
apart, the expression says #N/A if both are met.
"""

from engine.expressions.nodes import Call, Literal, Node, Operation
from engine.expressions.parse import SOURCE_BYTES
from engine.expressions.print import print_node
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.rules.cells import TRUE
from engine.rules.gaps import are_apart, columns_of
from engine.rules.priority import by_priority
from engine.rules.table import Row, Table, table_of

ONE_VALUE = ("first", "unique", "any", "priority")
_BLANK = Literal(None)


@remember
def rule_expression(definition: Definition, rule: str, output: int = 0) -> str | list[Issue]:
    """Return the text of the expression that gives an output of a rule."""
    table = table_of(definition, rule)
    if not isinstance(table, Table):
        return table
    if table.rule.hit not in ONE_VALUE:
        return [Issue("rule.hit.not_one_value", ("hit",), {"hit": table.rule.hit})]
    text = print_node(_tree(definition, table, output))
    if len(text.encode()) > SOURCE_BYTES:
        return [Issue("rule.table.too_large", ("rows",), {"limit": SOURCE_BYTES})]
    return text


def _tree(definition: Definition, table: Table, output: int) -> Node:
    rows = by_priority(table) if table.rule.hit == "priority" else table.rows
    clashes = _clashes(definition, table, output) if table.rule.hit in ("unique", "any") else {}
    asked: list[tuple[Node, Node]] = []
    for row in rows:
        asked.append((row.condition, _guarded(row.outputs[output], clashes.get(row.id, []))))
        if row.condition == TRUE:
            break
    else:
        asked.append((TRUE, table.defaults[output] or _BLANK))
    return asked[0][1] if asked[0][0] == TRUE else Call("IFS", tuple(each for pair in asked for each in pair))


def _guarded(result: Node, clashes: list[Node]) -> Node:
    if not clashes:
        return result
    any_of_them = clashes[0] if len(clashes) == 1 else Call("OR", tuple(clashes))
    return Call("IF", (any_of_them, Call("NA", ()), result))


def _clashes(definition: Definition, table: Table, output: int) -> dict[str, list[Node]]:
    """Return, per row, when a later row is met as well and says something else."""
    columns = columns_of(definition, table)
    rows = list(enumerate(table.rows))
    found = {
        row.id: [
            _says_else(table.rule.hit == "any", row, later, output)
            for m, later in rows[n + 1 :]
            if not are_apart(columns, n, m)
        ]
        for n, row in rows
    }
    return {id: [each for each in clashes if each is not None] for id, clashes in found.items()}


def _says_else(may_agree: bool, row: Row, later: Row, output: int) -> Node | None:
    ours, theirs = row.outputs[output], later.outputs[output]
    if not may_agree:
        return later.condition
    if ours == theirs:
        return None
    if isinstance(ours, Literal) and isinstance(theirs, Literal):
        return later.condition
    return Call("AND", (later.condition, Operation("<>", (ours, theirs))))
