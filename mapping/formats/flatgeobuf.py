"""A life and the states of its days as FlatGeobuf: fast files for programs, a layer each."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.atlas.periods import frontier_features, water_features
from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, shapes_of, stop_features
from mapping.formats.gpkg import column_of
from mapping.formats.qgis.extent import life_range
from mapping.formats.self_citation import RIGHTS, rights_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.formats.geojson import Feature
    from mapping.life.model import Life


def flatgeobuf(life: Life) -> Exported:
    """Return stops, legs, frontiers and water as FlatGeobuf, EPSG:4326, with real dates.

    Parameters
    ----------
    life
        A valid life.
    """
    layers = {
        "stops": ("Point", stop_features(life)),
        "legs": ("LineString", leg_features(life)),
        "frontiers": ("MultiPolygon", frontier_features(*life_range(life))),
        "water": ("MultiPolygon", water_features(*life_range(life))),
    }
    files = {
        f"{name}.fgb": _layer(name, sort, features)
        for name, (sort, features) in layers.items()
        if features
    }
    note = "FlatGeobuf: no styles, chapters or full source records; format gpkg has them."
    files[RIGHTS] = rights_text(life).encode()
    return Exported(files, [note])


def _layer(name: str, sort: str, features: Sequence[Feature]) -> bytes:
    import pyogrio.raw
    import shapely

    fields = list(features[0]["properties"])
    columns = [column_of([row["properties"][field] for row in features]) for field in fields]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.fgb"
        pyogrio.raw.write(
            str(path),
            shapely.to_wkb(shapes_of(features)),
            [data for data, _ in columns],
            fields,
            field_mask=[mask for _, mask in columns],
            layer=name,
            driver="FlatGeobuf",
            geometry_type=sort,
            crs="EPSG:4326",
            append=False,
        )
        return path.read_bytes()
