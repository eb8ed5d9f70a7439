"""Random typed expressions mean the same in Python, SQLite and PostgreSQL."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engine.kernel.issue import Issue
from tests.runtime.storage.formulas.conftest import checked, matching_in_python

NUMBERS = st.sampled_from(["price", "rate", "count", "0", "1", "-2", "0.5", "3", "100", "99.9"])
TEXTS = st.sampled_from(["title", "word", '""', '"a"', '"AB"', '"通道"', '" b"'])
DATES = st.sampled_from(["day", "due", "TODAY()", "DATE(2024, 2, 29)", "DATE(2023, 12, 31)"])
BOOLEANS = st.sampled_from(
    ["active", "TRUE", "FALSE", "owner = CURRENT_USER()", "ISBLANK(day)", "at > NOW()"]
)
SMALL = st.sampled_from(["-1", "0", "1", "2", "count"])
ORDER = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])


def filled(template: str, **parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.fixed_dictionaries(parts).map(lambda chosen: template.format(**chosen))


def numbers(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return NUMBERS
    number, text, date, condition = (
        numbers(depth - 1),
        texts(depth - 1),
        dates(depth - 1),
        booleans(depth - 1),
    )
    return st.one_of(
        NUMBERS,
        filled("({a} {op} {b})", a=number, b=number, op=st.sampled_from("+-*/")),
        filled("-{a}", a=number),
        filled("{a}%", a=number),
        filled("ROUND({a}, {n})", a=number, n=st.sampled_from(["-1", "0", "2"])),
        filled("ROUNDUP({a}, {n})", a=number, n=st.sampled_from(["-1", "0", "1"])),
        filled("TRUNC({a})", a=number),
        filled("INT({a})", a=number),
        filled("ABS({a})", a=number),
        filled("MOD({a}, {b})", a=number, b=number),
        filled("MAX({a}, {b})", a=number, b=number),
        filled("MIN({a}, {b}, 1)", a=number, b=number),
        filled("SUM({a}, {b})", a=number, b=number),
        filled("IF({c}, {a}, {b})", a=number, b=number, c=condition),
        filled("IFERROR({a}, {b})", a=number, b=number),
        filled("LEN({t})", t=text),
        filled("FIND({t}, {u})", t=text, u=text),
        filled("{f}({d})", d=date, f=st.sampled_from(["YEAR", "MONTH", "DAY"])),
        filled("({d} - {e})", d=date, e=date),
    )


def texts(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return TEXTS
    text, condition, date = texts(depth - 1), booleans(depth - 1), dates(depth - 1)
    return st.one_of(
        TEXTS,
        filled("({t} & {u})", t=text, u=text),
        filled("({t} & count)", t=text),
        filled("({t} & {d})", t=text, d=date),
        filled("{f}({t}, {n})", t=text, n=SMALL, f=st.sampled_from(["LEFT", "RIGHT"])),
        filled("MID({t}, {n}, {m})", t=text, n=SMALL, m=SMALL),
        filled("{f}({t})", t=text, f=st.sampled_from(["UPPER", "LOWER", "TRIM"])),
        filled("IF({c}, {t}, {u})", t=text, u=text, c=condition),
        filled("SWITCH({t}, {u}, {t}, {u})", t=text, u=text),
    )


def dates(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return DATES
    date, condition = dates(depth - 1), booleans(depth - 1)
    return st.one_of(
        DATES,
        filled("({d} {op} {n})", d=date, n=SMALL, op=st.sampled_from("+-")),
        filled("{f}({d}, {n})", d=date, n=SMALL, f=st.sampled_from(["EDATE", "EOMONTH"])),
        filled("DATE(YEAR({d}), MONTH({d}) + {n}, DAY({d}))", d=date, n=SMALL),
        filled("IF({c}, {d}, {e})", d=date, e=date, c=condition),
        filled("IFERROR({d}, {e})", d=date, e=date),
    )


def booleans(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return BOOLEANS
    number, text, date, condition = (
        numbers(depth - 1),
        texts(depth - 1),
        dates(depth - 1),
        booleans(depth - 1),
    )
    return st.one_of(
        BOOLEANS,
        filled("({a} {op} {b})", a=number, b=number, op=ORDER),
        filled("({a} {op} {b})", a=text, b=text, op=ORDER),
        filled("({a} {op} {b})", a=date, b=date, op=ORDER),
        filled("({a} = {b})", a=condition, b=condition),
        filled("{f}({a}, {b})", a=condition, b=condition, f=st.sampled_from(["AND", "OR"])),
        filled("NOT({a})", a=condition),
        filled("IF({a}, {b}, {c})", a=condition, b=condition, c=condition),
        filled("IFERROR({a}, {b})", a=condition, b=condition),
        filled("ISBLANK({t})", t=text),
        filled("ISBLANK({d})", d=date),
        filled(
            "{f}({t}, {u})",
            t=text,
            u=text,
            f=st.sampled_from(["CONTAINS", "STARTSWITH", "ENDSWITH", "EXACT"]),
        ),
        filled("({n})", n=number),
    )


COMMON = settings(
    max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@COMMON
@given(booleans(3))
def test_random_conditions_select_the_same_rows_everywhere(sqlite_rows, postgres_rows, text):
    expression = checked(text)
    expected = matching_in_python(expression)

    for rows in (sqlite_rows, postgres_rows):
        found = rows.matching(expression)

        assert isinstance(found, Issue) or found == expected, text
