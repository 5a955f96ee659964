"""Put the drawn plan of a town into canonical form, whatever program wrote it last."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from typing import Any

from mapping.errors import DataError, UnreadableError
from mapping.formats.geojson import collection_text, plan_words
from mapping.life.model import LANDMARK_COLUMNS
from mapping.reading.syntax import parse_json

_DECIMALS = 5  # of a degree: a metre
_ROW = "fid"  # the row number of a GeoPackage


def plan_text(name: str, data: bytes) -> str:
    """Return a plan with one feature a line and all properties in the order of the model.

    Parameters
    ----------
    name
        File name, such as ``plans/paris.geojson``.
    data
        Its content. What is no table of features stays as it is, for ``check`` to report.

    Raises
    ------
    DataError
        If it is no JSON.
    """
    try:
        content, problems = parse_json(name, data)
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    items = content.get("features") if isinstance(content, dict) else None
    rows = items if isinstance(items, list) else []
    sound = all(isinstance(row, dict) and isinstance(row.get("properties"), dict) for row in rows)
    if problems or not isinstance(items, list) or not sound:
        return data.decode("utf-8-sig", "replace")
    return collection_text(PurePosixPath(name).stem, plan_words(name), map(_row, rows))


def _row(item: dict[str, Any]) -> dict[str, Any]:
    properties = {key: _clean(key, value) for key, value in item["properties"].items()}
    columns = {key: properties.get(key) for key in LANDMARK_COLUMNS}
    others = {key: value for key, value in properties.items() if key not in (*columns, _ROW)}
    geometry = item.get("geometry")
    if isinstance(geometry, dict):
        geometry = geometry | {"coordinates": _rounded(geometry.get("coordinates"))}
    return {"type": "Feature", "properties": columns | others, "geometry": geometry}


def _clean(key: str, value: Any) -> Any:
    """Return a value as its column has it; QGIS writes whole numbers as fractions."""
    if key == "good_to_m" and isinstance(value, float) and value.is_integer():
        return int(value)
    if key == "width_m" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip() or None
    return value


def _rounded(value: Any) -> Any:
    """Return coordinates as short as they are good, without heights."""
    if isinstance(value, list) and value and all(isinstance(v, int | float) for v in value):
        return [round(number, _DECIMALS) for number in value[:2]]
    return [_rounded(part) for part in value] if isinstance(value, list) else value
