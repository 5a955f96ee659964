"""Read CSV tables and say what is wrong with them in a sentence."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from mapping.errors import DataError, Problem, Problems, at

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, str]


def read_table(path: Path, *columns: str) -> list[Row]:
    """Read a CSV table, UTF-8, whose header names at least some columns.

    Raises
    ------
    DataError
        If the file or a column is missing, or a row is too short or too long.
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            header = tuple(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError) as error:
        raise at(path.name).refusal(
            expected="a table in UTF-8", found=str(error), remedy="Restore the file."
        ) from error
    problems = [
        at(path.name, "header").error(
            name, expected="a column", found="none", remedy="Restore the header."
        )
        for name in columns
        if name not in header
    ]
    problems += [
        wrong(path.name, f"row {i}", "", "as many cells as the header", str(len(row)))
        for i, row in enumerate(rows, start=2)
        if None in row or None in row.values()
    ]
    if problems:
        raise DataError(problems)
    return rows


def parse_number(row: Row, field: str, file: str, problems: Problems) -> float:
    """Return a number of a row, or note the problem and return 0."""
    try:
        return float(row[field])
    except ValueError:
        name = next(iter(row.values()))
        problems.append(wrong(file, name, field, "a number", row[field]))
        return 0.0


def is_day(text: str) -> bool:
    """Return whether a text is a day such as ``1919-06-28``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def wrong(file: str, row: str, field: str, expected: str, found: str) -> Problem:
    """Return the problem of one cell."""
    return at(file, row).error(
        field, expected=expected, found=repr(found), remedy="Correct the row."
    )
