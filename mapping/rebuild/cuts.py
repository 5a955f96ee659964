"""Draw vanished frontiers from lists of towns on either side: Delaunay mid-edge lines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.rebuild.facts import CutTown

# Beyond the outermost towns a line runs on towards far points that repeat their nearest town.
_RING_DEGREES = 8.0
_RING_POINTS = 48
_REACH_DEGREES = 4.0
_KM_PER_DEGREE = 111.2


class Cut(NamedTuple):
    """The sides of one cut as areas, and the lines between them; degrees, EPSG:4326.

    A line runs through ``middles`` (lon, lat) between towns of different sides; it may be out by
    ``within_km``, half the way between the two towns.
    """

    sides: Mapping[str, shapely.Geometry]
    lines: shapely.Geometry
    middles: np.ndarray
    within_km: np.ndarray


def build_cuts(towns: Iterable[CutTown]) -> dict[str, Cut]:
    """Build the areas of every cut.

    The line between two sides runs through the middles of the edges of the Delaunay
    triangulation that join towns of different sides (and through the centre of a triangle with
    three sides), then is rounded by one pass of Chaikin's corner cutting.

    Parameters
    ----------
    towns
        Towns with cut and side.
    """
    grouped: dict[str, list[CutTown]] = {}
    for town in towns:
        grouped.setdefault(town.cut, []).append(town)
    return {name: _build_cut(group) for name, group in sorted(grouped.items())}


def _build_cut(towns: list[CutTown]) -> Cut:
    positions = np.array([(town.lon, town.lat) for town in towns])
    middle = positions.mean(axis=0)
    # Degrees of longitude shrink towards the pole; triangles should be fat on the ground.
    scale = np.array([np.cos(np.radians(middle[1])), 1.0])
    points = (positions - middle) * scale
    angles = 2 * np.pi * np.arange(_RING_POINTS) / _RING_POINTS
    radius = np.abs(points).max() + _RING_DEGREES
    ring = radius * np.column_stack([np.cos(angles), np.sin(angles)])
    sides = [town.side for town in towns]
    for point in ring:
        sides.append(sides[int(np.argmin(((points - point) ** 2).sum(axis=1)))])
    points = np.vstack([points, ring])
    triangles = shapely.get_coordinates(
        shapely.get_parts(shapely.delaunay_triangles(shapely.MultiPoint(points)))
    ).reshape(-1, 4, 2)[:, :3]
    side_of = dict(zip(map(tuple, points.tolist()), sides, strict=True))
    areas = _mid_edge_areas(triangles, side_of)
    middles, within = _middles(triangles, side_of)
    frame = shapely.box(
        *((positions.min(axis=0) - middle) * scale - _REACH_DEGREES),
        *((positions.max(axis=0) - middle) * scale + _REACH_DEGREES),
    )
    lines, pieces = _round_lines(areas, frame)
    back = {
        side: shapely.transform(piece, lambda xy: xy / scale + middle)
        for side, piece in pieces.items()
    }
    line = shapely.transform(lines, lambda xy: xy / scale + middle)
    return Cut(back, line, middles / scale + middle, within * _KM_PER_DEGREE)


def _middles(
    triangles: np.ndarray, side_of: Mapping[tuple[float, ...], str]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the middles of the edges between towns of different sides, and half their lengths."""
    sides = np.array(
        [[side_of[tuple(corner)] for corner in corners] for corners in triangles.tolist()]
    )
    ends = [(triangles[:, i], triangles[:, j], sides[:, i] != sides[:, j]) for i, j in _EDGES]
    here, there = (np.concatenate([end[k][end[2]] for end in ends]) for k in (0, 1))
    return (here + there) / 2, np.hypot(*(here - there).T) / 2


_EDGES = ((0, 1), (1, 2), (2, 0))


def _mid_edge_areas(
    triangles: np.ndarray, side_of: Mapping[tuple[float, ...], str]
) -> dict[str, shapely.Geometry]:
    """Give each corner of each triangle the part nearer to it, and join the parts by side."""
    parts: dict[str, list[shapely.Geometry]] = {side: [] for side in sorted(set(side_of.values()))}
    for a, b, c in triangles:
        centre = (a + b + c) / 3
        around = [(a, b, c), (b, c, a), (c, a, b)]
        labels = [side_of[tuple(corner.tolist())] for corner in (a, b, c)]
        if len(set(labels)) == 1:
            parts[labels[0]].append(shapely.Polygon([a, b, c]))
        elif len(set(labels)) == 3:
            for label, (here, left, right) in zip(labels, around, strict=True):
                parts[label].append(
                    shapely.Polygon([here, (here + left) / 2, centre, (here + right) / 2])
                )
        else:
            for label, (here, left, right) in zip(labels, around, strict=True):
                if labels.count(label) == 1:
                    odd = shapely.Polygon([here, (here + left) / 2, (here + right) / 2])
                    rest = shapely.Polygon([(here + left) / 2, left, right, (here + right) / 2])
                    other = next(side for side in labels if side != label)
                    parts[label].append(odd)
                    parts[other].append(rest)
    return {side: shapely.union_all(polygons) for side, polygons in parts.items()}


def _round_lines(
    areas: dict[str, shapely.Geometry], frame: shapely.Geometry
) -> tuple[shapely.Geometry, dict[str, shapely.Geometry]]:
    """Round the lines between areas and cut the frame along them."""
    names = sorted(areas)
    shared = [
        shapely.line_merge(shapely.intersection(areas[one].boundary, areas[two].boundary))
        for i, one in enumerate(names)
        for two in names[i + 1 :]
    ]
    lines = [
        _chaikin(line)
        for part in shared
        for line in shapely.get_parts(part).tolist()
        if line.geom_type == "LineString"
    ]
    rounded = shapely.intersection(shapely.union_all(lines), frame)
    noded = shapely.node(shapely.union(rounded, frame.boundary))
    pieces: dict[str, list[shapely.Geometry]] = {name: [] for name in names}
    for polygon in shapely.get_parts(shapely.polygonize([noded])):
        overlap = [shapely.intersection(polygon, areas[name]).area for name in names]
        pieces[names[int(np.argmax(overlap))]].append(polygon)
    return rounded, {name: shapely.union_all(polygons) for name, polygons in pieces.items()}


def _chaikin(line: shapely.LineString) -> shapely.LineString:
    """Cut every corner at a quarter of its edges; the ends stay where they are."""
    points = shapely.get_coordinates(line)
    if line.is_closed:
        points = points[:-1]
        after = np.roll(points, -1, axis=0)
        corners = np.stack([0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after], axis=1)
        ring = corners.reshape(-1, 2)
        return shapely.LineString(np.vstack([ring, ring[:1]]))
    rounded = [points[0]]
    for here, there in pairwise(points):
        rounded += [0.75 * here + 0.25 * there, 0.25 * here + 0.75 * there]
    return shapely.LineString([*rounded, points[-1]])
