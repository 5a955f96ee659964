"""Read workbooks, XLSX, ODS and old XLS, by calamine; the sheet of dated places is found."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from mapping.editing.imports.columns import known_names
from mapping.editing.imports.grid import Line, table_of_grid
from mapping.editing.imports.shown_dates import shown_dates
from mapping.errors import at, show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.editing.imports.records import Table

Sheets = dict[str, list[Line]]


def read_sheets(name: str, data: bytes) -> Sheets:
    """Return the cells of all sheets as text, each line with its place.

    Parameters
    ----------
    name
        Of the file.
    data
        Its content.

    Raises
    ------
    DataError
        If it is damaged.
    """
    from python_calamine import CalamineError, CalamineWorkbook, ZipError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = {
            title: book.get_sheet_by_name(title).to_python(skip_empty_area=False)
            for title in book.sheet_names
        }
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise at(name).refusal(
            expected="a workbook",
            found=f"one that is damaged or locked ({str(error)[:80]})",
            remedy="Open it and save it again as XLSX or ODS.",
        ) from error
    cells = (cell for rows in grids.values() for row in rows for cell in row)
    shown = shown_dates(data) if any(map(_may_be_a_month, cells)) else {}
    return {
        title: [
            (
                f"row {number}",
                [_text(cell, shown.get((title, number, at))) for at, cell in enumerate(row, 1)],
            )
            for number, row in enumerate(rows, start=1)
        ]
        for title, rows in grids.items()
    }


def _may_be_a_month(cell: object) -> bool:
    return isinstance(cell, dt.date) and cell.day == 1


def pick_sheet(name: str, sheets: Mapping[str, list[Line]], wanted: str = "") -> Table:
    """Return the table of the sheet that looks most like a table of places and dates.

    Parameters
    ----------
    name
        Of the file.
    sheets
        As ``read_sheets`` returns them.
    wanted
        Name of the sheet, if the person says.

    Raises
    ------
    DataError
        If there is no such sheet.
    """
    if wanted and wanted not in sheets:
        raise at(name).refusal(
            expected=f"a sheet {show(wanted)}",
            found=", ".join(map(show, sheets)) or "none",
            remedy="Correct --sheet.",
        )
    chosen = wanted or max(sheets, key=lambda title: _worth(sheets[title]), default="")
    notes = []
    others = [title for title, lines in sheets.items() if title != chosen and lines]
    if others:
        unread = ", ".join(map(show, others))
        notes.append(f"Sheet {show(chosen)} is read, not {unread}. --sheet names another.")
    return table_of_grid(name, sheets.get(chosen, []), notes)


def _worth(lines: Sequence[Line]) -> tuple[int, int]:
    names = max((known_names(cells) for _, cells in lines[:15]), default=0)
    return names, len(lines)


def _text(cell: object, form: str | None = None) -> str:
    """Return a cell as a person reads it: whole numbers without a dot, days without midnight.

    A date that is shown without its day is written in the given form.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    if isinstance(cell, (dt.date, dt.time)):
        return cell.strftime(form) if form else cell.isoformat()
    return str(cell)
