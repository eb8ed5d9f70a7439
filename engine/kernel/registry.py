"""A frozen look-up of plug-ins by key, built once from a list; refuses duplicates."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Plug-ins of one aspect by key."""

    def __init__(self, items: Iterable[T], key: Callable[[T], str]) -> None:
        self._items: dict[str, T] = {}
        for item in items:
            if key(item) in self._items:
                raise ValueError(f"registered twice: {key(item)}")
            self._items[key(item)] = item

    def __getitem__(self, key: str) -> T:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[T]:
        return iter(self._items.values())

    def get(self, key: str) -> T | None:
        """Return the item, or None where the key is unknown."""
        return self._items.get(key)

    def keys(self) -> tuple[str, ...]:
        """Return all keys in the order of the list."""
        return tuple(self._items)
