"""Turn other people's dated places, whatever file they are in, into the files of a life.

What the table does not say is guessed as little as possible and always reported, so that the
person who imports knows what to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.editing.imports.delimited import read_delimited, read_lines
from mapping.editing.imports.encoding import decode_text
from mapping.editing.imports.features import read_feature_lines, read_features
from mapping.editing.imports.kinds import recognise
from mapping.editing.imports.layers import read_layers
from mapping.editing.imports.life import life_of_rows
from mapping.editing.imports.life_files import life_files
from mapping.editing.imports.markup import read_gpx, read_kml
from mapping.editing.imports.own import OWN_TABLES, files_of_sheets, is_own
from mapping.editing.imports.records import Choices, Imported
from mapping.editing.imports.rows import read_rows
from mapping.editing.imports.workbook import pick_sheet, read_sheets
from mapping.editing.new import refuse_occupied
from mapping.editing.tidy import tidy_life
from mapping.errors import DataError, Problem, UnreadableError, at, count_of
from mapping.files import read_bytes, write_text
from mapping.life.model import RECORDS
from mapping.reading.folder import read_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.editing.imports.merge import Merged
    from mapping.editing.imports.records import Table
    from mapping.editing.imports.workbook import Sheets

_NOTHING = Choices()


def read_table(file: Path, choices: Choices = _NOTHING) -> Imported:
    """Return the life made from a file.

    Parameters
    ----------
    file
        A table of dated places: CSV, XLSX, ODS, GeoJSON, KML, GPX, GeoPackage and others.
    choices
        What the person says of it.

    Raises
    ------
    DataError
        If it cannot be read, or holds no dated place.
    """
    if file.is_dir():
        return read_own_folder(file)
    try:
        data = read_bytes(file)
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    return import_life(file.name, data, choices)


def write_imported(imported: Imported, folder: Path) -> tuple[Imported, list[Problem]]:
    """Write an imported life into a new or empty folder, and check it.

    Parameters
    ----------
    imported
        What an import made.
    folder
        The folder to make.

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


def write_merged(merged: Merged, folder: Path) -> list[Problem]:
    """Write a merged life into its folder, and check it.

    Parameters
    ----------
    merged
        What ``merge_into`` made.
    folder
        The folder of the life.

    Returns
    -------
    list of Problem
        What ``serge-map check`` would say of the folder.

    Raises
    ------
    ExportError
        If it cannot be written.
    """
    for name, text in merged.files.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8-sig") != text:
            write_text(path, text)
    tidy_life(folder)
    return read_life(folder)[1]


def import_life(name: str, content: bytes | str, choices: Choices = _NOTHING) -> Imported:
    """Return the files of a life made from a table of dated places.

    Parameters
    ----------
    name
        File name; the life is called after it. What kind of file it is, its content says.
    content
        Its content.
    choices
        What the person says of it.

    Raises
    ------
    DataError
        If there is no row with a position and a date.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    name = name.encode("utf-8", "replace").decode("utf-8")  # as it can be printed
    try:
        if recognise(name, data) == "workbook" and is_own(sheets := read_sheets(name, data)):
            return own_life(name, sheets)
        table = _read(name, data, choices)
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    rows, notes, left_out = read_rows(table, choices)
    if not rows:
        nothing = at(name).error(
            expected="at least one row with a position and a date",
            found="none",
            remedy="Name the columns place, lat, lon, start, end.",
        )
        raise DataError([*left_out, nothing])
    guesses: list[str] = []
    life, row_of = life_of_rows(name, rows, notes, guesses, choices.quotes_by)
    count = len(table.records) + count_of(table.problems)
    notes += guesses
    return Imported(
        life_files(life, name),
        notes,
        left_out,
        count,
        said={key: row.said_of(key) for key, row in row_of.items()},
        where={key: (name, row.where) for key, row in row_of.items()},
        guesses=guesses,
    )


def own_life(name: str, sheets: Sheets) -> Imported:
    """Return the life of a workbook, or folder of CSV, that we wrote.

    Parameters
    ----------
    name
        Of the file or folder.
    sheets
        Lines of cells by name of the table.

    Raises
    ------
    DataError
        If a position, a date or a record in it cannot be read.
    """
    files = files_of_sheets(name, sheets)
    notes = [f"{name} is a life that serge-map exported: it is taken back whole."]
    count = files["stops.geojson"].count('\n{"type": "Feature"')
    return Imported(files, notes, [], count, whole=True)


def read_own_folder(folder: Path) -> Imported:
    """Return the life of a folder that ``export csv`` wrote.

    Parameters
    ----------
    folder
        With ``stops.csv``, ``legs.csv``, ``chapters.csv``, ``sources.csv``, ``life.csv``.

    Raises
    ------
    DataError
        If it is no such folder, or a table in it cannot be read.
    """
    sheets: Sheets = {}
    try:
        lists = [file.removesuffix(".json") for file in RECORDS]
        there = [title for title in lists if (folder / f"{title}.csv").exists()]
        for title in (*OWN_TABLES, *there):
            path = folder / f"{title}.csv"
            text, _ = decode_text(path.name, read_bytes(path))
            sheets[title] = read_lines(path.name, text)
        if (folder / "life.toml").exists():
            toml, _ = decode_text("life.toml", read_bytes(folder / "life.toml"))
            lines = enumerate(toml.split("\n"), start=1)
            sheets["life.toml"] = [("", []), *((f"row {n}", [str(n), line]) for n, line in lines)]
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    return own_life(folder.name, sheets)


def _read(name: str, data: bytes, choices: Choices) -> Table:
    """Return the table of a file, by the reader for what it is."""
    kind = recognise(name, data)
    if kind == "workbook":
        return pick_sheet(name, read_sheets(name, data), choices.sheet)
    if kind == "layers":
        return read_layers(name, data, choices.sheet)
    if kind in ("kml", "kmz", "gpx"):
        return (read_gpx if kind == "gpx" else read_kml)(name, data)
    text, note = decode_text(name, data, choices.encoding)
    read = {"json": read_features, "lines": read_feature_lines}.get(kind, read_delimited)
    return read(name, text.removeprefix("\ufeff"), (note,) if note else ())
