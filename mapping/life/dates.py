"""Dates as the record knows them: exact, approximate or uncertain, over the ``edtf`` library."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# ISO 8601-2 level 1, the part a life needs: year, month or day, each "~" about, "?" perhaps,
# "%" both. Seasons, "X" digits and open ends have no first and last day a reader could check.
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
_EXPECTED = "an EDTF interval such as 1919-01~/1921-12~"
GREGORIAN_FROM = 1583
# Spelled out: calendar.month_name follows the locale, and the page must not.
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One end of a span: a year, month or day with its qualifiers.

    Parameters
    ----------
    text
        The EDTF string, such as ``1919-01~``.
    first, last
        First and last day it can mean, by the strict bounds of the ``edtf`` library.
    about, perhaps
        Whether it is approximate (``~``) or uncertain (``?``).
    """

    text: str
    first: date
    last: date
    about: bool
    perhaps: bool

    @property
    def words(self) -> str:
        """Return the date for a reader, such as ``about January 1919``."""
        year, _, rest = self.text.rstrip("~?%").partition("-")
        month, _, day = rest.partition("-")
        plain = str(int(year))
        if month:
            plain = f"{_MONTHS[int(month) - 1]} {plain}"
        if day:
            plain = f"{int(day)} {plain}"
        return f"{'about ' if self.about else ''}{plain}{' (uncertain)' if self.perhaps else ''}"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stay or a movement in time, from one ``DatePoint`` to another."""

    begin: DatePoint
    end: DatePoint

    @property
    def edtf(self) -> str:
        """Return the canonical interval; its slash keeps the column text in GIS."""
        return f"{self.begin.text}/{self.end.text}"

    @property
    def first(self) -> date:
        """Return the first day the span can mean."""
        return self.begin.first

    @property
    def last(self) -> date:
        """Return the last day the span can mean."""
        return self.end.last

    @property
    def days(self) -> int:
        """Return the likely length in days, between the middles of both ends; at least one."""
        return max(1, round(_middle(self.end) - _middle(self.begin)) + 1)

    @property
    def words(self) -> str:
        """Return the span for a reader: ``about January 1919 to December 1921``."""
        begin, end = self.begin.words, self.end.words
        if begin == end:
            return begin
        if not (self.begin.perhaps or self.end.perhaps):
            begin = _without_shared_tail(self.begin, self.end)
        return f"{begin} to {end}"

    def is_before(self, other: DateSpan) -> bool:
        """Return whether this span certainly begins before the other one can."""
        return self.begin.last < other.begin.first

    def overlap_days(self, other: DateSpan) -> int:
        """Return for how many days both spans certainly last together."""
        begin = max(self.begin.last, other.begin.last)
        end = min(self.end.first, other.end.first)
        return max(0, (end - begin).days)


def _middle(point: DatePoint) -> float:
    return (point.first.toordinal() + point.last.toordinal()) / 2


def _without_shared_tail(begin: DatePoint, end: DatePoint) -> str:
    """Drop the year, or month and year, that the end repeats: ``24 to 25 March 1941``."""
    words = begin.words
    if end.about and not begin.about:
        return words  # "March to about May 1928" would make the year of March doubtful
    left, right = begin.text.rstrip("~?%").split("-"), end.text.rstrip("~?%").split("-")
    if left[0] != right[0] or len(left) != len(right) or len(left) == 1:
        return words
    parts = words.split(" ")
    drop = 2 if len(left) == 3 and left[1] == right[1] else 1
    return " ".join(parts[:-drop])


@lru_cache(maxsize=65536)
def parse_point(text: str) -> DatePoint:
    """Parse one EDTF date.

    Parameters
    ----------
    text
        A year, month or day of the years 0001 to 9999, optionally ending in ``~``, ``?`` or ``%``.

    Raises
    ------
    ValueError
        If the text is not such a date; the message says what was expected.
    """
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(
            f"a date such as 1919, 1919-01 or 1919-01-26, then ~ or ? if need be; not {text!r}"
        )
    year, month, day, qualifier = match.groups()
    if year == "0000":
        raise ValueError("a year from 0001 to 9999")
    if month and not 1 <= int(month) <= 12:
        raise ValueError(f"a month from 01 to 12, not {month}")
    # For these three forms the calendar's bounds are the strict bounds of EDTF, which a test
    # holds against the library of that name.
    length = calendar.monthrange(int(year), int(month or 12))[1]
    if day and not 1 <= int(day) <= length:
        raise ValueError(f"a day from 01 to {length} in {year}-{month}, not {day}")
    first = date(int(year), int(month or 1), int(day or 1))
    last = date(int(year), int(month or 12), int(day or length))
    return DatePoint(text, first, last, qualifier in ("~", "%"), qualifier in ("?", "%"))


@lru_cache(maxsize=65536)
def parse_span(text: str) -> DateSpan:
    """Parse an EDTF interval, or a single date as the span of that date.

    Parameters
    ----------
    text
        ``start/end`` or one date.

    Raises
    ------
    ValueError
        If either end is no date, or the end certainly lies before the start.
    """
    ends = text.split("/")
    if len(ends) > 2:
        raise ValueError(_EXPECTED)
    begin, end = parse_point(ends[0]), parse_point(ends[-1])
    if end.last < begin.first:
        raise ValueError(f"an end that is not before its start, not {text!r}")
    return DateSpan(begin, end)
