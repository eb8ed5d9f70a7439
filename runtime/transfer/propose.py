"""Proposes a mapping: which column fills which field, how links are found, which fields are the key."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from engine.access.decision import Decision
from engine.metadata.definition import Definition
from engine.metadata.model import ChoiceOptions, Entity, ImportColumn, ImportMapping
from runtime.transfer.headers import SheetColumn
from runtime.transfer.targets import Target, key_fields, match_field, targets

_ENOUGH = 0.72
_TYPES = {
    "number": {"integer", "decimal", "money", "percent", "phone", "text", "sequence", "link"},
    "date": {"date", "datetime"},
    "datetime": {"date", "datetime"},
    "boolean": {"switch"},
    "text": {
        "text",
        "long_text",
        "choice",
        "multi_choice",
        "link",
        "person",
        "email",
        "phone",
        "url",
        "date",
    },
}
_MISFIT = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column and a field that may belong together."""

    score: float
    column: SheetColumn
    target: Target
    match: str | None


def propose_mapping(
    definition: Definition, entity: Entity, decision: Decision, columns: tuple[SheetColumn, ...]
) -> ImportMapping:
    """Return the mapping whose columns and fields are most alike, each used once."""
    chosen = _choose(_candidates(definition, entity, decision, columns))
    names = {candidate.target.name for candidate in chosen.values()}
    key = _key(entity, names, any("." in name for name in names))
    return ImportMapping(
        entity=entity.id,
        mode="upsert" if key else "create",
        key=key,
        columns=tuple(
            ImportColumn(column=column.header, field=found.target.name, match=found.match)
            for column in columns
            if (found := chosen.get(column.index))
        ),
    )


def _candidates(
    definition: Definition, entity: Entity, decision: Decision, columns: tuple[SheetColumn, ...]
) -> Iterator[Candidate]:
    for target in targets(entity, decision).values():
        spellings = dict(_spellings(definition, target))
        if target.field.id == entity.title:
            spellings |= dict.fromkeys(entity.label.values())
        for column in columns:
            alike, match = _most_alike(column.header, spellings)
            misfit = 0.0 if _fits(column, target) else _MISFIT
            score = _by_values(definition, column, target, alike - misfit)
            if score >= _ENOUGH:
                yield Candidate(score, column, target, match)


def _most_alike(header: str, spellings: Mapping[str, str | None]) -> tuple[float, str | None]:
    best = max(spellings, key=lambda text: _alike(header, text))
    return _alike(header, best), spellings[best]


def _by_values(definition: Definition, column: SheetColumn, target: Target, score: float) -> float:
    """Let the samples speak for choices: values of the list are a good sign, others a bad one."""
    options = target.field.options
    if not isinstance(options, ChoiceOptions) or not column.samples:
        return score
    choices = definition.options[options.list].choices
    words = {_plain(text) for choice in choices for text in (choice.value, *choice.label.values())}
    known = sum(_plain(sample) in words for sample in column.samples) / len(column.samples)
    return max(score, 0.75 + score / 5) if known == 1 else score - 0.5 if known < 0.5 else score


def _spellings(definition: Definition, target: Target) -> Iterator[tuple[str, str | None]]:
    """Yield what a header for this field may say, and how links would then be found."""
    own = [target.name, target.field.name, *target.field.label.values()]
    if target.lines:
        own += [" ".join(pair) for pair in product(target.lines.label.values(), target.field.label.values())]
    if target.linked is None:
        yield from ((text, None) for text in own)
        return
    title = match_field(definition, target.linked, None)
    yield from ((text, title.name if title else None) for text in own)
    for key in key_fields(definition.entities[target.linked]):
        if key is not title:
            for text in (key.name, *key.label.values()):
                yield f"{target.field.name} {text}", key.name
                yield text, key.name
            labels = product(target.field.label.values(), key.label.values())
            yield from ((" ".join(pair), key.name) for pair in labels)


def _alike(header: str, text: str) -> float:
    """Return how alike two names are, from 0 to 1, whatever their case, width and signs."""
    one, other = _plain(header), _plain(text)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    contained = 0.75 + 0.2 * len(shorter) / len(longer) if len(shorter) > 1 and shorter in longer else 0.0
    similar = SequenceMatcher(None, one, other).ratio() * 0.95
    return max(similar, contained) if len(shorter) * 2 >= len(longer) else similar


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _fits(column: SheetColumn, target: Target) -> bool:
    return column.type in ("empty", "error") or target.field.type in _TYPES[column.type]


def _choose(candidates: Iterator[Candidate]) -> Mapping[int, Candidate]:
    """Take the best pairs first; fields of the record before those of its lines where equally alike."""
    chosen: dict[int, Candidate] = {}
    taken: set[str] = set()
    for each in sorted(candidates, key=_rank):
        if each.column.index not in chosen and each.target.name not in taken:
            chosen[each.column.index] = each
            taken.add(each.target.name)
    return chosen


def _rank(candidate: Candidate) -> tuple[float, bool, int]:
    return (-candidate.score, candidate.target.lines is not None, candidate.column.index)


def _key(entity: Entity, names: set[str], has_lines: bool) -> tuple[str, ...]:
    """Return the fields of a unique rule that are all mapped; for lines, what else numbers the record."""
    by_id = {field.id: field.name for field in entity.fields}
    rules = [tuple(by_id[id] for id in each.fields) for each in entity.unique]
    for rule in sorted(rules, key=len):
        if set(rule) <= names:
            return rule
    numbered = [field.name for field in key_fields(entity) if field.name in names]
    return tuple(numbered[:1]) if has_lines or any(_is_number(entity, name) for name in numbered[:1]) else ()


def _is_number(entity: Entity, name: str) -> bool:
    return any(field.name == name and field.type == "sequence" for field in entity.fields)
