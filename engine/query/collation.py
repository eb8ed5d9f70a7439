"""How texts are ordered: by sound for the names of things, by code point for everything else.

Databases differ in their orders for Chinese, so the key is computed here and stored beside the text.
"""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from engine.metadata.model import Entity, Field

KEY_LENGTH = 100


def has_sort_key(entity: Entity, field: Field) -> bool:
    """Tell whether a text field is ordered by sound: the title of its entity, and indexed texts."""
    return field.type == "text" and (field.id == entity.title or field.indexed)


@lru_cache(maxsize=4_096)
def sort_key(text: str) -> str:
    """Return the key that orders a text by sound, without case: 阿 before 李 before 张."""
    start = text[:KEY_LENGTH].casefold()
    if start.isascii():
        return start
    return " ".join(lazy_pinyin(start, style=Style.TONE3, neutral_tone_with_five=True))
