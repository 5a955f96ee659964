"""Rows of any frame of points or lines as the scripts of a map read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.atlas.polyline import encode_lines
from mapping.life.given import LINES, POINTS, given_frame
from mapping.signs import label_of, read_signs, stroke_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    import geopandas as gpd

PER_DEGREE = 1000
CRS = "EPSG:4326"
_LEAVE_OUT = "Leave out such rows, or draw them with folium.GeoJson."
_PLAIN = "home"  # the open circle, for stops of which no more is known
_SOLID = "rail"  # the plain line, for legs of which no more is known
_TEXTS = (
    *("title", "name_then", "name_now", "country_then", "kind", "certainty", "precision"),
    *("date_text", "summary", "quote", "quote_by"),
)


def stop_rows(stops: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return points as the rows of stops that a map draws, one for each, in their order.

    Parameters
    ----------
    stops
        What ``stops_frame`` returned, or any frame of points. All columns may be missing; those
        that the data dictionary names are used.

    Raises
    ------
    ValueError, TypeError
        If it is no frame, or a geometry is not a point.
    """
    points = _checked(stops, "LifeStops", POINTS)
    symbols = read_signs()["symbols"]
    rows = []
    for seq, (record, lon, lat) in enumerate(
        zip(_records(points), points.geometry.x, points.geometry.y, strict=True), start=1
    ):
        row: dict[str, Any] = {"id": str(record["id"]), "seq": record.get("seq") or seq}
        row |= {"lon": round(lon, 5), "lat": round(lat, 5)}
        row |= {name: record[name] for name in _TEXTS if record.get(name) is not None}
        row["kind"] = row["kind"] if row.get("kind") in symbols else _PLAIN
        row |= _days(record)
        row["title"] = row.get("title", "")
        row["name_then"] = row.get("name_then", row["title"])
        row["label"] = label_of(row["name_then"], row.get("precision", "locality"))
        rows.append(row)
    return rows


def leg_rows(legs: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return lines as the rows of legs that a map draws, one for each, in their order.

    Parameters
    ----------
    legs
        What ``legs_frame`` returned, or any frame of lines. All columns may be missing; ``mode``,
        ``certainty``, ``guarded`` and ``lane`` are used.

    Raises
    ------
    ValueError, TypeError
        If it is no frame, or a geometry is not a line.
    """
    from dataclasses import asdict

    lines = _checked(legs, "LifeRoute", LINES)
    strokes = read_signs()["strokes"]
    rows = []
    encoded = encode_lines(lines.geometry.to_numpy(), PER_DEGREE)
    for record, line in zip(_records(lines), encoded, strict=True):
        mode = record.get("mode") or _SOLID
        guarded = bool(record.get("guarded"))
        stroke = stroke_of(
            mode if mode in strokes else "unknown",
            record.get("certainty") or "certain",
            guarded=guarded,
        )
        rows.append(
            {
                "id": str(record["id"]),
                "guarded": guarded,
                "stroke": asdict(stroke),
                "lane": record.get("lane") or 0,
                "line": line,
            }
        )
    return rows


def _checked(given: object, layer: str, kinds: frozenset[str]) -> gpd.GeoDataFrame:
    """Return a frame in degrees, or say which row is not what the layer draws."""
    frame = given_frame(given, layer, kinds, _LEAVE_OUT)
    gaps = frame[frame.geometry.isna() | frame.geometry.is_empty]
    if len(gaps):
        kind = gaps.geom_type.iloc[0]
        raise ValueError(
            f"{layer}, row {gaps.index[0]}: expected {'points' if kinds == POINTS else 'lines'}, "
            f"found {f'an empty {kind}' if isinstance(kind, str) else 'no geometry'}. {_LEAVE_OUT}"
        )
    return frame if frame.crs is None else frame.to_crs(CRS)


def _records(frame: gpd.GeoDataFrame) -> list[dict[Hashable, Any]]:
    """Return the rows as plain values, ``None`` where one is missing."""
    import pandas as pd

    columns = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    days = [name for name in columns if pd.api.types.is_datetime64_any_dtype(columns[name])]
    for name in days:
        columns[name] = columns[name].astype("datetime64[s]").astype(str).str.slice(stop=10)
    if "id" not in columns:
        columns["id"] = frame.index
    return list(json.loads(str(columns.to_json(orient="records", default_handler=str))))


def _days(record: dict[Hashable, Any]) -> dict[str, str]:
    """Return first and last day, and dates in words where the record has none."""
    ends = [record.get(name) for name in ("start_date", "end_date")]
    known = [str(end)[:10] for end in ends if end and end != "NaT"]
    if not known:
        return {"date_text": str(record.get("date_text") or "")}
    text = record.get("date_text") or " to ".join(dict.fromkeys(known))
    return {"start_date": known[0], "end_date": known[-1], "date_text": str(text)}
