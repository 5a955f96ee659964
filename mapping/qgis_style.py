"""How QGIS draws the layers of a life: one element per part of a ``.qml``, nothing read back.

The shapes of the stops come from the same file as the web map's, so the two cannot drift apart.
Every date rule here is measured in ``limitMode="1"``: both ends of a stay belong to it.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from mapping.assets import read_web
from mapping.life import CERTAINTIES, KINDS, MODES, PRECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.life import Life

# The light tokens of the page; symbols.json and the lines speak of them by these names.
COLOURS = {
    "paper": (251, 248, 241),
    "ink": (38, 34, 29),
    "red": (168, 32, 26),
    "soft": (111, 102, 90),
    "sea": (221, 230, 230),
    "land": (243, 236, 221),
    "frontier": (109, 92, 73),
}
STOP_ALIASES = {
    "id": "Id",
    "seq": "No.",
    "chapter": "Chapter",
    "title": "Title",
    "name_then": "Place then",
    "name_now": "Place now",
    "country_then": "State then",
    "country_now": "Country now",
    "kind": "Kind of stay",
    "start_date": "First possible day",
    "end_date": "Last possible day",
    "date_edtf": "Dates (EDTF)",
    "date_text": "Dates in words",
    "certainty": "Certainty",
    "precision": "The point stands for",
    "summary": "Summary",
    "companions": "With",
    "works": "Wrote there",
    "quote": "Quote",
    "quote_by": "Who speaks",
    "note": "Note",
    "sources": "Sources",
    "place_id": "Place id",
}
LEG_ALIASES = {
    "id": "Id",
    "seq": "No.",
    "from_id": "From stop",
    "to_id": "To stop",
    "mode": "Travelled by",
    "guarded": "Under guard",
    "start_date": "First possible day",
    "end_date": "Last possible day",
    "date_edtf": "Dates (EDTF)",
    "certainty": "Certainty of the way",
    "summary": "Summary",
    "sources": "Sources",
}
FRONTIER_ALIASES = {
    "code": "Code",
    "name": "Name of that date",
    "sovereign": "Sovereign",
    "controller": "Controlled by",
    "status": "Status",
    "start_date": "From",
    "end_date": "To",
}
_DERIVED = {"seq", "start_date", "end_date", "date_text"}
_CLOSED: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "mode": MODES,
    "certainty": CERTAINTIES,
    "precision": PRECISIONS,
}
_MM_PER_PX = 25.4 / 96  # strokes.json measures in CSS pixels
_BESIDE_MM = "0.5"  # to the right of the way, so that there and back lie side by side
_SIDE = "1.6"  # half the box of a marker, in units of its radius: the widest shape is 1.3


def stop_style(life: Life) -> list[Element]:
    """Return the style of the stops: a shape for each kind, the place's name of that year.

    Parameters
    ----------
    life
        Its stops say which kinds the legend lists.
    """
    used = {stop.kind for stop in life.stops}
    kinds = [kind for kind in KINDS if kind in used]
    return [
        _temporal(mode=2, accumulate=False),
        _categories("kind", [(kind, kind.capitalize(), _marker(kind)) for kind in kinds]),
        _labels("name_then", placement=_AROUND_POINT),
        *_form(STOP_ALIASES),
        _text("previewExpression", '"name_then" || \', \' || "date_text"'),
        _tip("qgis-stops-tip.html"),
        _text("layerGeometryType", "0"),
    ]


def leg_style(life: Life) -> list[Element]:
    """Return the style of the legs: line by mode, cross-ticks under guard; the trail grows.

    Parameters
    ----------
    life
        Its legs say which combinations the legend lists.
    """
    used = {(leg.mode, leg.guarded) for leg in life.legs}
    rows = []
    for mode in MODES:
        for guarded in (False, True):
            if (mode, guarded) in used:
                words = "Way not known" if mode == "unknown" else f"By {mode}"
                words = "On foot" if mode == "foot" else words
                key = f"{mode}, guarded" if guarded else mode
                label = f"{words}, under guard" if guarded else words
                rows.append((key, label, _line(mode, guarded=guarded)))
    attribute = "\"mode\" || CASE WHEN \"guarded\" THEN ', guarded' ELSE '' END"
    return [
        _temporal(mode=1, accumulate=True),
        _categories(attribute, rows),
        *_form(LEG_ALIASES),
        _text("previewExpression", '"from_id" || \' to \' || "to_id"'),
        _tip("qgis-legs-tip.html"),
        _text("layerGeometryType", "1"),
    ]


def frontier_style() -> list[Element]:
    """Return the style of the frontiers: land, a thin line, and the name of that date."""
    symbol = Element("symbol", type="fill", name="0", alpha="1", clip_to_extent="1", force_rhr="0")
    _layer(
        symbol,
        "SimpleFill",
        {
            "color": _rgb("land"),
            "outline_color": _rgb("frontier"),
            "outline_width": "0.2",
            "outline_width_unit": "MM",
            "outline_style": "solid",
            "style": "solid",
            "joinstyle": "round",
        },
    )
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(symbol)
    return [
        _temporal(mode=2, accumulate=False),
        renderer,
        _labels("name", placement=_INSIDE_POLYGON),
        *_form(FRONTIER_ALIASES),
        _text("previewExpression", '"name"'),
        _text("layerGeometryType", "2"),
    ]


def _temporal(*, mode: int, accumulate: bool) -> Element:
    """Return the temporal settings; mode 1 is one date field, 2 a first and a last one."""
    element = Element(
        "temporal",
        enabled="1",
        mode=str(mode),
        limitMode="1",  # a stay is also seen on its last day
        accumulate=str(int(accumulate)),
        startField="start_date",
        endField="end_date" if mode == 2 else "",  # noqa: PLR2004 - explained above
        startExpression="",
        endExpression="",
        durationField="",
        durationUnit="min",
        fixedDuration="0",
    )
    fixed = SubElement(element, "fixedRange")
    SubElement(fixed, "start")
    SubElement(fixed, "end")
    return element


def _categories(attribute: str, rows: Iterable[tuple[str, str, Element]]) -> Element:
    renderer = Element(
        "renderer-v2", type="categorizedSymbol", attr=attribute, symbollevels="0", forceraster="0"
    )
    categories = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    for number, (value, label, symbol) in enumerate(rows):
        name = str(number)
        SubElement(
            categories,
            "category",
            type="string",
            value=value,
            label=label,
            symbol=name,
            render="true",
        )
        symbol.set("name", name)
        symbols.append(symbol)
    return renderer


@cache
def _shapes() -> dict[str, dict[str, str]]:
    shapes: dict[str, dict[str, str]] = json.loads(read_web("symbols.json"))
    return shapes


def _marker(kind: str) -> Element:
    """Return the marker of a kind as an SVG inside the style, so that no file can be missing."""
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
            "size": "5.4",
            "size_unit": "MM",
            "color": _rgb(shape["fill"]),
            "outline_color": _rgb("ink"),
            "outline_width": "0",
            "scale_method": "diameter",
        },
    )
    return symbol


@cache
def _strokes() -> dict[str, dict[str, Any]]:
    strokes: dict[str, dict[str, Any]] = json.loads(read_web("strokes.json"))
    return strokes


def _line(mode: str, *, guarded: bool) -> Element:
    """Return the line of a mode: a pale casing, the line, ticks under guard, an arrow half way."""
    stroke = _strokes()[mode]
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    colour = "ink" if guarded else "red"
    width = float(stroke["width"])
    _layer(symbol, "SimpleLine", _pen("paper", width + 4))
    line = _layer(symbol, "SimpleLine", _pen(colour, width, stroke["dash"]))
    _doubt(line, solid=not stroke["dash"])
    if stroke.get("hollow"):
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
        "color": _rgb(colour),
        "outline_color": _rgb("paper"),
        "outline_width": "0.2",
    }
    _layer(head, "SimpleMarker", options)
    return symbol


def _pen(colour: str, width: float, dash: Sequence[float] = ()) -> dict[str, str]:
    """Return the options of a stroke; width, dash and gap in CSS pixels."""
    round_ends = not dash or dash[0] < width
    return {
        "line_color": _rgb(colour),
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


def _doubt(layer: Element, *, solid: bool) -> None:
    """Break the line where the way is not certain, as the web map does."""
    strokes = _strokes()
    cases = f"WHEN \"certainty\" = 'uncertain' THEN '{_dashes(strokes['uncertain']['dash'])}'"
    if solid:  # a dash of its own says the mode already
        broken = _dashes(strokes["less-certain"]["dash"])
        cases += f" WHEN \"certainty\" = 'less-certain' THEN '{broken}'"
    properties = SubElement(layer, "data_defined_properties")
    group = SubElement(properties, "Option", type="Map")
    SubElement(group, "Option", type="QString", name="name", value="")
    members = SubElement(group, "Option", type="Map", name="properties")
    dash = SubElement(members, "Option", type="Map", name="customDash")
    SubElement(dash, "Option", type="bool", name="active", value="true")
    SubElement(dash, "Option", type="QString", name="expression", value=f"CASE {cases} END")
    SubElement(dash, "Option", type="int", name="type", value="3")  # an expression
    SubElement(group, "Option", type="QString", name="type", value="collection")


def _dashes(pixels: Sequence[float]) -> str:
    return ";".join(map(_mm, pixels))


def _mm(pixels: float) -> str:
    return f"{pixels * _MM_PER_PX:.2f}"


def _layer(symbol: Element, kind: str, options: Mapping[str, str]) -> Element:
    """Add one drawing step to a symbol."""
    layer = SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    _options(layer, options)
    return layer


def _options(parent: Element, options: Mapping[str, str]) -> None:
    group = SubElement(parent, "Option", type="Map")
    for name, value in options.items():
        SubElement(group, "Option", type="QString", name=name, value=value)


_AROUND_POINT = {
    "placement": "6",
    "predefinedPositionOrder": "TR",  # one position only: six stays in Paris share one label
    "dist": "0.6",
    "distUnits": "MM",
    "offsetType": "1",
}
_INSIDE_POLYGON = {"placement": "1", "fitInPolygonOnly": "0", "distUnits": "MM"}


def _labels(field: str, *, placement: Mapping[str, str]) -> Element:
    """Return labels without naming a font: a missing one would greet the reader with a warning."""
    land = placement is _INSIDE_POLYGON
    labeling = Element("labeling", type="simple")
    settings = SubElement(labeling, "settings", calloutType="simple")
    style = SubElement(
        settings,
        "text-style",
        fieldName=field,
        isExpression="0",
        fontSize="8" if land else "9",
        fontSizeUnit="Point",
        fontItalic=str(int(land)),
        textColor=_rgb("soft" if land else "ink"),
        textOpacity="1",
    )
    SubElement(
        style,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.8",
        bufferSizeUnits="MM",
        bufferColor=_rgb("land" if land else "paper"),
        bufferOpacity="1",
        bufferJoinStyle="128",
    )
    SubElement(settings, "placement", {"priority": "2" if land else "8", **placement})
    SubElement(
        settings,
        "rendering",
        drawLabels="1",
        displayAll="0",
        obstacle=str(int(not land)),
        obstacleFactor="1",
        scaleVisibility="0",
    )
    return labeling


def _form(aliases: Mapping[str, str]) -> list[Element]:
    """Return readable field names, lists for closed vocabularies, locks on derived fields."""
    configuration, names, editable = (
        Element("fieldConfiguration"),
        Element("aliases"),
        Element("editable"),
    )
    for index, (field, alias) in enumerate(aliases.items()):
        widget = SubElement(
            SubElement(configuration, "field", name=field, configurationFlags="None"), "editWidget"
        )
        config = SubElement(widget, "config")
        if field in _CLOSED:
            widget.set("type", "ValueMap")
            group = SubElement(config, "Option", type="Map")
            entries = SubElement(group, "Option", type="List", name="map")
            for word in _CLOSED[field]:
                _options(entries, {word: word})
        elif field.endswith("_date"):
            widget.set("type", "DateTime")
            _options(config, {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd"})
        elif field == "guarded":
            widget.set("type", "CheckBox")
        else:
            widget.set("type", "TextEdit")
            _options(config, {"IsMultiline": str(field in {"summary", "quote", "note"}).lower()})
        SubElement(names, "alias", index=str(index), field=field, name=alias)
        SubElement(editable, "field", name=field, editable=str(int(field not in _DERIVED)))
    return [configuration, names, editable]


def _tip(name: str) -> Element:
    element = _text("mapTip", read_web(name))
    element.set("enabled", "1")
    return element


def _text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


def _rgb(name: str) -> str:
    red, green, blue = COLOURS[name]
    return f"{red},{green},{blue},255"
