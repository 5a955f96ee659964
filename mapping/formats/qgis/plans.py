"""The drawn plans of towns in QGIS: points, lines and areas, a sign for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.clock import while_it_stood
from mapping.formats.qgis.form import plain_form
from mapping.formats.qgis.labels import AROUND_POINT, labels
from mapping.formats.qgis.lines import pen
from mapping.formats.qgis.style import categories
from mapping.formats.qgis.symbols import plain_fill, plain_marker
from mapping.formats.qgis.xml import add_layer, text_of, tip_of
from mapping.life.frames import landmarks_frame
from mapping.life.model import Landmark

if TYPE_CHECKING:
    from mapping.life.model import Life

PLANS = {
    "plan_points": "Point",
    "plan_lines": "MultiLineString",
    "plan_areas": "MultiPolygon",
}
"""Layers of the plans, and the geometry of each."""
NEAREST = "100000"
"""Scale from which a map shows them: further out they are a smudge."""
_LINES: dict[str, tuple[str, float, tuple[float, ...]]] = {
    # kind: colour, width and dash in CSS pixels, as on the drawn plans
    "river": ("sea-deep", 4.5, ()),
    "shore": ("coast", 1, ()),
    "quay": ("coast", 1.4, ()),
    "wall": ("stay", 2.6, (5, 1.4)),
    "railway": ("soft", 1.2, (7, 2)),
    "boulevard": ("paper", 3, ()),
}
_AREAS = {"river": "sea", "island": "wash", "park": "tint-5", "wall": "stay"}
_POINTS = {"station": "soft", "prison": "ink", "park": "tint-5", "island": "wash", "quay": "coast"}
_OTHER_POINTS = ("square", "bridge", "building", "quarter")


def plan_features(life: Life) -> dict[str, list[dict[str, Any]]]:
    """Return what the plans show as GeoJSON features, EPSG:4326, by layer; empty ones are left out.

    Parameters
    ----------
    life
        A valid life.
    """
    import numpy as np
    import shapely

    if not life.landmarks:
        return {}
    frame = landmarks_frame(life)
    names = [name for name in frame.columns if name not in {"geometry", "file"}]
    dimensions = shapely.get_dimensions(frame.geometry.to_numpy())
    found = {}
    for dimension, layer in enumerate(PLANS):
        rows = frame[np.equal(dimensions, dimension)]
        found[layer] = [
            {
                "type": "Feature",
                "properties": {name: _plain(getattr(row, name)) for name in names},
                "geometry": _whole(row.geometry, PLANS[layer]),
            }
            for row in rows.itertuples()
        ]
    return {layer: features for layer, features in found.items() if features}


def plan_files(life: Life) -> list[str]:
    """Return the layers that the files of the plans are in QGIS: one for each sort of shape.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    list of str
        Such as ``plan_lines-paris``: a name of ``PLANS``, and the file without its ending.
    """
    import shapely

    if not life.landmarks:
        return []
    frame = landmarks_frame(life)
    sorts = list(PLANS)
    stems = frame["file"].str.removeprefix("plans/").str.removesuffix(".geojson")
    dimensions = shapely.get_dimensions(frame.geometry.to_numpy())
    there = dict.fromkeys(zip(stems, map(int, dimensions), strict=True))
    return [f"{sorts[dimension]}-{stem}" for stem, dimension in sorted(there)]


def sort_of(name: str) -> str:
    """Return what a layer is drawn as: of a plan, its sort; of any other, its name.

    Parameters
    ----------
    name
        Of a layer.
    """
    return name.partition("-")[0]


def source_of(name: str) -> str:
    """Return where a project reads a layer of `plan_files` from.

    Parameters
    ----------
    name
        Of the layer.
    """
    sort, _, stem = name.partition("-")
    shape = PLANS[sort].removeprefix("Multi")
    return f"./plans/{stem}.geojson|geometrytype={shape}"


def plan_style(layer: str) -> list[Element]:
    """Return the style of a layer of the plans: its kinds, and the names of the time.

    Parameters
    ----------
    layer
        A name of ``PLANS``.
    """
    if layer == "plan_lines":
        signs = {kind: _line(*told) for kind, told in _LINES.items()}
    elif layer == "plan_areas":
        signs = {kind: plain_fill(fill, "coast", 0.15) for kind, fill in _AREAS.items()}
    else:
        fills = _POINTS | dict.fromkeys(_OTHER_POINTS, "stay")
        signs = {kind: _spot(fill) for kind, fill in fills.items()}
    rows = [(kind, kind.capitalize(), sign) for kind, sign in signs.items()]
    aliases = {name: field.title or name for name, field in Landmark.model_fields.items()}
    name = 'coalesce("name_then", "name")'
    lettered = layer == "plan_points"
    return [
        while_it_stood(),
        categories("kind", rows),
        *([labels(name, placement=AROUND_POINT, quiet=True)] if lettered else []),
        *plain_form(aliases, editable=True),
        text_of("previewExpression", name),
        tip_of("plans.html"),
        text_of("layerGeometryType", str(list(PLANS).index(layer))),
    ]


def _plain(value: Any) -> Any:
    """Return a value of a frame, its gaps as null."""
    return None if value is None or value != value else value  # noqa: PLR0124 - NaN is not itself


def _whole(shape: Any, sort: str) -> dict[str, Any]:
    """Return a geometry as the layer has it: lines and areas in as many parts as there are."""
    from shapely.geometry import mapping

    plain = mapping(shape)
    if plain["type"] == sort:
        return dict(plain)
    return {"type": sort, "coordinates": [plain["coordinates"]]}


def _line(colour: str, width: float, dash: tuple[float, ...]) -> Element:
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    add_layer(symbol, "SimpleLine", pen(colour, width, dash) | {"offset": "0"})
    return symbol


def _spot(fill: str) -> Element:
    shape = "square" if fill in {"soft", "ink"} else "circle"
    return plain_marker(shape, 1.8, fill, "soft", 0.2)


def hide_from_afar(layer: Element) -> None:
    """Let a layer be seen only near by.

    Parameters
    ----------
    layer
        A layer of a project, or a style.
    """
    layer.set("hasScaleBasedVisibilityFlag", "1")
    layer.set("minScale", NEAREST)
    layer.set("maxScale", "0")


def add_group(tree: Element) -> Element:
    """Add the group of the plans to the tree of layers.

    Parameters
    ----------
    tree
        The tree, or a group in it.
    """
    return SubElement(
        tree, "layer-tree-group", name="Plans of towns", checked="Qt::Checked", expanded="0"
    )
