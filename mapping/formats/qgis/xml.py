"""The small parts of QGIS's XML that every symbol is made of, and the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mapping.files import read_packaged
from mapping.signs import rgb_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def add_layer(symbol: Element, kind: str, options: Mapping[str, str]) -> Element:
    """Add one drawing step to a symbol.

    Parameters
    ----------
    symbol
        Symbol it belongs to; steps are drawn in their order.
    kind
        QGIS's class of symbol layer, such as ``SimpleLine``.
    options
        Its settings.
    """
    layer = SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    add_options(layer, options)
    return layer


def override(layer: Element, expressions: Mapping[str, str]) -> None:
    """Let expressions decide properties of a drawing step.

    Parameters
    ----------
    layer
        The drawing step.
    expressions
        QGIS expressions by the name of the property they decide.
    """
    add_expressions(SubElement(layer, "data_defined_properties"), expressions)


def add_expressions(parent: Element, expressions: Mapping[str, str]) -> None:
    """Add expressions that decide properties.

    Parameters
    ----------
    parent
        Element that holds them.
    expressions
        QGIS expressions by the name of the property they decide.
    """
    group = SubElement(parent, "Option", type="Map")
    SubElement(group, "Option", type="QString", name="name", value="")
    members = SubElement(group, "Option", type="Map", name="properties")
    for name, expression in expressions.items():
        member = SubElement(members, "Option", type="Map", name=name)
        SubElement(member, "Option", type="bool", name="active", value="true")
        SubElement(member, "Option", type="QString", name="expression", value=expression)
        SubElement(member, "Option", type="int", name="type", value="3")  # an expression
    SubElement(group, "Option", type="QString", name="type", value="collection")


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


def rgb(name: str, strength: float = 1) -> str:
    """Return a colour as QGIS writes it: red, green, blue, alpha.

    Parameters
    ----------
    name
        Its name in ``signs/palette.json``.
    strength
        How opaque it is, from 0 to 1.
    """
    red, green, blue = rgb_of(name)
    return f"{red},{green},{blue},{round(255 * strength)}"


def text_of(tag: str, text: str) -> Element:
    """Return an element that holds only text.

    Parameters
    ----------
    tag
        Its name.
    text
        What it holds.
    """
    element = Element(tag)
    element.text = text
    return element


def quoted(text: str) -> str:
    """Return text as a QGIS expression has it.

    Parameters
    ----------
    text
        Any text.
    """
    plain = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{plain}'"


def tip_of(name: str) -> Element:
    """Return what is shown beside the pointer.

    Parameters
    ----------
    name
        Of the file with it, in ``tips``.
    """
    element = text_of("mapTip", read_packaged(f"formats/qgis/tips/{name}").decode())
    element.set("enabled", "1")
    return element
