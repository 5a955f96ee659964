"""The files that make a life open in QGIS with its styles, names and clock, without any setting.

Everything is plain XML, made without QGIS, and the same bytes for the same life.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mapping.formats.addresses import LICENCES
from mapping.formats.qgis.coast import coast_text
from mapping.formats.qgis.plans import PLANS, plan_features, plan_style
from mapping.formats.qgis.project import QGIS_VERSION, crs, life_range, project
from mapping.formats.qgis.style import (
    coast_style,
    crossing_style,
    frontier_style,
    leg_style,
    stop_style,
    water_style,
)
from mapping.life.places import life_slug
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.life.model import Life


def sidecars(life: Life) -> dict[str, str]:
    """Return the text of each generated QGIS file of a life folder, by its name.

    ``stops.qml`` and ``legs.qml`` are read when the layer beside them is opened, ``.qmd`` carry
    title, abstract and licence; the project is named after the person (``serge.qgs``). The
    coast is a ground without which the dots stand on nothing. The plans of towns have a style
    for each sort of shape, which is loaded by hand: QGIS opens a file of theirs as several layers.

    Parameters
    ----------
    life
        A valid life.
    """
    return {
        "stops.qml": style_text(life, "stops"),
        "legs.qml": style_text(life, "legs"),
        "stops.qmd": _write(_metadata(life, "stops")),
        "legs.qmd": _write(_metadata(life, "legs")),
        "coast.geojson": coast_text(life),
        "coast.qml": style_text(life, "coast"),
        **{f"plans/{name}.qml": style_text(life, name) for name in plan_features(life)},
        f"{life_slug(life)}.qgs": project_text(life),
    }


def project_text(life: Life, *, frontiers: bool = False, package: str = "") -> str:
    """Return the text of the project file.

    Parameters
    ----------
    life
        A valid life.
    frontiers
        Whether it holds ``frontiers.geojson`` instead of the coast. Only an export writes that
        large file, and a project that names a missing one opens with a warning.
    """
    return _write(project(life, frontiers=frontiers, package=package))


def style_text(life: Life, layer: str) -> str:
    """Return the text of a layer's style, also what a GeoPackage keeps in ``layer_styles``.

    Parameters
    ----------
    life
        A valid life.
    layer
        ``stops``, ``legs``, ``coast``, ``frontiers``, ``water``, ``crossings`` or of the plans.
    """
    root = Element(
        "qgis",
        version=QGIS_VERSION,
        styleCategories="AllStyleCategories",
        labelsEnabled=str(int(layer in {"stops", "frontiers", "plan_points"})),
    )
    makers: dict[str, Callable[[], list[Element]]] = {
        "stops": lambda: stop_style(life),
        "legs": lambda: leg_style(life),
        "coast": coast_style,
        "frontiers": frontier_style,
        "water": water_style,
        "crossings": crossing_style,
        **{name: partial(plan_style, name) for name in PLANS},
    }
    root.extend(makers[layer]())
    return _write(root)


def layer_description(life: Life, layer: str) -> str:
    """Return one sentence on what a layer holds.

    Parameters
    ----------
    life
        A valid life.
    layer
        ``stops``, ``legs``, ``frontiers``, ``water``, ``crossings`` or of the plans.
    """
    stops, legs = say_count(len(life.stops), "dated stop"), say_count(len(life.legs), "journey")
    sentences = {
        "stops": f"{stops} in the life of {life.person.name}, "
        "by their names and states of that time.",
        "legs": f"{legs.capitalize()} between the stops, through the known waypoints.",
        "frontiers": "States and territories with their names, each for the days it stood so.",
        "water": "Lakes, each for the days it was there: no reservoir before it was filled.",
        "crossings": "The frontiers that the journeys pass, numbered in order, each on its day.",
        "plan_points": "Places of the drawn plans of towns, with the metres they are good to.",
        "plan_lines": "Rivers, shores, walls, railways and streets of the plans of towns.",
        "plan_areas": "Islands, parks and waters of the plans of towns.",
    }
    return sentences[layer]


def _metadata(life: Life, layer: str) -> Element:
    root = Element("qgis", version=QGIS_VERSION)
    first, last = life_range(life)
    members = {
        "language": life.language,
        "type": "dataset",
        "title": f"{life.title}: {layer}",
        "abstract": layer_description(life, layer),
    }
    for name, text in members.items():
        SubElement(root, name).text = text
    SubElement(root, "links")
    SubElement(root, "license").text = LICENCES.get(life.licence, life.licence)
    root.append(crs("crs", "EPSG:4326"))
    extent = SubElement(root, "extent")
    period = SubElement(SubElement(extent, "temporal"), "period")
    SubElement(period, "start").text = f"{first}T00:00:00Z"
    SubElement(period, "end").text = f"{last}T00:00:00Z"
    return root


def _write(root: Element) -> str:
    indent(root, " ")
    return tostring(root, encoding="unicode") + "\n"
