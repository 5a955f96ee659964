"""Layers that any ``folium.Map`` can carry: the atlas of a day, a route, its stops.

They draw on canvases of their own and fetch nothing; what they need stands in the document once.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any, Self

import folium
from branca.element import MacroElement
from folium.map import Layer

from mapping.atlas.world import KNOWN, load_atlas, require_known
from mapping.page.document import (
    FromFile,
    document_of,
    name_apart,
    put_block,
    put_scripts,
    script_json,
    shared_blocks,
)
from mapping.page.rows import leg_rows, stop_rows

if TYPE_CHECKING:
    import geopandas as gpd

_ATLAS_BLOCKS = ("page--atlas-data", "page--relief-data")
# what a map that was given no place shows of an atlas: south, west and north, east
_EUROPE = ((34.0, -12.0), (62.0, 45.0))
_NOWHERE = [0.0, 0.0]  # where folium puts a map that was given no place


class DrawnLayer(FromFile, Layer):
    """A layer that the package's own scripts draw; use one of those below.

    Parameters
    ----------
    name
        Its name in a ``LayerControl``.
    identifier
        Text that is its own, from which its name in the document is made.
    overlay, control, show
        As in every layer of folium.
    """

    template_name = "layer.html.j2"
    needs: tuple[str, ...] = ()
    """Blocks of JSON, shared by all layers of the document, that it reads."""
    maker = ""
    """Function of the scripts that makes it."""
    rank = 0
    """Which of several layers a map that was given no place shows: the highest."""

    def __init__(
        self, name: str, identifier: str, *, overlay: bool, control: bool, show: bool
    ) -> None:
        super().__init__(name=name, overlay=overlay, control=control, show=show)
        self._name = type(self).__name__
        self._base = hashlib.sha256(f"{name}\n{identifier}".encode()).hexdigest()[:8]
        self._id = self._base

    def call_it(self, base: str) -> Self:
        """Take another name in the document, after the kind of layer, and return the layer.

        Parameters
        ----------
        base
            A name that no other layer of its kind has there.
        """
        self._base = self._id = base
        return self

    @property
    def given(self) -> dict[str, Any]:
        """Return what its maker in the scripts is given."""
        raise NotImplementedError

    @property
    def opening(self) -> list[list[float]] | None:
        """Return the bounds that a map shows which was given no place, if this layer says so."""
        on = self._parent
        if not isinstance(on, folium.Map) or on.location != _NOWHERE or not self.show:
            return None
        shown = [c for c in on._children.values() if isinstance(c, DrawnLayer) and c.show]
        return self.extent if max(shown, key=lambda layer: layer.rank) is self else None

    @property
    def extent(self) -> list[list[float]]:
        """Return south, west and north, east in degrees."""
        raise NotImplementedError

    def _get_self_bounds(self) -> list[list[float | None]]:
        return [list(corner) for corner in self.extent]

    def render(self, **kwargs: Any) -> str:
        """Put scripts and data into the document, then the layer."""
        figure = document_of(self)
        _refuse_projection(self)
        name_apart(figure)
        put_scripts(figure)
        for identifier in self.needs:
            put_block(figure, identifier, shared_blocks()[identifier])
        MacroElement.render(self, **kwargs)  # not as a layer: the template adds it to the map
        return ""


class PeriodAtlas(DrawnLayer):
    """Land, water, relief, frontiers and names of one day, below everything else on the map.

    Parameters
    ----------
    day
        The day, as a date or as ``YYYY-MM-DD``; the atlas knows 1890 to 1947.
    name
        Its name in a ``LayerControl``; the day, unless given.
    overlay
        Whether it has a tick box there, or, as one of several atlases, a radio button.
    control, show
        As in every layer of folium.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.

    Examples
    --------
    >>> import folium
    >>> from serge_map import PeriodAtlas
    >>> europe = folium.Map(tiles=None).add_child(PeriodAtlas("1936-09-01"))
    >>> "SergeMap.periodAtlas" in europe.get_root().render()
    True
    """

    needs = _ATLAS_BLOCKS
    maker = "periodAtlas"

    def __init__(
        self,
        day: date | str,
        *,
        name: str | None = None,
        overlay: bool = True,
        control: bool = True,
        show: bool = True,
    ) -> None:
        self.day = date.fromisoformat(day) if isinstance(day, str) else day
        require_known(self.day)
        name = name or f"Frontiers of {self.day.isoformat()}"
        super().__init__(name, str(self.day), overlay=overlay, control=control, show=show)

    @property
    def given(self) -> dict[str, Any]:
        """Return the day."""
        return {"day": self.day.isoformat()}

    @property
    def extent(self) -> list[list[float]]:
        """Return the bounds of Europe, of which the atlas knows most."""
        return [list(corner) for corner in _EUROPE]

    def _get_self_bounds(self) -> list[list[float | None]]:
        west, south, east, north = load_atlas().bounds
        return [[south, west], [north, east]]


class FrameLayer(DrawnLayer):
    """A layer of a frame, whose rows stand in a block of its own.

    Parameters
    ----------
    frame
        What it draws.
    block
        Id of a block of the document that holds the rows already; one of its own, unless given.
    name, overlay, control, show
        As in every layer of folium.
    """

    rows_name = ""
    """Name of its rows in the block."""

    def __init__(self, frame: gpd.GeoDataFrame, block: str, name: str, **shown: bool) -> None:
        self.frame = frame
        self.block = block
        self.json = "" if block else script_json({self.rows_name: self.rows()})
        super().__init__(name, block or self.json, **shown)

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as the scripts read them."""
        raise NotImplementedError

    @property
    def given(self) -> dict[str, Any]:
        """Return the block that its rows are in."""
        return {"block": self.block or f"{self.get_name()}-data"}

    @property
    def extent(self) -> list[list[float]]:
        """Return the bounds of what it draws."""
        degrees = self.frame if self.frame.crs is None else self.frame.to_crs("EPSG:4326")
        west, south, east, north = map(float, degrees.total_bounds)
        return [[south, west], [north, east]]

    def render(self, **kwargs: Any) -> str:
        """Put the rows into the document, then the layer."""
        figure = document_of(self)
        name_apart(figure)
        if not self.block:
            put_block(figure, self.given["block"], self.json)
        return super().render(**kwargs)


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
    ValueError
        If a geometry is not a line.

    Examples
    --------
    >>> import folium
    >>> from serge_map import LifeRoute, legs_frame, load_life
    >>> legs = legs_frame(load_life("data"))
    >>> route = LifeRoute(legs[legs["mode"] == "sea"], name="By sea")
    >>> folium.Map(tiles=None).add_child(route).get_bounds()[0][0] < 20
    True
    """

    needs = ("page--signs-data",)
    maker = "lifeRoute"
    rank = 1
    rows_name = "legs"

    def __init__(  # noqa: PLR0913 - the options of every layer of folium
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
        ``start_date`` and ``end_date``, ``summary`` and ``quote`` stand on the card.
    block
        As in `FrameLayer`.
    name, overlay, control, show
        As in every layer of folium.

    Raises
    ------
    ValueError
        If a geometry is not a point.

    Examples
    --------
    >>> import folium
    >>> from serge_map import LifeStops, load_life, stops_frame
    >>> stops = stops_frame(load_life("data"))
    >>> captivity = LifeStops(stops[stops["kind"] == "captivity"], name="Captivity")
    >>> "SergeMap.lifeStops" in folium.Map(tiles=None).add_child(captivity).get_root().render()
    True
    """

    needs = ("page--signs-data",)
    maker = "lifeStops"
    rank = 2
    rows_name = "stops"

    def __init__(  # noqa: PLR0913 - the options of every layer of folium
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


def nearest_known(day: date) -> date:
    """Return a day, or the nearest that the atlas knows.

    Parameters
    ----------
    day
        Any day.

    Examples
    --------
    >>> nearest_known(date(1492, 10, 12)).isoformat()
    '1890-01-01'
    """
    return min(max(day, KNOWN[0]), KNOWN[1])


def _refuse_projection(layer: Layer) -> None:
    on = layer._parent
    while on is not None and not isinstance(on, folium.Map):
        on = on._parent
    if on is not None and on.crs != "EPSG3857":
        raise ValueError(
            f"{type(layer).__name__}: expected a map in EPSG3857, which folium makes unless told "
            f"otherwise, found {on.crs}. Leave out crs=."
        )
