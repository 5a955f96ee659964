"""The coast around a life, drawn below its stops in QGIS; coarse, so that the file is small."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mapping.formats.geojson import collection_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapping.life.model import Life, Position

_STEPS = 500  # points kept along the longer side of the map
_FINEST = 0.03  # degrees; the atlas itself is not much finer
_MARGIN = 0.25  # of the longer side, around the life
_LEAST_MARGIN = 4.0  # degrees
_DECIMALS = 2


def coast_text(life: Life) -> str:
    """Return ``coast.geojson``: coastlines around the life as lines, EPSG:4326.

    A point is kept where the last one kept lies a step away. That needs no geometry library,
    whose next release might round otherwise, so every machine writes the same bytes.

    Parameters
    ----------
    life
        Its bounds say which coasts are kept, and how coarsely.
    """
    from mapping.atlas.world import load_atlas

    atlas = load_atlas()
    west, south, east, north = life.bounds
    side = max(east - west, north - south)
    step, margin = max(side / _STEPS, _FINEST), max(side * _MARGIN, _LEAST_MARGIN)

    def inside(point: Position) -> bool:
        lon, lat = point
        return west - margin <= lon <= east + margin and south - margin <= lat <= north + margin

    lines = [
        _thin(piece, step)
        for arc, kind in zip(atlas.arcs, atlas.arc_kinds, strict=True)
        if kind == "c"
        for piece in _pieces([(float(lon), float(lat)) for lon, lat in arc], inside)
    ]
    lines = [line for line in lines if len(set(line)) > 2]
    features = [
        {
            "type": "Feature",
            "id": f"coast-{number}",
            "properties": {"id": f"coast-{number}"},
            "geometry": {"type": "LineString", "coordinates": line},
        }
        for number, line in enumerate(lines, start=1)
    ]
    return collection_text("coast", "Coastlines, simplified: a ground for the map", features)


def _pieces(
    points: Sequence[Position], inside: Callable[[Position], bool]
) -> Iterator[list[Position]]:
    """Yield the parts of a line that lie within the map."""
    for within, part in groupby(points, inside):
        if within:
            yield list(part)


def _thin(points: Sequence[Position], step: float) -> list[Position]:
    """Keep both ends, and between them a point wherever the last one kept is a step away."""
    kept = [points[0]]
    for lon, lat in points[1:-1]:
        if max(abs(lon - kept[-1][0]), abs(lat - kept[-1][1])) >= step:
            kept.append((lon, lat))
    kept += points[-1:] if len(points) > 1 else []
    return [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in kept]
