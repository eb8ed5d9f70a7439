"""The expression of a formula field, whichever way it is written: as text, or as a decision table."""

from engine.metadata.definition import Definition
from engine.metadata.model import FormulaOptions
from engine.rules.expression import rule_expression


def formula_text(definition: Definition, options: FormulaOptions) -> str:
    """Return the text that computes a formula field, empty where its table cannot give one."""
    if options.rule is None:
        return options.expression
    made = rule_expression(definition, options.rule) if options.rule in definition.rules else ""
    return made if isinstance(made, str) else ""
