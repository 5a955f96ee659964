"""What QGIS draws with: the markers, lines and fills of the web map as symbol elements.

Shapes and strokes come from the files that the web map reads, so the two cannot drift apart.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from mapping.assets import read_web

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The light tokens of the page; symbols.json and the lines speak of them by these names.
COLOURS = {
    "paper": (251, 248, 241),
    "ink": (38, 34, 29),
    "red": (168, 32, 26),
    "soft": (111, 102, 90),
    "sea": (221, 230, 230),
    "land": (243, 236, 221),
    "coast": (125, 143, 144),
    "frontier": (109, 92, 73),
    "tint-0": (238, 227, 205),
    "tint-1": (230, 228, 204),
    "tint-2": (236, 219, 208),
    "tint-3": (227, 221, 214),
    "tint-4": (239, 224, 189),
    "tint-5": (221, 227, 214),
}
_MM_PER_PX = 25.4 / 96  # strokes.json measures in CSS pixels
_BESIDE_MM = "0.5"  # to the right of the way, so that there and back lie side by side
_SIDE = "1.6"  # half the box of a marker, in units of its radius: the widest shape is 1.3


@cache
def _shapes() -> dict[str, dict[str, str]]:
    shapes: dict[str, dict[str, str]] = json.loads(read_web("symbols.json"))
    return shapes


def marker(kind: str) -> Element:
    """Return the marker of a kind as an SVG inside the style, so that no file can be missing.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    """
    shape = _shapes()[kind]
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
    _layer(
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


@cache
def _strokes() -> dict[str, dict[str, Any]]:
    strokes: dict[str, dict[str, Any]] = json.loads(read_web("strokes.json"))
    return strokes


def line(mode: str, *, guarded: bool) -> Element:
    """Return the line of a mode: a pale casing, the line, ticks under guard, an arrow half way.

    Parameters
    ----------
    mode
        One of ``MODES``.
    guarded
        Whether under guard.
    """
    stroke = _strokes()[mode]
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    colour = "ink" if guarded else "red"
    width = float(stroke["width"])
    _layer(symbol, "SimpleLine", _pen("paper", width + 4))
    _doubt(_layer(symbol, "SimpleLine", _pen(colour, width, stroke["dash"])), mode)
    if stroke.get("hollow") and not guarded:
        _layer(symbol, "SimpleLine", _pen("paper", width - 1.6))
    if guarded:
        _ticks(symbol, colour)
    return _arrow(symbol, colour)


def _ticks(symbol: Element, colour: str) -> None:
    """Cross the line like a railway on an old map: he did not choose this way."""
    guard = _strokes()["guard"]
    options = {
        "placement": "interval",
        "interval": _mm(guard["tick"]),
        "interval_unit": "MM",
        "hash_angle": "0",
        "hash_length": _mm(guard["tick_length"]),
        "hash_length_unit": "MM",
        "rotate": "1",
    }
    options |= {"offset": _BESIDE_MM, "offset_unit": "MM"}
    layer = _layer(symbol, "HashLine", options)
    inner = SubElement(layer, "symbol", type="line", name=f"@0@{len(symbol) - 1}", alpha="1")
    _layer(inner, "SimpleLine", _pen(colour, 1.4) | {"offset": "0"})


def _arrow(symbol: Element, colour: str) -> Element:
    """Put an arrow head half way along: there and back are two journeys."""
    place = {"placement": "centralpoint", "rotate": "1"}
    place |= {"offset": _BESIDE_MM, "offset_unit": "MM"}
    layer = _layer(symbol, "MarkerLine", place)
    head = SubElement(layer, "symbol", type="marker", name=f"@0@{len(symbol) - 1}", alpha="1")
    options = {
        "name": "filled_arrowhead",
        "size": "3.2",
        "size_unit": "MM",
        "color": rgb(colour),
        "outline_color": rgb("paper"),
        "outline_width": "0.2",
    }
    _layer(head, "SimpleMarker", options)
    return symbol


def _pen(colour: str, width: float, dash: Sequence[float] = ()) -> dict[str, str]:
    """Return the options of a stroke; width, dash and gap in CSS pixels."""
    round_ends = not dash or dash[0] < width
    return {
        "line_color": rgb(colour),
        "line_width": _mm(width),
        "line_width_unit": "MM",
        "line_style": "solid",
        "capstyle": "round" if round_ends else "flat",
        "joinstyle": "round",
        "use_custom_dash": str(int(bool(dash))),
        "customdash": _dashes(dash or (5, 2)),
        "customdash_unit": "MM",
        "offset": _BESIDE_MM,
        "offset_unit": "MM",
    }


def _doubt(layer: Element, mode: str) -> None:
    """Dot or break the line where the way is not certain, as the web map does."""
    strokes = _strokes()
    stroke, dots = strokes[mode], strokes["uncertain"]
    unsure = "\"certainty\" = 'uncertain'"
    cases = f"WHEN {unsure} THEN '{_pen_widths(dots['dash'], dots['width'])}'"
    if stroke["dash"]:  # a dash of its own says the mode already
        cases += f" ELSE '{_pen_widths(stroke['dash'], stroke['width'])}'"
    else:
        broken = _pen_widths(strokes["less-certain"]["dash"], stroke["width"])
        cases += f" WHEN \"certainty\" = 'less-certain' THEN '{broken}'"
    width, wide = _mm(stroke["width"]), _mm(dots["width"])
    cap = "round" if stroke.get("round") else "flat"
    _override(
        layer,
        {
            "customDash": f"CASE {cases} END",
            "capStyle": f"CASE WHEN {unsure} THEN 'round' ELSE '{cap}' END",
            "outlineWidth": f"CASE WHEN {unsure} THEN {wide} ELSE {width} END",
        },
    )


def shore() -> Element:
    """Return the line of the coast."""
    symbol = Element("symbol", type="line", name="0", alpha="1", clip_to_extent="1", force_rhr="0")
    _layer(symbol, "SimpleLine", _pen("coast", 0.9) | {"offset": "0"})
    return symbol


def _override(layer: Element, expressions: Mapping[str, str]) -> None:
    """Let expressions decide properties of a drawing step."""
    group = SubElement(SubElement(layer, "data_defined_properties"), "Option", type="Map")
    SubElement(group, "Option", type="QString", name="name", value="")
    members = SubElement(group, "Option", type="Map", name="properties")
    for name, expression in expressions.items():
        member = SubElement(members, "Option", type="Map", name=name)
        SubElement(member, "Option", type="bool", name="active", value="true")
        SubElement(member, "Option", type="QString", name="expression", value=expression)
        SubElement(member, "Option", type="int", name="type", value="3")  # an expression
    SubElement(group, "Option", type="QString", name="type", value="collection")


def _dashes(pixels: Sequence[float]) -> str:
    return ";".join(map(_mm, pixels))


def _pen_widths(pixels: Sequence[float], width: float) -> str:
    """Return a dash as an expression must give it: in widths of the pen, whatever the unit."""
    return ";".join(f"{length / width:.2f}" for length in pixels)


def _mm(pixels: float) -> str:
    return f"{pixels * _MM_PER_PX:.2f}"


def land(name: str) -> Element:
    """Return land in its sovereign's tint, as on the web map.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    symbol = Element("symbol", type="fill", name=name, alpha="1", clip_to_extent="1")
    options = {
        "color": rgb("land"),
        "outline_color": rgb("frontier"),
        "outline_width": "0.2",
        "outline_width_unit": "MM",
        "outline_style": "solid",
        "style": "solid",
        "joinstyle": "round",
    }
    layer = _layer(symbol, "SimpleFill", options)
    tints = [key for key in COLOURS if key.startswith("tint-")]
    colours = ", ".join(f"'{rgb(tint)}'" for tint in tints)
    _override(layer, {"fillColor": f'array_get(array({colours}), "tint" % {len(tints)})'})
    return symbol


def hatching(name: str) -> Element:
    """Return the stripes of land that its sovereign does not hold.

    Parameters
    ----------
    name
        The symbol's number in its renderer.
    """
    symbol = Element("symbol", type="fill", name=name, alpha="1", clip_to_extent="1")
    options = {"angle": "45", "distance": "1.6", "distance_unit": "MM"}
    layer = _layer(symbol, "LinePatternFill", options)
    stripe = SubElement(layer, "symbol", type="line", name=f"@{name}@0", alpha="1")
    pen = _pen("frontier", 0.8) | {"offset": "0", "capstyle": "flat"}
    _layer(stripe, "SimpleLine", pen)
    return symbol


def _layer(symbol: Element, kind: str, options: Mapping[str, str]) -> Element:
    """Add one drawing step to a symbol."""
    layer = SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    add_options(layer, options)
    return layer


def add_options(parent: Element, options: Mapping[str, str]) -> None:
    """Add settings the way QGIS has written them since 3.18.

    Parameters
    ----------
    parent
        Element they belong to.
    options
        Names and values.
    """
    group = SubElement(parent, "Option", type="Map")
    for name, value in options.items():
        SubElement(group, "Option", type="QString", name=name, value=value)


def rgb(name: str) -> str:
    """Return a colour as QGIS writes it: red, green, blue, alpha.

    Parameters
    ----------
    name
        A key of ``COLOURS``.
    """
    red, green, blue = COLOURS[name]
    return f"{red},{green},{blue},255"
