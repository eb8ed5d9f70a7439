"""From ids of links and a field to a route, as far as a principal can see it, or why there is none."""

from engine.kernel.ids import SYSTEM_FIELDS
from engine.kernel.issue import Issue
from engine.metadata.definition import FieldPlace
from engine.metadata.model import Entity, LinesOptions, LinkOptions
from engine.reports.eyes import Eyes
from engine.reports.kinds import field_kind, system_kind
from engine.reports.question import HOPS, Home, Hop, Kind, Route
from engine.text.labels import label_params


def find_home(eyes: Eyes, entity: str, lines: str | None) -> Home | Issue:
    """Return the rows of an entity or of its detail lines."""
    found = eyes.entity(entity)
    if found is None:
        return Issue("report.entity.unknown", ("home",), {"entity": entity})
    if lines is None:
        return Home(found)
    place = eyes.field(lines)
    if place is None or place.entity is not found or not isinstance(place.field.options, LinesOptions):
        return Issue("report.lines.unknown", ("lines",), {"field": lines})
    return Home(found, place.field)


def find_route(
    eyes: Eyes, home: Home, path: tuple[str, ...], field: str, into: str | None = None
) -> Route | Issue:
    """Return the way from rows of a home over links to a field; `into` goes into detail lines first."""
    start = _start(eyes, home, into)
    if isinstance(start, Issue):
        return start
    if len(path) > HOPS:
        return Issue("report.path.long", ("path",), {"limit": HOPS})
    here, hops = start, []
    for index, id in enumerate(path):
        place = eyes.field(id)
        if place is None:
            return Issue("report.field.unknown", ("path", index), {"field": id})
        hop = _hop(eyes, here, place)
        if hop is None:
            return Issue("report.path.broken", ("path", index), label_params("field", place.field.label))
        hops.append(hop)
        here = hop.to
    end = _end(eyes, here, field)
    if isinstance(end, Issue):
        return end
    gone_into = start.lines if start.lines is not home.lines else None
    return Route(home, tuple(hops), end.field.name if end else field, end.field if end else None, gone_into)


def end_of(route: Route) -> Home:
    """Return the rows where the value of a route stands."""
    if route.hops:
        return route.hops[-1].to
    return Home(route.home.entity, route.into) if route.into else route.home


def route_kind(eyes: Eyes, route: Route) -> Kind:
    """Return the kind of value a route leads to."""
    if route.field is None:
        return system_kind(end_of(route).entity, route.name)
    return field_kind(eyes.definition, route.field)


def offered_route(eyes: Eyes, home: Home, route: Route) -> tuple[str, ...] | None:
    """Return links over which a home leads to where another route ends, the shortest; None without any."""
    wanted = end_of(route)
    waiting: list[tuple[tuple[str, ...], Home]] = [((), home)]
    if route.field is not None and (place := eyes.field(route.field.id)) and place.lines:
        return None
    while waiting:
        path, here = waiting.pop(0)
        if here.entity is wanted.entity:
            return path
        if len(path) < 2:
            waiting += [((*path, link), Home(target)) for link, target in _links(eyes, here)]
    return None


def _links(eyes: Eyes, here: Home) -> list[tuple[str, Entity]]:
    inner = here.lines.options.fields if here.lines and isinstance(here.lines.options, LinesOptions) else ()
    return [
        (field.id, target)
        for field in (*inner, *here.entity.fields)
        if isinstance(field.options, LinkOptions)
        and eyes.field(field.id)
        and (target := eyes.entity(field.options.entity))
    ]


def _start(eyes: Eyes, home: Home, into: str | None) -> Home | Issue:
    if into is None or (home.lines and home.lines.id == into):
        return home
    return find_home(eyes, home.entity.id, into)


def _hop(eyes: Eyes, here: Home, place: FieldPlace) -> Hop | None:
    if not isinstance(place.field.options, LinkOptions):
        return None
    if stands_in(here, place):
        target = eyes.entity(place.field.options.entity)
        return Hop(place.field, Home(target)) if target else None
    if place.field.options.entity == here.entity.id:
        return Hop(place.field, Home(place.entity, place.lines), is_back=True)
    return None


def stands_in(here: Home, place: FieldPlace) -> bool:
    """Tell whether a field has one value for a row: it is the row's, or that of the record of a line."""
    return place.entity is here.entity and (place.lines is None or place.lines is here.lines)


def _end(eyes: Eyes, here: Home, field: str) -> FieldPlace | Issue | None:
    if field in SYSTEM_FIELDS:
        return None
    place = eyes.field(field)
    if place is None:
        return Issue("report.field.unknown", ("field",), {"field": field})
    if stands_in(here, place):
        return place
    words = label_params("field", place.field.label)
    if place.entity is here.entity:
        return Issue("report.path.into_lines", ("field",), words)
    return Issue("report.field.elsewhere", ("field",), words | label_params("entity", here.entity.label))
