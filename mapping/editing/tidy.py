"""Put the tables of a life into canonical form, whatever program wrote them last."""

from __future__ import annotations

import math
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.editing.citation import CITATION, citation_text
from mapping.editing.codebook import CODEBOOK, codebook_text
from mapping.editing.lists import joined, list_text
from mapping.editing.plans import plan_text
from mapping.editing.schemas import schema_texts
from mapping.errors import DataError, Problem, Problems, UnreadableError, at, show
from mapping.files import read_bytes, write_text
from mapping.formats.geojson import collection_text
from mapping.formats.qgis.sidecars import sidecars
from mapping.life.dates import parse_span
from mapping.life.model import Leg, Stop, property_order, split_ids
from mapping.life.order import order_legs, order_stops
from mapping.life.spelling import NoDate
from mapping.reading.features import HARMLESS, collection_problems, label_of
from mapping.reading.folder import FILES, LISTS, parse_life
from mapping.reading.pictures import read_pictures
from mapping.reading.plans import is_plan, plan_files
from mapping.reading.positions import position_fault
from mapping.reading.syntax import NOT_FINITE, parse_json, parse_toml

if TYPE_CHECKING:
    from mapping.life.dates import DateSpan

_QGIS_ID = "fid"  # the row number of a GeoPackage
DECIMALS = 5  # about a metre
_MODELS: dict[str, type[Stop | Leg]] = {"stops.geojson": Stop, "legs.geojson": Leg}
_WORDS_FOR_BOOL = {"true": True, "1": True, "false": False, "0": False}
_Row = dict[str, Any]


def tidy_life(folder: Path | str, *, check: bool = False) -> list[str]:
    """Write the tables in canonical form, their derived columns, and the files made from them.

    Reads what QGIS, GDAL and people leave: other key order, times in date columns, fractions
    for whole numbers, ids in one place only, heights, a WGS84 ``crs``. Legs follow stops that
    were moved. The QGIS files are made only from a life without errors.

    Parameters
    ----------
    folder
        Folder with the four files of a life.
    check
        Whether only to say what would be written.

    Returns
    -------
    list of str
        Names of the files that changed, or would.

    Raises
    ------
    DataError
        If a table cannot be read or a date is none; nothing is written then.
    ExportError
        If a file cannot be written.
    """
    folder = Path(folder)
    files = _read(folder)
    texts = canonical_texts(files)
    due = dict(texts)
    life, _ = parse_life(files | {name: text.encode() for name, text in texts.items()})
    due |= schema_texts()
    if life:
        due |= sidecars(life) | {CODEBOOK: codebook_text(life), CITATION: citation_text(life)}
    changed = [name for name, text in due.items() if not _stands(folder / name, text)]
    if not check:
        for name in changed:
            write_text(folder / name, due[name])
    return changed


def canonical_texts(files: dict[str, bytes]) -> dict[str, str]:
    """Return both tables, and the lists beside them, in canonical form.

    Parameters
    ----------
    files
        Content of the life's files by name.

    Raises
    ------
    DataError
        If a table cannot be read or a date is none.
    """
    tables, problems = {}, Problems()
    for name, model in _MODELS.items():
        tables[name], found = _rows(name, files[name], model)
        problems += found
    spans = {name: _spans(name, rows, problems) for name, rows in tables.items()}
    if problems:
        raise DataError(problems)
    stops, legs = tables["stops.geojson"], tables["legs.geojson"]
    seqs = [row["properties"]["seq"] for row in stops]
    stops = [stops[index] for index in order_stops(seqs, spans["stops.geojson"])]
    positions = {str(row["id"]): row["geometry"] for row in stops}
    order = order_legs([_ends(row) for row in legs], list(positions))
    legs = [legs[index] for index in order]
    for row in legs:
        _pull_ends(row, positions)
    for rows in (stops, legs):
        for number, row in enumerate(rows, start=1):
            row["properties"]["seq"] = number
    whose = f"of the life of {_name(files)}{_years(spans['stops.geojson'])}"
    texts = {
        "stops.geojson": _text("stops.geojson", f"Stops {whose}", stops),
        "legs.geojson": _text("legs.geojson", f"Legs {whose}", legs),
    }
    texts |= {name: list_text(name, files[name]) for name in LISTS if name in files}
    return texts | {name: plan_text(name, files[name]) for name in files if is_plan(name)}


def _read(folder: Path) -> dict[str, bytes]:
    files, problems = {}, Problems()
    there = [name for name in LISTS if (folder / name).exists()]
    for name in (*FILES, *there, *plan_files(folder)):
        try:
            files[name] = read_bytes(folder / name)
        except UnreadableError as error:
            if name in _MODELS or name in LISTS or is_plan(name):
                problems.append(error.problem)
    if problems:
        raise DataError(problems)
    return files | read_pictures(folder, files)


def _stands(path: Path, text: str) -> bool:
    try:
        return read_bytes(path) == text.encode()
    except UnreadableError:
        return False


def _rows(name: str, data: bytes, model: type[Stop | Leg]) -> tuple[list[_Row], list[Problem]]:
    try:
        content, problems = parse_json(name, data)
    except UnreadableError as error:
        return [], [error.problem]
    problems = Problems(p for p in problems if p.level == "error" and p.expected != NOT_FINITE)
    # GDAL writes what load calls harmless; what it calls an error is no matter of form.
    problems += [p for p in collection_problems(name, content) if p.level == "error"]
    if problems:
        return [], problems
    rows = []
    for index, item in enumerate(content["features"]):
        properties = item.get("properties") if isinstance(item, dict) else None
        if not isinstance(properties, dict):
            label = label_of(item, index)
            problems.at(name, label).error(
                expected="a feature with properties",
                found=show(item),
                remedy="Remove it, or fill it in.",
            )
            continue
        rows.append(_row(item, properties, model))
    return rows, problems


def _row(item: _Row, properties: _Row, model: type[Stop | Leg]) -> _Row:
    order = property_order(model)
    columns = {key: _clean(key, properties.get(key), model) for key in order}
    others = {key: value for key, value in properties.items() if key not in (*columns, _QGIS_ID)}
    columns |= others
    columns["id"] = columns["id"] or _clean("id", item.get("id"), model)
    columns["date_edtf"] = columns["date_edtf"] or _edtf_from_days(columns)
    known = {"type": "Feature", "id": columns["id"], "properties": columns}
    known["geometry"] = _geometry(item.get("geometry"), model)
    return known | {k: v for k, v in item.items() if k not in known and k not in HARMLESS}


def _clean(key: str, value: Any, model: type[Stop | Leg]) -> Any:
    """Return a value as its column has it; what cannot be one stays for ``check`` to report."""
    if isinstance(value, float) and not math.isfinite(value):
        value = None
    if isinstance(value, str):
        value = unicodedata.normalize("NFC", value).strip()
    if key == "sources":
        return joined(value) if isinstance(value, str | None) else value
    field = model.model_fields[key]
    if field.annotation is bool:
        if value in (None, "") and not field.is_required():
            return field.default
        return _WORDS_FOR_BOOL.get(str(value).lower().removesuffix(".0"), value)
    if key == "persons" and isinstance(value, str):
        value = "; ".join(split_ids(value))
    if value == "":
        return None if not model.model_fields[key].is_required() else value
    return value


def _edtf_from_days(columns: _Row) -> str | None:
    """Return the dates of a row drawn in GIS, where only the day columns were filled in."""
    days = [columns["start_date"], columns["end_date"]]
    if not all(isinstance(day, str) for day in days):
        return None
    return "/".join(day[:10].replace("/", "-") for day in days)


def _geometry(geometry: Any, model: type[Stop | Leg]) -> Any:
    sort = "Point" if model is Stop else "LineString"
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(parts, list):
        return geometry
    if geometry.get("type") == f"Multi{sort}" and len(parts) == 1:
        geometry, parts = {"type": sort}, parts[0]
    if geometry.get("type") != sort or not isinstance(parts, list):
        return geometry
    flat = _flat(parts) if model is Stop else [_flat(position) for position in parts]
    return {"type": sort, "coordinates": flat}


def _flat(position: Any) -> Any:
    """Return a position without its height, and with the decimals that the files keep."""
    if not isinstance(position, list) or len(position) not in (2, 3):
        return position
    if position_fault(position[:2]):
        return position
    return [round(float(degrees), DECIMALS) + 0.0 for degrees in position[:2]]  # no -0.0


def _spans(name: str, rows: list[_Row], problems: Problems) -> list[DateSpan]:
    """Return the dates of each row, and write into it the columns that follow from them."""
    spans = []
    for index, row in enumerate(rows):
        columns = row["properties"]
        text = columns["date_edtf"]
        try:
            span = parse_span(text if isinstance(text, str) else "")
        except NoDate as error:
            here = problems.at(name, label_of(row, index))
            here.error("date_edtf", expected=str(error), found=show(text), remedy=error.remedy)
            continue
        days = {"start_date": span.first.isoformat(), "end_date": span.last.isoformat()}
        columns |= {"date_edtf": span.edtf, **days}
        if "date_text" in columns:
            columns["date_text"] = span.words
        spans.append(span)
    return spans


def _pull_ends(row: _Row, positions: dict[str, Any]) -> None:
    """Let a leg begin and end where its stops are; one without a line becomes straight."""
    ends = [_coordinates(positions.get(end), "Point") for end in _ends(row)]
    if not all(ends):
        return
    line = _coordinates(row["geometry"], "LineString")
    if row["geometry"] is None or (line is not None and len(line) < 2):
        row["geometry"] = {"type": "LineString", "coordinates": ends}
    elif line is not None:
        line[0], line[-1] = ends


def _coordinates(geometry: Any, sort: str) -> list[Any] | None:
    """Return the coordinates of a geometry, if it is of the sort and they are a list."""
    if not isinstance(geometry, dict) or geometry.get("type") != sort:
        return None
    parts = geometry.get("coordinates")
    return parts if isinstance(parts, list) else None


def _ends(row: _Row) -> tuple[str, str]:
    columns = row["properties"]
    return str(columns["from_id"]), str(columns["to_id"])


def _text(file: str, description: str, rows: list[_Row]) -> str:
    try:
        text = collection_text(file.removesuffix(".geojson"), description, rows)
        text.encode()
    except (ValueError, RecursionError) as error:  # NaN, half a surrogate pair, endless brackets
        raise at(file).refusal(
            expected="text and finite numbers",
            found=f"something that JSON cannot hold ({show(str(error))})",
            remedy="Run serge-map check, and mend what it says.",
        ) from error
    return text


def _years(spans: list[DateSpan]) -> str:
    if not spans:
        return ""
    return f", {min(s.first for s in spans).year} to {max(s.last for s in spans).year}"


def _name(files: dict[str, bytes]) -> str:
    """Return the person's name, where ``life.toml`` has it."""
    try:
        table, _ = parse_toml("life.toml", files["life.toml"])
        return str(table["person"]["name"]).strip() or "a person"
    except (UnreadableError, KeyError, TypeError):
        return "a person"
