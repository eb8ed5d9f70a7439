"""All functions of the language by upper-case name; one file per family."""

from engine.expressions.function import Function
from engine.expressions.functions import (
    conditional,
    dates,
    financial,
    identity,
    information,
    lists,
    logic,
    lookup,
    maths,
    statistics,
    text,
    workdays,
)
from engine.kernel.registry import Registry

FAMILIES: dict[str, tuple[Function, ...]] = {
    "logic": logic.FUNCTIONS,
    "maths": maths.FUNCTIONS,
    "text": text.FUNCTIONS,
    "dates": dates.FUNCTIONS,
    "workdays": workdays.FUNCTIONS,
    "lists": lists.FUNCTIONS,
    "conditional": conditional.FUNCTIONS,
    "lookup": lookup.FUNCTIONS,
    "statistics": statistics.FUNCTIONS,
    "financial": financial.FUNCTIONS,
    "information": information.FUNCTIONS,
    "identity": identity.FUNCTIONS,
}

FUNCTIONS: Registry[Function] = Registry(
    (function for family in FAMILIES.values() for function in family), key=lambda function: function.name
)
