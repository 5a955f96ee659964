"""The lettering of the layers in QGIS; names of states by their area, one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.formats.qgis.xml import add_expressions, rgb

if TYPE_CHECKING:
    from collections.abc import Mapping

AROUND_POINT = {
    "placement": "6",
    "predefinedPositionOrder": "TR",  # one position only: six stays in Paris share one label
    "dist": "0.6",
    "distUnits": "MM",
    "offsetType": "1",
}
INSIDE_POLYGON = {
    "placement": "4",  # anywhere in the part that is in view
    "fitInPolygonOnly": "0",
    "polygonPlacementFlags": "2",
    "distUnits": "MM",
}
BY_AREA = {
    "Size": 'max(6.5, min(13, 3.2 + 0.75 * ln(max("area_km2", 1) / 400)))',
    # A large state is lettered before a small one, wherever both are in view.
    "Priority": 'max(0, min(10, ln(max("area_km2", 1) / 1000) * 1.2))',
}


def labels(
    field: str,
    *,
    placement: Mapping[str, str],
    quiet: bool = False,
    decided: Mapping[str, str] | None = None,
) -> Element:
    """Return labels without naming a font: a missing one would greet the reader with a warning.

    Parameters
    ----------
    field
        The column that is written, or an expression with columns in quotes.
    placement
        ``AROUND_POINT`` or ``INSIDE_POLYGON``.
    quiet
        Whether smaller and paler than the names of stops.
    decided
        Expressions by the property that they decide for each name.
    """
    land = placement is INSIDE_POLYGON
    labeling = Element("labeling", type="simple")
    settings = SubElement(labeling, "settings", calloutType="simple")
    style = SubElement(
        settings,
        "text-style",
        fieldName=field,
        isExpression=str(int('"' in field)),
        fontSize="8" if land or quiet else "9",
        fontSizeUnit="Point",
        fontWeight="50" if land or quiet else "75",
        fontItalic=str(int(land)),
        textColor=rgb("soft" if land else "label" if quiet else "ink"),
        textOpacity="1",
    )
    SubElement(
        style,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.8",
        bufferSizeUnits="MM",
        bufferColor=rgb("land" if land else "paper"),
        bufferOpacity="1",
        bufferJoinStyle="128",
    )
    SubElement(settings, "placement", {"priority": "2" if land or quiet else "8", **placement})
    SubElement(
        settings,
        "rendering",
        drawLabels="1",
        displayAll="0",
        obstacle=str(int(not land)),
        obstacleFactor="1",
        scaleVisibility="0",
    )
    if decided:
        add_expressions(SubElement(settings, "dd_properties"), decided)
    return labeling
