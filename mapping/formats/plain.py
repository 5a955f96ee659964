"""The plain formats: GeoJSON, CSV, schema.org JSON-LD, BibTeX and CSL-JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, life_tables, stop_features
from mapping.formats.schema_org import schema_org
from mapping.life.bibliography import csl_item, render_bibtex
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from mapping.formats.geojson import Feature
    from mapping.life.model import Life

_BESIDES = "chapter texts, the person, and full source records are not in it"
_FORMULA = ("=", "+", "-", "@", "\t")


def geojson(life: Life) -> Exported:
    """Return one GeoJSON file per layer, as they stand in a life folder.

    Parameters
    ----------
    life
        A valid life.
    """
    files = {name: text.encode() for name, text in life_tables(life).items()}
    return Exported(files, [f"GeoJSON: {_BESIDES}; formats csl and jsonld have them."])


def table(life: Life) -> Exported:
    """Return the stops, and the legs, as CSV for a spreadsheet: UTF-8 with its mark, CRLF.

    Text stays as it is; no apostrophe is put before a cell that begins like a formula, because
    that would change the data of everyone who does not use a spreadsheet.

    Parameters
    ----------
    life
        A valid life.
    """
    stops, legs = stop_features(life), leg_features(life)
    rows = {"stops": [_stop_row(feature) for feature in stops]}
    rows["legs"] = [_leg_row(feature) for feature in legs]
    notes = [
        f"CSV: {_BESIDES}; an empty cell stands for null; the way of a leg is WKT text.",
    ]
    risky = [
        f"{row['id']} ({name})"
        for table_rows in rows.values()
        for row in table_rows
        for name, cell in row.items()
        if isinstance(cell, str) and cell.startswith(_FORMULA)
    ]
    if risky:
        notes.append(
            "CSV: a spreadsheet may take these cells for formulas, import them as text: "
            + ", ".join(risky)
            + "."
        )
    return Exported({f"{name}.csv": _csv(part) for name, part in rows.items()}, notes)


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


def _stop_row(feature: Feature) -> dict[str, object]:
    lon, lat = feature["geometry"]["coordinates"]
    return {**feature["properties"], "lon": lon, "lat": lat}


def _leg_row(feature: Feature) -> dict[str, object]:
    way = ", ".join(f"{lon} {lat}" for lon, lat in feature["geometry"]["coordinates"])
    return {**feature["properties"], "wkt": f"LINESTRING ({way})"}


def _csv(rows: list[dict[str, object]]) -> bytes:
    if not rows:
        return b""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")  # Excel needs the mark to read UTF-8
