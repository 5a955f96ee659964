"""Read workbooks, XLSX, ODS and old XLS, by calamine; the sheet of dated places is found."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from mapping.editing.imports.columns import known_names
from mapping.editing.imports.grid import Line, table_of_grid
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
        sheets: Sheets = {}
        for title in book.sheet_names:
            rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
            sheets[title] = [
                (f"row {number}", [_text(cell) for cell in row])
                for number, row in enumerate(rows, start=1)
            ]
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise at(name).refusal(
            expected="a workbook",
            found=f"one that is damaged or locked ({str(error)[:80]})",
            remedy="Open it and save it again as XLSX or ODS.",
        ) from error
    return sheets


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


def _text(cell: object) -> str:
    """Return a cell as a person reads it: whole numbers without a dot, days without midnight."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat()
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    return str(cell)
