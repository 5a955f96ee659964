"""A second style of stops and legs in a project, for the theme that shows how sure each is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.lines import doubt
from mapping.formats.qgis.relations import BY_CERTAINTY
from mapping.formats.qgis.style import categories, leg_style, stop_style
from mapping.formats.qgis.symbols import dot
from mapping.life.model import CERTAINTIES

if TYPE_CHECKING:
    from mapping.life.model import Life

_FILLS = ("ink", "stay", "paper")
_DASHES: tuple[tuple[float, ...], ...] = ((), (9, 5), (0.1, 5.5))


def style_manager(life: Life, name: str, version: str) -> Element:
    """Return the styles that a layer of the project can be switched to.

    Parameters
    ----------
    life
        A valid life.
    name
        Of the layer; only ``stops`` and ``legs`` have a second style.
    version
        Of QGIS, which every style carries.
    """
    manager = Element("map-layer-style-manager", current="default")
    SubElement(manager, "map-layer-style", name="default")
    if name in {"stops", "legs"}:
        other = SubElement(manager, "map-layer-style", name=BY_CERTAINTY)
        labels = str(int(name == "stops"))
        whole = {"version": version, "styleCategories": "AllStyleCategories"}
        style = SubElement(other, "qgis", whole | {"labelsEnabled": labels})
        style.extend(_style(life, name))
    return manager


def _style(life: Life, name: str) -> list[Element]:
    """Return the usual style with other categories."""
    usual = stop_style(life) if name == "stops" else leg_style(life)
    signs = [dot(fill) for fill in _FILLS] if name == "stops" else [doubt(one) for one in _DASHES]
    rows = [
        (certainty, certainty.capitalize(), sign)
        for certainty, sign in zip(CERTAINTIES, signs, strict=True)
    ]
    return [categories("certainty", rows) if part.tag == "renderer-v2" else part for part in usual]
