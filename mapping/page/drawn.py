"""What all layers that our own scripts draw have in common: name, data, bounds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Self

import folium
from branca.element import MacroElement
from folium.map import Layer

from mapping.page.document import (
    FromFile,
    document_of,
    name_apart,
    put_block,
    put_scripts,
    script_json,
    shared_block,
)

if TYPE_CHECKING:
    import geopandas as gpd

_NOWHERE = [0.0, 0.0]  # where folium puts a map that was given no place


class DrawnLayer(FromFile, Layer):
    """A layer that the package's own scripts draw.

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
            put_block(figure, identifier, shared_block(identifier))
        MacroElement.render(self, **kwargs)  # not as a layer: the template adds it to the map
        return ""


class FrameLayer(DrawnLayer):
    """A layer of a frame, whose rows are in a block of its own.

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


def _refuse_projection(layer: Layer) -> None:
    on = layer._parent
    while on is not None and not isinstance(on, folium.Map):
        on = on._parent
    if on is not None and on.crs != "EPSG3857":
        raise ValueError(
            f"{type(layer).__name__}: expected a map in EPSG3857, which folium makes unless told "
            f"otherwise, found {on.crs}. Leave out crs=."
        )
