"""How QGIS draws what a life passes through: states, lakes, frontiers crossed, the coast."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.clock import from_its_day_on, standing, while_it_lasts
from mapping.formats.qgis.form import plain_form
from mapping.formats.qgis.labels import BY_AREA, INSIDE_POLYGON, labels
from mapping.formats.qgis.lines import shore
from mapping.formats.qgis.names import CROSSINGS, FRONTIERS, WATER
from mapping.formats.qgis.plans import NEAREST
from mapping.formats.qgis.symbols import gate, hatching, land, paper, water
from mapping.formats.qgis.xml import text_of, tip_of
from mapping.life.words import say_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

# The lines of the atlas are good to a kilometre at best: a town lies on paper, as on the page.
_FAR = {"scalemindenom": NEAREST}
_NEAR = {"scalemaxdenom": NEAREST}


def frontier_style(day: date) -> list[Element]:
    """Return the style of the frontiers: tinted land, stripes of occupation, names of the date.

    Parameters
    ----------
    day
        The one that the map shows while no clock runs.
    """
    there = standing(day)
    told = f"State or territory (without the clock: {say_day(day)})"
    held = f"\"status\" = 'occupied' AND {there}"
    rules = _rules(
        [
            ("land", told, there, land("0"), _FAR),
            ("occupied", "Under occupation", held, hatching("1"), _FAR),
            ("plan", "Ground of the plans", there, paper("2"), _NEAR),
        ]
    )
    from_afar = f'"lettered" AND @map_scale > {NEAREST} AND {there}'  # no state in a street
    return [
        while_it_lasts(),
        rules,
        labels("name", placement=INSIDE_POLYGON, decided=BY_AREA | {"Show": from_afar}),
        *plain_form(FRONTIERS),
        text_of("previewExpression", '"name"'),
        tip_of("frontiers.html"),
        text_of("layerGeometryType", "2"),
    ]


def water_style(day: date) -> list[Element]:
    """Return the style of the lakes, each seen on the days that it was there.

    Parameters
    ----------
    day
        The one that the map shows while no clock runs.
    """
    return [
        while_it_lasts(),
        _rules([("lake", "Lake", standing(day), water("0"), _FAR)]),
        *plain_form(WATER),
        text_of("previewExpression", '"name"'),
        text_of("layerGeometryType", "2"),
    ]


def crossing_style() -> list[Element]:
    """Return the style of the frontiers crossed: a small mark, seen from its day on."""
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(gate("0"))
    return [
        from_its_day_on(),
        renderer,
        *plain_form(CROSSINGS),
        text_of("previewExpression", '"from_name" || \' to \' || "to_name"'),
        tip_of("crossings.html"),
        text_of("layerGeometryType", "0"),
    ]


def coast_style() -> list[Element]:
    """Return the style of the coast, which is the same in all years."""
    renderer = Element("renderer-v2", type="singleSymbol", symbollevels="0", forceraster="0")
    SubElement(renderer, "symbols").append(shore())
    return [renderer, text_of("layerGeometryType", "1")]


def _rules(rows: Iterable[tuple[str, str, str, Element, Mapping[str, str]]]) -> Element:
    """Return a renderer of rules: key, what the legend says, which features, symbol, scales."""
    renderer = Element("renderer-v2", type="RuleRenderer", symbollevels="0", forceraster="0")
    rules = SubElement(renderer, "rules", key="all")
    symbols = SubElement(renderer, "symbols")
    for number, (key, label, which, symbol, scales) in enumerate(rows):
        told = {"key": key, "symbol": str(number), "label": label, "filter": which}
        SubElement(rules, "rule", {**told, **scales})
        symbols.append(symbol)
    return renderer
