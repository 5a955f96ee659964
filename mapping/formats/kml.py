"""A life as KML for Google Earth: folders by chapter, time spans, styles, legs, a tour."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, stop_features
from mapping.formats.kml_tour import GX, tour
from mapping.life.bibliography import cite, csl_item
from mapping.life.model import KINDS
from mapping.life.places import life_slug
from mapping.life.statements import say_owed
from mapping.signs import read_signs, rgb_of, stroke_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.formats.geojson import Feature
    from mapping.life.model import Leg, Life, Stop

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_SMALL = "0.7"  # a stay of passage, as on the other maps


def kml(life: Life) -> Exported:
    """Return the life as one KML document.

    Every property travels along as ``ExtendedData``. ``TimeSpan`` carries full days, because
    readers disagree about shorter ones; a leg has only a beginning, so that the trail stays.
    Positions are those of the tables, not of the frames: ``tessellate`` has the reader lay the
    great circle, and a life that is imported again keeps its waypoints.

    Parameters
    ----------
    life
        A valid life.
    """
    root = Element("kml", {"xmlns": _NAMESPACE, "xmlns:gx": GX})
    document = SubElement(root, "Document")
    SubElement(document, "name").text = life.title
    SubElement(document, "open").text = "1"
    _describe(document, [life.subtitle, life.lead, say_owed(life)])
    _styles(document, life)
    document.append(tour(life))
    stops, legs = stop_features(life), leg_features(life)
    arrivals: dict[str, list[tuple[Leg, Feature]]] = {}
    for leg, feature in zip(life.legs, legs, strict=True):
        arrivals.setdefault(leg.to_id, []).append((leg, feature))
    citations = {source.id: cite(csl_item(source)) for source in life.sources}
    for chapter in life.chapters:
        folder = SubElement(document, "Folder", id=f"chapter--{chapter.id}")
        SubElement(folder, "name").text = chapter.title
        _describe(folder, [chapter.summary])
        for stop, feature in zip(life.stops, stops, strict=True):
            if stop.chapter == chapter.id:
                for leg, way in arrivals.get(stop.id, []):
                    _leg(folder, leg, way, life)
                _stop(folder, stop, feature, citations)
    indent(root, " ")
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
    notes = [
        (
            "KML: no symbol shapes without fetching pictures from the web: the pins have the "
            "colours of the signs, small ones are passages; the kind is in words."
        ),
        "KML: lines are unbroken: colour says guard, strength certainty; the mode is in words.",
        (
            "KML: TimeSpan has no approximate dates: it carries the first and last possible day; ~ "
            "and ? stay in the data."
        ),
        "KML: full source records are not in it; formats csl and bib have them.",
    ]
    return Exported({f"{life_slug(life)}.kml": text.encode()}, notes)


def _styles(document: Element, life: Life) -> None:
    for kind in KINDS:
        style = SubElement(document, "Style", id=f"kind--{kind}")
        icon = SubElement(style, "IconStyle")
        SubElement(icon, "color").text = _abgr(read_signs()["symbols"][kind]["fill"])
        if kind == "transit":
            SubElement(icon, "scale").text = _SMALL
        SubElement(SubElement(style, "LabelStyle"), "scale").text = "0.9"
    for name, leg in sorted({_way(leg): leg for leg in life.legs}.items()):
        stroke = stroke_of(leg.mode, leg.certainty, guarded=leg.guarded)
        line = SubElement(SubElement(document, "Style", id=name), "LineStyle")
        colour = "guard" if leg.guarded else "red"
        SubElement(line, "color").text = _abgr(colour, stroke.strength)
        SubElement(line, "width").text = str(stroke.width)


def _way(leg: Leg) -> str:
    """Return the name of a leg's style."""
    return f"way--{leg.mode}--{'guarded' if leg.guarded else 'free'}--{leg.certainty}"


def _stop(folder: Element, stop: Stop, feature: Feature, citations: dict[str, str]) -> None:
    placemark = SubElement(folder, "Placemark", id=f"stop--{stop.id}")
    SubElement(placemark, "name").text = f"{stop.name_then}: {stop.title}"
    kind = f"{stop.kind.capitalize()}, {stop.span.words}"
    SubElement(placemark, "Snippet", maxLines="1").text = kind
    quote = f"“{stop.quote}”" if stop.quote else None
    if quote and stop.quote_by:
        quote = f"{quote}\n{stop.quote_by}"
    sources = [
        citations[one.source_id] + (f", {one.locator}" if one.locator else "")
        for one in stop.citations
    ]
    told = "\n".join(["Sources:", *sources]) if sources else None
    parts = (f"{kind}; {stop.certainty}", stop.summary, quote, stop.correction, stop.note, told)
    _describe(placemark, parts)
    _span(placemark, stop.span.first.isoformat(), stop.span.last.isoformat())
    SubElement(placemark, "styleUrl").text = f"#kind--{stop.kind}"
    _data(placemark, feature["properties"])
    point = SubElement(placemark, "Point")
    SubElement(point, "coordinates").text = _positions([feature["geometry"]["coordinates"]])


def _leg(folder: Element, leg: Leg, feature: Feature, life: Life) -> None:
    left, reached = (life.stops[life.stop_index[end]] for end in (leg.from_id, leg.to_id))
    placemark = SubElement(folder, "Placemark", id=f"leg--{leg.id}")
    SubElement(placemark, "name").text = f"{left.name_then} to {reached.name_then}"
    way = f"{leg.mode}{', under guard' if leg.guarded else ''}; {leg.certainty}"
    _describe(placemark, [way, leg.summary])
    _span(placemark, leg.span.first.isoformat(), None)
    SubElement(placemark, "styleUrl").text = f"#{_way(leg)}"
    _data(placemark, feature["properties"])
    line = SubElement(placemark, "LineString")
    SubElement(line, "tessellate").text = "1"
    SubElement(line, "coordinates").text = _positions(feature["geometry"]["coordinates"])


def _describe(element: Element, parts: Iterable[str | None]) -> None:
    """Give an element a description: KML reads it as HTML, where ``$[name]`` stands for data."""
    text = html.escape("\n\n".join(part for part in parts if part))
    SubElement(element, "description").text = text.replace("$[", "$&#91;").replace("\n", "<br>")


def _span(placemark: Element, begin: str, end: str | None) -> None:
    span = SubElement(placemark, "TimeSpan")
    SubElement(span, "begin").text = begin
    if end:
        SubElement(span, "end").text = end


def _data(placemark: Element, facts: dict[str, object]) -> None:
    extended = SubElement(placemark, "ExtendedData")
    for name, value in facts.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(SubElement(extended, "Data", name=name), "value").text = text


def _positions(positions: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in positions)


def _abgr(name: str, strength: float = 1) -> str:
    """Return a colour as KML writes it: alpha, blue, green, red."""
    red, green, blue = rgb_of(name)
    return f"{round(255 * strength):02x}{blue:02x}{green:02x}{red:02x}"
