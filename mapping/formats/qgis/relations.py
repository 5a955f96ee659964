"""What joins the layers of a project: relations from table to table, and themes of layers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Sequence

_RELATIONS = (
    # name, the table that names the other, its column, the other table, the tab that lists it
    ("Legs that leave it", "legs", "from_id", "stops", "Where"),
    ("Legs that reach it", "legs", "to_id", "stops", "Where"),
    ("Frontiers it passes", "crossings", "leg", "legs", "What"),
    ("Stops of the chapter", "stops", "chapter", "chapters", ""),
    ("Sources in full", "stop_sources", "stop", "stops", "Sources"),
    ("Stops that rest on it", "stop_sources", "source", "sources", ""),
    ("Persons in full", "stop_persons", "stop", "stops", "Words"),
    ("Stops that name the person", "stop_persons", "person", "persons", ""),
)


BY_CERTAINTY = "by certainty"
"""Name of the second style of stops and legs; the first is QGIS's own ``default``."""


def layer_id(name: str) -> str:
    """Return a layer's id; QGIS replaces ids of ten characters or fewer, and loses the layer.

    Parameters
    ----------
    name
        Of the layer, such as ``stops``.
    """
    return f"{name}-of-the-life"


def relations(there: set[str]) -> Element:
    """Return what leads from a row to those of other tables that name it.

    Parameters
    ----------
    there
        Names of the layers and tables of the project.
    """
    root = Element("relations")
    for name, naming, column, named, _ in _RELATIONS:
        if {naming, named} <= there:
            relation = SubElement(
                root,
                "relation",
                id=f"{naming}-{column}",
                name=name,
                referencingLayer=layer_id(naming),
                referencedLayer=layer_id(named),
                strength="Association",
            )
            SubElement(relation, "fieldRef", referencingField=column, referencedField="id")
    return root


def list_related(form: Sequence[Element], name: str, there: set[str]) -> None:
    """Let the form of a layer list the rows that name its own; forms without tabs do so anyway.

    Only a project can: a style beside a layer does not know the other tables.

    Parameters
    ----------
    form
        The parts of the layer's style.
    name
        Of the layer.
    there
        Names of the layers and tables of the project.
    """
    (root,) = [part for part in form if part.tag == "attributeEditorForm"]
    tabs = {tab.get("name"): tab for tab in root}
    for title, naming, column, named, tab in _RELATIONS:
        if named == name and tab and {naming, named} <= there:
            key = f"{naming}-{column}"
            told = {"label": title, "name": key, "relation": key, "showLabel": "1"}
            told |= {"nmRelationId": "", "forceSuppressFormPopup": "0"}
            told |= {"relationWidgetTypeId": "relation_editor"}
            SubElement(tabs[tab], "attributeEditorRelation", told)


def themes(names: Sequence[str]) -> Element:
    """Return what the list of themes offers: all, the same by certainty, the route alone.

    Parameters
    ----------
    names
        Of the layers, from the top.
    """
    root = Element("visibility-presets")
    alone = [name for name in names if name not in {"frontiers", "crossings"}]
    offered = {
        "Frontiers of the day": (names, "default"),
        "By certainty": (names, BY_CERTAINTY),
        "The route alone": (alone, "default"),
    }
    for title, (shown, style) in offered.items():
        theme = SubElement(root, "visibility-preset", name=title)
        for name in shown:
            own = style if name in {"stops", "legs"} else "default"
            SubElement(theme, "layer", id=layer_id(name), visible="1", style=own)
    return root
