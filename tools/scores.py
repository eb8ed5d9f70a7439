"""Prints how well the product does on the public collections; `make scores` runs it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from engine.expressions import evaluate, serials
from engine.kernel.values import ErrorValue, Value
from tools import score_spreadsheets
from tools.formula_cases import Case, excel_cases, named_cases

TOLERANCE = Decimal("1e-9")
_UTC = ZoneInfo("UTC")


def main() -> None:
    """Print all scores."""
    report("formulas, unanimous and majority", named_cases())
    report("formulas of workbooks calculated by Excel, common functions", excel_cases())
    score_spreadsheets.report()


def report(title: str, cases: list[Case]) -> None:
    """Print one score and what is missing, by function."""
    wrong = [case for case in cases if not passes(case)]
    passed = len(cases) - len(wrong)
    print(f"{title}: {passed} of {len(cases)}, {100 * passed / len(cases):.1f} %")
    missing = Counter(case.function for case in wrong)
    for function, count in sorted(missing.items()):
        print(f"  {function}: {count} ({', '.join(case.id for case in wrong if case.function == function)})")


def passes(case: Case) -> bool:
    """Tell whether we answer as the collection expects."""
    return is_same(answer(case), case.expected)


def answer(case: Case) -> Value:
    """Evaluate a case."""
    return evaluate(case.expression, case.values)


def is_same(actual: Value, expected: Value) -> bool:
    """Compare as the collections ask: errors as errors, dates as serials, numbers closely."""
    actual = _spreadsheet_value(actual)
    if isinstance(expected, ErrorValue) or isinstance(actual, ErrorValue):
        return isinstance(expected, ErrorValue) and isinstance(actual, ErrorValue)
    if isinstance(expected, bool | str) or isinstance(actual, bool | str):
        return type(expected) is type(actual) and expected == actual
    return is_close(Decimal(actual), Decimal(expected))  # type: ignore[arg-type]


def is_close(actual: Decimal, expected: Decimal) -> bool:
    """Compare numbers with a relative tolerance."""
    return abs(actual - expected) <= TOLERANCE * max(abs(expected), abs(actual), Decimal("1e-3"))


def _spreadsheet_value(value: Value) -> Value:
    match value:
        case None:
            return Decimal(0)
        case datetime():
            return serials.from_datetime(value, _UTC)
        case date():
            return Decimal(serials.from_date(value))
        case time():
            return serials.from_time(value)
        case timedelta():
            return serials.from_duration(value)
        case tuple():
            return _spreadsheet_value(value[0])
    return value


def failures(cases: Iterable[Case]) -> list[tuple[Case, Value]]:
    """Return what we answer differently."""
    return [(case, answer(case)) for case in cases if not passes(case)]


if __name__ == "__main__":
    main()
