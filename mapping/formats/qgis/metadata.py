"""What QGIS is told of the layers and of the whole: title, abstract, licence, who is owed what."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.addresses import LICENCES
from mapping.formats.qgis.extent import crs, life_range
from mapping.life.statements import cite_map
from mapping.life.words import say_count

if TYPE_CHECKING:
    from mapping.life.model import Life

LAND = "Land, lakes and lines behind the frontiers: Natural Earth, public domain."
"""To whom the frontiers are owed."""
_GROUNDS = {"frontiers", "water", "coast"}
_PLANS = {"plan_points", "plan_lines", "plan_areas"}
_PLACED = {"stops", "legs", "crossings", *_PLANS}
_UNDATED = {"coast", *_PLANS}


def layer_description(life: Life, layer: str) -> str:
    """Return one sentence on what a layer or table holds.

    Parameters
    ----------
    life
        A valid life.
    layer
        ``stops``, ``legs``, ``frontiers``, ``water``, ``crossings``, of the plans, or a table.
    """
    stops, legs = say_count(len(life.stops), "dated stop"), say_count(len(life.legs), "journey")
    sentences = {
        "stops": f"{stops} in the life of {life.person.name}, "
        "by their names and states of that time.",
        "legs": f"{legs.capitalize()} between the stops, through the known waypoints.",
        "coast": "Coastlines, simplified: a ground for the map.",
        "frontiers": "States and territories with their names, each for the days it stood so.",
        "water": "Lakes, each for the days it was there: no reservoir before it was filled.",
        "crossings": "The frontiers that the journeys pass, numbered in order, each on its day.",
        "plan_points": "Places of the drawn plans of towns, with the metres they are good to.",
        "plan_lines": "Rivers, shores, walls, railways and streets of the plans of towns.",
        "plan_areas": "Islands, parks and waters of the plans of towns.",
        "chapters": "The chapters of the story, in order.",
        "sources": "The sources that stops and legs cite.",
        "persons": "The people of the life.",
        "stop_sources": "Which stop rests on which source, and where in it.",
        "stop_persons": "Who was at which stop, or is told of there.",
        "images": "The pictures at the stops; the last column holds the files themselves.",
    }
    return sentences[layer]


def layer_metadata(life: Life, layer: str, version: str) -> Element:
    """Return the metadata of a layer as a ``.qmd`` beside it has them.

    Parameters
    ----------
    life
        A valid life.
    layer
        As for `layer_description`.
    version
        Of QGIS.
    """
    root = Element("qgis", version=version)
    root.extend(_told(life, layer))
    return root


def add_metadata(maplayer: Element, life: Life, layer: str) -> None:
    """Add the metadata of a layer, and to whom the map owes it, to the layer in a project.

    Parameters
    ----------
    maplayer
        The layer in the project.
    life
        A valid life.
    layer
        As for `layer_description`.
    """
    SubElement(maplayer, "attribution", href="").text = owed_for(life, layer)
    SubElement(maplayer, "resourceMetadata").extend(_told(life, layer))


def project_metadata(life: Life) -> Element:
    """Return the metadata of the project: what it tells, who made it, how it is cited.

    Parameters
    ----------
    life
        A valid life.
    """
    root = Element("projectMetadata")
    texts = {"language": life.language, "title": life.title, "abstract": life.lead}
    for name, text in texts.items():
        SubElement(root, name).text = text
    SubElement(root, "links")
    SubElement(root, "author").text = life.editor or ""
    SubElement(root, "license").text = LICENCES.get(life.licence, life.licence)
    SubElement(root, "rights").text = cite_map(life)
    return root


def _told(life: Life, layer: str) -> list[Element]:
    rights = owed_for(life, layer)
    members = {
        "language": life.language,
        "type": "dataset",
        "title": f"{life.title}: {layer}",
        "abstract": layer_description(life, layer),
        "links": "",
        "license": LICENCES.get(life.licence, life.licence),
        **({"rights": rights} if rights else {}),
    }
    root = Element("metadata")
    for name, text in members.items():
        SubElement(root, name).text = text or None
    root.append(crs("crs", "EPSG:4326"))
    extent = SubElement(root, "extent")
    if layer not in _UNDATED:
        first, last = life_range(life)
        period = SubElement(SubElement(extent, "temporal"), "period")
        SubElement(period, "start").text = f"{first}T00:00:00Z"
        SubElement(period, "end").text = f"{last}T00:00:00Z"
    return list(root)


def owed_for(life: Life, layer: str) -> str:
    """Return to whom the map owes a layer; nothing for a table.

    Parameters
    ----------
    life
        A valid life.
    layer
        As for `layer_description`.
    """
    if layer in _GROUNDS:
        return LAND
    return (life.attribution or "") if layer in _PLACED else ""
