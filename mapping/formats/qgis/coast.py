"""The coast around a life, drawn below its stops in QGIS; coarse, so that the file is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.formats.geojson import collection_text

if TYPE_CHECKING:
    from mapping.life.model import Life

_STEPS = 1000  # the longer side of the map, in steps: no line is drawn further off than one
_FINEST = 0.015  # degrees; the atlas itself is not much finer
_LEAST_STEPS = 4  # a shorter line is an islet that nobody sees
_MARGIN = 0.25  # of the longer side, around the life
_LEAST_MARGIN = 4.0  # degrees
_DECIMALS = 2


def coast_text(life: Life) -> str:
    """Return ``coast.geojson``: coastlines around the life as lines, EPSG:4326.

    Parameters
    ----------
    life
        Its bounds say which coasts are kept, and how coarsely.
    """
    import geopandas as gpd
    import shapely

    from mapping.atlas.arcs import load_lines
    from mapping.atlas.world import load_atlas

    west, south, east, north = life.bounds
    side = max(east - west, north - south)
    step, margin = max(side / _STEPS, _FINEST), max(side * _MARGIN, _LEAST_MARGIN)
    arcs = load_lines()[[kind == "c" for kind in load_atlas().arc_kinds]]
    near = arcs.clip_by_rect(west - margin, south - margin, east + margin, north + margin)
    whole = gpd.GeoSeries([shapely.line_merge(near.union_all())]).explode(ignore_index=True)
    seen = whole[whole.length >= _LEAST_STEPS * step].simplify(step)
    lines = seen.transform(lambda positions: positions.round(_DECIMALS))
    lines = lines.remove_repeated_points().normalize()
    features = [
        {
            "type": "Feature",
            "id": f"coast-{number}",
            "properties": {"id": f"coast-{number}"},
            "geometry": shapely.geometry.mapping(line),
        }
        for number, line in enumerate(lines, start=1)
    ]
    return collection_text("coast", "Coastlines, simplified: a ground for the map", features)
