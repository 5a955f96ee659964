"""A life as KML for Google Earth: folders by chapter, time spans, styles, the legs as lines."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, stop_features
from mapping.life.model import KINDS
from mapping.life.places import life_slug
from mapping.signs import read_signs, rgb_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.formats.geojson import Feature
    from mapping.life.model import Life

_NAMESPACE = "http://www.opengis.net/kml/2.2"


def kml(life: Life) -> Exported:
    """Return the life as one KML document.

    Every property travels along as ``ExtendedData``. ``TimeSpan`` carries full days, because
    readers disagree about shorter ones; a leg has only a beginning, so that the trail stays.

    Parameters
    ----------
    life
        A valid life.
    """
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    SubElement(document, "name").text = life.title
    SubElement(document, "open").text = "1"
    _describe(document, f"{life.subtitle}\n\n{life.lead}\n\nLicence: {life.licence}")
    _styles(document)
    stops, legs = stop_features(life), leg_features(life)
    arrivals: dict[str, list[Feature]] = {}
    for feature in legs:
        arrivals.setdefault(feature["properties"]["to_id"], []).append(feature)
    for chapter in life.chapters:
        folder = SubElement(document, "Folder", id=f"chapter--{chapter.id}")
        SubElement(folder, "name").text = chapter.title
        _describe(folder, chapter.summary)
        for feature in stops:
            if feature["properties"]["chapter"] == chapter.id:
                for leg in arrivals.get(feature["id"], []):
                    _leg(folder, leg, life)
                _stop(folder, feature)
    indent(root, " ")
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
    notes = [
        "KML: no symbol shapes without fetching pictures from the web: kinds are told by colour.",
        "KML: lines are unbroken: mode, guard, certainty of a leg are only in its text and data.",
        (
            "KML: TimeSpan has no approximate dates: it carries the first and last possible day; ~ "
            "and ? stay in the data."
        ),
        "KML: full source records are not in it; formats csl and bib have them.",
    ]
    return Exported({f"{life_slug(life)}.kml": text.encode()}, notes)


def _styles(document: Element) -> None:
    for kind in KINDS:
        style = SubElement(document, "Style", id=f"kind--{kind}")
        icon = SubElement(style, "IconStyle")
        SubElement(icon, "color").text = _abgr(read_signs()["symbols"][kind]["fill"])
        SubElement(SubElement(style, "LabelStyle"), "scale").text = "0.9"
    for name, colour, width in (("free", "red", "3"), ("guarded", "ink", "4")):
        line = SubElement(SubElement(document, "Style", id=f"way--{name}"), "LineStyle")
        SubElement(line, "color").text = _abgr(colour)
        SubElement(line, "width").text = width


def _stop(folder: Element, feature: Feature) -> None:
    facts = feature["properties"]
    placemark = SubElement(folder, "Placemark", id=f"stop--{feature['id']}")
    SubElement(placemark, "name").text = f"{facts['name_then']}: {facts['title']}"
    quote = f"“{facts['quote']}”" if facts["quote"] else None
    if quote and facts["quote_by"]:
        quote = f"{quote}\n{facts['quote_by']}"
    parts = (facts["date_text"], facts["summary"], quote, facts["note"])
    _describe(placemark, "\n\n".join(part for part in parts if part))
    _span(placemark, facts["start_date"], facts["end_date"])
    SubElement(placemark, "styleUrl").text = f"#kind--{facts['kind']}"
    _data(placemark, facts)
    point = SubElement(placemark, "Point")
    SubElement(point, "coordinates").text = _positions([feature["geometry"]["coordinates"]])


def _leg(folder: Element, feature: Feature, life: Life) -> None:
    facts = feature["properties"]
    left, reached = (life.stops[life.stop_index[facts[end]]] for end in ("from_id", "to_id"))
    placemark = SubElement(folder, "Placemark", id=f"leg--{feature['id']}")
    SubElement(placemark, "name").text = f"{left.name_then} to {reached.name_then}"
    guard = ", under guard" if facts["guarded"] else ""
    way = f"{facts['mode']}{guard}; {facts['certainty']}"
    _describe(placemark, f"{way}\n\n{facts['summary']}")
    _span(placemark, facts["start_date"], None)
    SubElement(placemark, "styleUrl").text = f"#way--{'guarded' if facts['guarded'] else 'free'}"
    _data(placemark, facts)
    line = SubElement(placemark, "LineString")
    SubElement(line, "tessellate").text = "1"
    SubElement(line, "coordinates").text = _positions(feature["geometry"]["coordinates"])


def _describe(element: Element, text: str) -> None:
    """Give an element a description: KML reads it as HTML, where ``$[name]`` stands for data."""
    shown = html.escape(text).replace("$[", "$&#91;").replace("\n", "<br>")
    SubElement(element, "description").text = shown


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


def _abgr(name: str) -> str:
    """Return a colour as KML writes it: alpha, blue, green, red."""
    red, green, blue = rgb_of(name)
    return f"ff{blue:02x}{green:02x}{red:02x}"
