"""Names of a flow as people read them: the labels of fields, along a dotted name and in an expression."""

from collections.abc import Callable, Mapping

from engine.dependencies.resolve import resolve
from engine.expressions.nodes import Name
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.expressions.rename import rename_each
from engine.flows.disclosing import standpoints_of
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Flow
from engine.text.labels import in_language

Path = tuple[str, ...]
Labelling = Callable[[Path, str], Path]


def labels_in(definition: Definition, flow: Flow) -> Labelling:
    """Return how a path of names in a flow is read in a locale: what is not a field stays as it is."""
    standpoints = standpoints_of(definition, flow)

    def labels(path: Path, locale: str) -> Path:
        found = next((steps for where in standpoints if (steps := resolve(definition, where, path))), ())
        named: Mapping[str, str] = {
            each.field.name: in_language(dict(each.field.label), locale) for each in found if each.field
        }
        return tuple(named.get(step, step) for step in path)

    return labels


def labelled(text: str, labels: Callable[[Path], Path]) -> str:
    """Return an expression with its names as they are read; one that cannot be parsed as it is."""
    tree = parse(text)
    if isinstance(tree, Issue):
        return text
    return print_node(rename_each(tree, labels))


def labelled_name(name: str, labels: Callable[[Path], Path]) -> str:
    """Return a dotted name as it is read."""
    return print_node(Name(labels(tuple(name.split(".")))))
