"""What lies under a plate: water, land in the tints of its states, frontiers of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from mapping.atlas.arcs import frontier_arcs, load_edges, load_lines
from mapping.atlas.areas import join_arcs
from mapping.atlas.polities import load_faces
from mapping.atlas.world import (
    is_known,
    lakes,
    load_atlas,
    water_faces,
    world_coast,
)
from mapping.plates.panel import DEGREES, degrees_around, make_sound
from mapping.plates.svg_path import path_of

if TYPE_CHECKING:
    from datetime import date

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


def draw_ground(panel: Panel, day: date, *, tolerance: float, tints: int) -> Ground:
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
    """
    arcs = _near_arcs(panel, tolerance)
    land = _land_of(panel, arcs, day, tints)
    lines = _frontiers_of(arcs, day)
    rivers = gpd.GeoSeries([line for rank, line in load_atlas().rivers if rank <= 2], crs=DEGREES)
    flowing = panel.shapes(rivers, tolerance)
    return Ground(
        graticule=path_of(panel.shapes(_graticule(panel), 0.5)),
        coast=_cut_path(panel, arcs.lines[_coast_arcs(arcs, day)]),
        far=path_of(_far_land(panel, tolerance)),
        tints=tuple(
            (int(tint), _cut_path(panel, rows.geometry)) for tint, rows in land.groupby("tint")
        ),
        occupied=_cut_path(panel, land.geometry[land["occupied"]]),
        lakes=path_of(panel.shapes(gpd.GeoSeries([lakes(day)], crs=DEGREES), tolerance)),
        rivers=path_of(flowing[flowing.length >= _LEAST_RIVER]),
        frontiers=_cut_path(panel, lines[0]),
        zones=_cut_path(panel, lines[1]),
    )


@dataclass(frozen=True, slots=True)
class _Arcs:
    """Faces near a panel, and their arcs in its pixels, simplified once for both sides."""

    faces: tuple[int, ...]
    lines: gpd.GeoSeries


def _near_arcs(panel: Panel, tolerance: float) -> _Arcs:
    found = load_faces().sindex.query([shapely.box(*box) for box in degrees_around(panel)])[1]
    faces = tuple(np.unique(found).tolist())
    edges = load_edges()
    numbers = np.unique(edges.loc[edges["face"].isin(faces), "arc"])
    arcs = load_lines()[numbers]
    return _Arcs(faces, panel.pixels(arcs.segmentize(1.0)).simplify(tolerance))


def _land_of(panel: Panel, arcs: _Arcs, day: date, tints: int) -> gpd.GeoDataFrame:
    """Return the land by tint, and what of it is occupied."""
    atlas, known = load_atlas(), is_known(day)
    wet = {face for face, dry in water_faces().items() if day.isoformat() < dry}
    dry = [face for face in arcs.faces if face not in wet]
    states = [atlas.state(face, day) for face in dry]
    points = {number: shapely.get_coordinates(line) for number, line in arcs.lines.items()}
    shapes = join_arcs([atlas.rings[face] for face in dry], points)
    frame = gpd.GeoDataFrame(
        {
            "tint": [atlas.tints.get(s.sovereign, 0) % tints if known else 0 for s in states],
            "occupied": [
                known and s.status == "occupied" and s.controller != s.sovereign for s in states
            ],
        },
        geometry=make_sound(gpd.GeoSeries(shapes)),
    )
    frame = frame.set_geometry(
        frame.clip_by_rect(-2, panel.top - 2, panel.width + 2, panel.bottom + 2)
    )
    held = frame[~frame.is_empty]
    return held.dissolve(by=["tint", "occupied"], as_index=False, sort=True)


def _coast_arcs(arcs: _Arcs, day: date) -> list[int]:
    """Return the numbers of the arcs with land on one side only."""
    atlas = load_atlas()
    wet = [face for face, dry in water_faces().items() if day.isoformat() < dry]
    edges = load_edges()
    beside = edges.loc[edges["face"].isin(arcs.faces) & ~edges["face"].isin(wet), "arc"]
    once = beside.value_counts().loc[lambda counts: counts == 1].index
    return sorted(n for n in once if atlas.arc_kinds[n] != _EDGE)


def _frontiers_of(arcs: _Arcs, day: date) -> tuple[gpd.GeoSeries, gpd.GeoSeries]:
    """Return the lines between states, and those between the parts of one."""
    if not is_known(day):
        return arcs.lines[[]], arcs.lines[[]]
    beside = {n: pair for n, pair in frontier_arcs(day).items() if n in arcs.lines.index}
    parts = [n for n, (one, other) in beside.items() if one.sovereign == other.sovereign]
    return arcs.lines[[n for n in beside if n not in set(parts)]], arcs.lines[parts]


def _cut_path(panel: Panel, shapes: gpd.GeoSeries) -> str:
    """Return shapes that are in pixels already as a path, joined, cut to the panel."""
    if shapes.empty:
        return ""
    whole = shapes.union_all() if shapes.geom_type.iloc[0] != "LineString" else _merged(shapes)
    cut = shapely.clip_by_rect(whole, 0, panel.top, panel.width, panel.bottom)
    parts = shapely.get_parts(cut)
    kept = [part for part in parts if part.geom_type in {"LineString", "Polygon"}]
    return path_of(part for part in kept if part.length > 3)


def _merged(lines: gpd.GeoSeries) -> Any:
    return shapely.line_merge(shapely.MultiLineString(list(lines)))


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
