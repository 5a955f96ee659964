"""Make a life of dated points: stops in the order of time, legs between them, sources."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mapping.atlas.world import KNOWN, is_known
from mapping.editing.imports.countries import NOT_KNOWN, country_code, holder_of_stay
from mapping.editing.imports.derived import derive_head, derive_leg, leg_id, unused
from mapping.life.distance import SAME_TOWN_KM
from mapping.life.model import (
    CERTAINTIES,
    KINDS,
    PRECISIONS,
    Chapter,
    Leg,
    Life,
    Person,
    Source,
    Stop,
)
from mapping.life.order import order_stops
from mapping.life.places import UNKNOWN_COUNTRY, fold
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.editing.imports.records import Row


def life_of_rows(
    name: str, rows: Sequence[Row], notes: list[str], guesses: list[str], quotes_by: str = ""
) -> tuple[Life, dict[str, Row]]:
    """Return the life that dated points make, and the row of each stop by its id.

    Parameters
    ----------
    name
        Name of the file they come from; the life is called after it.
    rows
        The points. Their order is kept, but for one that certainly begins before those above it.
    notes
        Takes one sentence for each thing done to the table.
    guesses
        Takes one sentence for each thing that the table does not say.
    quotes_by
        Who speaks in quotes without a speaker; the person, if empty.
    """
    order = order_stops([None] * len(rows), [row.span for row in rows])
    if order != sorted(order):
        notes.append("Rows are put in the order of time where their dates certainly say so.")
    rows = [rows[index] for index in order]
    sources, cited = _collect_sources(name, rows)
    chapters, told_in = _chapters(rows, guesses)
    title = _title(name)
    stops = _stops(rows, cited, told_in, guesses, quotes_by or title)
    legs = _legs(stops)
    head = derive_head(row.span for row in rows)
    guesses += [
        (
            f"life.toml: title and person are called {title!r} after the file; the person's dates "
            f"are those of the first and last stop ({head['born']}, {head['died']}). Put them "
            "right."
        ),
        *_say_legs(len(legs)),
    ]
    person = {
        "name": title,
        "born": head["born"],
        "died": head["died"],
        "description": "description to be written",
    }
    members = {
        "title": title,
        "subtitle": head["subtitle"],
        "lead": f"Imported from {name}; to be written.",
        "person": Person.model_validate(person),
        "chapters": chapters,
        "stops": tuple(stops),
        "legs": tuple(legs),
        "sources": tuple(sources),
    }
    row_of = {stop.id: row for stop, row in zip(stops, rows, strict=True)}
    return Life.model_validate(members), row_of


def _title(name: str) -> str:
    """Return the name of a file as that of a person."""
    stem = name.encode("utf-8", "replace").decode().rpartition(".")[0]
    title = stem.replace("_", " ").replace("-", " ").strip() or name
    return title.title() if title.islower() else title[:1].upper() + title[1:]


def _collect_sources(name: str, rows: Sequence[Row]) -> tuple[list[Source], dict[str, str]]:
    """Return the sources, and the id of each text that cites one."""
    cited: dict[str, str] = {}
    sources = []
    for text in (text for row in rows for text in _cited_texts(row)):
        if text not in cited:
            key = unused(fold(text)[:48].strip("-") or "imported", set(cited.values()))
            cited[text] = key
            item: dict[str, Any] = {"id": key, "type": "document", "title": text or name}
            if text.startswith(("http://", "https://")):
                item |= {"type": "webpage", "URL": text}
            sources.append(Source.model_validate(item))
    return sources, cited


def _cited_texts(row: Row) -> list[str]:
    """Return what a row cites; the empty text stands for the table itself."""
    return [text.strip() for text in row.get("source").split("; ")]


def _chapters(rows: Sequence[Row], guesses: list[str]) -> tuple[tuple[Chapter, ...], list[str]]:
    """Return the chapters, and for each row the id of its own.

    A chapter is told in one go: where its name comes back after another, it opens a new one.
    """
    if not any(row.get("chapter") for row in rows):
        guesses.append("life.toml: no column for chapters; all stops are in one. Divide the story.")
    chapters: list[Chapter] = []
    told_in = []
    for row in rows:
        title = row.get("chapter") or (chapters[-1].title if chapters else "The life")
        if not chapters or title != chapters[-1].title:
            wish = fold(title)[:48].strip("-") or "chapter"
            key = unused(wish, {chapter.id for chapter in chapters})
            chapters.append(Chapter(id=key, title=title, summary=title))
        told_in.append(chapters[-1].id)
    return tuple(chapters), told_in


def _stops(
    rows: Sequence[Row],
    cited: dict[str, str],
    told_in: Sequence[str],
    guesses: list[str],
    speaker: str,
) -> list[Stop]:
    stops: list[Stop] = []
    taken: set[str] = set()
    guessed: dict[str, int] = {}

    def choose(row: Row, column: str, allowed: Sequence[str], otherwise: str) -> Any:
        value = row.get(column).lower()
        if value in allowed:
            return value
        key = f"{column} is {otherwise!r}"
        guessed[key] = guessed.get(key, 0) + 1
        return otherwise

    for row, chapter in zip(rows, told_in, strict=True):
        place = row.get("place") or f"{row.lat:.2f}, {row.lon:.2f}"
        identifier = _stop_id(row, place, taken)
        taken.add(identifier)
        country = country_code(row.get("country"))
        if not country:
            country = choose(row, "country_now", (), UNKNOWN_COUNTRY)
        if row.get("quote") and not row.get("quote_by"):
            key = f"quote_by is {speaker!r}"
            guessed[key] = guessed.get(key, 0) + 1
        facts = {
            "id": identifier,
            "chapter": chapter,
            "title": row.get("title") or place,
            "name_then": row.get("name_then") or place,
            "name_now": place,
            "country_then": row.get("country_then") or _polity(row, guessed),
            "country_now": country,
            "kind": choose(row, "kind", KINDS, "home"),
            "date_edtf": row.span.edtf,
            "certainty": choose(row, "certainty", CERTAINTIES, "less-certain"),
            "precision": choose(row, "precision", PRECISIONS, "city"),
            "summary": row.get("text") or "To be written.",
            "companions": row.get("companions") or None,
            "works": row.get("works") or None,
            "quote": row.get("quote") or None,
            "quote_by": row.get("quote_by") or (speaker if row.get("quote") else None),
            "note": row.get("note") or None,
            "sources": "; ".join(dict.fromkeys(cited[text] for text in _cited_texts(row))),
            "place_id": row.get("place_id") or None,
            "position": (row.lon, row.lat),
        }
        stops.append(Stop.model_validate(facts))
    if guessed:
        counted = (f"{text} in {count}" for text, count in guessed.items())
        guesses.append(
            f"stops.geojson: where the table does not say, in {say_count(len(rows), 'stop')}: "
            f"{'; '.join(counted)}."
        )
    return stops


def _stop_id(row: Row, place: str, taken: set[str]) -> str:
    """Return the id that the table gives, or one of the place and the year."""
    own = row.get("id")
    if own and fold(own) == own and not own.isdigit() and len(own) <= 64 and own not in taken:
        return own
    return unused(f"{fold(place)[:40].strip('-') or 'stop'}-{row.span.first.year}", taken)


def _polity(row: Row, guessed: dict[str, int]) -> str:
    name = holder_of_stay(row.lon, row.lat, row.span)
    is_told = name != NOT_KNOWN
    key = "country_then is taken from the atlas" if is_told else f"country_then is {name!r}"
    if not (is_told or is_known(row.span.first)):
        key += f" outside {KNOWN[0].year} to {KNOWN[1].year}, which the atlas knows,"
    guessed[key] = guessed.get(key, 0) + 1
    return name


def _legs(stops: Sequence[Stop]) -> list[Leg]:
    legs: list[Leg] = []
    taken: set[str] = set()
    for left, reached in pairwise(stops):
        facts = derive_leg(left, reached)
        if facts:
            facts |= {"id": leg_id(left.id, reached.id, taken), "sources": reached.sources}
            legs.append(Leg.model_validate(facts))
            taken.add(legs[-1].id)
    return legs


def _say_legs(count: int) -> list[str]:
    if not count:
        return []
    join = "joins" if count == 1 else "join"
    drawn = f"{say_count(count, 'leg')} {join} stops more than {SAME_TOWN_KM:g} km apart by a"
    unsure = "straight line, mode unknown, certainty uncertain"
    return [f"legs.geojson: {drawn} {unsure}. Say what is known of each way."]
