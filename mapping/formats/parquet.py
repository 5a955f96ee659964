"""A life and the states of its days as GeoParquet 1.1, a layer a file."""

from __future__ import annotations

import io
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from mapping.atlas.periods import frontier_features, water_features
from mapping.errors import AssetError
from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, shapes_of, stop_features
from mapping.formats.qgis.extent import life_range
from mapping.formats.self_citation import RIGHTS, rights_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.formats.geojson import Feature
    from mapping.life.model import Life


def parquet(life: Life) -> Exported:
    """Return stops, legs, frontiers and water as GeoParquet, EPSG:4326, with real dates.

    The same life gives the same bytes with one release of Arrow, which writes its own number
    into the file.

    Parameters
    ----------
    life
        A valid life.

    Raises
    ------
    AssetError
        If Arrow is not installed.
    """
    if not find_spec("pyarrow"):
        raise AssetError(
            "parquet: expected Arrow to write GeoParquet, found no pyarrow. "
            "Run: pip install 'serge-map[parquet]'"
        )
    layers = {
        "stops": stop_features(life),
        "legs": leg_features(life),
        "frontiers": frontier_features(*life_range(life)),
        "water": water_features(*life_range(life)),
    }
    files = {f"{name}.parquet": _layer(rows) for name, rows in layers.items() if rows}
    note = "GeoParquet: no styles, chapters or full source records; format gpkg has them."
    files[RIGHTS] = rights_text(life).encode()
    return Exported(files, [note])


def _layer(features: Sequence[Feature]) -> bytes:
    import geopandas as gpd

    rows = [row["properties"] for row in features]
    columns = {name: [_value(name, row[name]) for row in rows] for name in rows[0]}
    stream = io.BytesIO()
    frame = gpd.GeoDataFrame(columns, geometry=shapes_of(features), crs="EPSG:4326")
    frame.to_parquet(stream, index=False, schema_version="1.1.0", write_covering_bbox=True)
    return stream.getvalue()


def _value(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name.endswith("_date") and value else value
