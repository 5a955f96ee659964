"""The world on a day: land, lakes, rivers, and the frontiers and names then in force."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from mapping.atlas.file import atlas_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd
    import shapely

    from mapping.atlas.decode import Atlas, State
    from mapping.life.model import Position

# A town on a harbour or a small island may lie off the simplified coast.
NEAREST_KM = 12.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Polity:
    """Who held a place on a day.

    Parameters
    ----------
    code
        Code of the territory on the map, such as ``FRA-V``.
    name
        Its English name of that day.
    sovereign, controller
        Codes of the state it belonged to in law, and of the one that ruled it.
    status
        ``sovereign``, ``occupied``, ``annexed``, ``colony`` and the like.
    """

    code: str
    name: str
    sovereign: str
    controller: str
    status: str


@cache
def load_atlas() -> Atlas:
    """Load the committed atlas, once."""
    from mapping.atlas.decode import parse_atlas  # noqa: PLC0415 - numpy and shapely are heavy

    return parse_atlas(atlas_text())


def polity_at(lon: float, lat: float, on: date) -> Polity | None:
    """Return who held a place on a day, or ``None`` on the open sea and outside the atlas.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326. A place up to 12 km off the drawn land takes the nearest land, since
        the coast is simplified and small islands are left out.
    on
        The day; the atlas knows 1890 to 1947.
    """
    face = _face_at(lon, lat)
    if face is None:
        return None
    atlas = load_atlas()
    return _polity(atlas, atlas.state(face, on), on)


def on_land(positions: Sequence[Position]) -> list[bool]:
    """Return for each place whether it is on the drawn land.

    Parameters
    ----------
    positions
        Longitude and latitude in degrees, EPSG:4326.
    """
    import shapely  # noqa: PLC0415 - heavy

    if not positions:
        return []
    inside, _ = _tree().query(shapely.points(positions), predicate="intersects")
    hit = set(inside.tolist())
    return [number in hit for number in range(len(positions))]


def nearest_polity(lon: float, lat: float, on: date) -> Polity:
    """Return who held the drawn land nearest to a place, however far.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326; nearness is measured in degrees.
    on
        The day; the atlas knows 1890 to 1947.
    """
    import shapely  # noqa: PLC0415 - heavy

    atlas = load_atlas()
    face = int(_tree().nearest(shapely.Point(lon, lat)))
    return _polity(atlas, atlas.state(face, on), on)


def frontiers_on(on: date) -> gpd.GeoDataFrame:
    """Return the polities of a day as areas.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``code name sovereign controller status geometry``, one row for each state of
        affairs, sorted; EPSG:4326.
    """
    import geopandas as gpd  # noqa: PLC0415 - heavy
    import shapely  # noqa: PLC0415 - heavy

    atlas = load_atlas()
    members: dict[State, list[Any]] = {}
    for i, face in enumerate(atlas.faces):
        members.setdefault(atlas.state(i, on), []).append(face)
    states = sorted(members)
    polities = [_polity(atlas, state, on) for state in states]
    columns = {field: [getattr(polity, field) for polity in polities] for field in Polity.__slots__}
    shapes = [shapely.coverage_union_all(members[state]) for state in states]
    return gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")


def frontier_lines(on: date) -> shapely.MultiLineString:
    """Return the lines between the polities of a day, without coasts; degrees, EPSG:4326.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.
    """
    import shapely  # noqa: PLC0415 - heavy

    atlas = load_atlas()
    beside: dict[int, set[State]] = {}
    for face, polygons in enumerate(atlas.rings):
        state = atlas.state(face, on)
        for number in (number for rings in polygons for ring in rings for number in ring):
            beside.setdefault(max(number, ~number), set()).add(state)
    between = sorted(arc for arc, states in beside.items() if len(states) > 1)
    return shapely.MultiLineString([atlas.arcs[arc] for arc in between])


@cache
def land() -> shapely.Geometry:
    """Return all land; degrees, EPSG:4326."""
    import shapely  # noqa: PLC0415 - heavy

    return shapely.coverage_union_all(list(load_atlas().faces))


@cache
def lakes() -> shapely.Geometry:
    """Return the large lakes; degrees, EPSG:4326."""
    import shapely  # noqa: PLC0415 - heavy

    return shapely.MultiPolygon(list(load_atlas().lakes))


@cache
def rivers() -> shapely.Geometry:
    """Return the main rivers; degrees, EPSG:4326."""
    import shapely  # noqa: PLC0415 - heavy

    return shapely.MultiLineString([line for _, line in load_atlas().rivers])


def _polity(atlas: Atlas, state: State, on: date) -> Polity:
    name = atlas.name(state.entity, on)
    return Polity(state.entity, name, state.sovereign, state.controller, state.status)


@cache
def _tree() -> Any:  # noqa: ANN401 - shapely has no types
    import shapely  # noqa: PLC0415 - heavy

    return shapely.STRtree(load_atlas().faces)


def _face_at(lon: float, lat: float) -> int | None:
    """Return the number of the face at a place, or of the nearest one within reach."""
    import shapely  # noqa: PLC0415 - heavy

    point = shapely.Point(lon, lat)
    inside = _tree().query(point, predicate="intersects")
    if len(inside):
        return int(min(inside))
    squeeze = math.cos(math.radians(lat))
    reach = NEAREST_KM / _KM_PER_DEGREE
    frame = shapely.box(lon - reach / squeeze, lat - reach, lon + reach / squeeze, lat + reach)

    def distance(face: int) -> float:
        near = shapely.intersection(load_atlas().faces[face], frame)
        ground = shapely.transform(near, lambda xy: (xy - (lon, lat)) * (squeeze, 1.0))
        return float(shapely.distance(ground, shapely.Point(0, 0)))

    around = sorted(
        (distance(int(i)), int(i)) for i in _tree().query(frame, predicate="intersects")
    )
    return around[0][1] if around and around[0][0] <= reach else None
