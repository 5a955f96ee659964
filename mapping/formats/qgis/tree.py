"""The list of layers in a project: their titles, and the group of the plans."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.plans import PLANS, add_group, sort_of
from mapping.formats.qgis.relations import layer_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LAYERS = {
    "stops": ("Stops", "Point"),
    "legs": ("Legs", "Line"),
    "coast": ("Coast", "Line"),
    "crossings": ("Frontiers crossed", "Point"),
    "plan_points": ("Plans: places", "Point"),
    "plan_lines": ("Plans: lines", "Line"),
    "plan_areas": ("Plans: areas", "Polygon"),
    "water": ("Water", "Polygon"),
    "frontiers": ("Frontiers", "Polygon"),
}
"""Title and geometry of each layer."""
TABLES = {
    "chapters": "Chapters",
    "persons": "Persons",
    "sources": "Sources",
    "stop_sources": "Sources of the stops",
    "stop_persons": "Persons at the stops",
}
"""Title of each table without places."""


def title_of(name: str) -> str:
    """Return the title of a layer or table; that of a file of a plan begins with the file.

    Parameters
    ----------
    name
        Of the layer or table.
    """
    sort, _, stem = name.partition("-")
    title = LAYERS[sort][0] if sort in LAYERS else TABLES[sort]
    words = stem.replace("-", " ").capitalize()
    return f"{words}: {title.partition(': ')[2]}" if stem else title


def layer_tree(names: Iterable[str], sources: Mapping[str, str]) -> Element:
    """Return the tree of layers, from the top.

    Parameters
    ----------
    names
        Of the layers and tables.
    sources
        Where each is read from.
    """
    tree = Element("layer-tree-group")
    group: Element | None = None
    for name in names:
        planned = sort_of(name) in PLANS
        if planned and group is None:
            group = add_group(tree)
        SubElement(
            group if planned and group is not None else tree,
            "layer-tree-layer",
            id=layer_id(name),
            name=title_of(name),
            checked="Qt::Checked",
            expanded=str(int(name in {"stops", "legs"})),
            source=sources[name],
            providerKey="ogr",
        )
    return tree
