"""Layers that any ``folium.Map`` can carry: the atlas of a day, a route, its stops.

They draw on canvases of their own and fetch nothing; what they need is in the document once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.atlas.world import KNOWN, known_day, load_atlas
from mapping.page.drawn import DrawnLayer, FrameLayer
from mapping.page.rows import leg_rows, stop_rows

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd

Bounds = tuple[float, float, float, float]

_SIGNS_BLOCK = "page--signs-data"
_ATLAS_BLOCKS = ("page--atlas-data", "page--relief-data", "page--features-data", _SIGNS_BLOCK)
_COAST_BLOCK = "page--coast-data"
_MARGIN = 8.0  # degrees around places beyond the atlas
_POLAR = 84.0  # degrees: Web Mercator goes little further
# what a map that was given no place shows of an atlas: south, west and north, east
_EUROPE = ((34.0, -12.0), (62.0, 45.0))


class PeriodAtlas(DrawnLayer):
    """Land, water, relief, frontiers and names of one day, below everything else on the map.

    Parameters
    ----------
    day
        The day, a date, a ``Timestamp`` or ``YYYY-MM-DD``; the atlas knows 1890 to 1947.
    name
        Its name in a ``LayerControl``; the day, unless given.
    overlay
        Whether it has a tick box there, or, as one of several atlases, a radio button.
    control, show
        As in every layer of folium.
    reach
        West, south, east, north in degrees of what the map shows, where that is more than the
        atlas: beyond it the coast alone is drawn, and a word says so.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.
    ValueError, TypeError
        If it is no day.

    Examples
    --------
    >>> import folium
    >>> from serge_map import PeriodAtlas
    >>> europe = folium.Map(tiles=None).add_child(PeriodAtlas("1936-09-01"))
    >>> "SergeMap.periodAtlas" in europe.get_root().render()
    True
    """

    needs: tuple[str, ...] = _ATLAS_BLOCKS
    maker = "periodAtlas"

    def __init__(
        self,
        day: date | str,
        *,
        name: str | None = None,
        overlay: bool = True,
        control: bool = True,
        show: bool = True,
        reach: Bounds | None = None,
    ) -> None:
        self.reach = reach
        if reach:
            self.needs = (*_ATLAS_BLOCKS, _COAST_BLOCK)
        self.day = known_day(day)
        name = name or f"Frontiers of {self.day.isoformat()}"
        super().__init__(name, str(self.day), overlay=overlay, control=control, show=show)

    @property
    def given(self) -> dict[str, Any]:
        """Return the day, and how far the map reaches beyond the atlas, if it does."""
        reach = {"reach": list(self.reach)} if self.reach else {}
        return {"day": self.day.isoformat(), **reach}

    @property
    def extent(self) -> list[list[float]]:
        """Return the bounds of Europe, of which the atlas knows most."""
        return [list(corner) for corner in _EUROPE]

    def _get_self_bounds(self) -> list[list[float | None]]:
        west, south, east, north = self.reach or load_atlas().bounds
        return [[south, west], [north, east]]


class LifeRoute(FrameLayer):
    """The legs of a life, or any lines: pattern says the mode, colour free or under guard.

    Parameters
    ----------
    legs
        What ``legs_frame`` returned, or any frame of lines. Columns may be missing: ``mode``,
        ``certainty`` and ``guarded`` decide the stroke, ``lane`` moves a line to the right.
    block
        As in `FrameLayer`.
    name, overlay, control, show
        As in every layer of folium.

    Raises
    ------
    ValueError, TypeError
        If it is no frame, or a geometry is not a line.

    Examples
    --------
    >>> import folium
    >>> from serge_map import LifeRoute, legs_frame, load_life
    >>> legs = legs_frame(load_life("data"))
    >>> route = LifeRoute(legs[legs["mode"] == "sea"], name="By sea")
    >>> folium.Map(tiles=None).add_child(route).get_bounds()[0][0] < 20
    True
    """

    needs = (_SIGNS_BLOCK,)
    maker = "lifeRoute"
    rank = 1
    rows_name = "legs"

    def __init__(
        self,
        legs: gpd.GeoDataFrame,
        *,
        block: str = "",
        name: str = "Route",
        overlay: bool = True,
        control: bool = True,
        show: bool = True,
    ) -> None:
        super().__init__(legs, block, name, overlay=overlay, control=control, show=show)

    def rows(self) -> list[dict[str, Any]]:
        """Return the legs."""
        return leg_rows(self.frame)


class LifeStops(FrameLayer):
    """The stops of a life, or any points: a sign, a name, a button and a card for each.

    Parameters
    ----------
    stops
        What ``stops_frame`` returned, or any frame of points. Columns may be missing: ``kind``
        decides the sign, ``name_then`` and ``precision`` the name; ``title``, ``date_text`` or
        ``start_date`` and ``end_date``, ``summary`` and ``quote`` go on the card.
    block
        As in `FrameLayer`.
    name, overlay, control, show
        As in every layer of folium.

    Raises
    ------
    ValueError, TypeError
        If it is no frame, or a geometry is not a point.

    Examples
    --------
    >>> import folium
    >>> from serge_map import LifeStops, load_life, stops_frame
    >>> stops = stops_frame(load_life("data"))
    >>> captivity = LifeStops(stops[stops["kind"] == "captivity"], name="Captivity")
    >>> "SergeMap.lifeStops" in folium.Map(tiles=None).add_child(captivity).get_root().render()
    True
    """

    needs = (_SIGNS_BLOCK,)
    maker = "lifeStops"
    rank = 2
    rows_name = "stops"

    def __init__(
        self,
        stops: gpd.GeoDataFrame,
        *,
        block: str = "",
        name: str = "Stops",
        overlay: bool = True,
        control: bool = True,
        show: bool = True,
    ) -> None:
        super().__init__(stops, block, name, overlay=overlay, control=control, show=show)

    def rows(self) -> list[dict[str, Any]]:
        """Return the stops."""
        return stop_rows(self.frame)


def reach_beyond(bounds: Bounds) -> Bounds | None:
    """Return what a map has to show of places that the atlas does not cover, with it; or nothing.

    Parameters
    ----------
    bounds
        West, south, east, north of the places, in degrees.

    Examples
    --------
    >>> reach_beyond((2.0, 41.0, 37.0, 60.0)) is None
    True
    >>> reach_beyond((2.0, -34.0, 151.0, 60.0))
    (-130, -42.0, 159.0, 78)
    """
    west, south, east, north = load_atlas().bounds
    left, bottom, right, top = bounds
    if west <= left and south <= bottom and right <= east and top <= north:
        return None
    return (
        min(west, max(left - _MARGIN, -180.0)) if left < west else west,
        min(south, max(bottom - _MARGIN, -_POLAR)) if bottom < south else south,
        max(east, min(right + _MARGIN, 180.0)) if right > east else east,
        max(north, min(top + _MARGIN, _POLAR)) if top > north else north,
    )


def nearest_known(day: date) -> date:
    """Return a day, or the nearest that the atlas knows.

    Parameters
    ----------
    day
        Any day.

    Examples
    --------
    >>> from datetime import date
    >>> nearest_known(date(1492, 10, 12)).isoformat()
    '1890-01-01'
    """
    return min(max(day, KNOWN[0]), KNOWN[1])
