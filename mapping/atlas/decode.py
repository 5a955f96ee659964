"""Decode ``mapping/atlas/data/atlas.deflate``: shared arcs, faces, dated states and names."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely

from mapping.atlas.areas import join_arcs
from mapping.atlas.polyline import decode_lines
from mapping.errors import AssetError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FORMAT = "serge-map atlas 2"
WATER = "SEA"
"""Code of what is not yet land: the Zuiderzee, and polders until they fell dry."""
EXACTNESS_KM = {"s": 2, "r": 5, "w": 15}
"""How far a drawn frontier may be out, in km, by the kind of its arc."""


@dataclass(frozen=True, order=True, slots=True)
class State:
    """Who holds a piece of land: codes of entity, sovereign and controller, and the status."""

    entity: str
    sovereign: str
    controller: str
    status: str


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake on the days that it was there; degrees, EPSG:4326.

    Parameters
    ----------
    name
        Its name, or nothing.
    begin, end
        First and last ISO day, or nothing where it was there before, or after.
    shape
        Its water.
    """

    name: str
    begin: str
    end: str
    shape: shapely.Polygon

    def stands(self, on: date) -> bool:
        """Return whether the lake was there on a day."""
        day = on.isoformat()
        return self.begin <= day and (not self.end or day <= self.end)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The decoded atlas; all geometry in degrees, EPSG:4326, longitude first.

    Parameters
    ----------
    bounds
        West, south, east, north.
    arcs
        Shared lines as n by 2 arrays.
    arc_kinds
        One letter for each arc: ``c`` coast, ``e`` edge of the extent, ``s`` a line that still
        is an administrative boundary, ``r`` reconstructed from towns to within 5 km, ``w`` worse,
        ``l`` in a lake.
    faces
        One multipolygon for each history, in the same order.
    rings
        For each face its polygons as rings of arc numbers, ``~i`` for arc ``i`` backwards.
    histories
        For each face the ISO days from which its states hold, and the states.
    names
        From a code to the ISO days from which its names hold, and the names.
    lakes, rivers
        Lakes with their days, and lines with ranks from 1 (long) to 4.
    labels, towns, seas, flux, tints
        As the file has them.
    """

    bounds: tuple[float, float, float, float]
    arcs: tuple[Any, ...]
    arc_kinds: str
    faces: tuple[shapely.MultiPolygon, ...]
    rings: tuple[Any, ...]
    histories: tuple[tuple[tuple[str, ...], tuple[State, ...]], ...]
    names: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    tints: dict[str, int]
    labels: tuple[tuple[str, str, str, float, float, float], ...]
    lakes: tuple[Lake, ...]
    rivers: tuple[tuple[int, shapely.LineString], ...]
    towns: tuple[dict[str, Any], ...]
    seas: tuple[dict[str, Any], ...]
    flux: tuple[tuple[str, str, str], ...]

    def state(self, face: int, on: date) -> State:
        """Return who holds a face on a day; before the first day, who held it then."""
        days, states = self.histories[face]
        return states[max(0, bisect_right(days, on.isoformat()) - 1)]

    def name(self, code: str, on: date) -> str:
        """Return the name of a polity on a day; before its first name, that name."""
        days, names = self.names[code]
        return names[max(0, bisect_right(days, on.isoformat()) - 1)]


def parse_atlas(text: str) -> Atlas:
    """Decode the text of the atlas.

    Raises
    ------
    AssetError
        If it is another format.
    """
    raw = json.loads(text)
    if raw.get("format") != FORMAT:
        raise AssetError(
            f"mapping/atlas/data/atlas.deflate: expected the format {FORMAT!r}, found "
            f"{raw.get('format')!r}. Run python -m mapping.rebuild."
        )
    step = raw["per_degree"]
    arcs = decode_lines(raw["arcs"], step)
    shapes = _areas([rings for _, _, _, *rings in raw["lakes"]], step)
    rivers = decode_lines([line for _, line in raw["rivers"]], step)
    states = [State(**state) for state in raw["states"]]
    histories = [
        (tuple(day for day, _ in history), tuple(states[i] for _, i in history))
        for history in raw["histories"]
    ]
    return Atlas(
        bounds=tuple(raw["bounds"]),
        arcs=arcs,
        arc_kinds=raw["arc_kinds"],
        faces=tuple(join_arcs([face["p"] for face in raw["faces"]], arcs)),
        rings=tuple(face["p"] for face in raw["faces"]),
        histories=tuple(histories[face["h"]] for face in raw["faces"]),
        names={
            code: (
                tuple(day for day, _ in polity["names"]),
                tuple(name for _, name in polity["names"]),
            )
            for code, polity in raw["polities"].items()
        },
        tints={code: polity["tint"] for code, polity in raw["polities"].items()},
        labels=tuple(tuple(label) for label in raw["labels"]),
        lakes=tuple(
            Lake(name, begin, end, shape)
            for (name, begin, end, *_), shape in zip(raw["lakes"], shapes, strict=True)
        ),
        rivers=tuple(
            (rank, shapely.LineString(line))
            for (rank, _), line in zip(raw["rivers"], rivers, strict=True)
        ),
        towns=tuple(raw["towns"]),
        seas=tuple(raw["seas"]),
        flux=tuple((begin, end, sentence) for begin, end, sentence in raw["flux"]),
    )


def parse_coast(text: str) -> list[shapely.Polygon]:
    """Decode the text of the coast of the world; degrees, EPSG:4326."""
    raw = json.loads(text)
    return _areas(raw["land"], raw["per_degree"])


def _areas(polygons: Sequence[Sequence[str]], per_degree: int) -> list[shapely.Polygon]:
    rings = iter(decode_lines([ring for polygon in polygons for ring in polygon], per_degree))
    return [shapely.Polygon(next(rings), [next(rings) for _ in holes]) for _, *holes in polygons]
