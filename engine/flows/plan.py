"""A flow made ready to run: nodes and edges by name, expressions compiled, what the shell must supply.

Made once per definition. Holds nothing of the definition itself, which would keep it alive.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from engine.dependencies.resolve import FLOW, Standpoint
from engine.dependencies.uses import standpoint
from engine.entities.checks.expressions import demanded_type
from engine.entities.conversion import Conversion, conversion, scale_of
from engine.entities.expression import checked_at
from engine.entities.scope import field_type
from engine.expressions.check import Checked
from engine.flows.formulas import FlowFormula, Needs, Read, compile_formula, reader
from engine.flows.graph import START, Edges, edges_of, reachable
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.metadata.model import (
    ApprovalNode,
    CreateRecordNode,
    FillInNode,
    Flow,
    LinkOptions,
    Node,
    NotifyNode,
    PerLineNode,
    ReserveStockNode,
)
from engine.metadata.walk import ExpressionUse, Reference, Use, walk_document


@dataclass(frozen=True, slots=True)
class PlannedField:
    """A field a flow speaks of: its name, where it stands, how a computed value becomes one of it."""

    name: str
    entity: str
    lines: str | None
    convert: Conversion
    target: str | None


@dataclass(frozen=True, slots=True)
class PlannedNode:
    """A node with its place in the document, where its expressions are found."""

    node: Node
    path: Path


@dataclass(frozen=True, slots=True)
class FlowPlan:
    """Everything advancing needs to know of a flow.

    The shell supplies with each event the values of `names`, and of each detail lines field the `columns`;
    with the start also `before`, the names it reads of the record as it was. `asked` are the dotted paths
    that are read of each record a step knows. What the trigger reads is told apart: it is asked for at every
    write of a record.
    """

    flow: Flow
    entity: str
    timezone: ZoneInfo
    nodes: Mapping[str, PlannedNode]
    steps: Mapping[str, tuple[PlannedNode, ...]]
    edges: Edges
    reaches: Mapping[str, frozenset[str]]
    formulas: Mapping[Path, FlowFormula]
    found: Mapping[Path, tuple[tuple[str, Read], ...]]
    fields: Mapping[str, PlannedField]
    stock: Mapping[str, str]
    rules: Mapping[str, Mapping[str, str]]
    names: frozenset[str]
    before: frozenset[str]
    columns: Mapping[str, frozenset[str]]
    asked: Mapping[str, tuple[str, ...]]
    trigger_names: frozenset[str]
    trigger_before: frozenset[str]
    trigger_columns: Mapping[str, frozenset[str]]

    def after(self, node: str, outcome: str) -> tuple[str, ...]:
        """Return where an outcome, or a branch, of a node leads."""
        return self.edges.get((node, outcome), ())


@remember
def plan_flow(definition: Definition, flow: str) -> FlowPlan | list[Issue]:
    """Compile a flow by its id, or say what keeps it from running."""
    document = definition.flows[flow]
    compiled = _Compiled(definition, document)
    if compiled.issues:
        return compiled.issues
    nodes = {each.id: PlannedNode(each, ("nodes", at)) for at, each in enumerate(document.nodes)}
    edges, needs, watched = edges_of(document), compiled.needs, compiled.trigger
    return FlowPlan(
        flow=document,
        entity=document.trigger.entity,
        timezone=ZoneInfo(definition.app.timezone),
        nodes=nodes,
        steps={id: _inner(planned) for id, planned in nodes.items()},
        edges=edges,
        reaches=reachable(edges, (START, *nodes)),
        formulas=compiled.formulas,
        found=compiled.found,
        fields=compiled.fields,
        stock=dict(_stock(definition, document)),
        rules={rule.id: rule.label for rule in definition.rules.values()},
        names=frozenset(needs.names | set(_field_names(document, compiled.fields))),
        before=frozenset(needs.before),
        columns=needs.frozen_columns(),
        asked={name: tuple(sorted(paths)) for name, paths in needs.asked.items()},
        trigger_names=frozenset(watched.names),
        trigger_before=frozenset(watched.before),
        trigger_columns=watched.frozen_columns(),
    )


class _Compiled:
    """One walk over the document of a flow: expressions by place, fields by id, what they need."""

    def __init__(self, definition: Definition, flow: Flow) -> None:
        self.definition = definition
        self.raw = dump_document(flow)
        self.needs = Needs()
        self.trigger = Needs()
        self.issues: list[Issue] = []
        self.formulas: dict[Path, FlowFormula] = {}
        self.found: dict[Path, tuple[tuple[str, Read], ...]] = {}
        self.fields: dict[str, PlannedField] = {}
        for use in walk_document("flow", self.raw):
            self._take(use)
        for node in _all_nodes(flow):
            self._lines(node)

    def _take(self, use: Use) -> None:
        if isinstance(use, Reference):
            if use.kind == "field":
                self.fields[use.id] = _planned(self.definition, use.id)
            return
        if not isinstance(use, ExpressionUse):
            return  # cells stand in rules alone
        where = standpoint(self.definition, "flow", self.raw, use)
        assert where is not None
        checked = checked_at(self.definition, where, use.text, demanded_type(self.definition, use))
        if isinstance(checked, Checked):
            self._compile(use, where, checked)
        else:
            self.issues += [issue.under(*use.path) for issue in checked]

    def _compile(self, use: ExpressionUse, where: Standpoint, checked: Checked) -> None:
        needs = self.trigger if use.path[0] == "trigger" else self.needs
        if use.scope != "found":
            self.formulas[use.path] = compile_formula(self.definition, where, use.text, checked, needs)
            return
        given = (path for path in sorted(checked.names) if path[0] == FLOW)
        self.found[use.path] = tuple(
            (".".join(path), reader(self.definition, where, path, self.needs)) for path in given
        )

    def _lines(self, node: Node) -> None:
        """Note the columns that a node reads without an expression."""
        if isinstance(node, ReserveStockNode):
            names = (self.fields[node.product].name, self.fields[node.quantity].name)
            self.needs.columns[node.lines].update(names)
        elif isinstance(node, PerLineNode):
            self.needs.columns[node.lines].update()
        elif isinstance(node, CreateRecordNode) and node.lines and node.lines.from_:
            self.needs.columns[node.lines.from_].update()


def _all_nodes(flow: Flow) -> Iterator[Node]:
    for node in flow.nodes:
        yield node
        if isinstance(node, PerLineNode):
            yield from node.steps


def _inner(planned: PlannedNode) -> tuple[PlannedNode, ...]:
    node = planned.node
    steps = node.steps if isinstance(node, PerLineNode) else ()
    return tuple(PlannedNode(each, (*planned.path, "steps", at)) for at, each in enumerate(steps))


def _planned(definition: Definition, id: str) -> PlannedField:
    place = definition.field(id)
    assert place is not None
    options: Any = place.field.options
    return PlannedField(
        name=place.field.name,
        entity=place.entity.id,
        lines=place.lines.id if place.lines else None,
        convert=conversion(field_type(definition, place.field).kind, scale_of(options)),
        target=options.entity if isinstance(options, LinkOptions) else None,
    )


def _field_names(flow: Flow, fields: Mapping[str, PlannedField]) -> Iterator[str]:
    """Yield the names of fields of the record that are read without an expression."""
    for node in _all_nodes(flow):
        match node:
            case ApprovalNode(approvers=who) | FillInNode(people=who) | NotifyNode(to=who):
                yield from (fields[each.field].name for each in who if each.field)
            case ReserveStockNode(warehouse=id):
                yield fields[id].name
        order = getattr(node, "order", None)
        if order:
            yield fields[order].name


def _stock(definition: Definition, flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield the entity of balances for each node that reserves: that of the product its lines name."""
    for node in _all_nodes(flow):
        if isinstance(node, ReserveStockNode):
            product = _target(definition, node.product)
            for entity in definition.entities.values():
                if entity.stock and _target(definition, entity.stock.product) == product:
                    yield node.id, entity.id


def _target(definition: Definition, id: str) -> str | None:
    place = definition.field(id)
    options: Any = place.field.options if place else None
    return options.entity if isinstance(options, LinkOptions) else None
