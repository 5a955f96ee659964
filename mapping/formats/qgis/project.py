"""The QGIS project of a life: its layers with their styles, the range and step of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.atlas.days import plate_days
from mapping.formats.qgis.certainty import style_manager
from mapping.formats.qgis.extent import crs, extent_of, life_range
from mapping.formats.qgis.grounds import (
    coast_style,
    crossing_style,
    frontier_style,
    water_style,
)
from mapping.formats.qgis.layouts import layouts
from mapping.formats.qgis.metadata import add_metadata, project_metadata
from mapping.formats.qgis.plans import (
    PLANS,
    hide_from_afar,
    plan_features,
    plan_files,
    plan_style,
    sort_of,
    source_of,
)
from mapping.formats.qgis.records import table_style
from mapping.formats.qgis.relations import layer_id, list_related, relations, themes
from mapping.formats.qgis.style import leg_style, stop_style
from mapping.formats.qgis.tree import LAYERS, TABLES, layer_tree, title_of
from mapping.life.projection import choose_views
from mapping.signs import rgb_of

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.model import Life

# The newest release of those that warn of files of older ones.
QGIS_VERSION = "3.22.16"


def project(life: Life, *, frontiers: bool = False, package: str = "") -> Element:
    """Return the project as the root element of a ``.qgs``.

    Its projection is the one that a plate of the life is drawn in.

    Parameters
    ----------
    life
        The life whose folder the project is in.
    frontiers
        Whether the lowest layer is ``frontiers.geojson`` instead of ``coast.geojson``.
    package
        Name of the GeoPackage that holds the layers and this project; else they are GeoJSON.
    """
    ground = _grounds(frontiers=frontiers, package=package)
    plans = _plans(life, package=package)
    names = ["stops", *(["crossings"] if package else []), "legs", *plans, *ground]
    tables = list(TABLES) if package else []
    styles = _styles(life)
    for name in ("stops", "legs"):
        list_related(styles[name], name, {*names, *tables})
    sources = {name: _source(name, package) for name in (*names, *tables)}
    view = choose_views(life)[0]
    root = Element("qgis", projectname=life.title, version=QGIS_VERSION)
    SubElement(root, "title").text = life.title
    root.append(project_metadata(life))
    root.append(crs("projectCrs", view.crs))
    root.append(layer_tree((*names, *tables), sources))
    extent = extent_of(view.positions, view.crs)
    root.append(_canvas(extent, view.crs))
    layers = SubElement(root, "projectlayers")
    for name in names:
        layer = _layer(name, styles[sort_of(name)], sources[name])
        add_metadata(layer, life, sort_of(name))
        layer.append(style_manager(life, name, QGIS_VERSION))
        layers.append(layer)
    layers.extend(_table(life, name, sources[name]) for name in tables)
    order = SubElement(root, "layerorder")
    for name in names:
        SubElement(order, "layer", id=layer_id(name))
    root.append(themes(names))
    root.append(relations({*names, *tables}))
    root.append(_bookmarks(life, view.crs))
    settings = SubElement(root, "ProjectViewSettings", UseProjectScales="0")
    SubElement(settings, "DefaultViewExtent", extent).extend(crs("crs", view.crs))
    first, last = life_range(life)
    root.append(_properties(first, last, sea=frontiers or bool(package)))
    root.append(_clock(first, last))
    root.append(layouts(life, sources))
    return root


def _grounds(*, frontiers: bool, package: str) -> list[str]:
    return ["water", "frontiers"] if frontiers or package else ["coast"]


def _plans(life: Life, *, package: str) -> list[str]:
    """Return the layers of the plans: in a folder, those of their files."""
    return list(plan_features(life)) if package else plan_files(life)


def _styles(life: Life) -> dict[str, list[Element]]:
    day = plate_days(life)[0]
    return {
        "stops": stop_style(life),
        "legs": leg_style(life),
        "coast": coast_style(),
        "crossings": crossing_style(),
        "water": water_style(day),
        "frontiers": frontier_style(day),
        **{name: plan_style(name) for name in PLANS},
    }


def _source(name: str, package: str) -> str:
    if package:
        return f"./{package}|layername={name}"
    return source_of(name) if name != sort_of(name) else f"./{name}.geojson"


def _layer(name: str, style: list[Element], source: str) -> Element:
    sort = sort_of(name)
    layer = Element(
        "maplayer",
        type="vector",
        geometry=LAYERS[sort][1],
        styleCategories="AllStyleCategories",
        labelsEnabled=str(int(sort in {"stops", "frontiers", "plan_points"})),
    )
    if sort in PLANS:
        hide_from_afar(layer)
    SubElement(layer, "id").text = layer_id(name)
    SubElement(layer, "datasource").text = source
    SubElement(layer, "layername").text = title_of(name)
    layer.append(crs("srs", "EPSG:4326"))
    SubElement(layer, "provider", encoding="UTF-8").text = "ogr"
    layer.extend(style)
    return layer


def _table(life: Life, name: str, source: str) -> Element:
    whole = {"styleCategories": "AllStyleCategories"}
    layer = Element("maplayer", {"type": "vector", "geometry": "No geometry"} | whole)
    SubElement(layer, "id").text = layer_id(name)
    SubElement(layer, "datasource").text = source
    SubElement(layer, "layername").text = TABLES[name]
    SubElement(layer, "provider", encoding="UTF-8").text = "ogr"
    layer.extend(table_style(name))
    add_metadata(layer, life, name)
    return layer


def _bookmarks(life: Life, code: str) -> Element:
    """Return a bookmark for each chapter, around its stops."""
    bookmarks = Element("Bookmarks")
    for number, chapter in enumerate(life.chapters, start=1):
        places = [stop.position for stop in life.stops if stop.chapter == chapter.id]
        if not places:
            continue
        box = {side: float(metres) for side, metres in extent_of(places, code).items()}
        corners = [("xmin", "ymin"), ("xmax", "ymin"), ("xmax", "ymax"), ("xmin", "ymax")]
        ring = [f"{box[x]:.0f} {box[y]:.0f}" for x, y in (*corners, corners[0])]
        mark = SubElement(
            bookmarks,
            "Bookmark",
            id=f"chapter-{chapter.id}",
            name=f"{number}. {chapter.title}",
            group="Chapters",
            extent=f"POLYGON(({', '.join(ring)}))",
        )
        mark.extend(crs("crs", code))
    return bookmarks


def _canvas(extent: dict[str, str], code: str) -> Element:
    canvas = Element("mapcanvas", name="theMapCanvas", annotationsVisible="1")
    SubElement(canvas, "units").text = "meters"
    box = SubElement(canvas, "extent")
    for side, metres in extent.items():
        SubElement(box, side).text = metres
    SubElement(canvas, "rotation").text = "0"
    canvas.append(crs("destinationsrs", code))
    return canvas


def _properties(first: date, last: date, *, sea: bool) -> Element:
    properties = Element("properties")
    red, green, blue = rgb_of("sea" if sea else "paper")
    groups: dict[str, dict[str, tuple[str, str]]] = {
        "SpatialRefSys": {"ProjectionsEnabled": ("int", "1")},  # else the project has no CRS
        "Paths": {"Absolute": ("bool", "false")},
        # Else a measure would be that of the paper, not of the earth.
        "Measure": {"Ellipsoid": ("QString", "EPSG:7030")},
        "Measurement": {
            "DistanceUnits": ("QString", "kilometers"),
            "AreaUnits": ("QString", "km2"),
        },
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
