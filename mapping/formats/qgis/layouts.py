"""The print layouts of the project: a page a stop, on the frontiers of its day, and a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from mapping.formats.qgis.extent import extent_of
from mapping.formats.qgis.relations import layer_id
from mapping.life.projection import crs_for
from mapping.signs import rgb_of
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from mapping.life.model import Life

_COLOURS = ("sea", "ink", "frontier")
_SIDES = {"xmin": "MapXMin", "ymin": "MapYMin", "xmax": "MapXMax", "ymax": "MapYMax"}


def layouts(life: Life, sources: Mapping[str, str]) -> Element:
    """Return the layouts as QGIS keeps them in a project.

    Parameters
    ----------
    life
        Its chapters are framed by their stops.
    sources
        Where each layer is read from, seen from the project; the chapters have pages where their
        table is among them.
    """
    covers = {
        name: {"id": layer_id(name), "title": name.capitalize(), "source": sources[name]}
        for name in ("stops", "chapters")
        if name in sources
    }
    template = environment("formats/qgis").get_template("layouts.xml.j2")
    text = template.render(
        stops=covers["stops"],
        chapters=covers.get("chapters"),
        legs=layer_id("legs"),
        sources=layer_id("sources"),
        frames=_frames(life),
        **{name: rgb_of(name) for name in _COLOURS},
    )
    return fromstring(text)  # noqa: S314 - our own text


def _frames(life: Life) -> dict[str, str]:
    """Return the expressions of a chapter's projection and bounds, by the property they decide."""
    rows: dict[str, list[str]] = {name: [] for name in ("Crs", *_SIDES.values())}
    for chapter in life.chapters:
        places = [stop.position for stop in life.stops if stop.chapter == chapter.id]
        if not places:
            continue
        code = crs_for(places)
        rows["Crs"].append(f"'{chapter.id}', 'PROJ:{code} +no_defs'")
        for side, metres in extent_of(places, code).items():
            rows[_SIDES[side]].append(f"'{chapter.id}', {metres}")
    return {name: f'map_get(map({", ".join(pairs)}), "id")' for name, pairs in rows.items()}
