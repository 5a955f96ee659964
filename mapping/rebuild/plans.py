"""``python -m mapping.rebuild.plans``: draw the plans of towns from looked-up landmarks.

Each table in ``data/plans/landmarks`` has one position a row. Rows of one part are a line, a river
mid-stream and downstream, or the outline of an area; the rest are points. A line whose positions
lie beside it is drawn ``outside_m`` metres to the right of them. What no row says is not drawn.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import click
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.interpolate import make_interp_spline

from mapping.errors import ExportError, show
from mapping.files import write_text
from mapping.life.model import LANDMARK_COLUMNS
from mapping.life.words import say_count

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT / "data" / "plans"
_METRES = "EPSG:3857"  # only to join positions of one town; nothing is measured in it
_AREAS = {"island", "park"}
_SMOOTH = {"river"}
_APART = 60.0  # metres between the points of a smooth line
_AROUND = 0.03  # degrees beyond the frame
_COARSE = 0.00015  # of a degree, some fifteen metres
_DECIMALS = 5  # of a degree: a metre


@click.command()
@click.argument("towns", nargs=-1)
def main(towns: tuple[str, ...]) -> None:
    """Draw the plans of TOWNS, or of all that have a table of landmarks."""
    tables = sorted((PLANS / "landmarks").glob("*.csv"))
    chosen = [t for t in tables if (t.stem in towns if towns else not t.stem.startswith("stops-"))]
    head = tomllib.loads((PLANS.parent / "life.toml").read_text("utf-8"))
    frames = {plan["id"]: plan["frame"] for plan in head.get("plans", ())}
    for table in chosen:
        if table.stem not in frames:
            click.echo(f"{table.name}: life.toml has no plan {table.stem}; left out", err=True)
            continue
        window = shapely.box(*frames[table.stem])
        rows = pd.read_csv(table, keep_default_na=False)
        _write(table.stem, draw_plan(rows, window))
        shore = table.with_name(f"{table.stem}-shore.geojson")
        if shore.exists():
            _write(shore.stem, draw_shore(gpd.read_file(shore), window))


def _write(name: str, features: list[dict[str, Any]]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    write_text(PLANS / f"{name}.geojson", text)
    click.echo(
        f"plans/{name}.geojson: {say_count(len(features), 'feature')}; now run serge-map tidy"
    )


def draw_plan(rows: pd.DataFrame, window: shapely.Polygon) -> list[dict[str, Any]]:
    """Return the features of a plan: lines and areas first, then points.

    Parameters
    ----------
    rows
        A table of landmarks.
    window
        The frame of the plan, EPSG:4326; what lies beyond is left out.

    Raises
    ------
    ExportError
        If a part has too few positions.
    """
    joined = rows[rows["part"] != ""].groupby("part", sort=False)
    parts = [_shape(str(part), some) for part, some in joined]
    points = [
        _feature(row, shapely.Point(row["lon"], row["lat"]), row["name"].partition(",")[0])
        for row in rows[rows["part"] == ""].to_dict("records")
    ]
    found = [_within(feature, window) for feature in (*parts, *points)]
    return [feature for feature in found if feature]


def draw_shore(lines: gpd.GeoDataFrame, window: shapely.Polygon) -> list[dict[str, Any]]:
    """Return the lines of a shore, land on the left, as features of a plan.

    Parameters
    ----------
    lines
        EPSG:4326, with ``good_to_m`` and ``source``.
    window
        The frame of the plan, EPSG:4326.
    """
    simple = lines.geometry.simplify(_COARSE)
    shores = []
    for number, (index, shape) in enumerate(simple.items(), start=1):
        row = (
            dict.fromkeys(LANDMARK_COLUMNS, "")
            | lines.loc[index, ["good_to_m", "source"]].to_dict()
        )
        shores.append(_feature(row | {"kind": "shore"}, shape, f"Shore {number}"))
    found = [_within(feature, window) for feature in shores]
    return [feature for feature in found if feature]


def _within(feature: dict[str, Any], window: Any) -> dict[str, Any] | None:
    """Return a feature as far as it lies near the frame, if any of it lies in the frame."""
    shape = shapely.geometry.shape(feature["geometry"])
    if not shape.intersects(window):
        return None
    near = shapely.box(*window.buffer(_AROUND).bounds)
    cut = shapely.set_precision(shape.intersection(near), 10**-_DECIMALS, mode="pointwise")
    return feature | {"geometry": json.loads(shapely.to_geojson(cut))}


def _shape(part: str, rows: pd.DataFrame) -> dict[str, Any]:
    rows = rows.assign(order=rows["order"].astype(int)).sort_values("order")
    first = rows.iloc[0].to_dict()
    kind = first["kind"]
    if len(rows) < (3 if kind in _AREAS else 2):
        raise ExportError(
            f"{show(part)}: expected positions for a line or an area, found {len(rows)}. "
            "Look up more, or leave the part out."
        )
    metres = gpd.GeoSeries(gpd.points_from_xy(rows["lon"], rows["lat"]), crs="EPSG:4326")
    points = shapely.get_coordinates(metres.to_crs(_METRES).to_numpy())
    if kind in _SMOOTH and len(points) > 3:
        points = _smooth(points)
    shape = shapely.Polygon(points) if kind in _AREAS else shapely.LineString(points)
    outside = _width(rows["outside_m"]) if "outside_m" in rows else None
    if outside:
        stretched = outside / np.cos(np.radians(rows["lat"].mean()))
        shape = shape.offset_curve(-stretched, join_style="mitre")
    degrees = gpd.GeoSeries([shape], crs=_METRES).to_crs("EPSG:4326").iloc[0]
    named = first | {
        "source": "; ".join(dict.fromkeys(map(_said, rows["source"]))),
        "good_to_m": int(pd.to_numeric(rows["good_to_m"]).max()),
        "width_m": _width(rows["width_m"]),
        "name_then": "",
        "start_date": _same(rows["start_date"]),
        "end_date": _same(rows["end_date"]),
    }
    return _feature(named, degrees, part)


def _smooth(points: Any) -> Any:
    """Return a line that runs through all points in gentle bends."""
    along = np.concatenate([[0], np.hypot(*np.diff(points, axis=0).T).cumsum()])
    curve = make_interp_spline(along, points, k=3, bc_type="natural")
    steps = np.arange(0, along[-1], _APART)
    return curve(np.union1d(steps, along))


def _width(column: pd.Series) -> float | None:
    widths = pd.to_numeric(column, errors="coerce").dropna()
    return None if widths.empty else float(round(widths.median()))


def _same(column: pd.Series) -> str:
    """Return the value that all rows have, for what differs is of a bridge, not of the river."""
    return str(column.iloc[0]) if (column == column.iloc[0]).all() else ""


def _feature(row: dict[str, Any], shape: Any, name: str) -> dict[str, Any]:
    facts: dict[str, Any] = {key: row.get(key) or None for key in LANDMARK_COLUMNS}
    facts |= {"name": name, "good_to_m": int(row["good_to_m"]), "source": _said(row["source"])}
    facts["width_m"] = float(row["width_m"]) if row["width_m"] and row["kind"] == "river" else None
    if facts["name_then"]:
        facts["name_then"] = re.sub(r"\s*\(.*\)$", "", facts["name_then"])
    for key in ("start_date", "end_date"):
        facts[key] = str(facts[key]) if facts[key] else None
    rounded = shapely.set_precision(shape, 10**-_DECIMALS, mode="pointwise")
    return {
        "type": "Feature",
        "properties": facts,
        "geometry": json.loads(shapely.to_geojson(rounded)),
    }


def _said(source: str) -> str:
    """Return a source without the address of the copy that was read; the table keeps it."""
    return re.sub(r",?\s*https?://\S+", "", source).strip()


if __name__ == "__main__":
    main()
