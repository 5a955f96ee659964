"""A life as Linked Places Format: one record per place, the stays there as its dated names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.formats.addresses import place_address
from mapping.formats.exported import Exported
from mapping.formats.self_citation import map_item
from mapping.life.bibliography import cite, csl_item, issued_year
from mapping.life.model import CERTAINTIES
from mapping.life.places import UNKNOWN_COUNTRY, gather_places, life_slug
from mapping.life.statements import say_owed
from mapping.signs import label_of

if TYPE_CHECKING:
    from mapping.life.dates import DatePoint, DateSpan
    from mapping.life.model import Life
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
    prefix = _prefix(life)
    towns = {
        place.name: place
        for place in places
        if any(stop.precision == "city" for stop in place.stops)
    }
    collection = {
        "type": "FeatureCollection",
        "@context": _CONTEXT,
        "citation": map_item(life),
        "features": [
            _record(place, life, prefix) | _relations(place, towns, prefix) for place in places
        ],
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    notes = [
        f"Linked Places: its rules leave no room for a licence; tell with it: {say_owed(life)}",
        "Linked Places: it holds places and their names; format traces has the journeys.",
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


def place_ids(life: Life) -> dict[str, str]:
    """Return what the place of each stop is called in this export.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    dict
        The ``@id`` of a place by the id of each stop there.
    """
    prefix = _prefix(life)
    return {
        stop.id: f"{prefix}:{place.key}" for place in gather_places(life) for stop in place.stops
    }


def timespan(span: DateSpan) -> dict[str, Any]:
    """Return a span as Linked Places writes it.

    Parameters
    ----------
    span
        An open end is left out.
    """
    ends = {"start": span.begin, "end": span.end}
    return {name: _day(point) for name, point in ends.items() if not point.is_open}


def _prefix(life: Life) -> str:
    return life_slug(life).replace("-", "_")


def _relations(place: Place, towns: dict[str, Place], prefix: str) -> dict[str, Any]:
    """Return the town that a street or house of the life is in, where the town is a place too."""
    names = {
        label_of(name, stop.precision)
        for stop in place.stops
        if stop.precision in {"address", "site"}
        for name in (stop.name_now, stop.name_then)  # today's may have its district: Paris 19e
    }
    found = [towns[name] for name in sorted(names & set(towns)) if towns[name] is not place]
    relations = [
        {
            "relationType": "gvp:broaderPartitive",
            "relationTo": f"{prefix}:{town.key}",
            "label": f"in {town.name}",
        }
        for town in found
    ]
    return {"relations": relations} if relations else {}


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
        "when": {"timespans": [timespan(stop.span) for stop in place.stops], "certainty": doubt},
        "names": _names(place, life),
        "geometry": {
            "type": "Point",
            "coordinates": list(place.position),
            "certainty": _position_certainty(place),
        },
        "links": [{"type": "closeMatch", "identifier": address}] if address else [],
        "descriptions": [
            {
                "value": f"{stop.title} ({stop.span.words}). {stop.summary}",
                "lang": life.language.partition("-")[0],
            }
            for stop in place.stops
        ],
    }


def _names(place: Place, life: Life) -> list[dict[str, Any]]:
    sources = {source.id: csl_item(source) for source in life.sources}
    names: list[dict[str, Any]] = [
        {
            "toponym": stop.name_then,
            **_language(life, stop.precision),
            "when": {
                "timespans": [timespan(stop.span)],
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


def _language(life: Life, precision: str) -> dict[str, str]:
    """Return the language of a name: a town's is that of the texts, a street keeps its own."""
    two_letters = life.language.partition("-")[0]
    known = precision in {"city", "region"} and len(two_letters) == 2
    return {"lang": two_letters} if known else {}


def _citation(item: dict[str, Any]) -> dict[str, str]:
    citation = {"label": cite(item)}
    if year := issued_year(item):
        citation["year"] = year[-4:]
    if str(item.get("URL", "")).startswith(("http://", "https://")):
        citation["@id"] = str(item["URL"])
    return citation


def _day(point: DatePoint) -> dict[str, str]:
    """Return a day as such; anything vaguer as the first and last day it can mean."""
    if point.first == point.last and not (point.about or point.perhaps):
        return {"in": point.first.isoformat()}
    return {"earliest": point.first.isoformat(), "latest": point.last.isoformat()}


def _position_certainty(place: Place) -> str:
    """Return how sure the point is: a region's is a stand-in."""
    return "less-certain" if all(s.precision == "region" for s in place.stops) else "certain"
