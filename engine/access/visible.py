"""The documents of an app as a principal may know them: what is hidden is not in them, not even by name.

An expression that names a hidden field is left out; the server, which knows it, still keeps it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.access.authorize import roles_of
from engine.access.boards import visible_dashboards, visible_pages
from engine.access.designable import designable
from engine.access.principal import Principal
from engine.access.rights import Rights, rights_of
from engine.dependencies.uses import field_uses
from engine.entities.formula_text import formula_text
from engine.entities.sources import sources
from engine.metadata.definition import Definition, places
from engine.metadata.dump import dump_document
from engine.metadata.model import (
    ChoiceOptions,
    Document,
    Entity,
    Form,
    FormulaOptions,
    MultiChoiceOptions,
    View,
)

Raw = dict[str, Any]
Place = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class VisibleDocuments:
    """Documents as JSON kinds, and the rights on each entity by its id."""

    app: Raw
    entities: tuple[Raw, ...]
    forms: tuple[Raw, ...]
    views: tuple[Raw, ...]
    options: tuple[Raw, ...]
    rights: Mapping[str, Rights]


def visible_documents(definition: Definition, principal: Principal) -> VisibleDocuments:
    """Return what a principal may know of an app."""
    every = {id: rights_of(definition, principal, id) for id in definition.entities}
    known = {id: rights for id, rights in every.items() if rights.actions}
    hidden = frozenset(_hidden_fields(definition, every))
    designed = designable(definition, principal.roles)
    screen = _Screen(definition, hidden, frozenset(_spoiled(definition, hidden)), designed)
    views = [each for each in definition.views.values() if each.entity in known]
    offered = _offered_views(definition, principal)
    shown = [each for each in views if _is_usable(screen, each) and (not offered or each.id in offered)]
    entities = [definition.entities[id] for id in known]
    lists = frozenset(_lists_used(definition, hidden, known))
    boards = [each.id for each in visible_dashboards(definition, principal)]
    pages = [each.id for each in visible_pages(definition, principal)]
    return VisibleDocuments(
        app=_app(definition, frozenset([*(each.id for each in shown), *boards, *pages])),
        entities=tuple(_entity(screen, each) for each in entities),
        forms=tuple(_form(screen, each) for each in definition.forms.values() if each.entity in known),
        views=tuple(_view(screen, each) for each in shown),
        options=tuple(dump_document(each) for id, each in definition.options.items() if id in lists),
        rights=known,
    )


@dataclass(frozen=True, slots=True)
class _Screen:
    """What must not be seen: ids of fields, and the places of expressions that name one of them."""

    definition: Definition
    hidden: frozenset[str]
    spoiled: frozenset[Place]
    designed: frozenset[str]

    def derived(self, field: str, options: Raw) -> Raw:
        """Return options with the expression a decision table makes, unless it reads what is hidden.

        Which table it is learns who may design it.
        """
        place = self.definition.field(field)
        if "rule" not in options or place is None or not isinstance(place.field.options, FormulaOptions):
            return options
        kept = {key: value for key, value in options.items() if key != "rule" or value in self.designed}
        if not self.hidden.isdisjoint(sources(self.definition, field)):
            return kept
        return {**kept, "expression": formula_text(self.definition, place.field.options)}

    def clean(self, document: Document, raw: Raw, path: tuple[str | int, ...], *keys: str) -> Raw:
        """Return an object of a document without those expressions that must not be seen."""
        return {
            key: value
            for key, value in raw.items()
            if key not in keys or (document.id, (*path, key)) not in self.spoiled
        }


def _hidden_fields(definition: Definition, every: Mapping[str, Rights]) -> Iterator[str]:
    for rights in every.values():
        yield from (id for id, access in rights.fields.items() if access == "hidden" or not rights.actions)


def _spoiled(definition: Definition, hidden: frozenset[str]) -> Iterator[Place]:
    for field in hidden:
        yield from ((use.document, use.path) for use in field_uses(definition, field) if use.name is not None)


def _offered_views(definition: Definition, principal: Principal) -> frozenset[str]:
    """Return the views that roles pick out; empty where any role offers all it may read."""
    roles = [role for role in roles_of(definition, principal.roles) if role.entities]
    if any(not role.views for role in roles):
        return frozenset()
    return frozenset(view for role in roles for view in role.views)


def _is_usable(screen: _Screen, view: View) -> bool:
    """Tell whether a view can be listed at all: not where it is filtered by what is hidden."""
    by_condition = any(each.field in screen.hidden for each in view.conditions)
    return not by_condition and (view.id, ("filter",)) not in screen.spoiled


def _lists_used(definition: Definition, hidden: frozenset[str], known: Mapping[str, Rights]) -> Iterator[str]:
    for id in known:
        for place in places(definition.entities[id]):
            options = place.field.options
            if isinstance(options, ChoiceOptions | MultiChoiceOptions) and place.field.id not in hidden:
                yield options.list


def _app(definition: Definition, shown: frozenset[str]) -> Raw:
    raw = dump_document(definition.app)
    return {**raw, "navigation": _navigation(raw.get("navigation", ()), shown)}


def _navigation(items: Any, shown: frozenset[str]) -> list[Raw]:
    """Keep the views, boards and pages that are shown, and the groups that have any."""
    kept = []
    for item in items:
        if target := item.get("view") or item.get("dashboard") or item.get("page"):
            kept += [item] if target in shown else []
        elif inner := _navigation(item.get("items", ()), shown):
            kept.append({**item, "items": inner})
    return kept


def _entity(screen: _Screen, entity: Entity) -> Raw:
    raw = dump_document(entity)
    fields = [_field(screen, entity, each, ("fields", n)) for n, each in enumerate(raw["fields"])]
    kept: Raw = {**raw, "fields": [each for each in fields if each["id"] not in screen.hidden]}
    kept["checks"] = [
        check
        for n, check in enumerate(raw.get("checks", ()))
        if (entity.id, ("checks", n, "expression")) not in screen.spoiled
    ]
    kept["unique"] = [each for each in raw.get("unique", ()) if screen.hidden.isdisjoint(each["fields"])]
    for key in ("search", "summary"):
        kept[key] = [each for each in raw.get(key, ()) if each not in screen.hidden]
    if raw.get("title") in screen.hidden:
        del kept["title"]
    if not screen.hidden.isdisjoint(raw.get("stock", {}).values()):
        del kept["stock"]
    return kept


def _field(screen: _Screen, entity: Entity, raw: Raw, path: tuple[str | int, ...]) -> Raw:
    kept = screen.clean(entity, raw, path, "default")
    options = screen.clean(entity, raw.get("options", {}), (*path, "options"), "filter", "expression")
    options = screen.derived(raw["id"], options)
    if "fields" in options:
        inner = (*path, "options", "fields")
        columns = [_field(screen, entity, each, (*inner, n)) for n, each in enumerate(options["fields"])]
        options["fields"] = [each for each in columns if each["id"] not in screen.hidden]
    return {**kept, "options": options} if "options" in raw else kept


def _form(screen: _Screen, form: Form) -> Raw:
    raw = dump_document(form)
    sections = [_section(screen, form, each, ("layout", n)) for n, each in enumerate(raw["layout"])]
    return {**raw, "layout": [each for each in sections if each["items"]]}


def _section(screen: _Screen, form: Form, raw: Raw, path: tuple[str | int, ...]) -> Raw:
    items = [
        screen.clean(form, item, (*path, "items", n), "show", "require", "lock")
        for n, item in enumerate(raw["items"])
        if item["field"] not in screen.hidden
    ]
    return {**screen.clean(form, raw, path, "show"), "items": items}


def _view(screen: _Screen, view: View) -> Raw:
    raw = dump_document(view)
    for key in ("columns", "sort", "groups"):
        if key in raw:
            raw[key] = [each for each in raw[key] if each["field"] not in screen.hidden]
    if "colors" in raw:
        raw["colors"] = [
            rule
            for n, rule in enumerate(raw["colors"])
            if (view.id, ("colors", n, "when")) not in screen.spoiled
            and rule.get("field") not in screen.hidden
        ]
    return _without_hidden_layout(screen, raw)


def _without_hidden_layout(screen: _Screen, raw: Raw) -> Raw:
    """What is laid out by a hidden field is a plain list; an end or a picture can be done without."""
    kept = dict(raw)
    for key, needed in (("kanban", "lane"), ("calendar", "start"), ("gallery", None)):
        laid_out = {name: id for name, id in kept.pop(key, {}).items() if id not in screen.hidden}
        if needed is None or needed in laid_out:
            kept |= {key: laid_out} if laid_out else {}
        elif kept.get("kind") == key:
            del kept["kind"]
    return kept
