"""How QGIS draws the layers of a life: one element per part of a ``.qml``, nothing read back.

The shapes of the stops come from the same file as the web map's, so the two cannot drift apart.
Every date rule here is measured in ``limitMode="1"``: both ends of a stay belong to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.clock import from_its_day_on, while_it_lasts
from mapping.formats.qgis.form import form
from mapping.formats.qgis.labels import AROUND_POINT, labels
from mapping.formats.qgis.lines import line
from mapping.formats.qgis.symbols import marker
from mapping.formats.qgis.xml import quoted, text_of, tip_of
from mapping.life.model import KINDS, MODES, Leg, Stop
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.life.model import Life


_ONE_TOWN = 500_000  # the scale up to which the streets of a town lie apart
_PRIORITY = 'if("tour", 10, 7)'  # the stops of the short tour are lettered before others


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
        while_it_lasts(),
        categories("kind", [(kind, kind.capitalize(), marker(kind)) for kind in kinds]),
        labels(_name_of(life), placement=AROUND_POINT, decided={"Priority": _PRIORITY}),
        *form(Stop, life),
        text_of("previewExpression", '"name_then" || \', \' || "date_text"'),
        tip_of("stops.html"),
        text_of("layerGeometryType", "0"),
    ]


def _name_of(life: Life) -> str:
    """Return the expression of a stop's name: from afar its town, as every map calls it."""
    towns = {stop.id: label_of(stop.name_then, stop.precision) for stop in life.stops}
    pairs = [
        f"{quoted(stop.id)}, {quoted(towns[stop.id])}"
        for stop in life.stops
        if towns[stop.id] != stop.name_then
    ]
    if not pairs:
        return "name_then"
    town = f'map_get(map({", ".join(pairs)}), "id")'
    return f'coalesce(if(@map_scale > {_ONE_TOWN}, {town}, NULL), "name_then")'


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
        from_its_day_on(),
        categories(attribute, rows),
        *form(Leg, life),
        text_of("previewExpression", '"from_id" || \' to \' || "to_id"'),
        tip_of("legs.html"),
        text_of("layerGeometryType", "1"),
    ]


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
