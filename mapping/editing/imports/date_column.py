"""Judge a whole column of dates: what one cell leaves open, its neighbours often settle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from mapping.editing.imports.date_points import LATEST_YEAR, SERIAL, THREE, Order
from mapping.editing.imports.date_words import fold_date, ways_to_say
from mapping.editing.imports.dates import DateStyle, read_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Meaning = Literal["all alike", "years", "days", "nobody knows"]
_NUMBERS = {
    "years": "a year of four digits, as most numbers of the column are",
    "days": "a spreadsheet's day number, as most numbers of the column are",
    "nobody knows": "years or a spreadsheet's day numbers, and not as many of both in the column",
}
_SLASHED = re.compile(r"\d{1,2} ?[/-] ?\d{1,2} ?[/-] ?\d{4}")
_SHORT = re.compile(r"\d{2}(\d{2})[-–/](\d{2})")
_NEW_YEAR = re.compile(r"\+?(\d{4})-01-01t00:00:00(?:\.0+)?z?")


def judge_column(cells: Iterable[str], *, day_first: bool | None = None) -> DateStyle:
    """Return how a column writes its dates.

    Parameters
    ----------
    cells
        All its cells, of both columns where there is one for the end.
    day_first
        What the person says of the order, if anything.
    """
    folded = [fold_date(cell) for cell in cells if cell.strip()]
    short = [(int(m[1]), int(m[2])) for cell in folded if (m := _SHORT.fullmatch(cell))]
    months = any(1 <= two <= 12 and two <= one for one, two in short)
    ranges = any(two > 12 and two > one for one, two in short)
    return DateStyle(
        _order(folded, day_first=day_first), ranges and not months, months and not ranges
    )


def _order(folded: Sequence[str], *, day_first: bool | None) -> Order:
    if day_first is not None:
        return "day first" if day_first else "month first"
    pairs = [
        (int(match[1]), int(match[3]))
        for cell in folded
        for match in THREE.finditer(cell)
        if match[2] != "."
    ]
    day, month = any(one > 12 for one, _ in pairs), any(two > 12 for _, two in pairs)
    if day and month:
        return "both"
    if day:
        return "day first"
    return "month first" if month else "undecided"


def whole_years(cells: Iterable[str]) -> bool:
    """Return whether a column has years only, written as midnight of 1 January.

    So Wikidata answers a query; three or more such times are taken for years.

    Parameters
    ----------
    cells
        All its cells.
    """
    folded = [fold_date(cell) for cell in cells if cell.strip()]
    return len(folded) >= 3 and all(_NEW_YEAR.fullmatch(cell) for cell in folded)


def meaning_of_numbers(cells: Iterable[str]) -> Meaning:
    """Return what most plain numbers of a column are, where it has both years and day numbers.

    A spreadsheet counts days, so 1910 may be one, and 19223 may be a year with a slip of the key.

    Parameters
    ----------
    cells
        All its cells.
    """
    numbers = [int(m[1]) for cell in cells if (m := SERIAL.fullmatch(cell.strip()))]
    days = sum(number > LATEST_YEAR for number in numbers)
    years = len(numbers) - days
    if not days or not years:
        return "all alike"
    return "years" if years > days else "days" if days > years else "nobody knows"


def refuse_odd_number(cell: str, meaning: Meaning) -> None:
    """Refuse a plain number that is not what most numbers of its column are.

    Parameters
    ----------
    cell
        The cell.
    meaning
        What ``meaning_of_numbers`` returned.

    Raises
    ------
    ValueError
        If it is odd; the message says what was expected.
    """
    match = SERIAL.fullmatch(cell.strip())
    if match and meaning != "all alike":
        kind = "days" if int(match[1]) > LATEST_YEAR else "years"
        if kind != meaning:
            raise ValueError(_NUMBERS[meaning])


def share_of_dates(cells: Iterable[str], style: DateStyle) -> float:
    """Return what part of the cells that say anything are dates, from 0 to 1.

    Parameters
    ----------
    cells
        All cells of a column.
    style
        How it writes its dates.
    """
    no_end = ways_to_say("no end")
    filled = [cell for cell in cells if cell.strip() and fold_date(cell) not in no_end]
    return sum(_is_date(cell, style) for cell in filled) / len(filled) if filled else 1.0


def _is_date(cell: str, style: DateStyle) -> bool:
    try:
        read_dates(cell, "", style)
    except ValueError:
        return False
    return True
