"""Cut the faces into shared arcs and say of each what kind of line it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Point = tuple[int, int]
Line = tuple[Point, ...]


class Topology(NamedTuple):
    """Shared arcs in grid steps, their kinds, and the rings of every face as arc numbers.

    A ring holds arc numbers, ``~i`` for arc ``i`` backwards; the first ring of a polygon is its
    outer one.
    """

    arcs: list[Line]
    kinds: str
    faces: dict[str, list[list[list[int]]]]


def build_topology(
    faces: Mapping[str, shapely.Geometry], kind_of: Callable[[np.ndarray, np.ndarray], str]
) -> Topology:
    """Cut the edges of all faces into arcs that neighbours share.

    Parameters
    ----------
    faces
        Valid coverage in grid steps.
    kind_of
        Gives the kinds of edges inside the land, one letter each, from their two ends (n by 2
        arrays in grid steps).
    """
    rings = {
        name: [
            [_points(ring) for ring in (polygon.exterior, *polygon.interiors)]
            for polygon in shapely.get_parts(shapely.orient_polygons(face)).tolist()
        ]
        for name, face in faces.items()
    }
    sides: dict[tuple[Point, Point], int] = {}
    ends: dict[Point, set[Point]] = {}
    for points in _all_rings(rings):
        for one, two in pairwise(points):
            sides[min(one, two), max(one, two)] = sides.get((min(one, two), max(one, two)), 0) + 1
            ends.setdefault(one, set()).add(two)
            ends.setdefault(two, set()).add(one)
    kinds = _edge_kinds(sides, faces, kind_of)
    breaks = {
        point
        for point, others in ends.items()
        if len(others) != 2
        or len({kinds[min(point, other), max(point, other)] for other in others}) > 1
    }
    numbers: dict[Line, int] = {}
    letters: list[str] = []

    def number(line: Line) -> int:
        backwards = line[::-1]
        if line in numbers:
            return numbers[line]
        if backwards in numbers:
            return ~numbers[backwards]
        numbers[line] = len(numbers)
        letters.append(kinds[min(line[:2]), max(line[:2])])
        return numbers[line]

    done = {
        name: [[[number(arc) for arc in _split(ring, breaks)] for ring in polygon] for polygon in p]
        for name, p in rings.items()
    }
    return Topology(list(numbers), "".join(letters), done)


def _edge_kinds(
    sides: Mapping[tuple[Point, Point], int],
    faces: Mapping[str, shapely.Geometry],
    kind_of: Callable[[np.ndarray, np.ndarray], str],
) -> dict[tuple[Point, Point], str]:
    west, south, east, north = shapely.total_bounds(list(faces.values()))
    inner = [edge for edge, count in sides.items() if count > 1]
    ends = np.array(inner, dtype=float).reshape(-1, 2, 2)
    kinds = dict(zip(inner, kind_of(ends[:, 0], ends[:, 1]), strict=True))
    for edge, count in sides.items():
        if count == 1:
            (x1, y1), (x2, y2) = edge
            on_frame = (x1 == x2 and x1 in (west, east)) or (y1 == y2 and y1 in (south, north))
            kinds[edge] = "e" if on_frame else "c"
    return kinds


def _points(ring: shapely.LinearRing) -> list[Point]:
    return [(round(x), round(y)) for x, y in shapely.get_coordinates(ring)]


def _all_rings(rings: Mapping[str, list[list[list[Point]]]]) -> Iterable[list[Point]]:
    return (ring for polygons in rings.values() for polygon in polygons for ring in polygon)


def _split(ring: list[Point], breaks: set[Point]) -> list[Line]:
    """Split a closed ring at the break points; one without any starts at its least point."""
    points = ring[:-1]
    starts = [i for i, point in enumerate(points) if point in breaks]
    if not starts:
        starts = [points.index(min(points))]
    points = points[starts[0] :] + points[: starts[0]]
    cuts = [i - starts[0] for i in starts] + [len(points)]
    points.append(points[0])
    return [tuple(points[one : two + 1]) for one, two in pairwise(cuts)]
