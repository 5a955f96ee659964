"""Read what is JSON: GeoJSON in all its shapes, and the formats of other story maps."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.records import Record, Table
from mapping.editing.imports.stories import read_story
from mapping.errors import DataError, Problems, UnreadableError, at, show
from mapping.reading.syntax import NOT_FINITE, parse_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Json = dict[str, Any]
_DEGREES = ("CRS84", "EPSG::4326", "EPSG:4326", "OGC:84")
_MANY_LINES = 1_000_000


def read_features(name: str, text: str, notes: tuple[str, ...] = ()) -> Table:
    """Return the table of a JSON file.

    Parameters
    ----------
    name
        Of the file.
    text
        GeoJSON, a feature alone, Linked Places, uMap, StoryMapJS, TimelineJS, or our JSON-LD.
    notes
        What was seen before.

    Raises
    ------
    DataError
        If it is no JSON, or of a kind that holds no points.
    """
    value, said = _parse(name, text)
    notes = (*notes, *said)
    if isinstance(value, list) and value and all(_is_feature(item) for item in value):
        value = {"type": "FeatureCollection", "features": value}
    if isinstance(value, dict) and value.get("type") == "Feature":
        value = {"type": "FeatureCollection", "features": [value]}
    if isinstance(value, dict) and isinstance(value.get("features"), list):
        _refuse_projected(name, value)
        return _table(name, [("", value["features"])], notes)
    if isinstance(value, dict) and value.get("type") == "umap":
        layers = [layer for layer in value.get("layers") or [] if isinstance(layer, dict)]
        return _table(name, [(_layer_name(layer), _items(layer)) for layer in layers], notes)
    return read_story(name, value, notes)


def read_feature_lines(name: str, text: str, notes: tuple[str, ...] = ()) -> Table:
    """Return the table of a file that has a GeoJSON feature in each line.

    Parameters
    ----------
    name
        Of the file.
    text
        Its content.
    notes
        What was seen before.

    Raises
    ------
    DataError
        If a line is no JSON.
    """
    features, problems = [], Problems()
    for number, line in enumerate(text.splitlines()[:_MANY_LINES], start=1):
        bare = line.strip("\x1e \t\r,")
        if not bare:
            continue
        try:
            features.append(json.loads(bare))
        except (ValueError, RecursionError):
            problems.at(name, f"line {number}").error(
                expected="a GeoJSON feature",
                found=show(bare),
                remedy="Mend it, or export the file again.",
            )
    if problems:
        raise DataError(problems)
    return _table(name, [("", features)], notes)


def _parse(name: str, text: str) -> tuple[Any, list[str]]:
    try:
        value, problems = parse_json(name, text.encode("utf-8", "replace"))
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    grave = [problem for problem in problems if problem.expected != NOT_FINITE]
    if grave:
        raise DataError(grave)
    if problems:
        return value, ["NaN and Infinity, which JSON does not have, are read as nothing."]
    return value, []


def _is_feature(item: object) -> bool:
    return isinstance(item, dict) and item.get("type") == "Feature"


def _refuse_projected(name: str, value: Json) -> None:
    crs = value.get("crs")
    said = crs.get("properties") if isinstance(crs, dict) else None
    code = str(said.get("name", "")) if isinstance(said, dict) else ""
    if code and not any(code.endswith(degrees) for degrees in _DEGREES):
        raise at(name).refusal(
            "crs",
            expected="degrees, longitude and latitude of WGS84 (EPSG:4326)",
            found=show(code),
            remedy="Export it from QGIS once more with the coordinate system EPSG:4326.",
        )


def _layer_name(layer: Json) -> str:
    for key in ("_umap_options", "_storage"):
        options = layer.get(key)
        if isinstance(options, dict) and options.get("name"):
            return str(options["name"])
    return ""


def _items(layer: Json) -> list[Any]:
    features = layer.get("features")
    return features if isinstance(features, list) else []


def _table(name: str, layers: Sequence[tuple[str, Sequence[Any]]], notes: tuple[str, ...]) -> Table:
    records: list[Record] = []
    problems = Problems()
    number = 0
    for layer, features in layers:
        for feature in features:
            number += 1
            where = f"feature {number}"
            fault = _fault(feature)
            if fault:
                problems.at(name, where).warning(
                    expected="a Feature with the geometry of a Point",
                    found=fault,
                    remedy="Leave it out, or make it a Point with a date.",
                )
                continue
            cells = _cells(feature)
            if layer:
                cells.setdefault("layer", layer)
            records.append(Record(where, cells, _position(feature["geometry"])))
    header = tuple(dict.fromkeys(key for record in records for key in record.cells))
    return Table(
        name, header, tuple(records), positioned=True, notes=notes, problems=tuple(problems)
    )


def _fault(feature: object) -> str:
    """Return what a member is instead of a feature with one point."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        kind = feature.get("type") if isinstance(feature, dict) else feature
        return f"no feature, but {show(kind)}"
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict):
        return "no geometry, so no position"
    return "" if _position(geometry) else f"a geometry of {show(geometry.get('type'))}"


def _position(geometry: Json) -> tuple[Any, Any] | None:
    """Return the point of a geometry, also of one that holds a single point."""
    if geometry.get("type") == "GeometryCollection":
        parts = [part for part in geometry.get("geometries") or [] if isinstance(part, dict)]
        return next((found for part in parts if (found := _position(part))), None)
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "MultiPoint" and isinstance(coordinates, list):
        coordinates = coordinates[0] if len(coordinates) == 1 else None
    elif geometry.get("type") != "Point":
        return None
    if isinstance(coordinates, list) and len(coordinates) > 1:
        return coordinates[0], coordinates[1]
    return None


def _cells(feature: Json) -> dict[str, str]:
    properties = feature.get("properties")
    cells = {
        str(key): text
        for key, value in (properties if isinstance(properties, dict) else {}).items()
        if (text := flat(value))
    }
    if "when" in feature or "names" in feature:
        cells |= _linked_place(feature)
    if isinstance(feature.get("id"), str) and "date_edtf" in cells:
        cells.setdefault("id", feature["id"])
    return cells


def _linked_place(feature: Json) -> dict[str, str]:
    """Return what a record of Linked Places says besides its properties."""
    cells = {}
    when = feature.get("when")
    if not isinstance(when, dict):
        named = [item for item in feature.get("names") or [] if isinstance(item, dict)]
        when = next((item["when"] for item in named if isinstance(item.get("when"), dict)), {})
    spans = [span for span in when.get("timespans") or [] if isinstance(span, dict)]
    if spans:
        cells["start"] = _day(spans[0].get("start"))
        cells["end"] = _day(spans[-1].get("end"))
    for key, member, inner in (
        ("description", "descriptions", "value"),
        ("name_then", "names", "toponym"),
    ):
        items = [item for item in feature.get(member) or [] if isinstance(item, dict)]
        if items and items[0].get(inner):
            cells.setdefault(key, str(items[0][inner]))
    return {key: text for key, text in cells.items() if text}


def _day(value: object) -> str:
    """Return a day of Linked Places: known, or from the earliest to the latest."""
    if not isinstance(value, dict):
        return ""
    known = [str(value[key]) for key in ("in", "earliest", "latest") if value.get(key)]
    return known[0] if len(known) < 2 or known[0] == known[1] else f"{known[0]}/{known[1]}"


def flat(value: object) -> str:
    """Return a value of JSON as the text of a cell.

    Parameters
    ----------
    value
        Text, number, list or nothing; what is deeper is left out.
    """
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(filter(None, (flat(item) for item in _scalars(value))))
    return "" if isinstance(value, dict) else str(value).strip()


def _scalars(values: Iterable[object]) -> list[object]:
    return [value for value in values if isinstance(value, (str, int, float))]
