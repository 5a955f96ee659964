"""A life for the two well-known tools of Knight Lab, for those who must move on."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from mapping.formats.exported import Exported
from mapping.life.places import life_slug
from mapping.life.statements import say_owed

if TYPE_CHECKING:
    from mapping.life.dates import DatePoint
    from mapping.life.model import Life, Stop

_PARTS = ("year", "month", "day")


def timeline(life: Life) -> Exported:
    """Return the stops as the JSON of TimelineJS, with the chapters as groups.

    Parameters
    ----------
    life
        A valid life.
    """
    titles = {chapter.id: chapter.title for chapter in life.chapters}
    events = [
        {
            "unique_id": stop.id,
            "group": titles[stop.chapter],
            "display_date": stop.span.words,
            **{f"{end}_date": _day(point) for end, point in _ends(stop).items()},
            "text": {"headline": _text(f"{stop.name_then}: {stop.title}"), "text": _story(stop)},
        }
        for stop in life.stops
    ]
    title = {
        "text": {"headline": _text(life.title), "text": _text(f"{life.lead} {say_owed(life)}")}
    }
    notes = [
        "TimelineJS: no map, legs or frontiers; ~ and ? only in the displayed dates.",
        "TimelineJS: sources, persons, precision and notes are left out.",
    ]
    document = {"title": title, "events": events}
    return Exported({f"{life_slug(life)}-timeline.json": _json(document)}, notes)


def story_map(life: Life) -> Exported:
    """Return the stops as the JSON of StoryMapJS, in the order of the life.

    Parameters
    ----------
    life
        A valid life.
    """
    overview = {
        "type": "overview",
        "location": {"line": True},
        "text": _head(life),
    }
    slides = [
        {
            "location": {
                "name": _text(stop.name_then),
                "lat": stop.position[1],
                "lon": stop.position[0],
                "line": True,
            },
            "date": stop.span.words,
            "text": {"headline": _text(stop.title), "text": _story(stop)},
        }
        for stop in life.stops
    ]
    notes = [
        "StoryMapJS: it joins the stops by straight lines; the ways of the legs are left out.",
        "StoryMapJS: sources, persons, certainty and notes are left out; dates are words.",
    ]
    document = {"storymap": {"slides": [overview, *slides]}}
    return Exported({f"{life_slug(life)}-storymap.json": _json(document)}, notes)


def _head(life: Life) -> dict[str, str]:
    return {"headline": _text(life.title), "text": _text(f"{life.lead} {say_owed(life)}")}


def _ends(stop: Stop) -> dict[str, DatePoint]:
    ends = {"start": stop.span.begin, "end": stop.span.end}
    return {name: point for name, point in ends.items() if not point.is_open}


def _day(point: DatePoint) -> dict[str, int]:
    return dict(zip(_PARTS, map(int, point.plain.split("-")), strict=False))


def _story(stop: Stop) -> str:
    quote = f"“{stop.quote}”" if stop.quote else None
    parts = (stop.summary, quote, stop.quote_by if quote else None, stop.correction)
    return _text(" ".join(part for part in parts if part))


def _text(words: str) -> str:
    """Escape a text, for both tools take it for HTML."""
    return escape(words, quote=False)


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()
