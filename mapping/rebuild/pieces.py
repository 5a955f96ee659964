"""Split units of today along the cuts and give every piece its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.errors import DataError, Problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.rebuild.cuts import Cut
    from mapping.rebuild.facts import Facts

# A bit of a unit that a cut leaves on its own is an accident of the towns, below this size.
_DETACHED_KM2 = 150.0


class Piece(NamedTuple):
    """A part of a unit with one history; ``cut`` says whether a cut made it."""

    unit: str
    history: str
    geometry: shapely.Geometry
    cut: bool


def split_units(
    units: Iterable[tuple[str, shapely.Geometry]], cuts: Mapping[str, Cut], facts: Facts
) -> list[Piece]:
    """Split every unit into its pieces.

    Parameters
    ----------
    units
        Unit keys with their areas; degrees, EPSG:4326.
    cuts
        The areas of each cut.
    facts
        The tables of ``data/frontiers``.

    Raises
    ------
    DataError
        If a unit has no history.
    """
    pieces: list[Piece] = []
    problems = Problems()
    for key, geometry in units:
        wanted = facts.units.get(key) or facts.units.get(key.split(":")[0] + ":*")
        if wanted is None:
            problems.at("units.csv", key).error(
                "unit", expected="a row", found="none", remedy="Add the unit or its country."
            )
        elif len(wanted) == 1:
            pieces.append(Piece(key, next(iter(wanted.values())), geometry, cut=False))
        else:
            pieces += [
                Piece(key, history, part, cut=True)
                for history, part in _split(geometry, wanted, cuts)
            ]
    if problems:
        raise DataError(problems)
    return pieces


def _split(
    geometry: shapely.Geometry, wanted: Mapping[str, str], cuts: Mapping[str, Cut]
) -> list[tuple[str, shapely.Geometry]]:
    """Cut one unit and join slivers that no piece asks for to their longest neighbour."""
    parts: list[tuple[str, shapely.Geometry]] = [("", geometry)]
    for name in [side.split("=")[0] for side in next(iter(wanted)).split("+")]:
        parts = [
            (f"{piece}+{name}={side}" if piece else f"{name}={side}", bit)
            for piece, part in parts
            for side, area in cuts[name].sides.items()
            for bit in _polygons(shapely.intersection(part, area))
        ]
    done = [(wanted[piece], part) for piece, part in parts if piece in wanted]
    for _, part in (item for item in parts if item[0] not in wanted):
        shared = [shapely.intersection(part, other).length for _, other in done]
        done.append((done[int(np.argmax(shared))][0], part))
    return done


def join_detached(pieces: list[Piece]) -> list[Piece]:
    """Give bits that a cut left cut off from the rest of their side to the land around them.

    The largest body of a history stays, however small: the tables ask for it (Palanga, Menton).

    Parameters
    ----------
    pieces
        Pieces that form a valid coverage; degrees, EPSG:4326.
    """
    parts = [
        Piece(piece.unit, piece.history, part, piece.cut)
        for piece in pieces
        for part in _polygons(piece.geometry)
    ]
    geometries = np.array([part.geometry for part in parts])
    histories = np.array([part.history for part in parts])
    tree = shapely.STRtree(geometries)
    for name in sorted({part.history for part in parts if part.cut}):
        members = np.flatnonzero(histories == name)
        whole = shapely.get_parts(shapely.coverage_union_all(geometries[members]))
        areas = np.array([area_km2(one) for one in whole])
        for body in whole[(areas < _DETACHED_KM2) & (areas < areas.max())]:
            inside = [
                i for i in members if shapely.covers(body, geometries[i].representative_point())
            ]
            if not all(parts[i].cut for i in inside):
                continue
            around = [i for i in tree.query(body, predicate="intersects") if i not in inside]
            shared = {
                i: shapely.intersection(body.boundary, geometries[i].boundary).length
                for i in around
                if histories[i] != name
            }
            best = max(sorted(shared), key=lambda i: shared[i], default=None)
            if best is not None and shared[best] > 0:
                histories[inside] = histories[best]
    return [
        part._replace(history=str(history)) for part, history in zip(parts, histories, strict=True)
    ]


def area_km2(geometry: shapely.Geometry) -> float:
    """Return the area on a sphere of radius 6371 km in km2, by a cylindrical equal-area map."""
    flat = shapely.transform(
        geometry, lambda xy: np.column_stack([np.radians(xy[:, 0]), np.sin(np.radians(xy[:, 1]))])
    )
    return float(flat.area) * 6371.0**2


def _polygons(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    return [part for part in shapely.get_parts(geometry).tolist() if part.geom_type == "Polygon"]


def cut_lines(
    units: Iterable[tuple[str, shapely.Geometry]], cuts: Mapping[str, Cut], facts: Facts
) -> shapely.Geometry:
    """Return the lines along which units are cut, as far as they run inside those units.

    Parameters
    ----------
    units, cuts, facts
        As for ``split_units``.
    """
    areas: dict[str, list[shapely.Geometry]] = {}
    for key, geometry in units:
        wanted = facts.units.get(key, {})
        if len(wanted) > 1:
            for side in next(iter(wanted)).split("+"):
                areas.setdefault(side.split("=")[0], []).append(geometry)
    return shapely.union_all(
        [
            shapely.intersection(cuts[name].lines, shapely.union_all(parts))
            for name, parts in sorted(areas.items())
        ]
    )
