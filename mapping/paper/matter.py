"""What stands behind the story in a book: persons, works, words, sources, places, sums."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mapping.life.countries import country_name
from mapping.life.dates import parse_span
from mapping.life.places import fold, gather_places
from mapping.life.words import order_by_surname, say_lifetime
from mapping.page.references import list_references
from mapping.paper.telling import cite
from mapping.signs import label_of

if TYPE_CHECKING:
    from mapping.life.model import Contemporary, Life, Work
    from mapping.life.places import Place

Matter = dict[str, Any]


def tell_matter(life: Life) -> Matter:
    """Return persons, works, glossary, sources and places of a life, as templates read them.

    Parameters
    ----------
    life
        A valid life.
    """
    return {
        "persons": [_tell_person(life, one) for one in sorted(life.persons, key=order_by_surname)],
        "works": [_tell_work(life, work) for work in life.works],
        "glossary": [
            {"term": term.term, "text": term.sentence, "refs": cite(life, term.citations)}
            for term in sorted(life.glossary, key=lambda term: fold(term.term))
        ],
        "sources": [asdict(reference) for reference in list_references(life)],
        "places": sorted(
            (entry for place in gather_places(life) for entry in _tell_place(place)),
            key=lambda entry: (fold(entry["name"]), entry["name"]),
        ),
    }


def _tell_person(life: Life, person: Contemporary) -> Matter:
    return {
        "name": person.name,
        "years": say_lifetime(person),
        "text": person.sentence,
        "refs": cite(life, person.citations),
        "stops": list(life.person_stops[person.id]),
    }


def _tell_work(life: Life, work: Work) -> Matter:
    """Return a work with where and when it was begun, finished and published."""
    steps = (
        ("begun", work.begun, work.begun_at),
        ("finished", work.finished, work.finished_at),
        ("published", work.published, work.published_at),
    )
    said = [
        f"{verb}{' in ' + at if at else ''}{' ' + parse_span(when).words if when else ''}"
        for verb, when, at in steps
        if when or at
    ]
    return {
        "title": work.title,
        "original": work.original or "",
        "form": work.form,
        "history": "; ".join(said),
        "text": work.sentence or "",
        "refs": cite(life, work.citations),
        "stops": list(work.stop_ids),
    }


def _tell_place(place: Place) -> list[Matter]:
    """Return an entry for each name that a place bore in the life."""
    now = f"{place.name}, {country_name(place.country)}"
    names: dict[str, list[str]] = {}
    for stop in place.stops:
        names.setdefault(label_of(stop.name_then, stop.precision), []).append(stop.id)
    return [
        {"name": name, "now": "" if name == place.name else now, "stops": ids}
        for name, ids in names.items()
    ]
