"""Read CSV in all its habits: any separator, real line numbers, and nothing lost in silence."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.columns import known_names
from mapping.editing.imports.grid import Line, table_of_grid
from mapping.errors import DataError, Problem, at

if TYPE_CHECKING:
    from mapping.editing.imports.records import Table

_SEPARATORS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r"(?:\"?sep=(.)\"?[ \t]*)(?:\r\n|\r|\n)", re.IGNORECASE)
_FIELD_LIMIT = 20_000_000  # outlines as WKT pass the 131,072 characters that csv sets


def read_delimited(name: str, text: str, notes: tuple[str, ...] = ()) -> Table:
    """Return the table of a text with separators.

    Parameters
    ----------
    name
        Of the file.
    text
        Its content.
    notes
        What was seen before.

    Raises
    ------
    DataError
        If a quotation mark is left open.
    """
    lines, said = _read(name, text)
    return table_of_grid(name, lines, (*notes, *said))


def read_lines(name: str, text: str) -> list[Line]:
    """Return the cells of a text with separators, each line with its number.

    Parameters
    ----------
    name
        Of the file.
    text
        Its content.

    Raises
    ------
    DataError
        If a quotation mark is left open.
    """
    return _read(name, text)[0]


def _read(name: str, text: str) -> tuple[list[Line], list[str]]:
    text = text.removeprefix("\ufeff")
    shift = 0
    if match := _SEP_LINE.match(text):
        separator, shift = match[1], 1
        text = text[match.end() :]
    else:
        separator = _separator(text)
    try:
        lines = _lines(text, separator, shift)
    except csv.Error as error:
        if separator != "\t":
            raise DataError([_fault(name, error, text, separator, shift)]) from error
        lines = _lines(text, separator, shift, quoted=False)
        return lines, ["Quotation marks are read as part of the text, as some TSV has them."]
    return lines, []


def _separator(text: str) -> str:
    """Return the sign that makes a head of usual names of columns, else the commonest."""
    head = re.sub(r'"[^"]*"', "x", text[:100_000]).splitlines()[:20]

    def worth(sign: str) -> tuple[int, int]:
        known = max((known_names(line.split(sign)) for line in head), default=0)
        return known, max((line.count(sign) for line in head[:2]), default=0)

    return max(_SEPARATORS, key=worth)


def _reader(text: str, separator: str, *, quoted: bool = True) -> Any:
    csv.field_size_limit(_FIELD_LIMIT)
    # The module takes a lone CR for no end of a line that it counts.
    whole = re.sub(r"\r\n?", "\n", text)
    return csv.reader(
        io.StringIO(whole, newline=""),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=quoted,
        skipinitialspace=separator != "\t",
    )


def _lines(text: str, separator: str, shift: int, *, quoted: bool = True) -> list[Line]:
    reader = _reader(text, separator, quoted=quoted)
    lines: list[Line] = []
    before = 0
    for cells in reader:
        lines.append((f"line {before + 1 + shift}", cells))
        before = reader.line_num
    return lines


def _fault(name: str, error: csv.Error, text: str, separator: str, shift: int) -> Problem:
    """Return where the quotation marks go wrong."""
    reader = _reader(text, separator)
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error:
        pass
    where = f"line {start + shift}"
    if "unexpected end" in str(error):
        expected = "a closing quotation mark"
        found = "none to the end of the file"
        remedy = "Close it, or write two of them for one that belongs to the text."
    else:
        expected = "a separator after a closing quotation mark"
        found = f"something else in line {reader.line_num + shift}"
        remedy = "Write two quotation marks for one that belongs to the text."
    return at(name, where).error(expected=expected, found=found, remedy=remedy)
