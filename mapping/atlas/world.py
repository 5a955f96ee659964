"""The world on a day: its land and lakes, the rivers, and what days the atlas knows."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.file import atlas_text, coast_text
from mapping.errors import OutsideAtlas
from mapping.life.given import given_day

if TYPE_CHECKING:
    import shapely

    from mapping.atlas.decode import Atlas


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


def known_day(on: date | str) -> date:
    """Return a day that the atlas knows, as a plain date.

    Parameters
    ----------
    on
        A date, a moment such as pandas' ``Timestamp``, or ``YYYY-MM-DD``.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.
    ValueError, TypeError
        If it is no day.

    Examples
    --------
    >>> known_day("1936-09-01")
    datetime.date(1936, 9, 1)
    """
    day = given_day(on)
    require_known(day)
    return day


@cache
def load_atlas() -> Atlas:
    """Load the committed atlas, once."""
    from mapping.atlas.decode import parse_atlas

    return parse_atlas(atlas_text())


@cache
def water_faces() -> dict[int, str]:
    """Return the faces that were water, and the ISO day from which each is land, if it ever is."""
    from mapping.atlas.decode import WATER

    return {
        face: days[1] if len(days) > 1 else "9999-12-31"
        for face, (days, states) in enumerate(load_atlas().histories)
        if states[0].entity == WATER
    }


def land(on: date) -> shapely.Geometry:
    """Return all land of a day, lakes included; degrees, EPSG:4326.

    Parameters
    ----------
    on
        The day: polders are land from the day that they fell dry.
    """
    day = on.isoformat()
    return _land(frozenset(face for face, dry in water_faces().items() if day < dry))


@cache
def _land(without: frozenset[int]) -> shapely.Geometry:
    import shapely

    faces = load_atlas().faces
    return shapely.coverage_union_all(
        [face for number, face in enumerate(faces) if number not in without]
    )


def lakes(on: date) -> shapely.Geometry:
    """Return the large lakes of a day; degrees, EPSG:4326.

    Parameters
    ----------
    on
        The day: a reservoir is not there before it was filled.
    """
    import shapely

    return shapely.MultiPolygon([lake.shape for lake in load_atlas().lakes if lake.stands(on)])


@cache
def world_coast() -> shapely.Geometry:
    """Return the land of the whole world, coarsely and without states; degrees, EPSG:4326.

    It is for places beyond the bounds of the atlas.
    """
    import shapely

    from mapping.atlas.decode import parse_coast

    return shapely.MultiPolygon(parse_coast(coast_text()))


@cache
def rivers() -> shapely.Geometry:
    """Return the main rivers; degrees, EPSG:4326."""
    import shapely

    return shapely.MultiLineString([line for _, line in load_atlas().rivers])
