"""The plain formats: GeoJSON, CSV, schema.org JSON-LD, BibTeX and CSL-JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from mapping.formats.exported import Exported
from mapping.formats.geojson import life_lists, life_tables, plan_tables
from mapping.formats.schema_org import schema_org
from mapping.formats.self_citation import RIGHTS, rights_text
from mapping.formats.tables import TOML, left_of_tables, life_grids
from mapping.life.bibliography import csl_item, render_bibtex
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from mapping.formats.tables import Grid
    from mapping.life.model import Life

_BESIDES = "chapter texts, the person, and full source records are not in it"
# what a spreadsheet begins a formula with, after spaces and line ends that it passes over
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def geojson(life: Life) -> Exported:
    """Return one GeoJSON file per layer and plan, as in a life folder, and the pictures.

    Parameters
    ----------
    life
        A valid life.
    """
    texts = life_tables(life) | plan_tables(life) | {RIGHTS: rights_text(life)}
    if life.images:
        texts["images.json"] = life_lists(life)["images.json"]
    files = {name: text.encode() for name, text in texts.items()} | life.pictures
    return Exported(files, [f"GeoJSON: {_BESIDES}; formats csl and jsonld have them."])


def table(life: Life) -> Exported:
    """Return all tables as CSV for a spreadsheet: UTF-8 with its mark, CRLF.

    Text stays as it is; no apostrophe is put before a cell that begins like a formula, because
    that would change the data of everyone who does not use a spreadsheet.

    Parameters
    ----------
    life
        A valid life.
    """
    grids = life_grids(life, derived=True)
    toml = "\n".join(str(line[1]) for line in grids.pop(TOML)[1:])
    notes = ["CSV: an empty cell stands for null; the way of a leg is WKT text."]
    notes += left_of_tables(life, "CSV")
    risky = [
        f"{row[0]} ({name})"
        for grid in grids.values()
        for row in grid[1:]
        for name, cell in zip(grid[0], row, strict=True)
        if isinstance(cell, str) and _FORMULA.match(cell)
    ]
    if risky:
        notes.append(
            "CSV: a spreadsheet may take these cells for formulas, import them as text: "
            + ", ".join(risky)
            + "."
        )
    files = {f"{name}.csv": csv_bytes(grid) for name, grid in grids.items()}
    return Exported(files | ({TOML: toml.encode()} if toml else {}), notes)


def json_ld(life: Life) -> Exported:
    """Return the life in the vocabulary of schema.org.

    Parameters
    ----------
    life
        A valid life.
    """
    text = json.dumps(schema_org(life), ensure_ascii=False, allow_nan=False, indent=1)
    notes = [
        (
            "JSON-LD: schema.org has no approximate dates and no way of travel: ~, ?, certainty, "
            "mode and guard are only in disambiguatingDescription."
        ),
        (
            "JSON-LD: the waypoints of the legs, names of states then, companions, works and notes "
            "are left out."
        ),
    ]
    return Exported({f"{life_slug(life)}.jsonld": f"{text}\n".encode()}, notes)


def bibtex(life: Life) -> Exported:
    """Return the sources as BibTeX.

    Parameters
    ----------
    life
        A valid life.
    """
    text, lost = render_bibtex(life.sources)
    notes = ["BibTeX: only the sources; stops and legs are not in it."]
    if lost:
        notes.append(f"BibTeX: no field for {', '.join(sorted(lost))}; format csl keeps them.")
    return Exported({f"{life_slug(life)}.bib": text.encode()}, notes)


def csl(life: Life) -> Exported:
    """Return the sources as CSL-JSON, which Zotero and pandoc read.

    Parameters
    ----------
    life
        A valid life.
    """
    items = [csl_item(source) for source in life.sources]
    text = json.dumps(items, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    notes = ["CSL-JSON: only the sources; stops and legs are not in it."]
    return Exported({f"{life_slug(life)}-sources.json": text.encode()}, notes)


def csv_bytes(grid: Grid) -> bytes:
    """Return a table as CSV that a spreadsheet opens by itself: UTF-8 with its mark, CRLF.

    Parameters
    ----------
    grid
        The head and the rows.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(grid)
    return stream.getvalue().encode("utf-8-sig")  # Excel needs the mark to read UTF-8
