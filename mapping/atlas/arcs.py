"""The arcs of the atlas as frames: their lines, the faces beside them, the frontiers of a day."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.world import load_atlas

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd
    import shapely

    from mapping.atlas.decode import State


@cache
def load_lines() -> gpd.GeoSeries:
    """Return the arcs of the atlas as lines, EPSG:4326, in the order of their numbers.

    Examples
    --------
    >>> load_lines().geom_type.unique().tolist()
    ['LineString']
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    arcs = load_atlas().arcs
    arc_of = np.repeat(np.arange(len(arcs)), [len(arc) for arc in arcs])
    lines = shapely.linestrings(np.concatenate(arcs), indices=arc_of)
    return gpd.GeoSeries(lines, crs="EPSG:4326")


@cache
def load_edges() -> pd.DataFrame:
    """Return which arcs each face has: columns ``face`` and ``arc``, both numbers.

    Examples
    --------
    >>> int(load_edges().groupby("arc").size().max())
    2
    """
    import pandas as pd

    rows = [
        (face, max(number, ~number))
        for face, polygons in enumerate(load_atlas().rings)
        for rings in polygons
        for ring in rings
        for number in ring
    ]
    return pd.DataFrame(rows, columns=["face", "arc"])


def frontier_arcs(on: date) -> dict[int, tuple[State, State]]:
    """Return the numbers of the arcs between two states of affairs, and those.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.
    """
    from mapping.atlas.decode import WATER

    atlas = load_atlas()
    states = [atlas.state(face, on) for face in range(len(atlas.rings))]
    beside = ((arc, states[one], states[two]) for arc, one, two in _pairs().itertuples(name=None))
    return {
        arc: (one, two)
        for arc, one, two in beside
        if one != two and WATER not in {one.entity, two.entity}
    }


@cache
def _pairs() -> pd.DataFrame:
    """Return the two faces beside each arc that has two, by the number of the arc."""
    edges = load_edges()
    shared = edges[edges.duplicated("arc", keep=False)]
    pairs: pd.DataFrame = shared.groupby("arc")["face"].agg(["first", "last"])
    return pairs


def frontier_lines(on: date) -> shapely.MultiLineString:
    """Return the lines between the polities of a day, without coasts; degrees, EPSG:4326.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.
    """
    import shapely

    return shapely.MultiLineString(load_lines()[list(frontier_arcs(on))].tolist())
