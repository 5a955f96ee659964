"""How QGIS draws the layers of a life: one element per part of a ``.qml``, nothing read back.

The shapes of the stops come from the same file as the web map's, so the two cannot drift apart.
Every date rule here is measured in ``limitMode="1"``: both ends of a stay belong to it.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import TYPE_CHECKING
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
# Dash and gap in millimetres; none is an unbroken line.
_DASHES = {"rail": "", "sea": "4;1.6", "road": "2.2;0.9", "foot": "1;0.8", "air": "5;1.2;1;1.2"}
_DOTS = "0.4;1"
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
        _text("previewExpression", '"from_id" || \' – \' || "to_id"'),
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


def _line(mode: str, *, guarded: bool) -> Element:
    """Return the line of a mode: a pale casing, the line, ticks under guard, an arrow half way."""
    symbol = Element("symbol", type="line", alpha="1", clip_to_extent="1", force_rhr="0")
    colour = "ink" if guarded else "red"
    dash = _DASHES.get(mode, _DOTS)
    _layer(symbol, "SimpleLine", _stroke("paper", width=1.9))
    _layer(symbol, "SimpleLine", _stroke(colour, width=0.7, dash=dash))
    if guarded:
        ticks = {
            "interval": "2",
            "interval_unit": "MM",
            "placement": "interval",
            "hash_angle": "0",
            "hash_length": "2",
            "hash_length_unit": "MM",
            "rotate": "1",
        }
        layer = _layer(symbol, "HashLine", ticks)
        inner = SubElement(layer, "symbol", type="line", name="@0@2", alpha="1")
        _layer(inner, "SimpleLine", _stroke(colour, width=0.35))
    arrow = _layer(
        symbol, "MarkerLine", {"placement": "centralpoint", "rotate": "1", "offset": "0"}
    )
    head = SubElement(arrow, "symbol", type="marker", name=f"@0@{3 if guarded else 2}", alpha="1")
    _layer(
        head,
        "SimpleMarker",
        {
            "name": "filled_arrowhead",
            "size": "2.6",
            "size_unit": "MM",
            "color": _rgb(colour),
            "outline_color": _rgb("paper"),
            "outline_width": "0.2",
        },
    )
    return symbol


def _stroke(colour: str, *, width: float, dash: str = "") -> dict[str, str]:
    return {
        "line_color": _rgb(colour),
        "line_width": str(width),
        "line_width_unit": "MM",
        "line_style": "solid",
        "capstyle": "round" if not dash or dash == _DOTS else "flat",
        "joinstyle": "round",
        "use_custom_dash": "1" if dash else "0",
        "customdash": dash or "5;2",
        "customdash_unit": "MM",
    }


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
    "predefinedPositionOrder": "TR,BR,TL,BL,R,L,T,B",
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
