"""Make a table of a grid of cells: find its head below title rows, lose no cell without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.editing.imports.columns import known_names
from mapping.editing.imports.records import Record, Table
from mapping.errors import Problems, show
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = tuple[str, list[str]]
_SEARCHED = 15  # rows in which the head must be


def table_of_grid(name: str, lines: Sequence[Line], notes: Sequence[str] = ()) -> Table:
    """Return the table that lines of cells make.

    Parameters
    ----------
    name
        Of the file.
    lines
        Each with its place, such as ``line 3``, and its cells; empty ones may be among them.
    notes
        What was seen before.
    """
    filled = [(where, cells) for where, cells in lines if any(cell.strip() for cell in cells)]
    if not filled:
        return Table(name, (), (), notes=tuple(notes))
    at = _head_at(filled)
    said = list(notes)
    if at:
        above = " / ".join(" ".join(filter(None, cells)) for _, cells in filled[:at])
        said.append(f"Title rows before the head of the table are not read: {show(above)}.")
    columns, doubled = _columns(filled[at][1])
    said += [
        f"Two columns are called {show(column)}: the first is taken as it is, the second is "
        f"called {show(f'{column} (2)')}. Rename them if it is the other way round."
        for column in doubled
    ]
    records, problems = [], Problems()
    for where, cells in filled[at + 1 :]:
        spare = [cell for cell in cells[len(columns) :] if cell.strip()]
        if spare:
            problems.at(name, where).warning(
                expected=f"{say_count(len(columns), 'cell')}, one for each column",
                found=f"{len(cells)}, at the end {show(spare[0])}",
                remedy="Put quotation marks round a text with a separator in it.",
            )
            continue
        pairs = zip(columns, cells, strict=False)
        records.append(Record(where, {key: cell.strip() for key, cell in pairs if key}))
    header = tuple(key for key in columns if key)
    return Table(name, header, tuple(records), notes=tuple(said), problems=tuple(problems))


def _head_at(lines: Sequence[Line]) -> int:
    """Return which line is the head: the first in which two cells are usual names of columns."""
    for index, (_, cells) in enumerate(lines[:_SEARCHED]):
        if known_names(cells) >= 2:
            return index
    return 0


def _columns(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return names of columns, each once, and those that stood there twice."""
    names: list[str] = []
    doubled = []
    for cell in cells:
        name = " ".join(cell.split())
        if name and name in names:
            doubled.append(name)
            number = 2
            while f"{name} ({number})" in names:
                number += 1
            name = f"{name} ({number})"
        names.append(name)
    while names and not names[-1]:
        names.pop()
    return names, doubled
