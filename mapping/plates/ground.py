"""What lies under a plate: water, land in the tints of its states, frontiers of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from mapping.atlas.arcs import frontier_arcs, load_edges
from mapping.atlas.world import (
    is_known,
    lakes,
    load_atlas,
    water_faces,
    world_coast,
)
from mapping.plates.faces import LEAST_LENGTH, join_faces, land_in, near_arcs
from mapping.plates.panel import DEGREES, degrees_around
from mapping.plates.svg_path import path_of

if TYPE_CHECKING:
    from datetime import date

    from mapping.plates.faces import Arcs
    from mapping.plates.panel import Panel

_STEP = 10  # degrees between the lines of the graticule
_LEAST_RIVER = 26.0  # pixels
_EDGE = "e"  # kind of an arc where the atlas ends


@dataclass(frozen=True, slots=True)
class Ground:
    """Paths in tenths of a pixel, each empty where there is nothing of it.

    Parameters
    ----------
    graticule
        Meridians and parallels every ten degrees.
    coast
        Lines between land and sea.
    far
        Land beyond the atlas, coarse and without states.
    tints
        Number of a tint and the land in it; number 0 alone where no states are known.
    occupied
        Land that another state's army held.
    lakes, rivers
        Those of the day, and the longest.
    frontiers, zones
        Lines between states, and between the parts of one.
    """

    graticule: str
    coast: str
    far: str
    tints: tuple[tuple[int, str], ...]
    occupied: str
    lakes: str
    rivers: str
    frontiers: str
    zones: str


def draw_ground(
    panel: Panel, day: date, *, tolerance: float, tints: int, rivers: int = 2
) -> Ground:
    """Return what lies under a panel on a day.

    Parameters
    ----------
    panel
        The panel.
    day
        Its frontiers; on a day that the atlas does not know, land has no states.
    tolerance
        Pixels by which outlines may be simplified.
    tints
        Number of tints that land may have.
    rivers
        The last rank of the rivers that are drawn.
    """
    arcs = near_arcs(panel, tolerance)
    land = land_in(panel, day, tolerance)
    known, atlas = is_known(day), load_atlas()
    tint = land["sovereign"].map(lambda code: atlas.tints.get(code, 0) % tints if known else 0)
    held = land.geometry[(land["status"] == "occupied") & known]
    lines = _frontiers_of(arcs, day)
    flowing = gpd.GeoSeries([line for rank, line in atlas.rivers if rank <= rivers], crs=DEGREES)
    flowing = panel.shapes(flowing, tolerance)
    return Ground(
        graticule=path_of(panel.shapes(_graticule(panel), 0.5)),
        coast=_cut_path(panel, arcs.lines[_coast_arcs(arcs, day)]),
        far=path_of(_far_land(panel, tolerance)),
        tints=tuple(
            (int(number), path_of(join_faces(panel, areas)))
            for number, areas in land.geometry.groupby(tint)
        ),
        occupied=path_of(join_faces(panel, held)),
        lakes=path_of(panel.shapes(gpd.GeoSeries([lakes(day)], crs=DEGREES), tolerance)),
        rivers=path_of(flowing[flowing.length >= _LEAST_RIVER]),
        frontiers=_cut_path(panel, lines[0]),
        zones=_cut_path(panel, lines[1]),
    )


def _coast_arcs(arcs: Arcs, day: date) -> list[int]:
    """Return the numbers of the arcs with land on one side only."""
    atlas = load_atlas()
    wet = [face for face, dry in water_faces().items() if day.isoformat() < dry]
    edges = load_edges()
    beside = edges.loc[edges["face"].isin(arcs.faces) & ~edges["face"].isin(wet), "arc"]
    once = beside.value_counts().loc[lambda counts: counts == 1].index
    return sorted(n for n in once if atlas.arc_kinds[n] != _EDGE)


def _frontiers_of(arcs: Arcs, day: date) -> tuple[gpd.GeoSeries, gpd.GeoSeries]:
    """Return the lines between states, and those between the parts of one."""
    if not is_known(day):
        return arcs.lines[[]], arcs.lines[[]]
    beside = {n: pair for n, pair in frontier_arcs(day).items() if n in arcs.lines.index}
    parts = [n for n, (one, other) in beside.items() if one.sovereign == other.sovereign]
    return arcs.lines[[n for n in beside if n not in set(parts)]], arcs.lines[parts]


def _cut_path(panel: Panel, lines: gpd.GeoSeries) -> str:
    """Return lines that are in pixels already as a path, joined, cut to the panel."""
    whole = shapely.line_merge(shapely.multilinestrings(lines.to_numpy()))
    west, east = panel.sides
    cut = shapely.get_parts(shapely.clip_by_rect(whole, west, panel.top, east, panel.bottom))
    return path_of(part for part in cut if part.length > LEAST_LENGTH)


def _far_land(panel: Panel, tolerance: float) -> gpd.GeoSeries:
    """Return the land beyond the atlas, where the panel reaches it."""
    window = shapely.box(*load_atlas().bounds)
    boxes = gpd.GeoSeries([shapely.box(*box) for box in degrees_around(panel)], crs=DEGREES)
    if boxes.within(window).all():
        return gpd.GeoSeries([], crs=DEGREES)
    coast = gpd.GeoSeries([world_coast()], crs=DEGREES).make_valid()
    return panel.shapes(coast.difference(window), tolerance)


def _graticule(panel: Panel) -> gpd.GeoSeries:
    lines = []
    for west, south, east, north in degrees_around(panel):
        first, last = -(-west // _STEP) * _STEP, east
        lines += [((lon, south), (lon, north)) for lon in np.arange(first, last, _STEP)]
        first, last = -(-south // _STEP) * _STEP, min(north, 90 - _STEP / 2)
        lines += [((west, lat), (east, lat)) for lat in np.arange(first, last, _STEP)]
    return gpd.GeoSeries([shapely.LineString(line) for line in lines], crs=DEGREES)
