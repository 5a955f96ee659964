"""Areas from the arcs that they share with their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def join_arcs(faces: Sequence[Any], arcs: Mapping[int, Any] | Sequence[Any]) -> Any:
    """Return a MultiPolygon a face, as an array.

    Rings that shrank to a line are left out.

    Parameters
    ----------
    faces
        Of each face its polygons, of each polygon its rings, the outer one first, of each ring the
        numbers of its arcs; ``~n`` is arc ``n`` from its end, as in TopoJSON.
    arcs
        Points of each arc, n by 2.

    Examples
    --------
    >>> arcs = [np.array([(0, 0), (4, 0), (4, 4)]), np.array([(0, 0), (0, 4), (4, 4)])]
    >>> join_arcs([[[[0, ~1]]]], arcs)[0].area
    16.0
    """
    rings: list[Any] = []
    polygon_of: list[int] = []
    face_of: list[int] = []
    for face, polygons in enumerate(faces):
        for polygon in polygons:
            outer, *inner = (_ring(numbers, arcs) for numbers in polygon)
            if len(outer) > 3:
                whole = [outer, *(ring for ring in inner if len(ring) > 3)]
                rings += whole
                polygon_of += [len(face_of)] * len(whole)
                face_of.append(face)
    areas = np.full(len(faces), shapely.MultiPolygon(), dtype=object)
    if not rings:
        return areas
    made = shapely.linearrings(
        np.concatenate(rings), indices=np.repeat(np.arange(len(rings)), [len(r) for r in rings])
    )
    polygons = shapely.polygons(made, indices=polygon_of)
    return shapely.multipolygons(polygons, indices=face_of, out=areas)


def _ring(numbers: Sequence[int], arcs: Any) -> Any:
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
