"""Yes or no, in the words people write into sheets."""

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import SwitchOptions

_YES = ("true", "yes", "y", "1", "on", "是", "真", "对", "有", "开", "√", "✓", "✔")
_NO = ("false", "no", "n", "0", "off", "否", "假", "错", "无", "关", "×", "✗", "✘")
_WORDS = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)


def reader(options: SwitchOptions, around: Surroundings) -> Reader:
    """Return the reader of yes and no."""
    return read_switch


def read_switch(raw: object) -> Value | Issue:
    """Read a boolean, 1 or 0, or a word for it."""
    if raw is None or isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower() if isinstance(raw, str | int) else None
    if word == "":
        return None
    if word in _WORDS:
        return _WORDS[word]
    return Issue("field.switch.unreadable", params={"value": str(raw)[:60]})


TYPE = FieldType(
    key="switch",
    options=SwitchOptions,
    expression_type=always(types.BOOLEAN),
    reader=reader,
    serialise=bool,
    operators=operators.LOGICAL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE}),
)
