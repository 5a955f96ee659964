"""The faces of the atlas in a panel, in its pixels: neighbours keep the line that they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from mapping.atlas.arcs import load_edges, load_lines
from mapping.atlas.areas import join_arcs
from mapping.atlas.polities import load_faces
from mapping.atlas.world import load_atlas, water_faces
from mapping.plates.panel import degrees_around, make_sound

if TYPE_CHECKING:
    from datetime import date

    from mapping.plates.panel import Panel

_BEYOND = 2.0  # pixels outside the panel, so that no edge of a cut is seen
LEAST_LENGTH = 3.0
"""Pixels of a line, or around an area, that is worth drawing."""


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """Arcs near a panel.

    Parameters
    ----------
    faces
        Numbers of the faces that have them.
    lines
        In pixels, by the number of the arc; simplified once for the faces on both sides.
    """

    faces: tuple[int, ...]
    lines: gpd.GeoSeries


@lru_cache(maxsize=2)
def near_arcs(panel: Panel, tolerance: float) -> Arcs:
    """Return the arcs of the faces near a panel.

    Parameters
    ----------
    panel
        The panel.
    tolerance
        Pixels by which they may be simplified.
    """
    faces, lines = _flat_arcs(panel)
    return Arcs(faces, lines.simplify(tolerance, preserve_topology=False))


@lru_cache(maxsize=2)
def _flat_arcs(panel: Panel) -> tuple[tuple[int, ...], gpd.GeoSeries]:
    """Return the faces near a panel, and their arcs in its pixels, every point of them."""
    found = load_faces().sindex.query([shapely.box(*box) for box in degrees_around(panel)])[1]
    faces = np.unique(found)
    edges = load_edges()
    numbers = np.unique(edges["arc"].to_numpy()[np.isin(edges["face"], faces)])
    return tuple(faces.tolist()), panel.pixels(load_lines()[numbers].segmentize(1.0))


@lru_cache(maxsize=2)
def land_in(panel: Panel, day: date, tolerance: float) -> gpd.GeoDataFrame:
    """Return the land of a day in a panel, polygon by polygon, uncut.

    Parameters
    ----------
    panel
        The panel.
    day
        Its states; on a day that the atlas does not know, those of the nearest that it does.
    tolerance
        Pixels by which outlines may be simplified.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``code sovereign controller status geometry``, in pixels.
    """
    atlas, arcs = load_atlas(), near_arcs(panel, tolerance)
    wet = {face for face, dry in water_faces().items() if day.isoformat() < dry}
    dry = [face for face in arcs.faces if face not in wet]
    lines = arcs.lines.to_numpy()
    ends = np.cumsum(shapely.get_num_coordinates(lines))
    each = np.split(shapely.get_coordinates(lines), ends)  # and nothing behind the last
    points = dict(zip(arcs.lines.index, each, strict=False))
    areas = join_arcs([atlas.rings[face] for face in dry], points)
    parts, row = shapely.get_parts(areas, return_index=True)
    left, top, right, bottom = shapely.bounds(parts).T
    west, east = panel.sides
    seen = (left < east) & (right > west) & (top < panel.bottom) & (bottom > panel.top)
    states = [atlas.state(dry[number], day) for number in row[seen]]
    return gpd.GeoDataFrame(
        {
            "code": [state.entity for state in states],
            "sovereign": [state.sovereign for state in states],
            "controller": [state.controller for state in states],
            "status": [state.status for state in states],
        },
        geometry=parts[seen],
    )


def join_faces(panel: Panel, polygons: gpd.GeoSeries) -> Any:
    """Return polygons that share arcs as few, cut a little outside a panel, as an array.

    Parameters
    ----------
    panel
        The panel.
    polygons
        Of what `land_in` returned.
    """
    try:
        joined = shapely.coverage_union_all(polygons.to_numpy())
    except shapely.GEOSException:  # simplified arcs that cross; union them the slow way
        joined = shapely.union_all(make_sound(polygons.to_numpy()))
    sound = make_sound(shapely.get_parts(joined))
    west, east = panel.sides
    window = west - _BEYOND, panel.top - _BEYOND, east + _BEYOND, panel.bottom + _BEYOND
    parts = shapely.get_parts(shapely.clip_by_rect(sound, *window))
    areal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[areal & (shapely.length(parts) > LEAST_LENGTH)]
