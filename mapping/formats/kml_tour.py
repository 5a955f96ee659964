"""A tour for Google Earth: it flies from stop to stop, opens each on its days, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from mapping.life.model import Life, Precision, Stop

GX = "http://www.google.com/kml/ext/2.2"
"""Name of Google's extensions, which a tour is one of; the root declares it as ``gx``."""
_FLIGHT_S = "4"
_READING_S = "7"
# How far the eye stands off, in metres: as much ground as the point stands for.
_RANGE_M: dict[Precision, str] = {
    "address": "6000",
    "site": "15000",
    "city": "90000",
    "region": "600000",
}


def tour(life: Life) -> Element:
    """Return the stops in their order as one ``gx:Tour``.

    Parameters
    ----------
    life
        A valid life; a stop's placemark is known by ``stop--`` and its id.
    """
    element = Element("gx:Tour", id="tour")
    SubElement(element, "name").text = f"Tour: {life.title}"
    playlist = SubElement(element, "gx:Playlist")
    for stop in life.stops:
        _fly(playlist, stop)
        _show(playlist, stop, shown=True)
        wait = SubElement(playlist, "gx:Wait")
        SubElement(wait, "gx:duration").text = _READING_S
        _show(playlist, stop, shown=False)
    return element


def _fly(playlist: Element, stop: Stop) -> None:
    flight = SubElement(playlist, "gx:FlyTo")
    SubElement(flight, "gx:duration").text = _FLIGHT_S
    SubElement(flight, "gx:flyToMode").text = "bounce"
    look = SubElement(flight, "LookAt")
    span = SubElement(look, "gx:TimeSpan")
    SubElement(span, "begin").text = stop.span.first.isoformat()
    SubElement(span, "end").text = stop.span.last.isoformat()
    lon, lat = stop.position
    facts = {"longitude": str(lon), "latitude": str(lat), "range": _RANGE_M[stop.precision]}
    for name, text in facts.items():
        SubElement(look, name).text = text


def _show(playlist: Element, stop: Stop, *, shown: bool) -> None:
    """Open or close what is told of a stop."""
    update = SubElement(SubElement(playlist, "gx:AnimatedUpdate"), "Update")
    SubElement(update, "targetHref")  # this document
    change = SubElement(update, "Change")
    mark = SubElement(change, "Placemark", targetId=f"stop--{stop.id}")
    SubElement(mark, "gx:balloonVisibility").text = str(int(shown))
