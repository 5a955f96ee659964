"""The QGIS project of a life: its layers with their styles, the range and step of the clock."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.style import coast_style, frontier_style, leg_style, stop_style
from mapping.signs import rgb_of

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.model import Life

# The oldest release the file was tried with; newer ones open it without a warning.
QGIS_VERSION = "3.22.0"
_SRS_IDS = {"EPSG:4326": "3452", "EPSG:3857": "3857"}  # QGIS's own numbers; without, no CRS
_MERCATOR_EDGE = 85.0511  # degrees of latitude where EPSG:3857 ends, short of the endless pole
_EARTH_RADIUS_M = 6378137.0  # of EPSG:3857
_LAYERS = {
    "stops": ("Stops", "Point"),
    "legs": ("Legs", "Line"),
    "coast": ("Coast", "Line"),
    "frontiers": ("Frontiers", "Polygon"),
}


def project(life: Life, *, frontiers: bool = False) -> Element:
    """Return the project as the root element of a ``.qgs``.

    Parameters
    ----------
    life
        The life whose folder the project is in.
    frontiers
        Whether the lowest layer is ``frontiers.geojson`` instead of ``coast.geojson``.
    """
    names = ["stops", "legs", "frontiers" if frontiers else "coast"]
    styles = {
        "stops": stop_style(life),
        "legs": leg_style(life),
        names[2]: frontier_style() if frontiers else coast_style(),
    }
    root = Element("qgis", projectname=life.title, version=QGIS_VERSION)
    SubElement(root, "title").text = life.title
    root.append(crs("projectCrs", "EPSG:3857"))
    tree = SubElement(root, "layer-tree-group")
    for name in names:
        SubElement(
            tree,
            "layer-tree-layer",
            id=layer_id(name),
            name=_LAYERS[name][0],
            checked="Qt::Checked",
            expanded=str(int(name in {"stops", "legs"})),
            source=f"./{name}.geojson",
            providerKey="ogr",
        )
    root.append(_canvas(life))
    layers = SubElement(root, "projectlayers")
    for name in names:
        layers.append(_layer(name, styles[name]))
    order = SubElement(root, "layerorder")
    for name in names:
        SubElement(order, "layer", id=layer_id(name))
    view = SubElement(root, "ProjectViewSettings", UseProjectScales="0")
    extent = SubElement(view, "DefaultViewExtent", _extent(life))
    extent.extend(crs("crs", "EPSG:3857"))
    first, last = life_range(life)
    root.append(_properties(first, last, sea=frontiers))
    root.append(_clock(first, last))
    return root


def layer_id(name: str) -> str:
    """Return a layer's id; QGIS replaces ids of ten characters or fewer, and loses the layer.

    Parameters
    ----------
    name
        ``stops``, ``legs``, ``coast`` or ``frontiers``.
    """
    return f"{name}-of-the-life"


def life_range(life: Life) -> tuple[date, date]:
    """Return the first and the last day that any stop or leg can mean.

    Parameters
    ----------
    life
        A life with at least one stop.
    """
    spans = [value.span for value in (*life.stops, *life.legs)]
    return min(span.first for span in spans), max(span.last for span in spans)


def crs(tag: str, code: str) -> Element:
    """Return a reference to a coordinate system by its EPSG code.

    Parameters
    ----------
    tag
        Element that holds it, such as ``srs``.
    code
        Such as ``EPSG:4326``.
    """
    element = Element(tag)
    system = SubElement(element, "spatialrefsys")
    SubElement(system, "srsid").text = _SRS_IDS[code]
    SubElement(system, "srid").text = code.partition(":")[2]
    SubElement(system, "authid").text = code
    return element


def _layer(name: str, style: list[Element]) -> Element:
    title, geometry = _LAYERS[name]
    layer = Element(
        "maplayer",
        type="vector",
        geometry=geometry,
        styleCategories="AllStyleCategories",
        labelsEnabled=str(int(name in {"stops", "frontiers"})),
    )
    SubElement(layer, "id").text = layer_id(name)
    SubElement(layer, "datasource").text = f"./{name}.geojson"
    SubElement(layer, "layername").text = title
    layer.append(crs("srs", "EPSG:4326"))
    SubElement(layer, "provider", encoding="UTF-8").text = "ogr"
    layer.extend(style)
    return layer


def _canvas(life: Life) -> Element:
    canvas = Element("mapcanvas", name="theMapCanvas", annotationsVisible="1")
    SubElement(canvas, "units").text = "meters"
    extent = SubElement(canvas, "extent")
    for side, metres in _extent(life).items():
        SubElement(extent, side).text = metres
    SubElement(canvas, "rotation").text = "0"
    canvas.append(crs("destinationsrs", "EPSG:3857"))
    return canvas


def _extent(life: Life) -> dict[str, str]:
    """Return the life with a margin, in metres of EPSG:3857."""
    west, south, east, north = life.bounds
    left, bottom = _mercator(west, south)
    right, top = _mercator(east, north)
    margin = 0.08 * max(right - left, top - bottom, 100_000.0)
    sides = {
        "xmin": left - margin,
        "ymin": bottom - margin,
        "xmax": right + margin,
        "ymax": top + margin,
    }
    return {side: str(round(metres)) for side, metres in sides.items()}


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    """Project degrees to metres of EPSG:3857 (EPSG Guidance Note 7-2, method 1024)."""
    lat = max(-_MERCATOR_EDGE, min(_MERCATOR_EDGE, lat))
    y = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    return math.radians(lon) * _EARTH_RADIUS_M, y * _EARTH_RADIUS_M


def _properties(first: date, last: date, *, sea: bool) -> Element:
    properties = Element("properties")
    red, green, blue = rgb_of("sea" if sea else "paper")
    groups: dict[str, dict[str, tuple[str, str]]] = {
        "SpatialRefSys": {"ProjectionsEnabled": ("int", "1")},  # else the project has no CRS
        "Paths": {"Absolute": ("bool", "false")},
        "Gui": {
            "CanvasColorRedPart": ("int", str(red)),
            "CanvasColorGreenPart": ("int", str(green)),
            "CanvasColorBluePart": ("int", str(blue)),
        },
        "TemporalControllerWidget": {
            "StartDateTime": ("QString", _midnight(first)),
            "EndDateTime": ("QString", _midnight(last)),
            # Off: an open clock without its panel would show one dot and no reason why.
            "NavigationMode": ("int", "0"),
        },
    }
    for group, members in groups.items():
        parent = SubElement(properties, group)
        for name, (kind, value) in members.items():
            SubElement(parent, name, type=kind).text = value
    return properties


def _clock(first: date, last: date) -> Element:
    """Return range and step; they cannot travel in a ``.qml``, and QGIS's default is one hour."""
    settings = Element(
        "ProjectTimeSettings",
        cumulativeTemporalRange="0",
        timeStep="3",
        timeStepUnit="mon",
        frameRate="2",
    )
    span = SubElement(settings, "TemporalRange")
    SubElement(span, "start").text = _midnight(first)
    SubElement(span, "end").text = _midnight(last)
    return settings


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
