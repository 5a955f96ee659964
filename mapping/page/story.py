"""The story of a life: the JSON block that the page carries, and the steps of its text."""

from __future__ import annotations

import re
import zlib
from dataclasses import asdict, dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mapping.atlas.polities import polities_of
from mapping.atlas.polyline import encode_lines
from mapping.life.countries import country_name
from mapping.life.dates import parse_span
from mapping.life.distance import SAME_TOWN_KM
from mapping.life.model import Stop, property_order
from mapping.life.places import life_slug
from mapping.life.statements import cite_map
from mapping.life.words import say_company, say_travel
from mapping.page.mentions import Piece, mark_mentions, names_at
from mapping.page.running import count_along
from mapping.signs import label_of, stroke_of
from mapping.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from mapping.atlas.polities import Polity
    from mapping.life.model import Chapter, Contemporary, Leg, Life
    from mapping.signs import Stroke

PER_DEGREE = 1000
_SAID = ("title", "summary", "companions", "works", "quote", "correction", "note")
_SPACES = re.compile(r"[ \t\n\r\f]+")  # what HTML takes for one space


@dataclass(frozen=True, slots=True)
class Step:
    """One stop as the reader meets it.

    Parameters
    ----------
    number
        Its number in the text and on the map, from 1.
    stop
        The stay.
    leg
        The movement that arrives there, if it came from another town.
    stroke
        How maps draw that movement.
    travel
        How he came, in words; empty where he did not travel.
    doubt
        What is not sure of the way, as a sentence; empty where nothing is.
    dates
        One or two pairs of machine date (``1919-01``) and words (``about January 1919``).
    polity
        Who held the place on the first day of the stay; ``None`` at sea.
    place_now
        Name of today with its country, where it differs from the name then; else empty.
    told
        The summary, split where the page explains a name or a word.
    company
        Persons of the life who were there.
    with_whom
        They and others, on one line; empty where nobody is named.
    is_own
        Whether the quote is the person's own words.
    is_sure
        Whether stay, point and way are all as certain as can be said.
    """

    number: int
    stop: Stop
    leg: Leg | None
    stroke: Stroke | None
    travel: str
    doubt: str
    dates: tuple[tuple[str, str], ...]
    polity: Polity | None
    place_now: str
    told: tuple[Piece, ...]
    company: tuple[Contemporary, ...]
    with_whom: str
    is_own: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its steps.

    Parameters
    ----------
    number
        Number of the chapter, from 1.
    chapter
        The chapter.
    steps
        Its steps, in the order of the life.
    """

    number: int
    chapter: Chapter
    steps: tuple[Step, ...]


def life_data(life: Life, stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the block ``life-data``: what the page's script knows of a life.

    Parameters
    ----------
    life
        A valid life.
    stops
        What ``stops_frame`` and ``with_polities`` made of it.
    legs
        What ``legs_frame`` made of it.
    """
    chapters = {chapter.id: index for index, chapter in enumerate(life.chapters)}
    counts = count_along(life, legs)
    lines = encode_lines(legs.geometry.to_numpy(), PER_DEGREE)
    return {
        "title": life.title,
        "subtitle": life.subtitle,
        "person": life.person.name,
        "slug": life_slug(life),
        "citation": cite_map(life),
        "url": life.url,
        "language": life.language,
        "licence": life.licence,
        "digest": life.digest,
        "version": __version__,
        "words": _checksum(life.stops),
        "one_town_km": SAME_TOWN_KM,
        "fields": list(property_order(Stop)),
        "born": parse_span(life.person.born).first.isoformat(),
        "events": [
            {"date": parse_span(event.date).first.isoformat(), "text": event.text}
            for event in life.events
        ],
        "chapters": [_chapter_entry(chapter) for chapter in life.chapters],
        "stops": [
            {**_stop_entry(number, stop, chapters[stop.chapter], polity), **count}
            for number, (stop, polity, count) in enumerate(
                zip(life.stops, polities_of(stops), counts, strict=True), start=1
            )
        ],
        "legs": [
            _leg_entry(life, leg, row, line)
            | {"gates": [part for *_, part in counts[life.stop_index[leg.to_id]]["passed"]]}
            for leg, row, line in zip(life.legs, legs.itertuples(), lines, strict=True)
        ],
    }


def _checksum(stops: Iterable[Stop]) -> str:
    """Return the CRC-32 of what stops say, by which the page knows a copy that was changed."""
    said = (getattr(stop, field) for stop in stops for field in _SAID)
    plain = (
        (text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)).strip(" ")
        for text in said
        if text
    )
    total = zlib.crc32("\n".join(plain).encode())
    return f"{total:08x}"


def _chapter_entry(chapter: Chapter) -> dict[str, Any]:
    headline = {"name": chapter.label, "headline": True} if chapter.headline else {}
    return {"id": chapter.id, "title": chapter.title, **headline}


def _stop_entry(number: int, stop: Stop, chapter: int, polity: Polity | None) -> dict[str, Any]:
    lon, lat = stop.position
    span = stop.span
    entry = {
        "id": stop.id,
        "seq": number,
        "chapter": chapter,
        "title": stop.title,
        "label": label_of(stop.name_then, stop.precision),
        "name_then": stop.name_then,
        "name_now": stop.name_now,
        "country_then": stop.country_then,
        "country_now": stop.country_now,
        "kind": stop.kind,
        "certainty": stop.certainty,
        "precision": stop.precision,
        "lon": lon,
        "lat": lat,
        "start_date": span.first.isoformat(),
        "end_date": span.last.isoformat(),
        "begins": [span.begin.first.isoformat(), span.begin.last.isoformat()],
        "ends": [span.end.first.isoformat(), span.end.last.isoformat()],
        "date_edtf": span.edtf,
        "date_text": span.words,
        "polity": polity and {"code": polity.code, "name": polity.name},
        "summary": stop.summary,
        "persons": stop.persons,
        "companions": stop.companions,
        "works": stop.works,
        "quote": stop.quote,
        "quote_by": stop.quote_by,
        "correction": stop.correction,
        "note": stop.note,
        "tour": stop.tour,
        "sources": stop.sources,
        "place_id": stop.place_id,
    }
    return {name: value for name, value in entry.items() if value is not None}


def _leg_entry(life: Life, leg: Leg, row: Any, line: list[str]) -> dict[str, Any]:
    stroke = stroke_of(leg.mode, leg.certainty, guarded=leg.guarded)
    return {
        "id": leg.id,
        "from_stop": life.stop_index[leg.from_id],
        "to_stop": life.stop_index[leg.to_id],
        "mode": leg.mode,
        "guarded": leg.guarded,
        "certainty": leg.certainty,
        "length_km": round(row.length_km),
        "lane": row.lane,
        "stroke": _stroke_entry(stroke),
        "line": line,
        "date_text": leg.span.words,
    }


@cache
def _stroke_entry(stroke: Stroke) -> dict[str, Any]:
    return {**asdict(stroke), "dash": list(stroke.dash)}


def tell_steps(life: Life, stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame) -> tuple[Part, ...]:
    """Return the text of a life: its steps in order, by chapter; stops keep to that of chapters.

    Parameters
    ----------
    life
        A valid life.
    stops
        What ``stops_frame`` and ``with_polities`` made of it.
    legs
        What ``legs_frame`` made of it.
    """
    lengths = legs["length_km"].to_dict()
    steps = [
        _step(number, stop, life, lengths, polity)
        for number, (stop, polity) in enumerate(
            zip(life.stops, polities_of(stops), strict=True), start=1
        )
    ]
    chapters = {chapter.id: (n, chapter) for n, chapter in enumerate(life.chapters, start=1)}
    return tuple(
        Part(*chapters[identifier], tuple(group))
        for identifier, group in groupby(steps, key=lambda step: step.stop.chapter)
    )


def _step(
    number: int, stop: Stop, life: Life, lengths: dict[str, float], polity: Polity | None
) -> Step:
    leg = life.leg_to.get(stop.id)
    here = f"{stop.name_now}, {country_name(stop.country_now)}"
    travel, _, doubt = say_travel(leg, lengths[leg.id]).partition("; ") if leg else ("", "", "")
    sure = stop.certainty == "certain" and not doubt
    company = tuple(person for person in life.persons if person.id in stop.person_ids)
    return Step(
        number=number,
        stop=stop,
        leg=leg,
        stroke=stroke_of(leg.mode, leg.certainty, guarded=leg.guarded) if leg else None,
        travel=travel[:1].upper() + travel[1:],
        doubt=doubt and f"{doubt[0].upper()}{doubt[1:]}.",
        dates=_dates(stop),
        polity=polity,
        place_now="" if stop.name_now == stop.name_then else here,
        told=mark_mentions(stop.summary, names_at(stop, life)),
        company=company,
        with_whom=say_company([person.name for person in company], stop.companions),
        is_own=bool(stop.quote_by) and str(stop.quote_by) in life.person.name,
        is_sure=sure and stop.precision != "region",
    )


def _dates(stop: Stop) -> tuple[tuple[str, str], ...]:
    """Give each end its own machine date, since HTML has none for a span."""
    span = stop.span
    begin, _, end = span.words.partition(" to ")
    if not end:
        return (((span.end if span.begin.is_open else span.begin).plain, begin),)
    return (span.begin.plain, begin), (span.end.plain, end)
