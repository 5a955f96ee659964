"""How well the frontiers of a day are known, stretch by stretch."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.arcs import frontier_arcs, load_edges, load_lines
from mapping.atlas.made import frontier_made_by
from mapping.atlas.world import load_atlas, require_known

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd

    from mapping.atlas.decode import State


def frontier_stretches(on: date) -> gpd.GeoDataFrame:
    """Return the frontiers of a day, stretch by stretch, with how well each is known.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.

    Returns
    -------
    geopandas.GeoDataFrame
        Lines with the codes of the polities on either side, ``code other``, ``exactness_km``: 2
        where the line still is an administrative boundary, 5 where it is reconstructed from
        towns near it, 15 where they are far apart or the line is a front, and ``source``: the
        treaty, decree or event from which the two have met there; EPSG:4326.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.

    Examples
    --------
    >>> from datetime import date
    >>> lines = frontier_stretches(date(1925, 6, 1))
    >>> sorted(set(lines["exactness_km"]))
    [2, 5, 15]
    """
    import geopandas as gpd

    from mapping.atlas.decode import EXACTNESS_KM

    require_known(on)
    atlas = load_atlas()
    known = {
        number: states
        for number, states in frontier_arcs(on).items()
        if atlas.arc_kinds[number] in EXACTNESS_KM
    }
    faces = _edges().groupby("arc")["face"].agg(tuple)
    rows = [
        (
            *(one.entity, two.entity),
            EXACTNESS_KM["w" if is_front(one, two) else atlas.arc_kinds[number]],
            frontier_made_by(faces[number], on),
        )
        for number, (one, two) in known.items()
    ]
    lines = load_lines()[list(known)].to_numpy()
    columns = ["code", "other", "exactness_km", "source"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry=lines, crs="EPSG:4326")


def is_front(one: State, two: State) -> bool:
    """Return whether the line between two states of affairs is the front of a civil war."""
    return one.sovereign == two.sovereign and one.status == two.status == "contested"


def exactness_of(group: pd.Series) -> pd.Series:
    """Return for faces how far the worst known frontier of their group may be out, in km.

    Parameters
    ----------
    group
        A number for each face, the same for those that are drawn as one; indexed by face.
    """
    from mapping.atlas.decode import EXACTNESS_KM

    edges = _edges().join(group.rename("group"), on="face").dropna(subset="group")
    edges = edges[~edges.duplicated(["group", "arc"], keep=False)]  # its own, not inside it
    worst = edges.groupby("group")["km"].max()
    known: pd.Series = group.map(worst).fillna(EXACTNESS_KM["s"]).astype(int)
    return known


@cache
def _edges() -> pd.DataFrame:
    """Return the arcs of each face that may be frontiers, with how far each may be out in km."""
    import pandas as pd

    from mapping.atlas.decode import EXACTNESS_KM

    km = pd.Series(list(load_atlas().arc_kinds)).map(EXACTNESS_KM)
    edges = load_edges().assign(km=lambda edges: edges["arc"].map(km))
    return edges.dropna(subset="km").astype({"km": int})
