"""Understand dates as people write them in tables, and say when one had to be guessed."""

from __future__ import annotations

import re

from mapping.life.dates import DateSpan, parse_span

_ABOUT = re.compile(r"^(?:c\.|ca\.?|circa|about|around|approx\.?|um|vers)\s*(.+)$", re.IGNORECASE)
_DOTTED = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{2}:.*)?$")
_WORDS = re.compile(r"^(?:(\d{1,2})\.?\s+)?([^\W\d_]{3,})\.?,?\s+(\d{4})$")
_AMERICAN = re.compile(r"^([^\W\d_]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$")
_NUMBER = re.compile(r"^(\d{4})\.0$")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_TWELVE = 12


def read_span(start: str, end: str) -> tuple[DateSpan, str]:
    """Return the span that two cells of a table mean, and a remark if it was guessed.

    Parameters
    ----------
    start
        Such as ``1919-01-26``, ``26/01/1919``, ``26 January 1919``, ``c. 1919``, ``1919?``, or
        an EDTF interval.
    end
        The same, or empty for the same day, month or year.

    Raises
    ------
    ValueError
        If either is no date, or the end lies before the start.
    """
    if start.count("/") == 1 and start[:4].isdigit() and not _ISO.match(start):
        start, _, end = start.partition("/")  # an interval says both, whatever stands beside it
    begin, remark = _point(start)
    if not end.strip():
        return parse_span(begin), remark
    finish, second = _point(end)
    return parse_span(f"{begin}/{finish}"), remark or second


def _point(text: str) -> tuple[str, str]:
    """Return one date as EDTF, and a remark."""
    plain = " ".join(text.split())
    mark = ""
    if match := _ABOUT.match(plain):
        plain, mark = match.group(1), "~"
    if plain[-1:] in "~?%" and plain:
        plain, mark = plain[:-1].strip(), "%" if mark else plain[-1]
    if match := _NUMBER.match(plain):
        plain = match.group(1)
    edtf, remark = _calendar(plain)
    return edtf + mark, remark


def _calendar(plain: str) -> tuple[str, str]:
    if match := _ISO.match(plain):
        year, month, day = match.groups()
        return "-".join([year, *(part.zfill(2) for part in (month, day) if part)]), ""
    if match := _DOTTED.match(plain):
        first, second, year = match.groups()
        day, month = first, second
        if int(second) > _TWELVE:
            day, month = second, first
        sure = int(first) > _TWELVE or int(second) > _TWELVE or first == second or "." in plain
        remark = "" if sure else f"{plain} is read with the day first"
        return f"{year}-{month.zfill(2)}-{day.zfill(2)}", remark
    for pattern, order in ((_WORDS, (1, 2, 3)), (_AMERICAN, (2, 1, 3))):
        match = pattern.match(plain)
        if match and match.group(order[1])[:3].lower() in _MONTHS:
            day, name, year = (match.group(group) for group in order)
            month = str(_MONTHS.index(name[:3].lower()) + 1)
            return "-".join([year, *(part.zfill(2) for part in (month, day) if part)]), ""
    return plain, ""
