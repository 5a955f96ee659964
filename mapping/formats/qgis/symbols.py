"""The markers and fills that QGIS draws with, from the shapes of the web map."""

from __future__ import annotations

import base64
from xml.etree.ElementTree import Element, SubElement, tostring

from mapping.formats.qgis.lines import pen
from mapping.formats.qgis.xml import add_layer, override, rgb
from mapping.signs import read_palette, read_signs

_SIDE = "1.6"  # half the box of a marker, in units of its radius: the widest shape is 1.3

REGION_KM = 25
"""How far around its point a stop may lie that is known to a region only, as the page draws it."""
_REGION_MM = 7.4  # across, at the least: 28 pixels


def marker(kind: str) -> Element:
    """Return the marker of a kind as an SVG inside the style, so that no file can be missing.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    """
    shape = read_signs()["symbols"][kind]
    box = f"-{_SIDE} -{_SIDE} {2 * float(_SIDE)} {2 * float(_SIDE)}"
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=box, width="32", height="32")
    SubElement(
        svg,
        "path",
        {
            "d": shape["path"],
            "fill": "param(fill)",
            "stroke": "param(outline)",
            "stroke-width": "0.28",
            "stroke-linejoin": "round",
        },
    )
    if "mark" in shape:
        SubElement(svg, "path", {"d": shape["mark"], "fill": "param(outline)"})
    symbol = Element("symbol", type="marker", alpha="1", clip_to_extent="1", force_rhr="0")
    _add_region(symbol)
    add_layer(
        symbol,
        "SvgMarker",
        {
            "name": "base64:" + base64.b64encode(tostring(svg)).decode("ascii"),
            "size": "4.8",
            "size_unit": "MM",
            "color": rgb(shape["fill"]),
            "outline_color": rgb("ink"),
            "outline_width": "0",
            "scale_method": "diameter",
        },
    )
    return symbol


def _add_region(symbol: Element) -> None:
    """Add a soft, dotted ring around a stop that is known to a region only, as the page does.

    Of any other, and in the legend, it has no size.
    """
    options = {
        "name": "circle",
        "size": "0",
        "size_unit": "RenderMetersInMapUnits",
        "color": rgb("red", 0.1),
        "outline_color": rgb("red", 0.6),
        "outline_style": "dot",
        "outline_width": "0.21",
        "outline_width_unit": "MM",
    }
    layer = add_layer(symbol, "SimpleMarker", options)
    across = f"max({2000 * REGION_KM}, {_REGION_MM / 1000} * @map_scale)"
    override(layer, {"size": f"if(\"precision\" = 'region', {across}, 0)"})


def plain_marker(shape: str, size: float, fill: str, rim: str, width: float) -> Element:
    """Return a marker of a shape that QGIS knows itself.

    Parameters
    ----------
    shape
        QGIS's name of it, such as ``circle``.
    size, width
        Of the marker and of its rim, in millimetres.
    fill, rim
        Names of their colours.
    """
    symbol = Element("symbol", type="marker", alpha="1", clip_to_extent="1", force_rhr="0")
    options = {
        "name": shape,
        "size": f"{size:g}",
        "size_unit": "MM",
        "color": rgb(fill),
        "outline_color": rgb(rim),
        "outline_width": f"{width:g}",
        "outline_width_unit": "MM",
    }
    add_layer(symbol, "SimpleMarker", options)
    return symbol


def plain_fill(fill: str, rim: str, width: float) -> Element:
    """Return an area of one colour.

    Parameters
    ----------
    fill, rim
        Names of its colour and of its outline's.
    width
        Of the outline, in millimetres.
    """
    symbol = Element("symbol", type="fill", alpha="1", clip_to_extent="1")
    options = {
        "color": rgb(fill),
        "outline_color": rgb(rim),
        "outline_width": f"{width:g}",
        "outline_width_unit": "MM",
        "outline_style": "solid",
        "style": "solid",
        "joinstyle": "round",
    }
    add_layer(symbol, "SimpleFill", options)
    return symbol


def dot(fill: str) -> Element:
    """Return a plain round marker, for the style by certainty.

    Parameters
    ----------
    fill
        Name of its colour.
    """
    symbol = plain_marker("circle", 3.2, fill, "ink", 0.4)
    (spot,) = symbol
    symbol.remove(spot)
    _add_region(symbol)
    symbol.append(spot)
    return symbol


def gate(name: str) -> Element:
    """Return the mark of a frontier crossed: small and square, for a stop is neither.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    return _numbered(name, plain_marker("square", 1.7, "frontier", "paper", 0.3))


def _numbered(name: str, symbol: Element) -> Element:
    symbol.set("name", name)
    return symbol


def land(name: str) -> Element:
    """Return land in its sovereign's tint, as on the web map.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    symbol = _numbered(name, plain_fill("land", "frontier", 0.2))
    layer = symbol[0]
    tints = [key for key in read_palette()["light"] if key.startswith("tint-")]
    colours = ", ".join(f"'{rgb(tint)}'" for tint in tints)
    override(layer, {"fillColor": f'array_get(array({colours}), "tint" % {len(tints)})'})
    return symbol


def paper(name: str) -> Element:
    """Return paper all round a land and over its waters, for maps on which its lines would lie.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    symbol = Element("symbol", type="fill", name=name, alpha="1", clip_to_extent="1")
    options = {"geometryModifier": "bounds($geometry)", "SymbolType": "Fill"}
    layer = add_layer(symbol, "GeometryGenerator", options)
    inner = plain_fill("paper", "paper", 0)
    inner.set("name", f"@{name}@0")
    layer.append(inner)
    return symbol


def water(name: str) -> Element:
    """Return a lake in the colour of the sea.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    return _numbered(name, plain_fill("sea", "coast", 0.1))


def hatching(name: str) -> Element:
    """Return the stripes of land that its sovereign does not hold.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    symbol = Element("symbol", type="fill", name=name, alpha="1", clip_to_extent="1")
    options = {"angle": "45", "distance": "1.6", "distance_unit": "MM"}
    layer = add_layer(symbol, "LinePatternFill", options)
    stripe = SubElement(layer, "symbol", type="line", name=f"@{name}@0", alpha="1")
    thin = pen("frontier", 0.8) | {"offset": "0", "capstyle": "flat"}
    add_layer(stripe, "SimpleLine", thin)
    return symbol
