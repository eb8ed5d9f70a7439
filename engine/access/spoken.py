"""A condition in the words of who reads it: fields, choices and the person by what they are called."""

from dataclasses import replace

from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.expressions.nodes import Call, Literal, Name, Node, Operation, Table
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.kernel.issue import EMPTY, Issue
from engine.metadata.definition import Definition
from engine.metadata.model import ChoiceOptions, Entity, Field, Label
from engine.text.catalog import LANGUAGES, say
from engine.text.labels import in_language


def spoken(definition: Definition, entity: Entity, condition: str) -> Label:
    """Return a condition per language; one that cannot be read stands for itself."""
    tree = parse(condition)
    if isinstance(tree, Issue):
        return {"en": condition}
    return {
        language: print_node(_Speaking(definition, entity, locale).node(tree))
        for language, locale in LANGUAGES.items()
    }


def step_label(step: Step) -> Label:
    """Return what a field is called, one of the system's among them."""
    if step.field is not None:
        return step.field.label
    return {
        language: say(f"access.system.{step.name}", locale, EMPTY) for language, locale in LANGUAGES.items()
    }


class _Speaking:
    """One language."""

    def __init__(self, definition: Definition, entity: Entity, locale: str) -> None:
        self._definition = definition
        self._where = Standpoint(entity)
        self._locale = locale

    def node(self, node: Node) -> Node:
        """Return a tree whose names are labels."""
        match node:
            case Name(path):
                return replace(node, path=self._labels(path))
            case Call("CURRENT_USER"):
                return Name((say("access.explain.themselves", self._locale, EMPTY),))
            case Call(_, arguments):
                return replace(node, arguments=tuple(map(self.node, arguments)))
            case Operation(_, (Name(path) as name, Literal(str() as value))):
                return replace(node, operands=(self.node(name), Literal(self._choice(path, value))))
            case Operation(_, operands):
                return replace(node, operands=tuple(map(self.node, operands)))
            case Table(rows):
                return Table(tuple(tuple(map(self.node, row)) for row in rows))
        return node

    def _labels(self, path: tuple[str, ...]) -> tuple[str, ...]:
        steps = resolve(self._definition, self._where, path) or ()
        called = {step.name: step_label(step) for step in steps}
        return tuple(in_language(called[name], self._locale) if name in called else name for name in path)

    def _choice(self, path: tuple[str, ...], value: str) -> str:
        field = self._last(path)
        options = field.options if field else None
        if not isinstance(options, ChoiceOptions):
            return value
        choices = self._definition.options[options.list].choices
        return next((in_language(each.label, self._locale) for each in choices if each.value == value), value)

    def _last(self, path: tuple[str, ...]) -> Field | None:
        steps = resolve(self._definition, self._where, path)
        return steps[-1].field if steps else None
