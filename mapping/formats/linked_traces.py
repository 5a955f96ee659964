"""The journeys of a life as Linked Traces: W3C web annotations, each between two places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.formats.exported import Exported
from mapping.formats.linked_places import place_ids, timespan
from mapping.life.bibliography import cite, csl_item
from mapping.life.places import life_slug
from mapping.life.statements import say_owed

if TYPE_CHECKING:
    from mapping.life.model import Leg, Life

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"lpo": "http://linkedpasts.org/ontology/lpo.jsonld"},
]


def linked_traces(life: Life) -> Exported:
    """Return the legs as annotations of the person by the two places that each leads between.

    They follow the draft 0.2 of Linked Traces, whose geographic case has the person as target
    and the places as body, and name the places as the export of Linked Places does.

    Parameters
    ----------
    life
        A valid life.
    """
    prefix = life_slug(life).replace("-", "_")
    places = place_ids(life)
    items = [_annotation(leg, life, prefix, places) for leg in life.legs]
    collection = {
        "@context": _CONTEXT,
        "id": f"{prefix}:traces",
        "type": "AnnotationCollection",
        "label": f"Journeys in the life of {life.person.name}",
        "total": len(items),
        "first": {
            "id": f"{prefix}:traces-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    notes = [
        f"Linked Traces: its rules leave no room for a licence; tell with it: {say_owed(life)}",
        "Linked Traces: the line on the ground is left out; formats geojson and gpkg have it.",
        (
            f"Linked Traces: ids are {prefix}:…, as in format lpf; replace the prefix by the "
            "address where you publish them."
        ),
    ]
    return Exported({f"{life_slug(life)}-traces.json": text.encode()}, notes)


def _annotation(leg: Leg, life: Life, prefix: str, places: dict[str, str]) -> dict[str, Any]:
    sources = {source.id: csl_item(source) for source in life.sources}
    mode = "not known" if leg.mode == "unknown" else leg.mode
    way = f"Way: {mode}, under guard" if leg.guarded else f"Way: {mode}"
    stops = [life.stops[life.stop_index[end]] for end in (leg.from_id, leg.to_id)]
    when = {
        "timespans": [timespan(leg.span)],
        "certainty": leg.certainty,
        "label": leg.span.words,
    }
    settings = [
        {
            "id": places[stop.id],
            "title": stop.name_then,
            "relation": "lpo:waypoint",
            "role": role,
            "when": when,
        }
        for stop, role in zip(stops, ("departure", "arrival"), strict=True)
    ]
    annotation: dict[str, Any] = {
        "id": f"{prefix}:trace-{leg.id}",
        "type": "Annotation",
        "motivation": "describing",
        "target": _person(life, prefix),
        "body": [
            {"type": "Dataset", "format": "application/json", "value": settings},
            {
                "type": "TextualBody",
                "format": "text/plain",
                "language": life.language,
                "value": f"{way}. {leg.summary}",
            },
        ],
    }
    if creators := [_creator(editor.name, editor.orcid) for editor in life.editors]:
        annotation["creator"] = creators
    if rests := [cite(sources[key]) for key in leg.source_ids]:
        annotation["dcterms:source"] = rests
    return annotation


def _person(life: Life, prefix: str) -> list[dict[str, str]]:
    """Return the pages on the person, or a name of our own where none is known."""
    pages = life.person.same_as or (f"{prefix}:person",)
    return [{"id": page, "type": "Text", "title": life.person.name} for page in pages]


def _creator(name: str, orcid: str | None) -> dict[str, str]:
    known = {"id": f"https://orcid.org/{orcid}"} if orcid else {}
    return {**known, "type": "Person", "name": name}
