"""Find the dates of a workbook that it shows without their day: who typed a month meant no day."""

from __future__ import annotations

import io
import re
import zipfile

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # words, signs, colours and languages
_UNREADABLE = (
    *(AttributeError, IndexError, KeyError, OSError, OverflowError, SyntaxError, TypeError),
    *(ValueError, zipfile.BadZipFile),
)
Shown = dict[tuple[str, int, int], str]


def shown_dates(data: bytes) -> Shown:
    """Return how to write the dates of which a workbook shows only month or year.

    A spreadsheet makes the first of August of what is typed as "Aug 1914", and shows the month.

    Parameters
    ----------
    data
        A workbook; only an XLSX says how it shows its cells.

    Returns
    -------
    dict
        ``%Y-%m`` or ``%Y`` by sheet, row and column, both counted from 1.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True)
        return {
            (sheet.title, cell.row, cell.column): form
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None and cell.is_date and (form := _form(cell.number_format))
        }
    except _UNREADABLE:  # another reader has its cells already, and shows days as they are
        return {}


def _form(number_format: str) -> str:
    """Return how to write a date that is shown so, or nothing where its day is shown."""
    letters = set(_NOT_SHOWN.sub("", number_format).lower())
    if "y" not in letters or letters & set("dhs"):
        return ""
    return "%Y-%m" if "m" in letters else "%Y"
