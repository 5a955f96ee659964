"""Readable names of the columns of what is drawn or listed beside stops and legs."""

from __future__ import annotations

from mapping.life.model import Chapter, Contemporary

FRONTIERS = {
    "id": "Id",
    "code": "Code",
    "name": "Name of that date",
    "sovereign": "Sovereign",
    "controller": "Controlled by",
    "status": "Status",
    "start_date": "From",
    "end_date": "To",
    "tint": "Tint",
    "exactness_km": "Worst frontier within, km",
    "source": "Made so by",
    "area_km2": "Area, km²",
    "lettered": "Its name stands on the map",
}
WATER = {"id": "Id", "name": "Name", "start_date": "From", "end_date": "To"}
CROSSINGS = {
    "id": "Id",
    "number": "No.",
    "leg": "Leg",
    "from_name": "Out of",
    "to_name": "Into",
    "start_date": "First possible day",
    "certainty": "Certainty of the way",
    "guarded": "Under guard",
}
_CHAPTER = ("id", "title", "place", "years", "summary", "headline")
TABLES = {
    "chapters": {name: Chapter.model_fields[name].title or name for name in _CHAPTER},
    "persons": {name: field.title or name for name, field in Contemporary.model_fields.items()},
    "sources": {
        "id": "Id",
        "type": "Kind of work",
        "author": "Authors",
        "title": "Title",
        "issued": "Issued",
        "url": "Address",
        "citation": "As it is cited",
    },
    "stop_sources": {"stop": "Stop", "source": "Source", "locator": "Place in it"},
    "stop_persons": {"stop": "Stop", "person": "Person"},
}
