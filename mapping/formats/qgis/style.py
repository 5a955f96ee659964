"""How QGIS draws the layers of a life: one element per part of a ``.qml``, nothing read back.

The shapes of the stops come from the same file as the web map's, so the two cannot drift apart.
Every date rule here is measured in ``limitMode="1"``: both ends of a stay belong to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.files import read_packaged
from mapping.formats.qgis.form import FRONTIER_ALIASES, form, plain_form
from mapping.formats.qgis.labels import AROUND_POINT, INSIDE_POLYGON, STANDING, labels
from mapping.formats.qgis.lines import line, shore
from mapping.formats.qgis.symbols import gate, hatching, land, marker, water
from mapping.life.model import KINDS, MODES, Leg, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.life.model import Life


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
        _temporal(accumulate=False),
        categories("kind", [(kind, kind.capitalize(), marker(kind)) for kind in kinds]),
        labels("name_then", placement=AROUND_POINT),
        *form(Stop, life),
        _text("previewExpression", '"name_then" || \', \' || "date_text"'),
        _tip("stops.html"),
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
                rows.append((key, label, line(mode, guarded=guarded)))
    attribute = "\"mode\" || CASE WHEN \"guarded\" THEN ', guarded' ELSE '' END"
    return [
        _temporal(accumulate=True),
        categories(attribute, rows),
        *form(Leg, life),
        _text("previewExpression", '"from_id" || \' to \' || "to_id"'),
        _tip("legs.html"),
        _text("layerGeometryType", "1"),
    ]


def frontier_style() -> list[Element]:
    """Return the style of the frontiers: tinted land, stripes of occupation, names of the date."""
    renderer = Element("renderer-v2", type="RuleRenderer", symbollevels="0", forceraster="0")
    rules = SubElement(renderer, "rules", key="all")
    SubElement(rules, "rule", key="land", symbol="0", label="State or territory", filter=STANDING)
    SubElement(
        rules,
        "rule",
        key="occupied",
        symbol="1",
        label="Under occupation",
        filter=f"\"status\" = 'occupied' AND ({STANDING})",
    )
    SubElement(renderer, "symbols").extend([land("0"), hatching("1")])
    return [
        _temporal(accumulate=False),
        renderer,
        labels("name", placement=INSIDE_POLYGON),
        *plain_form(FRONTIER_ALIASES),
        _text("previewExpression", '"name"'),
        _text("layerGeometryType", "2"),
    ]


def water_style() -> list[Element]:
    """Return the style of the lakes, each seen on the days that it was there."""
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(water("0"))
    return [
        _temporal(accumulate=False),
        renderer,
        _text("previewExpression", '"name"'),
        _text("layerGeometryType", "2"),
    ]


def crossing_style() -> list[Element]:
    """Return the style of the frontiers crossed: a small mark, seen from its day on."""
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(gate("0"))
    return [
        _temporal(accumulate=True),
        renderer,
        _text("previewExpression", '"from_name" || \' to \' || "to_name"'),
        _text("layerGeometryType", "0"),
    ]


def coast_style() -> list[Element]:
    """Return the style of the coast, which is the same in all years."""
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(shore())
    return [renderer, _text("layerGeometryType", "1")]


def _temporal(*, accumulate: bool) -> Element:
    """Return the temporal settings: what accumulates is there from its first day on.

    The rest is there until its last day has passed. It is told by expressions, since a layer's file
    compares days and hours as text: what ends on the day on which a frame begins would be missing.
    """
    until = "" if accumulate else "to_datetime(\"end_date\") + to_interval('1 day')"
    element = Element(
        "temporal",
        enabled="1",
        mode="1" if accumulate else "4",  # one date field; two expressions
        limitMode="1" if accumulate else "0",  # the end, which is a midnight, is no part of it
        accumulate=str(int(accumulate)),
        startField="start_date",
        endField="" if accumulate else "end_date",
        startExpression="" if accumulate else 'to_datetime("start_date")',
        endExpression=until,
        durationField="",
        durationUnit="min",
        fixedDuration="0",
    )
    fixed = SubElement(element, "fixedRange")
    SubElement(fixed, "start")
    SubElement(fixed, "end")
    return element


def categories(attribute: str, rows: Iterable[tuple[str, str, Element]]) -> Element:
    """Return a renderer with a symbol for each value.

    Parameters
    ----------
    attribute
        The column, or an expression.
    rows
        Value, what the legend says, symbol; in the order of the legend.
    """
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


def _tip(name: str) -> Element:
    element = _text("mapTip", read_packaged(f"formats/qgis/tips/{name}").decode())
    element.set("enabled", "1")
    return element


def _text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element
