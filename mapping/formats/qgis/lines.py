"""The lines that QGIS draws the ways with, from the strokes of the web map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_layer, override, rgb
from mapping.signs import read_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

_MM_PER_PX = 25.4 / 96  # strokes.json measures in CSS pixels
_BESIDE_MM = "0.5"  # to the right of the way, so that there and back lie side by side


def line(mode: str, *, guarded: bool) -> Element:
    """Return the line of a mode: a pale casing, the line, ticks under guard, an arrow half way.

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
    if stroke.get("hollow") and not guarded:
        add_layer(symbol, "SimpleLine", pen("paper", width - 1.6))
    if guarded:
        _ticks(symbol, colour)
    return _arrow(symbol, colour)


def _ticks(symbol: Element, colour: str) -> None:
    """Cross the line like a railway on an old map: he did not choose this way."""
    guard = read_signs()["strokes"]["guard"]
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
    layer = add_layer(symbol, "HashLine", options)
    inner = SubElement(layer, "symbol", type="line", name=f"@0@{len(symbol) - 1}", alpha="1")
    add_layer(inner, "SimpleLine", pen(colour, 1.4) | {"offset": "0"})


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
    """Add one stroke for each certainty that looks different; a leg enables its own.

    An expression for the dash itself would be shorter, but QGIS reads it in widths of the pen
    and carries it over to the next leg where it gives none.
    """
    strokes = read_signs()["strokes"]
    own, dots = strokes[mode], strokes["uncertain"]
    looks = {"certain": own, "less-certain": own, "uncertain": own | dots}
    if not own["dash"]:  # a dash of its own says the mode already
        looks["less-certain"] = own | strokes["less-certain"]
    drawn: list[dict[str, Any]] = []
    for look in looks.values():
        if look in drawn:
            continue
        drawn.append(look)
        layer = add_layer(symbol, "SimpleLine", pen(colour, look["width"], look["dash"]))
        names = [f"'{name}'" for name, other in looks.items() if other == look]
        if len(names) < len(looks):
            chosen = f"coalesce(\"certainty\", 'certain') IN ({', '.join(names)})"
            override(layer, {"enabled": chosen})


def shore() -> Element:
    """Return the line of the coast."""
    symbol = Element("symbol", type="line", name="0", alpha="1", clip_to_extent="1", force_rhr="0")
    add_layer(symbol, "SimpleLine", pen("coast", 0.9) | {"offset": "0"})
    return symbol


def _dashes(pixels: Sequence[float]) -> str:
    return ";".join(map(_mm, pixels))


def _mm(pixels: float) -> str:
    return f"{pixels * _MM_PER_PX:.2f}"
