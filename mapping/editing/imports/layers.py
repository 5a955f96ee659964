"""Read GeoPackage, zipped shapefiles and FlatGeobuf by GDAL: the layer of dated points in them."""

from __future__ import annotations

import math
import warnings
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.records import Record, Table
from mapping.errors import Problems, at

if TYPE_CHECKING:
    import geopandas as gpd

_DEGREES = 4326


def read_layers(name: str, data: bytes, wanted: str = "") -> Table:
    """Return the table of the layer of points.

    Parameters
    ----------
    name
        Of the file.
    data
        Its content.
    wanted
        Name of the layer; else the first one of points is taken.

    Raises
    ------
    DataError
        If GDAL cannot read it, or it has no layer of points.
    """
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a file in memory has no proper name
        try:
            layers = {str(layer): str(kind) for layer, kind in pyogrio.list_layers(data)}
            points = [layer for layer, kind in layers.items() if "Point" in kind]
            points = [wanted] if wanted in layers else points
            if not points:
                found = ", ".join(f"{layer} ({kind})" for layer, kind in layers.items()) or "none"
                raise at(name).refusal(
                    expected="a layer of points", found=found, remedy="Export the stops as points."
                )
            frame = pyogrio.read_dataframe(data, layer=points[0], datetime_as_string=True)
        except (DataSourceError, DataLayerError) as error:
            raise at(name).refusal(
                expected="layers that GDAL can read",
                found="none",
                remedy="Export the layer as GeoJSON or CSV.",
            ) from error
    notes = [f"Layer {points[0]!r} is read."] if len(layers) > 1 else []
    frame, said = _in_degrees(name, frame)
    return _table(name, frame, (*notes, *said))


def _in_degrees(name: str, frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[str]]:
    if frame.crs is None or frame.crs.to_epsg() == _DEGREES:
        return frame, []
    system = frame.crs.to_string()
    return frame.to_crs(_DEGREES), [f"Positions of {name} are converted from {system} to degrees."]


def _table(name: str, frame: gpd.GeoDataFrame, notes: tuple[str, ...]) -> Table:
    columns = [str(column) for column in frame.columns if column != frame.geometry.name]
    records, problems = [], Problems()
    rows = zip(frame.geometry, frame[columns].to_dict("records"), strict=True)
    for number, (geometry, values) in enumerate(rows, start=1):
        where = f"feature {number}"
        single = getattr(geometry, "geoms", [geometry])
        point = single[0] if len(single) == 1 else None
        if point is None or point.is_empty or point.geom_type != "Point":
            found = geometry.geom_type if geometry is not None else "no geometry"
            problems.at(name, where).warning(
                expected="a Point", found=found, remedy="Leave it out, or give it one point."
            )
            continue
        cells = {column: text for column in columns if (text := _text(values[column]))}
        records.append(Record(where, cells, (point.x, point.y)))
    return Table(
        name, tuple(columns), tuple(records), positioned=True, notes=notes, problems=tuple(problems)
    )


def _text(value: Any) -> str:
    """Return a value of a frame as text; what is missing is empty, whole numbers have no dot."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip().replace("NaT", "").replace("NaN", "")
