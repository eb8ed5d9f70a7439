"""The members of a dimension that a question has, to choose filters from."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.metadata.model import Query
from engine.query.conditions import folded
from engine.reports.answer import Asking, read_criteria
from engine.reports.ordering import sort_lines
from engine.reports.question import Dimension
from runtime.reports.ask import Asked
from runtime.reports.titles import Titles, shown_members
from runtime.reports.wire import member_json

MOST = 200


def unfiltered_by(query: Query, dimension: str) -> Query:
    """Return a query that has all members of a dimension: without the filters on it, its top and figures."""
    filters = tuple(each for each in query.filters if each.dimension != dimension and each.measure is None)
    return replace(query, filters=filters, top=None, compare=None, totals=(), sort=())


def list_members(asked: Asked, dimension: Dimension, search: str, language: str) -> Mapping[str, Any]:
    """Return members in their order, those whose title or text contains some words."""
    question = asked.question
    titles = Titles(asked.viewer, asked.connection, language)
    context = asked.viewer.context
    asking = Asking(question, context, asked.aggregate, read_criteria(question, context), titles.ranks)
    lines = sort_lines(question, (dimension,), asking.lines((dimension,)), titles.ranks)
    keys = [line.key[0] for line in lines]
    known = titles.of(dimension, shown_members(keys))
    items = [{"value": member_json(dimension, key), "title": known.get(key)} for key in keys]
    wanted = folded(search)
    found = [each for each in items if not wanted or wanted in folded(_shown(each))]
    return {"items": found[:MOST], "truncated": len(found) > MOST}


def _shown(item: Mapping[str, Any]) -> str:
    return str(item["title"] if item["title"] is not None else item["value"] or "")
