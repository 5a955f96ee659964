"""A life as Linked Places Format: one record per place, the stays there as its dated names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.formats.addresses import place_address
from mapping.formats.exported import Exported
from mapping.life.bibliography import cite, csl_item, issued_year
from mapping.life.model import CERTAINTIES
from mapping.life.places import UNKNOWN_COUNTRY, gather_places, life_slug

if TYPE_CHECKING:
    from mapping.life.dates import DatePoint
    from mapping.life.model import Life, Stop
    from mapping.life.places import Place

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
_INHABITED = {
    "identifier": "aat:300008347",
    "label": "inhabited places",
    "sourceLabels": [{"label": "town", "lang": "en"}],
}
# GeoNames feature classes: populated place, spot or building, area.
_CLASSES = {"city": "P", "site": "S", "address": "S", "region": "L"}


def linked_places(life: Life) -> Exported:
    """Return the places of a life for the World Historical Gazetteer.

    The format describes places, not stays: Paris is one record, each stay there a name with its
    dates. An approximate day becomes the pair ``earliest`` and ``latest``.

    Parameters
    ----------
    life
        A valid life.
    """
    places = gather_places(life)
    prefix = life_slug(life).replace("-", "_")
    collection = {
        "type": "FeatureCollection",
        "@context": _CONTEXT,
        "features": [_record(place, life, prefix) for place in places],
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    notes = [
        "Linked Places: it holds places and their names, not journeys: the legs are left out.",
        (
            "Linked Places: of the stays it keeps name, dates, certainty, sources and summary; "
            "kind, companions, works, quotes and notes are left out."
        ),
        (
            f"Linked Places: @id is {prefix}:…; replace the prefix by the address where you "
            "publish the places before you contribute them."
        ),
    ]
    return Exported({f"{life_slug(life)}-places.lpf.json": text.encode()}, notes)


def _record(place: Place, life: Life, prefix: str) -> dict[str, Any]:
    doubt = max((stop.certainty for stop in place.stops), key=CERTAINTIES.index)
    address = place_address(place.place_id)
    classes = dict.fromkeys(_CLASSES[stop.precision] for stop in place.stops)
    return {
        "@id": f"{prefix}:{place.key}",
        "type": "Feature",
        "properties": {
            "title": place.name,
            **({} if place.country == UNKNOWN_COUNTRY else {"ccodes": [place.country]}),
            "fclasses": list(classes),
        },
        **({"types": [_INHABITED]} if "P" in classes else {}),
        "when": {"timespans": [_timespan(stop) for stop in place.stops], "certainty": doubt},
        "names": _names(place, life),
        "geometry": {
            "type": "Point",
            "coordinates": list(place.position),
            "certainty": _position_certainty(place),
        },
        "links": [{"type": "closeMatch", "identifier": address}] if address else [],
        "descriptions": [
            {"value": f"{stop.title} ({stop.span.words}). {stop.summary}", "lang": life.language}
            for stop in place.stops
        ],
    }


def _names(place: Place, life: Life) -> list[dict[str, Any]]:
    sources = {source.id: csl_item(source) for source in life.sources}
    names: list[dict[str, Any]] = [
        {
            "toponym": stop.name_then,
            "when": {
                "timespans": [_timespan(stop)],
                "certainty": stop.certainty,
                "label": stop.span.words,
            },
            "citations": [_citation(sources[key]) for key in stop.source_ids],
        }
        for stop in place.stops
    ]
    if all(stop.name_then != place.name for stop in place.stops):
        names.append({"toponym": place.name})
    return names


def _citation(item: dict[str, Any]) -> dict[str, str]:
    citation = {"label": cite(item)}
    if year := issued_year(item):
        citation["year"] = year[-4:]
    if str(item.get("URL", "")).startswith(("http://", "https://")):
        citation["@id"] = str(item["URL"])
    return citation


def _timespan(stop: Stop) -> dict[str, Any]:
    ends = {"start": stop.span.begin, "end": stop.span.end}
    return {name: _day(point) for name, point in ends.items() if not point.is_open}


def _day(point: DatePoint) -> dict[str, str]:
    """Return a day as such; anything vaguer as the first and last day it can mean."""
    if point.first == point.last and not (point.about or point.perhaps):
        return {"in": point.first.isoformat()}
    return {"earliest": point.first.isoformat(), "latest": point.last.isoformat()}


def _position_certainty(place: Place) -> str:
    """Return how sure the point is: a region's is a stand-in."""
    return "less-certain" if all(s.precision == "region" for s in place.stops) else "certain"
