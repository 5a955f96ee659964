"""Dates as the record knows them: exact, approximate, uncertain, a season, a decade, or open."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from mapping.life.spelling import (
    MONTHS,
    NoDate,
    meant_by,
    no_such_day,
    no_such_month,
    years_meant,
)

# ISO 8601-2 level 1, the part a life needs: a year, month, season or day, or the first digits of a
# year, each "~" about, "?" perhaps, "%" both. Of an interval one end may be open: "..".
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)|(\d{3}X|\d{2}XX)([~?%]?)", re.ASCII)
_OPEN = ".."
_EXPECTED = "an EDTF interval such as 1919-01~/1921-12~ or 1934/.."
_EXPECTED_POINT = (
    "a date such as 1919, 1919-01, 1919-01-26, 1919-21 (spring) or 191X, then ~ or ? if need be"
)
GREGORIAN_FROM = 1583
# By the months of the north; a winter has the year in which it begins.
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One end of a span: a year, month, season, day or decade with its qualifiers.

    Parameters
    ----------
    text
        The EDTF string, such as ``1919-01~``, ``1936-21`` or ``193X``; ``..`` for an open end.
    first, last
        First and last day it can mean; of an open end, those of the other one.
    about, perhaps
        Whether it is approximate (``~``) or uncertain (``?``).
    words
        For a reader, such as ``about January 1919``; empty for an open end.
    """

    text: str
    first: date
    last: date
    about: bool
    perhaps: bool
    words: str

    @property
    def is_open(self) -> bool:
        """Return whether nobody says when it was."""
        return self.text == _OPEN

    @property
    def plain(self) -> str:
        """Return it without qualifiers; for a season or a decade, its first day."""
        bare = self.text.rstrip("~?%")
        return self.first.isoformat() if "X" in bare or _season_of(bare) else bare


@dataclass(frozen=True)
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
        """Return the first day the span can mean; of an open beginning, the first that is known."""
        return self.begin.first

    @property
    def last(self) -> date:
        """Return the last day the span can mean; of an open end, the last that is known."""
        return self.end.last

    @property
    def days(self) -> int:
        """Return the likely length in days, between the middles of both ends; at least one."""
        return max(1, round(_middle(self.end) - _middle(self.begin)) + 1)

    @cached_property
    def words(self) -> str:
        """Return the span for a reader: ``about January 1919 to December 1921``, ``from 1934 on``.

        Examples
        --------
        >>> parse_span("../1936-21").words
        'until spring 1936'
        """
        begin, end = self.begin.words, self.end.words
        if self.end.is_open:
            return f"from {begin} on"
        if self.begin.is_open:
            return f"until {end}"
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
    if "24" in (left[1], right[1]):
        return words  # a winter has two years
    parts = words.split(" ")
    drop = 2 if len(left) == 3 and left[1] == right[1] else 1
    return " ".join(parts[:-drop])


@lru_cache(maxsize=65536)
def parse_point(text: str) -> DatePoint:
    """Parse one EDTF date.

    Parameters
    ----------
    text
        A year, month, season (21 to 24), day or decade (``193X``) of the years 0001 to 9999,
        optionally ending in ``~``, ``?`` or ``%``.

    Raises
    ------
    NoDate
        If the text is not such a date; says what was expected, and the nearest right spelling.

    Examples
    --------
    >>> str(parse_point("1936-21").first), parse_point("193X").words
    ('1936-03-01', 'the 1930s')
    """
    match = _POINT.fullmatch(text)
    if not match:
        if meant := meant_by(text):
            parse_point(meant)  # it may be no date either, and then says why
            raise NoDate(_EXPECTED_POINT, f"Did you mean {meant}?")
        raise NoDate(_EXPECTED_POINT)
    year, month, day, mark, stem, stem_mark = match.groups()
    first, last, plain = _stretch(stem) if stem else _exact(year, month, day)
    qualifier = mark or stem_mark or ""
    about, perhaps = qualifier in ("~", "%"), qualifier in ("?", "%")
    words = f"{'about ' if about else ''}{plain}{' (uncertain)' if perhaps else ''}"
    return DatePoint(text, first, last, about, perhaps, words)


def _stretch(stem: str) -> tuple[date, date, str]:
    """Return the bounds and the words of a decade, 193X, or a century, 19XX."""
    length = 10 ** stem.count("X")
    start = int(stem.rstrip("X")) * length
    first, last = date(max(1, start), 1, 1), date(start + length - 1, 12, 31)
    if length == 10:
        return first, last, f"the {start}s"
    number = start // 100 + 1
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return first, last, f"the {number}{ending} century"


def _exact(year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    """Return the bounds and the words of a year, month, season or day."""
    if year == "0000":
        raise NoDate("a year from 0001 to 9999")
    season = _SEASONS.get(int(month or 0))
    if season and not day:
        return _season(int(year), *season)
    if month and not 1 <= int(month) <= 12:
        raise no_such_month(year, month, day)
    # For these three forms the calendar's bounds are the strict bounds of EDTF, which a test
    # holds against the library of that name.
    length = calendar.monthrange(int(year), int(month or 12))[1]
    if day and not 1 <= int(day) <= length:
        raise no_such_day(year, month or "01", day, length)
    first = date(int(year), int(month or 1), int(day or 1))
    last = date(int(year), int(month or 12), int(day or length))
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    return first, last, " ".join([*words, str(int(year))])


def _season(year: int, name: str, month: int) -> tuple[date, date, str]:
    if month < 12:
        end = calendar.monthrange(year, month + 2)[1]
        return date(year, month, 1), date(year, month + 2, end), f"{name} {year}"
    if year == 9999:
        raise NoDate("a winter that ends before the year 10000")
    end = calendar.monthrange(year + 1, 2)[1]
    return date(year, 12, 1), date(year + 1, 2, end), f"{name} {year}–{(year + 1) % 100:02d}"


def _season_of(bare: str) -> bool:
    return len(bare) == 7 and int(bare[5:7]) in _SEASONS


@lru_cache(maxsize=65536)
def parse_span(text: str) -> DateSpan:
    """Parse an EDTF interval, or a single date as the span of that date.

    Parameters
    ----------
    text
        ``start/end`` or one date; one end may be open, ``1934/..``.

    Raises
    ------
    NoDate
        If either end is no date, both are open, or the end certainly lies before the start.
    """
    ends = text.split("/")
    if len(ends) > 2 or (ends[0] == _OPEN and ends[-1] == _OPEN):
        meant = meant_by(text)
        raise NoDate(_EXPECTED, f"Did you mean {meant}?" if meant else "Write it so")
    if meant := years_meant(text):
        raise NoDate(_EXPECTED, f"Did you mean {meant}?")
    if ends[-1] == _OPEN:
        begin = parse_point(ends[0])
        return DateSpan(begin, _open_at(begin.last))
    if ends[0] == _OPEN:
        end = parse_point(ends[1])
        return DateSpan(_open_at(end.first), end)
    begin, end = parse_point(ends[0]), parse_point(ends[-1])
    if end.last < begin.first:
        swapped = f"Swap the two: {end.text}/{begin.text}"
        raise NoDate("an end that is not before its start", f"{swapped}, or correct one")
    return DateSpan(begin, end)


def parse_day(text: str) -> date:
    """Parse one whole day.

    Parameters
    ----------
    text
        Such as ``1936-09-01``.

    Raises
    ------
    NoDate
        If it is none; says what was expected, and the nearest right spelling.

    Examples
    --------
    >>> parse_day("1936-09-01")
    datetime.date(1936, 9, 1)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    meant = text if _POINT.fullmatch(text) else meant_by(text)
    if meant:
        parse_point(meant)  # says which of its parts is wrong
    day = meant.rstrip("~?%")
    remedy = f"Did you mean {day}?" if len(day) == 10 else "Write year, month and day"
    raise NoDate("a day such as 1936-09-01", remedy)


def _open_at(day: date) -> DatePoint:
    return DatePoint(_OPEN, day, day, about=False, perhaps=False, words="")
