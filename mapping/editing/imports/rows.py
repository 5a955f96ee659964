"""Make dated points of a table: columns, positions and dates understood, and all guesses said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.editing.imports.columns import find_columns, names_of_columns, plain
from mapping.editing.imports.date_column import (
    judge_column,
    meaning_of_numbers,
    refuse_odd_number,
    whole_years,
)
from mapping.editing.imports.dates import read_dates
from mapping.editing.imports.ground import locate
from mapping.editing.imports.html_text import has_tags, without_tags
from mapping.editing.imports.records import Row, and_more
from mapping.editing.imports.row_positions import has_position
from mapping.errors import DataError, Place, Problem, Problems, at, show
from mapping.life.spelling import NoDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.editing.imports.date_column import Meaning
    from mapping.editing.imports.dates import DateStyle
    from mapping.editing.imports.records import Choices, Record, Table

_WORDS = ("place", "name_then", "title", "text", "note", "quote", "companions", "works")
Cells = dict[str, str]


def read_rows(table: Table, choices: Choices) -> tuple[list[Row], list[str], list[Problem]]:
    """Return the rows of a table that are dated points.

    Parameters
    ----------
    table
        As a reader returned it.
    choices
        What the person says of it.

    Returns
    -------
    tuple of list of Row, list of str, list of Problem
        Rows in the order of the table; what was guessed; why other rows are left out.

    Raises
    ------
    DataError
        If it lacks the columns for position or date, or the positions are no degrees.
    """
    found = find_columns(table, choices.columns)
    notes = [*table.notes, *_said_columns(table, found)]
    cells = [_cells(record, found) for record in table.records]
    notes += _plain_words(table.records, cells)
    told = [frozenset(key for key, text in mine.items() if text) for mine in cells]
    positions, problems, said = locate(table, found, cells)
    notes += said
    if "start" not in found and "year" not in found:
        raise DataError([_missing(table, "start")])
    rows: list[Row] = []
    style, years, numbers = _judge(cells, choices)
    if years:
        notes.append(
            "All dates are midnight of 1 January: they are taken for years, as Wikidata has them."
        )
    read: list[str] = []
    for record, mine, position, own in zip(table.records, cells, positions, told, strict=True):
        start, end = _dates(mine, years=years)
        try:
            for cell in (start, end):
                refuse_odd_number(cell, numbers)
            reading = read_dates(start, end, style)
        except ValueError as error:
            here = Place(table.name, record.where, problems)
            _no_dates(here, (start, end), style, numbers, error)
            continue
        if position is None:
            continue
        if reading.why:
            said_text = " / ".join(filter(None, (start, end)))
            read.append(f"{record.where}, {show(said_text)} as {reading.span.edtf} ({reading.why})")
        kept = {key: text for key, text in mine.items() if text}
        placed = has_position(record, mine)
        rows.append(Row(record.where, kept, *position, reading.span, placed, own))
    notes += _listed("Dates that could be doubted are read so", read)
    notes += _repeated(rows)
    line_of = {record.where: number for number, record in enumerate(table.records)}
    problems = sorted(problems, key=lambda one: line_of.get(one.feature, len(line_of)))
    left_out = Problems([*table.problems, *problems])
    return rows, notes, [replace(problem, level="warning") for problem in left_out]


def _said_columns(table: Table, found: dict[str, str]) -> list[str]:
    pairs = (f"{target.replace('_', ' ')} = {source!r}" for target, source in found.items())
    notes = [f"Columns taken: {', '.join(pairs)}. --map start=COLUMN takes another."]
    ignored = [column for column in table.header if column not in found.values()]
    if ignored:
        notes.append(f"Columns not used: {', '.join(map(repr, ignored))}.")
    return notes


def _missing(table: Table, what: str) -> Problem:
    """Return the problem of a column that is needed: none has its name, or what has it is none."""
    usual = names_of_columns()[what]
    for column in table.header:
        cells = (record.cells.get(column) for record in table.records)
        if plain(column) in usual and (cell := next(filter(None, cells), "")):
            return at(table.name).error(
                expected=f"columns for {what}",
                found=f"{show(column)}, whose cells, such as {show(cell)}, are mostly no dates",
                remedy=f"Mend the cells, or take it all the same: --map {what}={column}.",
            )
    return at(table.name).error(
        expected=f"columns for {what}",
        found=", ".join(map(str, table.header)) or "no columns",
        remedy=f"Rename one to a usual name ({', '.join(usual[:9])}), "
        f"or say which it is: --map {what}=COLUMN.",
    )


def _cells(record: Record, found: dict[str, str]) -> Cells:
    return {key: record.cells.get(column, "").strip() for key, column in found.items()}


def _plain_words(records: Sequence[Record], cells: list[Cells]) -> list[str]:
    """Take HTML out of texts, which the page would show as it is."""
    where = []
    for record, mine in zip(records, cells, strict=True):
        tagged = [key for key in _WORDS if has_tags(mine.get(key, ""))]
        if tagged:
            where.append(record.where)
            mine |= {key: without_tags(mine[key]) for key in tagged}
    if not where:
        return []
    return [f"HTML tags are taken out of the texts in {and_more(where)}."]


def _judge(cells: Sequence[Cells], choices: Choices) -> tuple[DateStyle, bool, Meaning]:
    starts = [_dates(mine, years=False)[0] for mine in cells]
    both = starts + [_dates(mine, years=False)[1] for mine in cells]
    style = judge_column(both, day_first=choices.day_first)
    return style, whole_years(both), meaning_of_numbers(both)


def _dates(mine: Cells, *, years: bool) -> tuple[str, str]:
    """Return start and end as text, put together where they are in three columns each."""
    start = mine.get("start") or _joined(*(mine.get(key, "") for key in ("year", "month", "day")))
    parts = [mine.get(key, "") for key in ("end_year", "end_month", "end_day")]
    end = mine.get("end") or _joined(*parts)
    if years:
        return start.lstrip("+")[:4], end.lstrip("+")[:4]
    return start, end


def _joined(year: str, month: str, day: str) -> str:
    year, month, day = (part.removesuffix(".0") for part in (year, month, day))
    if not month.isdigit() and month:
        return " ".join(filter(None, (day, month, year)))
    return "-".join(
        filter(None, (year, month.zfill(2) if month else "", day.zfill(2) if day else ""))
    )


def _no_dates(
    here: Place, dates: tuple[str, str], style: DateStyle, numbers: Meaning, error: ValueError
) -> None:
    """Note which of both cells is wrong by itself, or that they are wrong together."""
    start, end = dates
    remedy = "Write it like 1919 or 1919-01-26."
    faults = {}
    for field, cell, pair in (("start", start, (start, "")), ("end", end, ("0001", end))):
        try:
            refuse_odd_number(cell, numbers)
            if cell:
                read_dates(*pair, style)
        except ValueError as fault:
            faults[field] = fault
            told = fault.remedy if isinstance(fault, NoDate) else remedy
            here.error(field, expected=str(fault), found=show(cell), remedy=told)
    if not faults:
        found = " / ".join(map(show, filter(None, dates))) or "nothing"
        field = "start" if start or not end else "end"
        if start and end:
            remedy = "Swap the two, or correct one."
        here.error(field, expected=str(error), found=found, remedy=remedy)


def _repeated(rows: Sequence[Row]) -> list[str]:
    seen: dict[tuple[object, ...], str] = {}
    twice = []
    for row in rows:
        key = (row.get("place"), row.get("title"), row.span, row.lon, row.lat, row.get("text"))
        if key in seen:
            twice.append(f"{row.where} says the same as {seen[key]}")
        seen.setdefault(key, row.where)
    return [f"The same stop stands there twice: {and_more(twice)}."] if twice else []


def _listed(what: str, items: Sequence[str]) -> list[str]:
    return [f"{what} ({len(items)}): {and_more(items, '; ')}."] if items else []
