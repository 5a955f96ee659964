"""A life as a folium map: the atlas of its dates, its route and its stops, moved together."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from branca.element import Figure, MacroElement

from mapping.atlas.polities import with_polities
from mapping.atlas.world import load_atlas
from mapping.life.frames import legs_frame, stops_frame
from mapping.page.assets import leaflet, read_web
from mapping.page.document import (
    SHARED,
    FromFile,
    document_of,
    put_block,
    script_json,
    shared_block,
    web_template,
)
from mapping.page.layers import LifeRoute, LifeStops, PeriodAtlas, nearest_known, reach_beyond
from mapping.page.offline_map import OfflineMap
from mapping.page.packing import library_scripts
from mapping.page.story import life_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.page.layers import Bounds

TEMPLATE = "life_map.html.j2"
LIFE_BLOCK = "page--life-data"
MAX_ZOOM = 7  # beyond it the frontiers are coarser than they look
_MARGIN = 4.0  # degrees that the reader may pull past the edge of the atlas


@dataclass(frozen=True, slots=True)
class MapParts:
    """The rendered parts of a map, for a page that builds its own document around them.

    Parameters
    ----------
    styles
        Texts of ``<style>`` elements, in order.
    body
        The map's element and the JSON blocks that its scripts read.
    scripts
        Texts of ``<script>`` elements, in order; they run after the body.
    """

    styles: tuple[str, ...]
    body: str
    scripts: tuple[str, ...]


class LifeMap(OfflineMap):
    """The offline map of a life; make it with `build_map`.

    Parameters
    ----------
    life
        The life it shows.
    """

    def __init__(self, life: Life) -> None:
        self.life = life
        self.stops_frame: gpd.GeoDataFrame = with_polities(stops_frame(life))
        self.legs_frame: gpd.GeoDataFrame = legs_frame(life)
        reach = reach_beyond(_bounds_of(self.stops_frame, self.legs_frame))
        west, south, east, north = reach or load_atlas().bounds
        left, bottom, right, top = life.bounds
        super().__init__(
            location=((bottom + top) / 2, (left + right) / 2),
            zoom_start=3,
            prefer_canvas=True,
            zoom_control="bottomright",
            max_bounds=True,
            min_lon=west - _MARGIN,
            min_lat=south - _MARGIN,
            max_lon=east + _MARGIN,
            max_lat=north + _MARGIN,
            max_bounds_viscosity=1.0,
            min_zoom=1,
            max_zoom=MAX_ZOOM,
            zoom_delta=0.5,
            scroll_wheel_zoom=False,
            world_copy_jump=False,
            attribution_control=False,
        )
        first = nearest_known(life.stops[0].span.first)
        self.period = PeriodAtlas(first, name="Frontiers of the date", reach=reach)
        self.route = LifeRoute(self.legs_frame, block=LIFE_BLOCK)
        self.stops = LifeStops(self.stops_frame, block=LIFE_BLOCK)
        for layer in (self.period, self.route, self.stops):
            layer.call_it("of_life").add_to(self)
        _Start(self).add_to(self)
        _LifeFigure(life).add_child(self)

    @classmethod
    def _generate_id(cls) -> str:
        """Name the map the same in every run."""
        return "of_life"

    @cached_property
    def life_block(self) -> str:
        """Return the JSON that route, stops and the journey read."""
        return script_json(life_data(self.life, self.stops_frame, self.legs_frame))

    def render(self, **kwargs: Any) -> str:
        """Put the life into the document, then the map and its layers."""
        put_block(document_of(self), LIFE_BLOCK, self.life_block)
        return super().render(**kwargs)


def _bounds_of(*frames: gpd.GeoDataFrame) -> Bounds:
    """Return west, south, east, north of all that some frames draw."""
    edges = [frame.total_bounds.tolist() for frame in frames if len(frame)]
    wests, souths, easts, norths = zip(*edges, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


class _Start(FromFile):
    """What makes one drawing of the three layers, once they are on the map."""

    template_name = TEMPLATE

    def __init__(self, on: LifeMap) -> None:
        MacroElement.__init__(self)
        self._name = "Start"
        self._id = self._base = "of_life"
        self.on = on


class _LifeFigure(Figure):
    """A document with a language and a title."""

    def __init__(self, life: Life) -> None:
        super().__init__(ratio="62%", title=html.escape(life.title))
        self.language = html.escape(life.language, quote=True)
        del self.header._children["meta_http"]  # the template says the charset

    def render(self, **kwargs: Any) -> str:
        """Render the map first, since it fills the figure, then the document."""
        for child in self._children.values():
            child.render(**kwargs)
        return str(web_template(TEMPLATE).module.figure(self, kwargs))


def build_map(life: Life) -> LifeMap:
    """Build the live map of a life.

    It shows in a notebook by itself, with a card for each stop; `mapping.page.html` puts the whole
    story around it.

    Parameters
    ----------
    life
        What ``load_life`` returned.

    Raises
    ------
    TypeError
        If it is no life, but the name of its folder.

    Examples
    --------
    >>> from serge_map import build_map, load_life
    >>> build_map(load_life("data")).get_name()
    'map_of_life'
    """
    return LifeMap(life)


def map_parts(life_map: LifeMap, blocks: Mapping[str, str] | None = None) -> MapParts:
    """Render the parts of a map for a page of one's own.

    Parameters
    ----------
    life_map
        What `build_map` returned.
    blocks
        JSON by the id of its block, that of the life too, in place of the map’s own.
    """
    assets = leaflet()
    needs = {name for on in (life_map.period, life_map.route, life_map.stops) for name in on.needs}
    given = {LIFE_BLOCK: life_map.life_block} if blocks is None else blocks
    shared = {name: shared_block(name) for name in SHARED if name in needs and blocks is None}
    return MapParts(
        styles=(assets.style, read_web("styles/map.css")),
        body=str(web_template(TEMPLATE).module.body(life_map, {**shared, **given})),
        scripts=(*library_scripts(), _script(life_map)),
    )


def _script(life_map: LifeMap) -> str:
    """Return what makes the map, its layers and the start."""
    parts: list[Any] = [life_map, *life_map._children.values()]
    return "\n".join(str(part._template.module.script(part, {})).strip() for part in parts)
