"""The world on a day: land, lakes, rivers, and the frontiers and names then in force."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.file import atlas_text
from mapping.errors import OutsideAtlas

if TYPE_CHECKING:
    import shapely

    from mapping.atlas.decode import Atlas, State


KNOWN = date(1890, 1, 1), date(1947, 12, 31)
"""First and last day of which the atlas knows the frontiers."""


def is_known(on: date) -> bool:
    """Return whether the atlas knows the frontiers of a day.

    Parameters
    ----------
    on
        The day.
    """
    return KNOWN[0] <= on <= KNOWN[1]


def require_known(on: date) -> None:
    """Make sure that the atlas knows a day.

    Parameters
    ----------
    on
        The day.

    Raises
    ------
    OutsideAtlas
        If it does not.

    Examples
    --------
    >>> require_known(date(1936, 9, 1))
    """
    first, last = KNOWN
    if not is_known(on):
        raise OutsideAtlas(
            f"atlas: expected a day from {first} to {last}, found {on}. "
            "Choose a day between; nothing is known of the frontiers before or after."
        )


@cache
def load_atlas() -> Atlas:
    """Load the committed atlas, once."""
    from mapping.atlas.decode import parse_atlas

    return parse_atlas(atlas_text())


def frontier_lines(on: date) -> shapely.MultiLineString:
    """Return the lines between the polities of a day, without coasts; degrees, EPSG:4326.

    Parameters
    ----------
    on
        The day; the atlas knows 1890 to 1947.
    """
    import shapely

    atlas = load_atlas()
    beside: dict[int, set[State]] = {}
    for face, polygons in enumerate(atlas.rings):
        state = atlas.state(face, on)
        for number in (number for rings in polygons for ring in rings for number in ring):
            beside.setdefault(max(number, ~number), set()).add(state)
    between = sorted(arc for arc, states in beside.items() if len(states) > 1)
    return shapely.MultiLineString([atlas.arcs[arc] for arc in between])


@cache
def land() -> shapely.Geometry:
    """Return all land; degrees, EPSG:4326."""
    import shapely

    return shapely.coverage_union_all(list(load_atlas().faces))


@cache
def lakes() -> shapely.Geometry:
    """Return the large lakes; degrees, EPSG:4326."""
    import shapely

    return shapely.MultiPolygon(list(load_atlas().lakes))


@cache
def rivers() -> shapely.Geometry:
    """Return the main rivers; degrees, EPSG:4326."""
    import shapely

    return shapely.MultiLineString([line for _, line in load_atlas().rivers])
