"""Whether a form offers a record for a link: the condition over candidates, worked out for one of them."""

from dataclasses import dataclass

from engine.dependencies.resolve import Standpoint, resolve
from engine.dependencies.uses import RECORD
from engine.entities.expression import checked_at
from engine.entities.working import Fetch, Linked, Working, fetch_at
from engine.expressions.check import Checked
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.kernel.errors import Invalid
from engine.kernel.remember import remember
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import FormItem, LinkOptions


@dataclass(frozen=True, slots=True)
class _Condition:
    """A compiled condition: names that lead to the record entered, and the hops of those that lead on."""

    formula: Formula
    own: tuple[tuple[str, Fetch], ...]
    theirs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def is_offered(definition: Definition, item: FormItem, id: str, record: Working) -> bool:
    """Tell whether the record with an id may be chosen; as in a list, a condition that fails is no."""
    if item.candidates is None:
        return True
    condition = _compiled(definition, item.field, item.candidates)
    values = {key: fetch(record) for key, fetch in condition.own}
    values |= {key: _followed(id, hops, record.linked) for key, hops in condition.theirs}
    return condition.formula(values, record.context) is True


def _followed(id: str, hops: tuple[tuple[str, str], ...], linked: Linked) -> Value:
    value: Value = id
    for entity, name in hops:
        if not isinstance(value, str):
            return None
        value = linked(entity, value, name)
    return value


@remember
def _compiled(definition: Definition, field: str, text: str) -> _Condition:
    place = definition.field(field)
    assert place is not None
    assert isinstance(place.field.options, LinkOptions)
    linked = definition.entities[place.field.options.entity]
    where = Standpoint(linked, names={RECORD: place.entity.id})
    checked = checked_at(definition, where, text)
    if not isinstance(checked, Checked):
        raise Invalid(checked)
    own = [path for path in checked.names if path[0] == RECORD]
    theirs = [path for path in checked.names if path[0] != RECORD]
    return _Condition(
        compile_checked(checked),
        tuple((".".join(path), fetch_at(definition, Standpoint(place.entity), path[1:])) for path in own),
        tuple((".".join(path), _hops(definition, where, path)) for path in theirs),
    )


def _hops(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((step.entity.id, step.name) for step in resolve(definition, where, path) or ())
