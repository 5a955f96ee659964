"""Read the rows of a CSV or GeoJSON: columns found by their usual names, dates understood."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.dates import read_span
from mapping.errors import DataError, Problem
from mapping.files import UnreadableError
from mapping.life.places import fold
from mapping.reading.syntax import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.life.dates import DateSpan

# What we look for, by the names people give it, folded to ASCII letters and hyphens.
COLUMNS: dict[str, tuple[str, ...]] = {
    "place": ("place", "name-now", "location", "city", "town", "place-name", "toponym", "name"),
    "name_then": ("name-then", "historical-name", "old-name"),
    "country": ("country-now", "country-code", "ccode", "ccodes", "iso", "country"),
    "country_then": ("country-then", "state-then"),
    "lat": ("lat", "latitude", "y", "breite", "coord-y"),
    "lon": ("lon", "lng", "long", "longitude", "x", "laenge", "coord-x"),
    "start": ("date-edtf", "start", "start-date", "from", "begin", "date", "when", "year"),
    "end": ("end", "end-date", "to", "until", "finish"),
    "title": ("title", "label", "event", "heading"),
    "text": ("summary", "text", "description", "desc", "notes"),
    "note": ("note", "remark", "remarks", "comment"),
    "companions": ("companions", "with"),
    "works": ("works", "wrote"),
    "quote": ("quote", "quotation"),
    "quote_by": ("quote-by", "speaker"),
    "source": ("source", "sources", "reference", "citation", "ref", "url"),
    "chapter": ("chapter", "section", "part"),
    "kind": ("kind", "type", "category"),
    "certainty": ("certainty", "confidence"),
    "precision": ("precision", "accuracy"),
    "place_id": ("place-id", "geonames", "wikidata"),
}
_LIMITS = {"lat": 90.0, "lon": 180.0}


@dataclass(frozen=True, slots=True)
class Row:
    """One dated point.

    Parameters
    ----------
    cells
        Text by what it is (a key of ``COLUMNS``), without what is empty.
    lon, lat
        Degrees, EPSG:4326.
    span
        Its dates.
    """

    cells: Mapping[str, str]
    lon: float
    lat: float
    span: DateSpan

    def get(self, name: str) -> str:
        """Return a cell, or an empty text.

        Parameters
        ----------
        name
            A key of ``COLUMNS``.
        """
        return self.cells.get(name, "")


def read_rows(name: str, text: str) -> tuple[list[Row], list[str], list[Problem]]:
    """Read the rows of a table.

    Parameters
    ----------
    name
        File name; decides between GeoJSON and CSV.
    text
        Content.

    Returns
    -------
    tuple of list of Row, list of str, list of Problem
        Rows with position and date; what was guessed; why other rows are left out.

    Raises
    ------
    DataError
        If the file is no table at all, or lacks the columns for position or date.
    """
    is_json = name.lower().endswith((".geojson", ".json"))
    header, records = _features(name, text) if is_json else _csv(name, text)
    found = _find_columns(header)
    pairs = (f"{target.replace('_', ' ')} = {source!r}" for target, source in found.items())
    notes = [f"Columns taken: {', '.join(pairs)}."]
    ignored = [column for column in header if column not in found.values()]
    if ignored:
        notes.append(f"Columns not used: {', '.join(map(repr, ignored))}.")
    needed = [] if is_json else ["lat", "lon"]
    missing = [column for column in (*needed, "start") if column not in found]
    if missing:
        raise DataError([_missing(name, missing, header)])
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, record in enumerate(records, start=1 if is_json else 2):
        where = f"feature {number}" if is_json else f"line {number}"
        cells = {key: record.cells.get(column, "").strip() for key, column in found.items()}
        row = _row(name, where, record, cells, notes)
        if isinstance(row, Row):
            rows.append(row)
        else:
            problems.append(row)
    return rows, notes, problems


@dataclass(frozen=True, slots=True)
class _Record:
    cells: Mapping[str, str]
    position: tuple[Any, Any] | None = None


def _missing(name: str, missing: Sequence[str], header: Sequence[str]) -> Problem:
    usual = "; ".join(f"{key}: {', '.join(COLUMNS[key][:4])}" for key in missing)
    return Problem(
        name,
        "",
        "",
        f"columns for {', '.join(missing)}",
        ", ".join(header) or "no columns",
        f"Rename them to one of the usual names ({usual}).",
    )


def _find_columns(header: Sequence[str]) -> dict[str, str]:
    """Return for each thing we look for the column that has the best of its names."""
    folded = {fold(column): column for column in reversed(header)}
    found: dict[str, str] = {}
    for target, names in COLUMNS.items():
        column = next((folded[name] for name in names if name in folded), None)
        if column is not None and column not in found.values():
            found[target] = column
    if "place" in found and "title" not in found and fold(found["place"]) == "name":
        found["title"] = found["place"]  # a bare "name" heads the stop as well
    return found


def _csv(name: str, text: str) -> tuple[list[str], list[_Record]]:
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    comma = max((",", ";", "\t"), key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=comma, restval="")
        header = [column for column in reader.fieldnames or [] if column]
        records = [
            _Record({key: value or "" for key, value in record.items() if key})
            for record in reader
            if any(value for key, value in record.items() if key)
        ]
    except csv.Error as error:
        raise DataError(
            [Problem(name, "", "", "a CSV table", str(error), "Save it as CSV in UTF-8.")]
        ) from error
    return header, records


def _features(name: str, text: str) -> tuple[list[str], list[_Record]]:
    try:
        value, problems = parse_json(name, text.encode())
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    if problems:
        raise DataError(problems)
    features = value.get("features") if isinstance(value, dict) else None
    if not isinstance(features, list):
        raise DataError(
            [Problem(name, "", "", "a GeoJSON FeatureCollection", "none", "Export it as GeoJSON.")]
        )
    records = [_record(feature) for feature in features if isinstance(feature, dict)]
    header = list(dict.fromkeys(key for record in records for key in record.cells))
    return header, records


def _record(feature: dict[str, Any]) -> _Record:
    properties = feature.get("properties")
    cells = {
        str(key): _flat(value)
        for key, value in (properties if isinstance(properties, dict) else {}).items()
        if value is not None
    }
    geometry = feature.get("geometry")
    position = None
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        coordinates = geometry.get("coordinates")
        if isinstance(coordinates, list) and len(coordinates) > 1:
            position = (coordinates[0], coordinates[1])
    return _Record(cells, position)


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_flat, _scalars(value)))
    return str(value)


def _scalars(values: Iterable[object]) -> list[object]:
    return [value for value in values if isinstance(value, (str, int, float))]


def _row(
    name: str, where: str, record: _Record, cells: dict[str, str], notes: list[str]
) -> Row | Problem:
    """Return the row, or why it cannot be one."""
    lon, lat = record.position or (cells.get("lon", ""), cells.get("lat", ""))
    numbers = {}
    for key, value in (("lon", lon), ("lat", lat)):
        try:
            numbers[key] = round(float(str(value).replace(",", ".")), 5)
        except ValueError:
            return Problem(
                name, where, key, "a number of degrees", repr(value), "Write it like 4.35."
            )
        if not abs(numbers[key]) <= _LIMITS[key]:
            limit = f"degrees from -{_LIMITS[key]:g} to {_LIMITS[key]:g}"
            return Problem(name, where, key, limit, str(value), "Are lon and lat swapped?")
    try:
        span, remark = read_span(cells.get("start", ""), cells.get("end", ""))
    except ValueError as error:
        found = " / ".join(part for part in (cells.get("start"), cells.get("end")) if part)
        return Problem(name, where, "start", str(error), repr(found), "Write it like 1919-01-26.")
    if remark:
        notes.append(f"{where}: {remark}.")
    return Row({key: text for key, text in cells.items() if text}, **numbers, span=span)
