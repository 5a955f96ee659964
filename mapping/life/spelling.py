"""What is wrong with a date that cannot be read, and the nearest right spelling of it."""

from __future__ import annotations

import re

# Spelled out: calendar.month_name follows the locale, and the page must not.
MONTHS = [
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
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_ABOUT = re.compile(r"(?:c|ca|circa|about)\b\.?\s*(.+)", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_WORDS = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_DECADE = re.compile(r"(\d{3})0'?s", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})", re.ASCII)


class NoDate(ValueError):
    """A text is no date. Its words are what was expected; who catches it says what was found.

    Parameters
    ----------
    expected
        What the grammar asks for, as a noun phrase.
    remedy
        The nearest right spelling, as a sentence without its full stop.
    looser
        What may be written instead where not only a whole day will do, to go on with.
    """

    def __init__(self, expected: str, remedy: str = "Write it so", looser: str = "") -> None:
        super().__init__(expected, remedy, looser)
        self.expected = expected
        mark = "" if remedy.endswith("?") else "."
        self.remedy = f"{remedy}{looser}{mark}"
        self.remedy_of_day = f"{remedy}{mark}"

    def __str__(self) -> str:
        return self.expected


def no_such_day(year: str, month: str, day: str, length: int) -> NoDate:
    """Return what is wrong with a day that its month does not have.

    Parameters
    ----------
    year, month, day
        Four and two digits; the month is one.
    length
        How many days the month has.
    """
    nearest = min(max(int(day), 1), length)
    return NoDate(
        f"a day from 01 to {length} in {year}-{month}",
        f"{MONTHS[int(month) - 1]} {int(year)} has {length} days: "
        f"write {year}-{month}-{nearest:02d}",
        f", or {year}-{month} if the day is not known",
    )


def no_such_month(year: str, month: str, day: str | None) -> NoDate:
    """Return what is wrong with a month that no year has.

    Parameters
    ----------
    year, month, day
        Four and two digits, or no day.
    """
    expected = "a month from 01 to 12" + ("" if day else ", or a season from 21 to 24")
    if day and 1 <= int(day) <= 12 and 1 <= int(month) <= 31:
        return NoDate(expected, f"Did you mean {year}-{day}-{month}?")
    nearest = "01" if month == "00" else "12"
    written = "-".join(part for part in (year, nearest, day) if part)
    return NoDate(
        expected,
        f"The months are numbered from 01 to 12: write {written}",
        f", or {year} if the month is not known",
    )


def meant_by(text: str) -> str:
    """Return the date that people most likely mean by a text, as EDTF writes it; or nothing.

    Parameters
    ----------
    text
        Any text; what is returned has the form of a date, but may be none.

    Examples
    --------
    >>> meant_by("3 Feb. 1920"), meant_by("c. 1920"), meant_by("1920-2-3"), meant_by("soon")
    ('1920-02-03', '1920~', '1920-02-03', '')
    """
    text = text.strip()
    if found := _ABOUT.fullmatch(text):
        rest = found[1].strip()
        plain = meant_by(rest) or (rest if re.fullmatch(r"\d{4}(-\d{2}){0,2}", rest) else "")
        return plain and f"{plain}~"
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}X"
    if found := _NUMBERS.fullmatch(text):
        return _joined(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return _joined(year, month, day)
    if found := _WORDS.fullmatch(text):
        day, word, year = found.groups()
        month = _number_of(word.lower(), with_day=day is not None)
        return _joined(year, month, day) if month else ""
    return ""


def years_meant(text: str) -> str:
    """Return the interval that is meant by two years with a dash between, or nothing.

    Parameters
    ----------
    text
        Any text.
    """
    found = _YEARS.fullmatch(text.strip())
    return f"{found[1]}/{found[2]}" if found and found[1] <= found[2] else ""


def _joined(year: str, month: str, day: str | None) -> str:
    return "-".join((year, f"{int(month):02d}", *((f"{int(day):02d}",) if day else ())))


def _number_of(word: str, *, with_day: bool) -> str:
    """Return the number of a month, or of a season, by its name or the beginning of it."""
    if word in _SEASONS and not with_day:
        return _SEASONS[word]
    return next((str(n) for n, month in enumerate(MONTHS, 1) if _is_short_for(word, month)), "")


def _is_short_for(word: str, month: str) -> bool:
    return month.lower().startswith(word) or word == f"{month[:3].lower()}t"  # Sept
