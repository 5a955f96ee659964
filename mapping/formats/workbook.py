"""A life as a workbook, XLSX or ODS: a sheet a table, lists to choose from, text stays text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from mapping.errors import ExportError
from mapping.formats.exported import Exported
from mapping.formats.tables import TOML, Grid, left_of_tables, life_grids
from mapping.life.model import (
    CERTAINTIES,
    KINDS,
    MODES,
    PRECISIONS,
    RECORDS,
    Chapter,
    Leg,
    Stop,
)
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet
    from pydantic import BaseModel

    from mapping.formats.tables import Cell
    from mapping.life.model import Life

CELL_LIMIT = 32_767  # characters, in every spreadsheet of today
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same life gives the same bytes
_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_MODELS: dict[str, type[BaseModel]] = {
    "stops": Stop,
    "legs": Leg,
    "chapters": Chapter,
    **{file.removesuffix(".json"): model for file, model in RECORDS.items()},
}
_LISTS = {
    "kind": KINDS,
    "mode": MODES,
    "certainty": CERTAINTIES,
    "precision": PRECISIONS,
    "guarded": ("true", "false"),
    "headline": ("true", "false"),
    "tour": ("true", "false"),
}
_WIDE = {"summary", "note", "quote", "text", "title", "wkt", "csl", "companions", "works"}
_WIDE |= {"persons", "correction", "sentence", "sources", "alt"}
_ROWS = 5000  # so far down the lists reach
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


def xlsx(life: Life) -> Exported:
    """Return the life as an XLSX workbook, which an import turns into the same files again.

    Parameters
    ----------
    life
        A valid life.

    Raises
    ------
    ExportError
        If a text is longer than a cell may be.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, grid in _grids(life).items():
        sheet: Worksheet = book.create_sheet(name)
        _fill(sheet, grid)
        _furnish(sheet, name, grid)
    stream = io.BytesIO()
    book.save(stream)
    return Exported(
        {f"{life_slug(life)}.xlsx": _same_bytes(stream.getvalue())}, _notes(life, "XLSX")
    )


def ods(life: Life) -> Exported:
    """Return the life as an ODS workbook, which an import turns into the same files again.

    Parameters
    ----------
    life
        A valid life.

    Raises
    ------
    ExportError
        If a text is longer than a cell may be.
    """
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = Element("manifest:manifest", {"manifest:version": "1.3"})
    manifest.set("xmlns:manifest", _OFFICE.format("manifest"))
    for path, media in (("/", kind), ("content.xml", "text/xml")):
        entry = {"manifest:full-path": path, "manifest:media-type": media}
        SubElement(manifest, "manifest:file-entry", entry)
    grids = _grids(life)
    parts = {
        "mimetype": kind.encode(),
        "content.xml": _xml(_content(grids)),
        "META-INF/manifest.xml": _xml(manifest),
    }
    return Exported(
        {f"{life_slug(life)}.ods": _zipped(parts)}, [*_notes(life, "ODS"), *_tabs(grids)]
    )


def _tabs(grids: dict[str, Grid]) -> list[str]:
    """Return what the reader of ODS leaves out."""
    cells = (cell for grid in grids.values() for line in grid for cell in line)
    if any(isinstance(cell, str) and "\t" in cell for cell in cells):
        return ["ODS: tabs inside texts are lost when it is imported; xlsx keeps them."]
    return []


def _notes(life: Life, name: str) -> list[str]:
    derived = f"{name}: derived columns are left out; an import derives them again."
    return [derived, *left_of_tables(life, name)]


def _grids(life: Life) -> dict[str, Grid]:
    grids = life_grids(life)
    for name, grid in grids.items():
        for number, cells in enumerate(grid, start=1):
            if any(isinstance(cell, str) and len(cell) > CELL_LIMIT for cell in cells):
                raise ExportError(
                    f"sheet {name}, row {number}: expected at most {CELL_LIMIT:,} characters, as "
                    "many as a cell may have, found more. Shorten the text."
                )
    return grids


def _fill(sheet: Worksheet, grid: Grid) -> None:
    """Write the cells; a text is a text, also one that begins like a formula or a date."""
    for row, cells in enumerate(grid, start=1):
        for column, value in enumerate(cells, start=1):
            if value is None:
                continue
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
                cell.number_format = "@"


def _furnish(sheet: Worksheet, name: str, grid: Grid) -> None:
    """Freeze the head, say what each column is, and offer what it may hold."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "B2" if len(grid[0]) > 2 else "A2"
    if name == TOML:
        sheet.sheet_state = "hidden"
    model = _MODELS.get(name)
    for column, title in enumerate(map(str, grid[0]), start=1):
        head = sheet.cell(1, column)
        head.font = Font(bold=True)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 60 if title in _WIDE else 18
        field = model.model_fields.get(title) if model else None
        if field and field.description:
            head.comment = Comment(field.description, "serge-map")
        if model and title in _LISTS:
            choice = DataValidation(
                type="list", formula1=f'"{",".join(_LISTS[title])}"', allow_blank=True
            )
            sheet.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{_ROWS}")
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _same_bytes(data: bytes) -> bytes:
    """Return the archive without its timestamps, which would change the bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[core])
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            # The first part of an ODS says what the file is, in the clear.
            plain = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def _xml(root: Element) -> bytes:
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _content(grids: dict[str, Grid]) -> Element:
    root = Element("office:document-content", {"office:version": "1.3"})
    for prefix in ("office", "table", "text"):
        root.set(f"xmlns:{prefix}", _OFFICE.format(prefix))
    body = SubElement(SubElement(root, "office:body"), "office:spreadsheet")
    for name, grid in grids.items():
        table = SubElement(body, "table:table", {"table:name": name})
        for cells in grid:
            row = SubElement(table, "table:table-row")
            for value in cells:
                _ods_cell(row, value)
    return root


def _ods_cell(row: Element, value: Cell) -> None:
    if value is None:
        SubElement(row, "table:table-cell")
    elif isinstance(value, str):
        cell = SubElement(row, "table:table-cell", {"office:value-type": "string"})
        for line in value.split("\n"):
            _paragraph(SubElement(cell, "text:p"), line)
    else:
        facts = {"office:value-type": "float", "office:value": str(value)}
        SubElement(SubElement(row, "table:table-cell", facts), "text:p").text = str(value)


def _paragraph(paragraph: Element, line: str) -> None:
    """Write a line; spaces in a row and tabs are elements, since XML would lose them."""
    last: Any = None
    for piece in re.split(r"(\t| {2,}|^ | $)", line):
        if piece == "\t":
            last = SubElement(paragraph, "text:tab")
        elif piece and not piece.strip(" "):
            last = SubElement(paragraph, "text:s", {"text:c": str(len(piece))})
        elif piece and last is None:
            paragraph.text = piece
        elif piece:
            last.tail = piece
