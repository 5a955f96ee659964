"""A life as a ``folium.Map``: no tiles, no network, the atlas of its dates drawn in the page."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure
from folium.template import Template

from mapping.atlas.file import atlas_text, relief_image
from mapping.atlas.polities import with_polities
from mapping.atlas.world import load_atlas
from mapping.life.frames import legs_frame, stops_frame
from mapping.page.assets import leaflet, read_web, tokens_css
from mapping.page.modules import join_modules
from mapping.page.story import life_data
from mapping.signs import read_signs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.life.model import Life

MAIN = "main.js"
MAX_ZOOM = 7  # beyond it the frontiers are coarser than they look
_MARGIN = 4.0  # degrees that the reader may pull past the edge of the atlas
_UNSAFE = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class MapParts:
    """The rendered parts of a map, for a page that builds its own document around them.

    Parameters
    ----------
    styles
        Texts of ``<style>`` elements, in order.
    body
        The map's element and the JSON blocks that its script reads.
    scripts
        Texts of ``<script>`` elements, in order; they run after the body.
    """

    styles: tuple[str, ...]
    body: str
    scripts: tuple[str, ...]


class LifeMap(folium.Map):
    """A folium map of a life; make it with `build_map`.

    Parameters
    ----------
    life
        The life it shows.
    """

    # folium would fetch ten files from four hosts
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium declares them as lists
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, life: Life) -> None:
        west, south, east, north = load_atlas().bounds
        left, bottom, right, top = life.bounds
        super().__init__(
            location=((bottom + top) / 2, (left + right) / 2),
            zoom_start=3,
            tiles=None,
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
            zoom_snap=0.25,
            zoom_delta=0.5,
            scroll_wheel_zoom=False,
            world_copy_jump=False,
            attribution_control=False,
        )
        self._life = life
        _LifeFigure(life).add_child(self)

    @cached_property
    def blocks(self) -> Mapping[str, str]:
        """JSON of each block that the script reads, by its id; a page may carry others."""
        stops = with_polities(stops_frame(self._life))
        data = life_data(self._life, stops, legs_frame(self._life))
        return {
            "page--life-data": script_json(data),
            "page--atlas-data": _shield(atlas_text()),
            "page--signs-data": signs_json(),
            "page--relief-data": relief_json(),
        }

    @classmethod
    def _generate_id(cls) -> str:
        """Name the map the same in every run; it is alone in its document."""
        return "of_life"

    def render(self, **kwargs: Any) -> str:
        """Put the parts into the figure, and then those of any layer added to the map."""
        parts = map_parts(self)
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise TypeError("a map must stand in a branca Figure to be rendered")
        template = _template().module
        styles = template.styles((template.style(), tokens_css(), *parts.styles))
        scripts = template.scripts(parts.scripts[:-1])
        figure.header.add_child(_Verbatim(styles), name="life_style")
        figure.html.add_child(_Verbatim(parts.body + scripts), name="life_body")
        figure.script.add_child(_Verbatim(parts.scripts[-1]), name="life_script")
        for child in self._children.values():
            child.render(**kwargs)
        return ""


class _LifeFigure(Figure):
    """A document with a language, a title and a viewport that can be zoomed."""

    def __init__(self, life: Life) -> None:
        super().__init__(ratio="62%", title=html.escape(life.title))
        self.language = html.escape(life.language, quote=True)
        del self.header._children["meta_http"]  # noqa: SLF001 - the template says the charset

    def render(self, **kwargs: Any) -> str:
        """Render the map first, since it fills the figure, then the document."""
        for child in self._children.values():
            child.render(**kwargs)
        return str(_template().module.figure(self, kwargs))


class _Verbatim(Element):
    """Text that goes out as it is: branca would read braces in the data as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_: Any) -> str:
        return self._text


def build_map(life: Life) -> LifeMap:
    """Build the live map of a life.

    It shows in a notebook by itself, with a popup for each stop; `mapping.page.html` puts the whole
    story around it.

    Parameters
    ----------
    life
        What ``load_life`` returned.

    Examples
    --------
    >>> from serge_map import load_life
    >>> type(build_map(load_life("data"))).__name__
    'LifeMap'
    """
    return LifeMap(life)


def map_parts(life_map: LifeMap) -> MapParts:
    """Render the parts of a map for a page of one's own.

    Parameters
    ----------
    life_map
        What `build_map` returned.
    """
    assets = leaflet()
    macros = _template().module
    return MapParts(
        styles=(assets.style, read_web("styles/map.css")),
        body=str(macros.body(life_map, life_map.blocks)),
        scripts=(assets.script, join_modules(MAIN), str(macros.script(life_map))),
    )


def script_json(value: object) -> str:
    """Write a value as JSON that may stand inside a ``<script>`` element.

    Parameters
    ----------
    value
        Anything that ``json.dumps`` takes; the order of keys is kept.
    """
    return _shield(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _shield(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def relief_json() -> str:
    """Write the shaded relief as the block ``relief-data``."""
    return script_json({"image": relief_image()})


def signs_json() -> str:
    """Write the signs of stops and the strokes of legs as the block ``signs-data``."""
    return script_json(read_signs())


@cache
def _template() -> Any:
    return Template(read_web("templates/map.html.j2"))
