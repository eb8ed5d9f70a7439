"""Parts of texts, search and comparison of texts."""

from sqlalchemy import INTEGER, case, func, literal, or_, type_coerce

from engine.expressions import types
from engine.expressions.check import Typed
from engine.expressions.patterns import has_wildcards
from runtime.storage.formulas.compiler import Compiler, Translation
from runtime.storage.formulas.term import Digits, Sql, Term, Unsaid, any_error, either

_LONGEST = Digits(6, 0)


def _texts(compiler: Compiler, typed: Typed, count: int) -> list[Term]:
    return [compiler.text(compiler.term(part), part) for part in typed.parts[:count]]


def _count(compiler: Compiler, typed: Typed, index: int, default: int) -> tuple[Sql, Sql | None]:
    """Return an optional whole-number argument and the condition that it is an error."""
    if index >= len(typed.parts):
        return literal(default, INTEGER()), None
    number = compiler.number(compiler.term(typed.parts[index]), typed.parts[index])
    return compiler.integer(number), number.error


def _length(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    count = compiler.speech.of_integer(func.length(text.value, type_=INTEGER()))
    return Term(count, types.NUMBER, text.error, digits=_LONGEST)


def _left(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    count, error = _count(compiler, typed, 1, 1)
    value = func.substr(text.value, 1, _natural(count))
    return Term(value, types.TEXT, either(text.error, error, count < 0))


def _right(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    count, error = _count(compiler, typed, 1, 1)
    value = compiler.speech.last(text.value, _natural(count))
    return Term(value, types.TEXT, either(text.error, error, count < 0))


def _middle(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    start, start_error = _count(compiler, typed, 1, 1)
    count, count_error = _count(compiler, typed, 2, 0)
    value = func.substr(text.value, _from_one(start), _natural(count))
    return Term(value, types.TEXT, either(text.error, start_error, count_error, start < 1, count < 0))


def _natural(count: Sql) -> Sql:
    return type_coerce(case((count < 0, 0), else_=count), INTEGER())


def _from_one(start: Sql) -> Sql:
    return type_coerce(case((start < 1, 1), else_=start), INTEGER())


def _upper(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    return Term(compiler.speech.upper(text.value), types.TEXT, text.error)


def _lower(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    return Term(compiler.speech.fold(text.value), types.TEXT, text.error)


def _trim(compiler: Compiler, typed: Typed) -> Term:
    (text,) = _texts(compiler, typed, 1)
    return Term(compiler.speech.trimmed(text.value), types.TEXT, text.error)


def _concat(compiler: Compiler, typed: Typed) -> Term:
    texts = _texts(compiler, typed, len(typed.parts))
    value = texts[0].value
    for text in texts[1:]:
        value = compiler.speech.joined(value, text.value)
    return Term(value, types.TEXT, any_error(*texts))


def _exact(compiler: Compiler, typed: Typed) -> Term:
    one, other = _texts(compiler, typed, 2)
    return Term(one.value == other.value, types.BOOLEAN, any_error(one, other))


def _contains(compiler: Compiler, typed: Typed) -> Term:
    text, part, error = _folded_pair(compiler, typed)
    return Term(compiler.speech.position(part, text) > 0, types.BOOLEAN, error)


def _starts_with(compiler: Compiler, typed: Typed) -> Term:
    text, part, error = _folded_pair(compiler, typed)
    return Term(func.substr(text, 1, func.length(part)) == part, types.BOOLEAN, error)


def _ends_with(compiler: Compiler, typed: Typed) -> Term:
    text, part, error = _folded_pair(compiler, typed)
    return Term(compiler.speech.last(text, func.length(part)) == part, types.BOOLEAN, error)


def _folded_pair(compiler: Compiler, typed: Typed) -> tuple[Sql, Sql, Sql | None]:
    text, part = _texts(compiler, typed, 2)
    return compiler.speech.fold(text.value), compiler.speech.fold(part.value), any_error(text, part)


def _find(compiler: Compiler, typed: Typed) -> Term:
    part, text = _texts(compiler, typed, 2)
    return _position(compiler, typed, part.value, text.value, any_error(part, text))


def _search(compiler: Compiler, typed: Typed) -> Term:
    part, text = _texts(compiler, typed, 2)
    if not part.is_constant or has_wildcards(str(part.constant[0])):
        raise Unsaid("expression.sql.wildcards", typed.node.span, name="SEARCH")
    fold = compiler.speech.fold
    return _position(compiler, typed, fold(part.value), fold(text.value), any_error(part, text))


def _position(compiler: Compiler, typed: Typed, part: Sql, text: Sql, error: Sql | None) -> Term:
    start, start_error = _count(compiler, typed, 2, 1)
    length = func.length(text, type_=INTEGER())
    found = compiler.speech.position(part, func.substr(text, _from_one(start)))
    beyond = or_(start < 1, start > length + 1)
    value = compiler.speech.of_integer(type_coerce(found + start - 1, INTEGER()))
    return Term(value, types.NUMBER, either(error, start_error, beyond, found == 0), digits=_LONGEST)


CALLS: dict[str, Translation] = {
    "LEN": _length,
    "LEFT": _left,
    "RIGHT": _right,
    "MID": _middle,
    "UPPER": _upper,
    "LOWER": _lower,
    "TRIM": _trim,
    "CONCAT": _concat,
    "CONCATENATE": _concat,
    "EXACT": _exact,
    "CONTAINS": _contains,
    "STARTSWITH": _starts_with,
    "ENDSWITH": _ends_with,
    "FIND": _find,
    "SEARCH": _search,
}
