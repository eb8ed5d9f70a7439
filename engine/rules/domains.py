"""What the input of a decision table can be: what its field admits, else what the cells speak of."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from engine.dependencies.resolve import Standpoint, resolve
from engine.expressions.nodes import Name, Node
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import (
    ChoiceOptions,
    DateOptions,
    DecimalOptions,
    Entity,
    Field,
    FormulaOptions,
    IntegerOptions,
    MoneyOptions,
    PercentOptions,
    SwitchOptions,
)

Shape = Literal["number", "date", "moment", "text", "members"]


@dataclass(frozen=True, slots=True)
class Domain:
    """The values an input can have: a range of one shape, or named members; blank among them or not."""

    shape: Shape
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_whole: bool = False
    members: tuple[Value, ...] = ()
    may_be_blank: bool = False


def domain_of(definition: Definition, entity: Entity, subject: Node) -> Domain | None:
    """Return the domain of an input that is a field of known kind, else nothing."""
    steps = resolve(definition, Standpoint(entity), subject.path) if isinstance(subject, Name) else None
    field = steps[-1].field if steps else None
    if field is None or steps is None:
        return None
    may_be_blank = not field.required or len(steps) > 1
    return _of_options(definition, field, may_be_blank)


def domain_of_constants(constants: tuple[Value, ...]) -> Domain:
    """Return the widest domain of the kind the cells speak of."""
    if any(isinstance(each, bool) for each in constants):
        return Domain("members", members=(True, False))
    return Domain("text" if any(isinstance(each, str) for each in constants) else "number")


def _of_options(definition: Definition, field: Field, may_be_blank: bool) -> Domain | None:
    match field.options:
        case IntegerOptions(minimum=low, maximum=high):
            return Domain("number", _number(low), _number(high), is_whole=True, may_be_blank=may_be_blank)
        case DecimalOptions() | MoneyOptions() | PercentOptions():
            ends = _number(field.options.minimum), _number(field.options.maximum)
            return Domain("number", *ends, may_be_blank=may_be_blank)
        case ChoiceOptions(list=list_id) if list_id in definition.options:
            choices = definition.options[list_id].choices
            return Domain("members", members=tuple(each.value for each in choices), may_be_blank=may_be_blank)
        case SwitchOptions():
            return Domain("members", members=(True, False))
        case DateOptions():
            return Domain("date", may_be_blank=may_be_blank)
        case FormulaOptions(result="boolean"):
            return Domain("members", members=(True, False))
        case FormulaOptions(result="integer"):
            return Domain("number", is_whole=True)
    return None


def _number(text: str | int | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None
