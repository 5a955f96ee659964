"""The lines that QGIS draws the ways with, from the strokes of the web map."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_layer, override, rgb
from mapping.signs import read_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

_MM_PER_PX = 25.4 / 96  # strokes.json measures in CSS pixels
_DOUBT_PX = 2.8
_BESIDE_MM = "0.5"  # to the right of the way, so that there and back lie side by side


def line(mode: str, *, guarded: bool) -> Element:
    """Return the line of a mode: a pale casing, the line, an arrow half way.

    Parameters
    ----------
    mode
        One of ``MODES``.
    guarded
        Whether under guard.
    """
    stroke = read_signs()["strokes"][mode]
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    colour = "ink" if guarded else "red"
    width = float(stroke["width"])
    add_layer(symbol, "SimpleLine", pen("paper", width + 4))
    _strokes_of(symbol, mode, colour)
    if (core := stroke.get("core")) and not guarded:
        add_layer(symbol, "SimpleLine", pen("paper", width * core))
    return _arrow(symbol, colour)


def doubt(dash: Sequence[float]) -> Element:
    """Return the line of a certainty, for the style by certainty: whole, dashed or dotted.

    Parameters
    ----------
    dash
        Lengths of strokes and gaps in CSS pixels.
    """
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    add_layer(symbol, "SimpleLine", pen("paper", _DOUBT_PX + 4))
    add_layer(symbol, "SimpleLine", pen("ink", _DOUBT_PX, dash))
    return _arrow(symbol, "ink")


def _arrow(symbol: Element, colour: str) -> Element:
    """Put an arrow head half way along: there and back are two journeys."""
    place = {"placement": "centralpoint", "rotate": "1"}
    place |= {"offset": _BESIDE_MM, "offset_unit": "MM"}
    layer = add_layer(symbol, "MarkerLine", place)
    head = SubElement(layer, "symbol", type="marker", name=f"@0@{len(symbol) - 1}", alpha="1")
    options = {
        "name": "filled_arrowhead",
        "size": "3.2",
        "size_unit": "MM",
        "color": rgb(colour),
        "outline_color": rgb("paper"),
        "outline_width": "0.2",
    }
    add_layer(head, "SimpleMarker", options)
    return symbol


def pen(colour: str, width: float, dash: Sequence[float] = ()) -> dict[str, str]:
    """Return the options of a stroke.

    Parameters
    ----------
    colour
        Its name in ``signs/palette.json``.
    width, dash
        CSS pixels; a dash is a list of strokes and gaps.
    """
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


def _strokes_of(symbol: Element, mode: str, colour: str) -> None:
    """Add one stroke for each certainty, the surer the stronger; a leg enables its own."""
    strokes = read_signs()["strokes"]
    own = strokes[mode]
    for certainty, strength in strokes["strength"].items():
        options = pen(colour, own["width"], own["dash"])
        options["line_color"] = rgb(colour, strength)
        layer = add_layer(symbol, "SimpleLine", options)
        override(layer, {"enabled": f"coalesce(\"certainty\", 'certain') = '{certainty}'"})


def shore() -> Element:
    """Return the line of the coast."""
    symbol = Element("symbol", type="line", name="0", alpha="1", clip_to_extent="1", force_rhr="0")
    add_layer(symbol, "SimpleLine", pen("coast", 0.9) | {"offset": "0"})
    return symbol


def _dashes(pixels: Sequence[float]) -> str:
    return ";".join(map(_mm, pixels))


def _mm(pixels: float) -> str:
    return f"{pixels * _MM_PER_PX:.2f}"
