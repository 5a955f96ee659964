"""A folium map with Leaflet inside: no tiles, no network, no jQuery, Bootstrap or icon font."""

from __future__ import annotations

from typing import Any

import folium
from branca.element import Element, Figure, Link

from mapping.errors import AssetError
from mapping.page.assets import leaflet, read_web, slim_script
from mapping.page.document import (
    FromFile,
    Verbatim,
    document_of,
    elements_in,
    name_apart,
    web_template,
)


class OfflineMap(FromFile, folium.Map):
    """A ``folium.Map`` that asks the network for nothing, for layers that need only Leaflet.

    Markers, popups, vectors, ``folium.GeoJson``, ``GeoDataFrame.explore(m=…)`` without a legend
    and ``LayerControl`` work; tiles, plugins and ``folium.Icon`` are fetched from elsewhere, and
    refused.

    Parameters
    ----------
    location
        Latitude and longitude of the middle; without it, the map opens on what the first layers
        of this package show, or on the world.
    **options
        As of ``folium.Map``; there are no tiles.

    Raises
    ------
    AssetError
        When it is rendered with a layer that is fetched from elsewhere.

    Examples
    --------
    >>> from serge_map import OfflineMap, PeriodAtlas
    >>> europe = OfflineMap().add_child(PeriodAtlas("1936-09-01"))
    >>> "https://cdn" in europe.get_root().render()
    False
    """

    template_name = "offline_map.html.j2"
    # folium would fetch ten files from four hosts
    default_js: list[tuple[str, str]] = []
    default_css: list[tuple[str, str]] = []

    def __init__(self, location: tuple[float, float] | None = None, **options: Any) -> None:
        options.setdefault("zoom_snap", 0.25)
        super().__init__(location=location, **{**options, "tiles": None})
        self._base = self._id

    @classmethod
    def _generate_id(cls) -> str:
        """Name the map the same in every run; `name_apart` sees to several in a document."""
        return "offline"

    def render(self, **kwargs: Any) -> str:
        """Put Leaflet into the document, then the map and its layers."""
        figure = document_of(self)
        name_apart(figure)
        _refuse_icons(self)
        put_leaflet(figure)
        folium.Map.render(self, **kwargs)
        _refuse_links(figure)
        return ""


def put_leaflet(figure: Figure) -> None:
    """Put Leaflet, with the pictures of its markers, into a document, once.

    Parameters
    ----------
    figure
        The document.
    """
    if "serge_map_leaflet" not in figure.header._children:
        helpers = slim_script(read_web("scripts/folium.js"))
        macro = web_template(OfflineMap.template_name).module.leaflet(leaflet(images=True), helpers)
        figure.header.add_child(Verbatim(str(macro)), name="serge_map_leaflet", index=1)


def _refuse_links(figure: Figure) -> None:
    """Refuse what a layer would have the browser fetch."""
    for name, child in figure.header._children.items():
        if isinstance(child, Link):
            raise AssetError(
                f"OfflineMap, {name}: expected layers that need only Leaflet, found one that "
                f"fetches {child.url}. Leave it out, or put it on a folium.Map."
            )


def _refuse_icons(on: folium.Map) -> None:
    for element in elements_in(on):
        if isinstance(element, folium.TileLayer | folium.Icon):
            raise AssetError(
                f"OfflineMap, {element.get_name()}: expected layers that need only Leaflet, found "
                f"a {type(element).__name__}, which is fetched. {_remedy(element)}"
            )


def _remedy(element: Element) -> str:
    if isinstance(element, folium.Icon):
        return "Give the marker a folium.DivIcon, or no icon."
    return "Draw the ground with a PeriodAtlas."
