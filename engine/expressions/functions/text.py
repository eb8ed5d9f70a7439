"""Texts: parts, search, replacement, conversion. Positions count characters (code points) from 1."""

import re
from decimal import Decimal

from engine.expressions.arithmetic import NUMBERS, rounded
from engine.expressions.coerce import load, number_of_text, to_items, to_text
from engine.expressions.context import TEXT_BYTES, Run, bounded
from engine.expressions.faults import (
    NOT_A_NUMBER,
    TEXT_TOO_LONG,
    WRONG_ARGUMENT,
    Fault,
)
from engine.expressions.formats import format_value
from engine.expressions.function import Function
from engine.expressions.functions.logic import Thunk, or_not_found
from engine.expressions.operators import fold
from engine.expressions.patterns import regular_expression, wildcard
from engine.kernel.values import Value

_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r" +")


def length(run: Run, text: str) -> int:
    """Count characters."""
    return len(text)


def left(run: Run, text: str, count: int = 1) -> str:
    """Return the first characters."""
    return text[: _natural(count)]


def right(run: Run, text: str, count: int = 1) -> str:
    """Return the last characters."""
    return text[max(len(text) - _natural(count), 0) :]


def middle(run: Run, text: str, start: int, count: int) -> str:
    """Return characters from a position."""
    if start < 1:
        raise Fault(WRONG_ARGUMENT)
    return text[start - 1 : start - 1 + _natural(count)]


def _natural(count: int) -> int:
    if count < 0:
        raise Fault(WRONG_ARGUMENT)
    return count


def upper(run: Run, text: str) -> str:
    """Return the text in capitals."""
    return bounded(text.upper())


def lower(run: Run, text: str) -> str:
    """Return the text in small letters."""
    return bounded(text.lower())


def proper(run: Run, text: str) -> str:
    """Capitalise each run of letters."""
    return bounded(_WORD.sub(lambda found: found.group().capitalize(), text))


def trim(run: Run, text: str) -> str:
    """Remove spaces at both ends and all but one between words."""
    return trimmed(text)


def trimmed(text: str) -> str:
    """Return a text without superfluous spaces."""
    return _SPACES.sub(" ", text).strip(" ")


def clean(run: Run, text: str) -> str:
    """Remove control characters."""
    return "".join(character for character in text if ord(character) >= 32)


def concat(run: Run, *values: Value) -> str:
    """Join texts and the items of lists."""
    return _joined(run, "", [item for value in values for item in to_items(value)])


def concatenate(run: Run, *values: Value) -> str:
    """Join single texts."""
    return _joined(run, "", list(values))


def join(run: Run, separator: Value, skip_blank: bool, *values: Value) -> str:
    """Join texts and the items of lists with a separator between; a list of separators takes turns."""
    items = [item for value in values for item in to_items(value)]
    texts = [to_text(run, item) for item in items]
    if skip_blank:
        texts = [text for text in texts if text]
    separators = [to_text(run, item) for item in to_items(separator)]
    run.spend(len(items))
    parts = [text + separators[index % len(separators)] for index, text in enumerate(texts[:-1])]
    return _within_limit(parts + texts[-1:])


def _joined(run: Run, separator: str, items: list[Value]) -> str:
    run.spend(len(items))
    return _within_limit([to_text(run, item) for item in items])


def _within_limit(parts: list[str]) -> str:
    _require_room(sum(map(len, parts)))
    return bounded("".join(parts))


def _require_room(characters: int) -> None:
    """Refuse a length before any memory is taken for it."""
    if characters > TEXT_BYTES:
        raise Fault(TEXT_TOO_LONG)


def repeat(run: Run, text: str, times: int) -> str:
    """Repeat a text."""
    _require_room(len(text) * _natural(times))
    return bounded(text * times)


def substitute(run: Run, text: str, old: str, new: str, occurrence: int | None = None) -> str:
    """Replace every occurrence, or only the n-th; capitals matter."""
    if occurrence is not None and occurrence < 1:
        raise Fault(WRONG_ARGUMENT)
    if not old:
        return text
    if occurrence is None:
        _require_room(len(text) + text.count(old) * (len(new) - len(old)))
        return bounded(text.replace(old, new))
    start = -1
    for _ in range(min(occurrence, len(text) + 1)):
        start = text.find(old, start + 1)
        if start < 0:
            return text
    return bounded(text[:start] + new + text[start + len(old) :])


def replace(run: Run, text: str, start: int, count: int, new: str) -> str:
    """Put a text in place of some characters."""
    if start < 1:
        raise Fault(WRONG_ARGUMENT)
    return bounded(text[: start - 1] + new + text[start - 1 + _natural(count) :])


def find(run: Run, part: str, text: str, start: int = 1) -> int:
    """Return the position of a part; capitals matter, wildcards do not work."""
    return _position(start, text, text.find(part, start - 1))


def search(run: Run, part: str, text: str, start: int = 1) -> int:
    """Return the position of a part without case; `*`, `?` and `~` work."""
    if not 1 <= start <= len(text) + 1:
        raise Fault(WRONG_ARGUMENT)
    run.spend(1)
    found = wildcard(part).search(text[start - 1 :])
    return _position(start, text, found.start() + start - 1 if found else -1)


def _position(start: int, text: str, found: int) -> int:
    if start < 1 or start > len(text) + 1 or found < 0:
        raise Fault(WRONG_ARGUMENT)
    return found + 1


def contains(run: Run, text: str, part: str) -> bool:
    """Tell whether a text contains a part, without case."""
    return fold(part) in fold(text)


def starts_with(run: Run, text: str, part: str) -> bool:
    """Tell whether a text begins with a part, without case."""
    return fold(text).startswith(fold(part))


def ends_with(run: Run, text: str, part: str) -> bool:
    """Tell whether a text ends with a part, without case."""
    return fold(text).endswith(fold(part))


def matches(run: Run, text: str, pattern: str, ignore_case: bool = False) -> bool:
    """Tell whether a regular expression (RE2) is found in a text."""
    run.spend(1)
    return bool(regular_expression(pattern, ignore_case=ignore_case).search(text))


def exact(run: Run, one: str, other: str) -> bool:
    """Tell whether two texts are the same, capitals included."""
    return one == other


def value_of(run: Run, value: Value) -> Value:
    """Read a text as a number; numbers and dates stay what they are."""
    if isinstance(value, bool):
        raise Fault(NOT_A_NUMBER)
    return number_of_text(value) if isinstance(value, str) else load(value)


def number_value(run: Run, text: str, decimal: str = ".", group: str = ",") -> Decimal:
    """Read a text as a number with given separators; spaces do not matter, each % divides by a hundred."""
    if not decimal or not group:
        raise Fault(WRONG_ARGUMENT)
    plain = text.replace(" ", "")
    whole, point, fraction = plain.partition(decimal[0])
    if group[0] in fraction:
        raise Fault(NOT_A_NUMBER)
    plain = whole.replace(group[0], "") + ("." if point else "") + fraction
    bare = plain.rstrip("%")
    number = number_of_text(bare) if bare else Decimal(0)
    return NUMBERS.plus(number.scaleb(-2 * (len(plain) - len(bare))))


def formatted(run: Run, value: Value, pattern: str) -> str:
    """Write a value by a number or date format."""
    return bounded(format_value(run, value, pattern))


def fixed(run: Run, number: Decimal, digits: int = 2, no_commas: bool = False) -> str:
    """Write a number with fixed decimal places."""
    if not -127 <= digits <= 127:
        raise Fault(WRONG_ARGUMENT)
    value = rounded(number, digits)
    return f"{value + 0:{'' if no_commas else ','}.{max(digits, 0)}f}"


def character(run: Run, code: int) -> str:
    """Return the character of a code from 1 to 255 (Windows-1252)."""
    if not 1 <= code <= 255:
        raise Fault(WRONG_ARGUMENT)
    return bytes([code]).decode("cp1252", "replace")


def code_of(run: Run, text: str) -> int:
    """Return the Windows-1252 code of the first character, 63 for one that has none."""
    if not text:
        raise Fault(WRONG_ARGUMENT)
    return text[0].encode("cp1252", "replace")[0]


def unicode_character(run: Run, code: int) -> str:
    """Return the character of a Unicode code point."""
    if not 1 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise Fault(WRONG_ARGUMENT)
    return chr(code)


def unicode_of(run: Run, text: str) -> int:
    """Return the code point of the first character."""
    if not text:
        raise Fault(WRONG_ARGUMENT)
    return ord(text[0])


def text_before(
    run: Run,
    text: str,
    delimiter: Value,
    instance: int = 1,
    ignore_case: bool = False,
    match_end: bool = False,
    otherwise: Thunk | None = None,
) -> Value:
    """Return what stands before the n-th delimiter, counted from the end where negative."""
    place = _delimiter_place(run, text, delimiter, instance, ignore_case, match_end)
    return or_not_found(otherwise) if place is None else text[: place[0]]


def text_after(
    run: Run,
    text: str,
    delimiter: Value,
    instance: int = 1,
    ignore_case: bool = False,
    match_end: bool = False,
    otherwise: Thunk | None = None,
) -> Value:
    """Return what stands after the n-th delimiter, counted from the end where negative."""
    place = _delimiter_place(run, text, delimiter, instance, ignore_case, match_end)
    return or_not_found(otherwise) if place is None else text[place[1] :]


def _delimiter_place(
    run: Run, text: str, delimiter: Value, instance: int, ignore_case: bool, match_end: bool
) -> tuple[int, int] | None:
    """Return where the n-th delimiter begins and ends; `match_end` counts the end of the text as one."""
    if instance == 0 or abs(instance) > len(text) + 1:
        raise Fault(WRONG_ARGUMENT)
    delimiters = [to_text(run, item) for item in to_items(delimiter)]
    if "" in delimiters:
        return (0, 0) if instance > 0 else (len(text), len(text))
    places = _places(run, text, delimiters, ignore_case)
    if match_end:
        places = [*places, (len(text), len(text))] if instance > 0 else [(0, 0), *places]
    index = instance - 1 if instance > 0 else len(places) + instance
    return places[index] if 0 <= index < len(places) else None


def _places(run: Run, text: str, delimiters: list[str], ignore_case: bool) -> list[tuple[int, int]]:
    if ignore_case:
        text, delimiters = fold(text), [fold(each) for each in delimiters]
    places: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        found = next((each for each in delimiters if text.startswith(each, position)), None)
        if found:
            places.append((position, position + len(found)))
        position += len(found) if found else 1
    run.spend(len(places))
    return places


FUNCTIONS = (
    Function("LEN(text: text) -> number", length, "Counts the characters.", ('LEN("通道 A") = 4',), sql=True),
    Function(
        "LEFT(text: text, count?: integer) -> text",
        left,
        "The first characters.",
        ('LEFT("Hello", 2) = "He"',),
        sql=True,
    ),
    Function(
        "RIGHT(text: text, count?: integer) -> text",
        right,
        "The last characters.",
        ('RIGHT("Hello", 2) = "lo"',),
        sql=True,
    ),
    Function(
        "MID(text: text, start: integer, count: integer) -> text",
        middle,
        "Characters from a position.",
        ('MID("Hello", 2, 3) = "ell"',),
        sql=True,
    ),
    Function(
        "UPPER(text: text) -> text", upper, "In capitals.", ('EXACT(UPPER("abc"), "ABC") = TRUE',), sql=True
    ),
    Function(
        "LOWER(text: text) -> text",
        lower,
        "In small letters.",
        ('EXACT(LOWER("ABC"), "abc") = TRUE',),
        sql=True,
    ),
    Function(
        "PROPER(text: text) -> text",
        proper,
        "With capitals at the begin of words.",
        ('EXACT(PROPER("two words"), "Two Words") = TRUE',),
    ),
    Function(
        "TRIM(text: text) -> text",
        trim,
        "Without superfluous spaces.",
        ('TRIM("  two   words ") = "two words"',),
        sql=True,
    ),
    Function(
        "CLEAN(text: text) -> text", clean, "Without control characters.", ('CLEAN("a" & CHAR(7)) = "a"',)
    ),
    Function(
        "CONCAT([text: list]...) -> text",
        concat,
        "Joins texts and lists of texts.",
        ('CONCAT("a", {1, 2}) = "a12"',),
        sql=True,
    ),
    Function(
        "CONCATENATE([text: any]...) -> text",
        concatenate,
        "Joins texts.",
        ('CONCATENATE("a", 1) = "a1"',),
        sql=True,
    ),
    Function(
        "TEXTJOIN(separator: list, skip_blank: boolean, [text: list]...) -> text",
        join,
        "Joins texts with a separator.",
        ('TEXTJOIN("-", TRUE, "a", "", "b") = "a-b"',),
    ),
    Function(
        "REPT(text: text, times: integer) -> text", repeat, "Repeats a text.", ('REPT("ab", 2) = "abab"',)
    ),
    Function(
        "SUBSTITUTE(text: text, old: text, new: text, occurrence?: integer) -> text",
        substitute,
        "Replaces every occurrence, or the n-th.",
        ('SUBSTITUTE("a-b-c", "-", "+", 2) = "a-b+c"',),
    ),
    Function(
        "REPLACE(text: text, start: integer, count: integer, new: text) -> text",
        replace,
        "Puts a text in place of some characters.",
        ('REPLACE("abcdef", 2, 3, "-") = "a-ef"',),
    ),
    Function(
        "FIND(part: text, text: text, start?: integer) -> number",
        find,
        "The position of a part; capitals matter.",
        ('FIND("l", "Hello") = 3',),
        sql=True,
    ),
    Function(
        "SEARCH(part: text, text: text, start?: integer) -> number",
        search,
        "The position of a part, without case, with wildcards.",
        ('SEARCH("L?O", "Hello") = 3',),
        sql=True,
    ),
    Function(
        "CONTAINS(text: text, part: text) -> boolean",
        contains,
        "Tells whether a text contains a part, without case.",
        ('CONTAINS("Hello", "ELL") = TRUE',),
        sql=True,
    ),
    Function(
        "STARTSWITH(text: text, part: text) -> boolean",
        starts_with,
        "Tells whether a text begins with a part, without case.",
        ('STARTSWITH("Hello", "he") = TRUE',),
        sql=True,
    ),
    Function(
        "ENDSWITH(text: text, part: text) -> boolean",
        ends_with,
        "Tells whether a text ends with a part, without case.",
        ('ENDSWITH("Hello", "LO") = TRUE',),
        sql=True,
    ),
    Function(
        "REGEXTEST(text: text, pattern: text, ignore_case?: boolean) -> boolean",
        matches,
        "Tells whether a regular expression is found in a text.",
        ('REGEXTEST("PO-2024", "[0-9]{4}$") = TRUE',),
        browser=False,
    ),
    Function(
        "EXACT(one: text, other: text) -> boolean",
        exact,
        "Tells whether texts are the same, capitals included.",
        ('EXACT("a", "A") = FALSE',),
        sql=True,
    ),
    Function(
        "VALUE(text: any) -> number", value_of, "Reads a text as a number.", ('VALUE("1,234.5") = 1234.5',)
    ),
    Function(
        "NUMBERVALUE(text: text, decimal?: text, group?: text) -> number",
        number_value,
        "Reads a text as a number with given separators.",
        ('NUMBERVALUE("1.234,5", ",", ".") = 1234.5',),
    ),
    Function(
        "TEXT(value: any, format: text) -> text",
        formatted,
        "Writes a number or date by a format.",
        ('TEXT(1234.5, "#,##0.00") = "1,234.50"', 'TEXT(DATE(2024, 2, 9), "yyyy-mm-dd") = "2024-02-09"'),
        browser=False,
    ),
    Function(
        "FIXED(number: number, digits?: integer, no_commas?: boolean) -> text",
        fixed,
        "Writes a number with fixed decimal places.",
        ('FIXED(1234.567, 1) = "1,234.6"',),
    ),
    Function(
        "CHAR(code: integer) -> text",
        character,
        "The character of a code.",
        ('CHAR(65) = "A"',),
        browser=False,
    ),
    Function(
        "CODE(text: text) -> number",
        code_of,
        "The code of the first character.",
        ('CODE("A") = 65',),
        browser=False,
    ),
    Function(
        "UNICHAR(code: integer) -> text",
        unicode_character,
        "The character of a code point.",
        ('UNICHAR(36890) = "通"',),
    ),
    Function(
        "UNICODE(text: text) -> number",
        unicode_of,
        "The code point of the first character.",
        ('UNICODE("通") = 36890',),
    ),
    *(
        Function(
            f"{name}(text: text, delimiter: list, instance?: integer, ignore_case?: boolean,"
            " match_end?: boolean, otherwise?: lazy) -> text",
            body,
            f"What stands {side} a delimiter.",
            (example,),
            browser=False,
        )
        for name, body, side, example in (
            ("TEXTBEFORE", text_before, "before", 'TEXTBEFORE("a-b-c", "-", 2) = "a-b"'),
            ("TEXTAFTER", text_after, "after", 'TEXTAFTER("a-b-c", "-", -1) = "c"'),
        )
    ),
)
