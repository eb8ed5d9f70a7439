"""SQL text made once and run many times: the compiler's work is kept, only parameters are new.

Reading goes straight to the driver: a row is a plain tuple as the database has it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.elements import ClauseElement

from runtime.storage.sql_types import Convert

Row = Sequence[Any]
MOMENTARY = "formula_"


@dataclass(frozen=True, slots=True)
class Statement:
    """Compiled SQL with its constants; `order` names the parameters where the driver counts them.

    `is_momentary` tells whether the answer depends on the moment or the user.
    """

    text: str
    order: tuple[str, ...] | None
    constants: Mapping[str, Any]
    processors: Mapping[str, Convert]
    is_momentary: bool = False

    def parameters(self, values: Mapping[str, Any]) -> Any:
        """Return what the driver wants: the constants and the given values, as the database keeps them."""
        given = dict(self.constants)
        processors = self.processors
        for name, value in values.items():
            process = processors.get(name)
            given[name] = process(value) if process else value
        return given if self.order is None else [given[name] for name in self.order]


def compile_statement(element: ClauseElement, dialect: Dialect) -> Statement:
    """Compile a statement for a dialect, lists of constants written out."""
    compiled = element.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    made = cast(Any, compiled)
    processors: dict[str, Convert] = {}
    for name, bind in made.binds.items():
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if process:
            processors[name] = process
    known = {name: value for name, value in made.params.items() if value is not None}
    constants = {
        name: processors[name](value) if name in processors else value for name, value in known.items()
    }
    order = tuple(made.positiontup) if made.positional else None
    is_momentary = any(name.startswith(MOMENTARY) for name in made.binds)
    return Statement(str(compiled), order, constants, processors, is_momentary)


def run(connection: Connection, statement: Statement, values: Mapping[str, Any]) -> list[Row]:
    """Run a reading statement and return all rows."""
    driver = cast(Any, connection.connection.driver_connection)
    rows: list[Row] = driver.execute(statement.text, statement.parameters(values)).fetchall()
    return rows


def run_many(connection: Connection, statement: Statement, rows: Iterable[Mapping[str, Any]]) -> None:
    """Run a writing statement once per row of parameters."""
    driver = cast(Any, connection.connection.driver_connection)
    parameters = [statement.parameters(row) for row in rows]
    if len(parameters) == 1:
        driver.execute(statement.text, parameters[0])  # for one row, a driver's way of many only costs
    else:
        driver.cursor().executemany(statement.text, parameters)


def run_one(connection: Connection, statement: Statement, values: Mapping[str, Any]) -> int:
    """Run a writing statement and return how many rows it touched."""
    driver = cast(Any, connection.connection.driver_connection)
    touched: int = driver.execute(statement.text, statement.parameters(values)).rowcount
    return touched
