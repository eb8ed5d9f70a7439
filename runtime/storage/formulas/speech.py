"""The primitives in which the two databases differ. Arguments are never NULL unless said otherwise.

Numbers are NUMERIC on PostgreSQL and canonical decimal text on SQLite, where arithmetic is done by functions
of our own. Dates are DATE or `YYYY-MM-DD`, instants TIMESTAMPTZ or `YYYY-MM-DDTHH:MM:SS.ffffffZ`.
"""

from decimal import Decimal
from typing import Protocol

from engine.kernel.values import Value
from runtime.storage.formulas.term import Sql, Term


class Speech(Protocol):
    """How one database says it."""

    def constant(self, value: Value) -> Sql:
        """Return a bound constant of its kind."""

    def today(self) -> Sql:
        """Return the parameter of the current date."""

    def now(self) -> Sql:
        """Return the parameter of the current moment."""

    def user(self) -> Sql:
        """Return the parameter of the current user as text, which may be NULL."""

    def roles(self) -> Sql:
        """Return the parameter of the user's roles, a line for each."""

    def column(self, stored: Sql, kind: str) -> Sql:
        """Return a stored column of a kind of value, free of its own conversions."""

    def decimal(self, term: Term) -> Sql:
        """Return a number, which may be NULL, as arithmetic takes it."""

    def stored_constant(self, number: Decimal, scale: int, operator: str) -> Sql | None:
        """Return what a stored column compares with instead of a number; None where nothing equals it."""

    def arithmetic(self, operator: str, left: Sql, right: Sql, *, exact: bool) -> Sql:
        """Add, subtract, multiply or divide; a division by 0 gives NULL."""

    def compare(self, operator: str, left: Sql, right: Sql) -> Sql:
        """Compare two numbers."""

    def rounded(self, number: Sql, digits: int, mode: str) -> Sql:
        """Round `half_up`, `up` or `down`."""

    def floor(self, number: Sql) -> Sql:
        """Round down to a whole number."""

    def absolute(self, number: Sql) -> Sql:
        """Return the number without its sign."""

    def remainder(self, number: Sql, divisor: Sql) -> Sql:
        """Return the remainder with the sign of the divisor; a division by 0 gives NULL."""

    def extreme(self, name: str, numbers: list[Sql]) -> Sql:
        """Return the `least` or `greatest` of numbers that may be NULL."""

    def integer(self, number: Sql) -> Sql:
        """Return a number without its fraction as an integer of the database, between -LIMIT and LIMIT."""

    def of_integer(self, integer: Sql) -> Sql:
        """Return an integer of the database as a number."""

    def number_text(self, number: Sql) -> Sql:
        """Write a number as text."""

    def fold(self, text: Sql) -> Sql:
        """Return a text in lower case, compared by code point."""

    def upper(self, text: Sql) -> Sql:
        """Return a text in capitals."""

    def trimmed(self, text: Sql) -> Sql:
        """Return a text without superfluous spaces."""

    def joined(self, left: Sql, right: Sql) -> Sql:
        """Join two texts."""

    def position(self, part: Sql, text: Sql) -> Sql:
        """Return the position of a part, 0 where it is not in the text, as an integer."""

    def last(self, text: Sql, count: Sql) -> Sql:
        """Return the last characters."""

    def words(self, value: Sql) -> Sql:
        """Return a stored text or id, which may be NULL, as text."""

    def date_text(self, day: Sql) -> Sql:
        """Write a date as text."""

    def local_date(self, moment: Sql) -> Sql:
        """Return the date of an instant, which may be NULL, in the app's time zone."""

    def serial(self, day: Sql) -> Sql:
        """Return the serial number of a date as an integer."""

    def part(self, name: str, day: Sql) -> Sql:
        """Return the year, month or day of a date, which may be NULL, as an integer."""

    def make_date(self, year: Sql, month: Sql, day: Sql) -> Sql:
        """Return a date; NULL where there is none."""

    def days_later(self, day: Sql, days: Sql) -> Sql:
        """Return a date some days later; NULL where there is none."""

    def months_later(self, day: Sql, months: Sql) -> Sql:
        """Return the same day some months later; NULL where there is none."""

    def end_of_month(self, day: Sql, months: Sql) -> Sql:
        """Return the last day of the month some months later; NULL where there is none."""

    def stored(self, number: Sql, scale: int) -> Sql:
        """Return a number as a field of a scale keeps it."""
