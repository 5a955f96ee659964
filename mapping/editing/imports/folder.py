"""Turn other people's dated points, a CSV or GeoJSON, into the files of a life.

What the table does not say is guessed as little as possible and always reported, so that the
person who imports knows what to look at.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapping.editing.imports.life import life_of_rows
from mapping.editing.imports.table import read_rows
from mapping.editing.new import refuse_occupied
from mapping.editing.tidy import tidy_life
from mapping.errors import DataError, Problem
from mapping.files import UnreadableError, read_bytes, write_text
from mapping.formats.geojson import life_tables
from mapping.reading.folder import read_life
from mapping.reading.syntax import decode

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life


@dataclass(frozen=True, slots=True)
class Imported:
    """A life made from a table.

    Parameters
    ----------
    files
        Text by file name, a whole life folder.
    notes
        What was guessed and what is missing, one sentence each.
    """

    files: dict[str, str]
    notes: list[str] = field(default_factory=list)

    @property
    def stop_count(self) -> int:
        """Return how many stops it has."""
        return self.files["stops.geojson"].count('\n{"type": "Feature"')


def read_table(file: Path) -> Imported:
    """Return the life made from a file.

    Parameters
    ----------
    file
        A CSV or GeoJSON in UTF-8.

    Raises
    ------
    DataError
        If it cannot be read, or holds no dated point.
    """
    try:
        text, problems = decode(file.name, read_bytes(file))
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    imported = import_life(file.name, text)
    marks = [f"{problem}" for problem in problems if not file.name.lower().endswith(".csv")]
    return Imported(imported.files, [*marks, *imported.notes])


def write_imported(imported: Imported, folder: Path) -> tuple[Imported, list[Problem]]:
    """Write an imported life into a new or empty folder, and check it.

    Parameters
    ----------
    imported
        What an import made.
    folder
        Where it shall stand.

    Returns
    -------
    tuple of Imported and list of Problem
        The same, and what ``serge-map check`` would say of the folder.

    Raises
    ------
    ExportError
        If the folder holds anything already, or cannot be written.
    """
    refuse_occupied(folder)
    for name, text in imported.files.items():
        write_text(folder / name, text)
    tidy_life(folder)  # adds the files for QGIS and for editors
    return imported, read_life(folder)[1]


def import_life(name: str, text: str) -> Imported:
    """Return the files of a life made from a table of dated points.

    Parameters
    ----------
    name
        File name; ``.geojson`` and ``.json`` are read as GeoJSON, anything else as CSV.
    text
        Its content.

    Raises
    ------
    DataError
        If there is no row with a place, a position and a date.
    """
    rows, notes, problems = read_rows(name, text)
    if not rows:
        nothing = Problem(
            name,
            "",
            "",
            "at least one row with a position and a date",
            "none",
            "Name the columns place, lat, lon, start, end.",
        )
        raise DataError([*problems, nothing])
    notes += [f"Left out: {problem}" for problem in problems]
    life = life_of_rows(name, rows, notes)
    files = {
        "life.toml": _toml(life),
        **life_tables(life),
        "sources.json": _sources_text(life),
        "SOURCES.md": f"# Where this life comes from\n\nImported from {name}. Say here where its "
        "facts come from and under what licence they may be used.\n",
    }
    return Imported(files, notes)


def _sources_text(life: Life) -> str:
    items = [source.model_dump(by_alias=True, exclude_none=True) for source in life.sources]
    return json.dumps(items, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _toml(life: Life) -> str:
    """Return ``life.toml``; a JSON string is a TOML basic string too, once DEL is escaped."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

    lines = ["# Made by an import: read it through and put it right."]
    lines += [f"{key} = {quoted(getattr(life, key))}" for key in ("title", "subtitle", "lead")]
    lines += [f"{key} = {quoted(getattr(life, key))}" for key in ("language", "licence")]
    lines += ["", "[person]"]
    facts = ("name", "born", "died", "description")
    lines += [f"{key} = {quoted(getattr(life.person, key))}" for key in facts]
    for chapter in life.chapters:
        lines += ["", "[[chapters]]"]
        lines += [f"{key} = {quoted(getattr(chapter, key))}" for key in ("id", "title", "summary")]
    return "\n".join(lines) + "\n"
