"""Documents with ids of their own, so that one starter can be begun from any number of times."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from engine.kernel.ids import PREFIXES, is_document_id
from engine.ports import Documents

_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_ID = re.compile(r"(?<!\w)[a-z]{2,4}_[0-9a-z]{4,16}(?!\w)")


def renewed(documents: Documents, mint: Callable[[str], str]) -> Documents:
    """Return the same documents with every id they own minted anew, wherever it stands."""
    fresh = {id: _minted(id, mint) for id in dict.fromkeys(_own_ids(documents))}
    return {path: _with(document, fresh) for path, document in documents.items()}


def _own_ids(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        own = value.get("id")
        if isinstance(own, str) and is_document_id(own):
            yield own
        for each in value.values():
            yield from _own_ids(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _own_ids(each)


def _minted(id: str, mint: Callable[[str], str]) -> str:
    """Mint an id with the same prefix; parts of a kind without one of its own keep theirs."""
    prefix = id.partition("_")[0]
    made = mint(_KINDS.get(prefix, "field"))
    return f"{prefix}_{made.partition('_')[2]}"


def _with(value: Any, fresh: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _ID.sub(lambda found: fresh.get(found[0], found[0]), value)
    if isinstance(value, Mapping):
        return {_with(key, fresh): _with(each, fresh) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_with(each, fresh) for each in value]
    return value
