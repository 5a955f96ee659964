"""The files that make a life open in QGIS with its styles, names and clock, without any setting.

Everything is plain XML, made without QGIS, and the same bytes for the same life.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, indent, tostring

from mapping.atlas.days import plate_days
from mapping.formats.qgis.coast import coast_text
from mapping.formats.qgis.grounds import (
    coast_style,
    crossing_style,
    frontier_style,
    water_style,
)
from mapping.formats.qgis.metadata import layer_metadata
from mapping.formats.qgis.plans import PLANS, plan_features, plan_style
from mapping.formats.qgis.project import QGIS_VERSION, project
from mapping.formats.qgis.style import leg_style, stop_style
from mapping.life.places import life_slug

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
        "stops.qmd": metadata_text(life, "stops"),
        "legs.qmd": metadata_text(life, "legs"),
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


def metadata_text(life: Life, layer: str) -> str:
    """Return the text of a layer's metadata, as a ``.qmd`` beside it has them.

    Parameters
    ----------
    life
        A valid life.
    layer
        As for `style_text`.
    """
    return _write(layer_metadata(life, layer, QGIS_VERSION))


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
        "frontiers": lambda: frontier_style(plate_days(life)[0]),
        "water": lambda: water_style(plate_days(life)[0]),
        "crossings": crossing_style,
        **{name: partial(plan_style, name) for name in PLANS},
    }
    root.extend(makers[layer]())
    return _write(root)


def _write(root: Element) -> str:
    indent(root, " ")
    return tostring(root, encoding="unicode") + "\n"
