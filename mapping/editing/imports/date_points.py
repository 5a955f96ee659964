"""Read one date without words around it: year, month and day in whatever order people write."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from mapping.editing.imports.date_words import month_numbers, ways_to_say, weekdays
from mapping.life.dates import parse_point

Order = Literal["day first", "month first", "undecided", "both"]
EXPECTED = "a date such as 1919, 1919-01-26, 26 January 1919, c. 1919 or 1919–1921"
LATEST_YEAR = 2100
_TIME = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?"
ISO = re.compile(r"\+?(\d{4})(?:([-/.])(\d{1,2}|xx|uu)(?:\2(\d{1,2}|xx|uu))?" + _TIME + ")?")
THREE = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})" + _TIME)
_FLOAT = re.compile(r"(?:1\d{3}|20\d{2})\.0+")
_ROMAN = re.compile(r"(\d{1,2})[. ]+([ivx]+)[. ]+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[./-] ?(\d{4})")
_COMPACT = re.compile(r"(1\d{3}|20\d{2})(\d{2})(\d{2})")
_SHORT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|[^\W\d_]+\.?[ -]'?\d{2}|\d{1,3}")
SERIAL = re.compile(r"(\d{4,5})(?:\.\d+)?")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ORDINALS = frozenset(("st", "nd", "rd", "th", "o", "a", "er", "e", "ere", "re", "го", "ое", "te"))
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SILENT = frozenset(".,'°")
_JOINTS = frozenset("-")
_UNKNOWN = ("xx", "uu", None)
_SHAPES = frozenset(("dmy", "mdy", "ymd", "my", "ym", "y", "dy", "dm", "md", "m", "d"))
_SERIAL_ZERO = date(1899, 12, 30)
_LAST_SERIAL = 73050  # 2099-12-31


@dataclass(frozen=True, slots=True)
class Part:
    """What one date says; a range lends its ends what they leave out.

    Parameters
    ----------
    year, month, day
        Numbers, where said.
    about, perhaps
        Whether it is approximate, or uncertain.
    why
        How it was understood, where it could be doubted.
    years
        How many years it stands for: ten for a decade, a hundred for a century.
    is_open
        Whether nobody says when it was; the rest is that of the other end.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    about: bool = False
    perhaps: bool = False
    why: str = ""
    years: int = 1
    is_open: bool = False

    @property
    def edtf(self) -> str:
        """Return the date as EDTF; one without a year is none."""
        if self.year is None:
            raise ValueError("a date with a year of four digits, such as 26 January 1919")
        if self.day is not None and self.month is None:
            raise ValueError(EXPECTED)
        if self.is_open:
            return ".."
        mark = {(1, 1): "%", (1, 0): "~", (0, 1): "?"}.get((int(self.about), int(self.perhaps)), "")
        digits = f"{self.year:04}"
        if self.years > 1:
            unsaid = len(str(self.years)) - 1
            digits = digits[:-unsaid] + "X" * unsaid
        parts = [digits, *(f"{n:02}" for n in (self.month, self.day) if n is not None)]
        return parse_point("-".join(parts) + mark).text

    def marked(self, *, about: bool = False, perhaps: bool = False) -> Part:
        """Return it with more doubt."""
        return replace(self, about=self.about or about, perhaps=self.perhaps or perhaps)

    def completed_by(self, other: Part) -> Part:
        """Return it with the year, and the month of a day, that the other end says."""
        if self.is_open:
            return self
        month = other.month if self.month is None and self.day is not None else self.month
        return replace(self, year=other.year if self.year is None else self.year, month=month)


def read_part(text: str, order: Order) -> tuple[Part, Part]:
    """Return the first and the last date that a plain date can mean.

    They differ only where nobody knows which number is the day.

    Parameters
    ----------
    text
        Folded by ``fold_date``.
    order
        Of day and month between slashes.

    Raises
    ------
    ValueError
        If it is no date; the message says what was expected.
    """
    if found := _three_numbers(text, order):
        return found
    part = _numbers(text) or _serial(text) or _named(text)
    if part is None:
        raise ValueError("a year of four digits" if _SHORT.fullmatch(text) else EXPECTED)
    return part, part


def _three_numbers(text: str, order: Order) -> tuple[Part, Part] | None:
    match = THREE.fullmatch(text)
    if not match:
        return None
    one, sign, two, year = int(match[1]), match[2], int(match[3]), int(match[4])
    first = Part(year, two, one)
    second = Part(year, one, two)
    if two > 12 or (order == "month first" and one <= 12):
        return second, second
    if one > 12 or one == two or sign == "." or order == "day first":
        return first, first
    if order == "both":
        raise ValueError("days and months in one order; other rows of the column show both")
    why = "day and month could be either way round; --day-first or --month-first says it"
    early, late = sorted((first, second), key=lambda part: (part.month or 0, part.day or 0))
    return replace(early, perhaps=True, why=why), replace(late, perhaps=True, why=why)


def _numbers(text: str) -> Part | None:
    """Return a date of numbers alone."""
    if _FLOAT.fullmatch(text):
        return Part(int(text[:4]))
    if match := ISO.fullmatch(text):
        return _iso(*match.groups())
    if match := _MONTH_YEAR.fullmatch(text):
        return Part(int(match[2]), int(match[1]))
    if match := _COMPACT.fullmatch(text):
        return Part(int(match[1]), int(match[2]), int(match[3]))
    if (match := _ROMAN.fullmatch(text)) and match[2] in _ROMANS:
        return Part(int(match[3]), _ROMANS.index(match[2]) + 1, int(match[1]))
    return None


def _iso(year: str, sign: str | None, month: str | None, day: str | None) -> Part | None:
    if month is None and int(year) > LATEST_YEAR:
        return None
    if sign == "." and day is None and len(month or "") == 1:
        return None  # 1919.5 is a number
    if month in _UNKNOWN:
        return Part(int(year))
    return Part(int(year), int(month or 0), None if day in _UNKNOWN else int(day or 0))


def _serial(text: str) -> Part | None:
    """Return the day that a spreadsheet means by a number of days; no year is so late."""
    match = SERIAL.fullmatch(text)
    number = int(match[1]) if match else 0
    if not LATEST_YEAR < number <= _LAST_SERIAL:
        return None
    day = _SERIAL_ZERO + timedelta(days=number)
    why = "a spreadsheet's day number, counted from 1900 as Excel for Windows does"
    return Part(day.year, day.month, day.day, why=why)


def _named(text: str) -> Part | None:
    """Return a date with the month in words, such as ``30 december 1918``."""
    months, fillers = month_numbers(), ways_to_say("filler")
    tokens = _TOKEN.findall(text)
    named = [token for token in tokens if token in months]
    plain: list[str] = []
    year = month = day = None
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else ""
        if token.isdigit() and len(token) == 4 and year is None:
            year = int(token)
            plain.append("y")
        elif token.isdigit() and len(token) <= 2 and day is None:
            day = int(token)
            plain.append("d")
        elif token in _ORDINALS and before.isdigit() and len(before) <= 2:
            continue
        elif token in months and month is None and (len(named) == 1 or token not in weekdays()):
            month = months[token]
            plain.append("m")
        elif token in weekdays() or token in fillers or token in _SILENT:
            continue
        elif token in _JOINTS and (before in months or before.isdigit()):
            continue  # 26-jan-1919
        else:
            return None
    return Part(year, month, day) if "".join(plain) in _SHAPES else None
