"""Dissolve pieces by history, simplify them together, and snap them to the grid of the atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.errors import MapError
from mapping.rebuild.pieces import area_km2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.rebuild.pieces import Piece

PER_DEGREE = 200
_TOLERANCE = 1.9
_ISLAND_KM2 = 40.0
# The islets of the far north would take half of all bytes and say nothing about a life; the
# Baltic keeps its own. (north of, west of, east of, at least km2)
_ISLAND_RULES = (
    (66.0, -180.0, -50.0, 3000.0),
    (60.0, -180.0, 4.0, 250.0),
    (60.0, 32.0, 180.0, 250.0),
)
# Small islands that stories turn on: Kotlin with Kronstadt.
_KEPT = ((29.77, 60.0),)
_KEPT_WITHIN = 0.1


def dissolve(pieces: Iterable[Piece]) -> dict[str, shapely.Geometry]:
    """Join all pieces of the same history and drop small islands.

    Parameters
    ----------
    pieces
        Pieces that form a valid coverage; degrees, EPSG:4326.
    """
    groups: dict[str, list[shapely.Geometry]] = {}
    for piece in pieces:
        groups.setdefault(piece.history, []).append(piece.geometry)
    names = sorted(groups)
    whole = [shapely.coverage_union_all(groups[name]) for name in names]
    land = shapely.get_parts(shapely.coverage_union_all(whole))
    small = shapely.STRtree([island for island in land if not _is_kept(island)])
    kept = {}
    for name, geometry in zip(names, whole, strict=True):
        parts = shapely.get_parts(geometry)
        dropped = small.query(shapely.point_on_surface(parts), predicate="within")[0]
        rest = np.delete(parts, dropped)
        if len(rest):
            kept[name] = shapely.MultiPolygon(list(rest))
    return kept


def _is_kept(island: shapely.Polygon) -> bool:
    lon, lat = island.centroid.x, island.bounds[1]
    least = max(
        (km2 for north, west, east, km2 in _ISLAND_RULES if lat > north and west < lon < east),
        default=_ISLAND_KM2,
    )
    return area_km2(island) >= least or any(
        island.distance(shapely.Point(point)) < _KEPT_WITHIN for point in _KEPT
    )


def simplify(faces: Mapping[str, shapely.Geometry]) -> dict[str, shapely.Geometry]:
    """Simplify all faces together (Visvalingam's effective areas, never a gap or an overlap).

    The tolerance is set in a warped plane where a step counts for less the less a reader looks
    there: full detail from 30 to 60 degrees north around Europe, coarser towards pole and tropics.

    Parameters
    ----------
    faces
        Valid coverage; degrees, EPSG:4326.

    Raises
    ------
    MapError
        If the result is no valid coverage.
    """
    names = list(faces)
    plane = [shapely.transform(faces[name], warp) for name in names]
    simple = shapely.coverage_simplify(plane, _TOLERANCE)
    if not shapely.coverage_is_valid(simple):
        raise MapError("simplified faces overlap or gape; use another tolerance.")
    back = [shapely.transform(geometry, unwarp) for geometry in simple]
    return dict(zip(names, back, strict=True))


# Scale of the plane in km per degree: x by longitude, y by latitude; piecewise linear, so that
# it can be undone exactly.
_LON = np.array([-130.0, -100, -60, -30, -12, 45, 65, 85])
_LON_KM = np.array([24.0, 30, 36, 50, 78, 78, 50, 36])
_LAT = np.array([-8.0, 8, 25, 33, 58, 62, 70, 78])
_LAT_KM = np.array([50.0, 55, 80, 110, 120, 75, 45, 30])


def _integral(at: np.ndarray, scale: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    grid = np.linspace(at[0], at[-1], 4001)
    value = np.interp(grid, at, scale)
    steps = (value[1:] + value[:-1]) / 2 * np.diff(grid)
    return grid, np.concatenate([[0.0], np.cumsum(steps)])


_X = _integral(_LON, _LON_KM)
_Y = _integral(_LAT, _LAT_KM)


def warp(lonlat: np.ndarray) -> np.ndarray:
    """Map degrees to the plane in which the tolerance is meant."""
    return np.column_stack([np.interp(lonlat[:, 0], *_X), np.interp(lonlat[:, 1], *_Y)])


def unwarp(plane: np.ndarray) -> np.ndarray:
    """Map the plane back to degrees."""
    return np.column_stack([np.interp(plane[:, 0], *_X[::-1]), np.interp(plane[:, 1], *_Y[::-1])])


def snap(
    faces: Mapping[str, shapely.Geometry], extra: Sequence[shapely.Geometry] = ()
) -> dict[str, shapely.Geometry]:
    """Round all faces to the integer grid of the atlas and keep them a valid coverage.

    Snap rounding (Hobby 1999, in GEOS) of all edges at once leaves no crossing; the faces are
    then found again among the polygons between the edges.

    Parameters
    ----------
    faces
        Valid coverage; degrees, EPSG:4326.
    extra
        Areas such as lakes: where an edge enters or leaves one, it gets a vertex.

    Returns
    -------
    dict
        The faces in grid steps of 1/200 degree.
    """
    names = list(faces)
    grid = [shapely.transform(faces[name], lambda xy: xy * PER_DEGREE) for name in names]
    edges = shapely.union_all([geometry.boundary for geometry in grid])
    if len(extra):
        area = shapely.transform(shapely.union_all(extra), lambda xy: xy * PER_DEGREE)
        edges = shapely.union(shapely.intersection(edges, area), shapely.difference(edges, area))
    noded = shapely.union_all(shapely.get_parts(edges), grid_size=1.0)
    polygons = shapely.get_parts(shapely.polygonize([noded]))
    tree = shapely.STRtree(grid)
    best: dict[int, tuple[float, int]] = {}
    pairs = tree.query(polygons, predicate="intersects")
    overlaps = shapely.intersection(polygons[pairs[0]], np.array(grid)[pairs[1]])
    for i, j, overlap in zip(*pairs, shapely.area(overlaps), strict=True):
        best[i] = max(best.get(i, (0.0, 0)), (float(overlap), int(j)))
    members: dict[int, list[shapely.Geometry]] = {}
    for i, (overlap, j) in sorted(best.items()):
        if overlap > polygons[i].area / 2:
            members.setdefault(j, []).append(polygons[i])
    return {names[j]: shapely.coverage_union_all(parts) for j, parts in sorted(members.items())}
