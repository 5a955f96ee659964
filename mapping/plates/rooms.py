"""How much room each state of a day has in a panel for its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from mapping.atlas.polities import faces_of, load_faces
from mapping.atlas.world import load_atlas, water_faces
from mapping.plates.faces import land_in
from mapping.plates.panel import DEGREES, degrees_around

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.life.model import Position
    from mapping.plates.panel import Panel

_COARSE, _FINE = 2.0, 1.0  # pixels
_LEAST = 16.0  # pixels: a smaller room holds no name
_WITHIN = 0.9  # of a name lies in the land of its state
_GRID = 6.0  # pixels between places that are tried for a name
_AIR = 1.0  # pixels between such a name and the route
_INSIDE = 14.0  # pixels that a room keeps from the panel's edge


@dataclass(frozen=True, slots=True)
class Room:
    """The largest circle in the land of a state, as far as a panel shows it.

    Parameters
    ----------
    name
        Of the state, on the day.
    code
        Of the state in the atlas.
    x, y
        Its middle, in pixels.
    reach
        Its radius, in pixels.
    """

    name: str
    code: str
    x: float
    y: float
    reach: float


@lru_cache(maxsize=16)
def rooms_in(panel: Panel, day: date) -> tuple[Room, ...]:
    """Return the rooms of a panel, the largest first.

    The label that the atlas has for a state serves where the panel shows it; a state of which the
    panel shows only a part has its room there.

    Parameters
    ----------
    panel
        The panel.
    day
        A day that the atlas knows.
    """
    atlas, text = load_atlas(), day.isoformat()
    here = [label for label in atlas.labels if label[1] <= text < label[2]]
    places = panel.points([(lon, lat) for *_, lon, lat, _ in here]).tolist()
    rooms, shown = [], set[str]()
    for (code, _, _, _, _, km), (x, y) in zip(here, places, strict=True):
        if panel.holds(x, y):
            shown.add(code)
            rooms.append(Room(atlas.name(code, day), code, x, y, km * panel.pixels_per_km))
    rooms += _cut_rooms(panel, day, shown)
    return tuple(sorted(rooms, key=lambda room: (-room.reach, room.name)))


def states_at(positions: Sequence[Position], day: date) -> set[str]:
    """Return the codes of the states in which positions lie on a day.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326.
    day
        A day that the atlas knows.
    """
    places = np.unique(np.reshape(positions, (-1, 2)), axis=0)
    faces = np.unique(faces_of(shapely.points(places))[0])
    return {load_atlas().state(face, day).entity for face in faces[faces >= 0].tolist()}


def middles_in(
    panel: Panel, day: date, code: str, size: tuple[float, float], route: shapely.Geometry
) -> Any:
    """Return where in the land of a state a box has room, nearest to its middle first.

    Parameters
    ----------
    panel
        The panel.
    day
        A day that the atlas knows.
    code
        Of the state in the atlas.
    size
        Width and height of the box, in pixels.
    route
        The drawn route in pixels, prepared: it runs through no box, nor along one.

    Returns
    -------
    numpy.ndarray
        Middles, n by 2, in pixels.
    """
    land, here = _land_of(panel, day, code)
    west, north, east, south = land.bounds
    across, down = np.meshgrid(np.arange(west, east, _GRID), np.arange(north, south, _GRID))
    middles = np.column_stack((across.ravel(), down.ravel()))
    corner, half = np.array((panel.sides[0], panel.top)), np.array(size) / 2
    inside = (middles >= corner + half) & (middles <= (panel.sides[1], panel.bottom) - half)
    middles = middles[inside.all(axis=1)]
    # what lies in land by nine tenths has its middle there
    middles = _clear(middles[shapely.contains_xy(here, *middles.T)], size, route)
    edges = np.column_stack((middles - half, middles + half))
    ashore = shapely.contains(here, shapely.box(*edges.T))
    # one by one, for to cut all along edges takes five times as long
    within = [shapely.clip_by_rect(here, *edge).area for edge in edges[~ashore]]
    ashore[~ashore] = np.array(within) / (size[0] * size[1]) >= _WITHIN
    free = middles[ashore]
    away = np.hypot(*(free - shapely.get_coordinates(land.centroid)).T)
    return free[np.argsort(away, kind="stable")]


def _clear(middles: Any, size: tuple[float, float], route: shapely.Geometry) -> Any:
    """Return the middles of boxes that the route does not run through or along."""
    half = np.array(size) / 2 + _AIR
    boxes = shapely.box(*(middles - half).T, *(middles + half).T)
    return middles[~shapely.intersects(route, boxes)]


@lru_cache(maxsize=16)
def _land_of(panel: Panel, day: date, code: str) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Return the land of a state, and what of it is in a panel, prepared."""
    areas = land_in(panel, day, _FINE)
    land = areas.geometry[areas["code"] == code].buffer(0.5).union_all()
    west, east = panel.sides
    here = shapely.clip_by_rect(land, west, panel.top, east, panel.bottom)
    shapely.prepare(here)
    return land, here


def on_land(panel: Panel, day: date, pixels: Any) -> Any:
    """Return of points in a panel whether land lies there, n booleans.

    Parameters
    ----------
    panel
        The panel.
    day
        The day: polders are land from the day that they fell dry.
    pixels
        n by 2.
    """
    degrees = panel.degrees(np.asarray(pixels, dtype=float))
    points = shapely.points(np.nan_to_num(degrees, posinf=0.0, neginf=0.0))
    wet = [number for number, dry in water_faces().items() if day.isoformat() < dry]
    faces = np.delete(load_faces().geometry.to_numpy(), wet)
    shapely.prepare(faces)  # once for all calls: these are the atlas's own
    _, point = shapely.STRtree(points).query(faces, predicate="intersects")
    dry = np.zeros(len(points), dtype=bool)
    dry[point] = True
    return dry


def _cut_rooms(panel: Panel, day: date, shown: set[str]) -> list[Room]:
    """Return the rooms of states whose own label lies beyond the panel."""
    atlas = load_atlas()
    boxes = [shapely.box(*box) for box in degrees_around(panel)]
    near = sorted(set(load_faces().sindex.query(boxes)[1].tolist()))
    codes = [atlas.state(face, day).entity for face in near]
    labelled = {label[0] for label in atlas.labels}
    rows = [(n, code) for n, code in zip(near, codes, strict=True) if code in labelled - shown]
    held = [atlas.faces[face] for face, _ in rows]
    named = gpd.GeoSeries(held, index=[code for _, code in rows], crs=DEGREES)
    cut = panel.shapes(named, _COARSE)
    cut = cut.clip_by_rect(
        _INSIDE, panel.top + _INSIDE, panel.width - _INSIDE, panel.bottom - _INSIDE
    )
    cut = cut[cut.area > 4 * _LEAST**2]
    parts = gpd.GeoSeries(cut.buffer(0.5).groupby(level=0).apply(shapely.union_all)).explode()
    radii = gpd.GeoSeries(
        shapely.maximum_inscribed_circle(parts.to_numpy(), 1.0), index=parts.index
    )
    rooms = []
    for code, radius in radii.items():
        (x, y), reach = radius.coords[0], radius.length
        if reach >= _LEAST:
            rooms.append(Room(atlas.name(code, day), str(code), x, y, reach))
    best: dict[str, Room] = {}
    for room in sorted(rooms, key=lambda room: room.reach):
        best[room.name] = room
    return list(best.values())
