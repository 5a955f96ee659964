"""Read the JSON of other tools that tell stories: StoryMapJS, TimelineJS, and our own JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.editing.imports.records import Record, Table
from mapping.errors import at, show

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]


def read_story(name: str, value: object, notes: tuple[str, ...] = ()) -> Table:
    """Return the table of a story.

    Parameters
    ----------
    name
        Of the file.
    value
        Parsed JSON.
    notes
        What was seen before.

    Raises
    ------
    DataError
        If it is another kind of JSON, or a story without places.
    """
    top = value if isinstance(value, dict) else {}
    if isinstance(top.get("storymap"), dict):
        return _table(name, _slides(top["storymap"]), notes)
    if isinstance(top.get("events"), list):
        records = list(_events(top))
        if not any(record.position for record in records):
            raise at(name).refusal(
                expected="points with dates",
                found="a timeline of TimelineJS without positions",
                remedy="Add lat and lon for each event in its spreadsheet, and import that.",
            )
        return _table(name, records, notes)
    if isinstance(top.get("@graph"), list):
        return _table(name, _graph(top["@graph"]), notes)
    raise at(name).refusal(
        expected="a GeoJSON FeatureCollection",
        found=_named(value),
        remedy="Export it as GeoJSON with points, or as CSV.",
    )


def _named(value: object) -> str:
    if isinstance(value, dict):
        if value.get("type") == "Topology":
            return "TopoJSON"
        if value.get("type") in {"Point", "LineString", "Polygon", "MultiPoint"}:
            return f"a lone geometry, {show(value['type'])}, without a date"
        return f"an object with {', '.join(map(show, list(value)[:4])) or 'nothing in it'}"
    return show(value)


def _table(name: str, records: Iterable[Record], notes: tuple[str, ...]) -> Table:
    kept = tuple(records)
    header = tuple(dict.fromkeys(key for record in kept for key in record.cells))
    return Table(name, header, kept, positioned=True, notes=notes)


def _text(value: object, key: str) -> str:
    inner = value.get(key) if isinstance(value, dict) else None
    return str(inner).strip() if isinstance(inner, (str, int, float)) else ""


def _place(location: object) -> tuple[Any, Any] | None:
    if isinstance(location, dict) and "lat" in location and "lon" in location:
        return location["lon"], location["lat"]
    return None


def _filled(cells: dict[str, str]) -> dict[str, str]:
    return {key: text for key, text in cells.items() if text}


def _slides(storymap: Json) -> Iterable[Record]:
    """Yield the slides of a StoryMapJS; the first is its overview and no stop."""
    slides = [slide for slide in storymap.get("slides") or [] if isinstance(slide, dict)]
    for number, slide in enumerate(slides, start=1):
        if slide.get("type") == "overview":
            continue
        location, text, media = slide.get("location"), slide.get("text"), slide.get("media")
        cells = {
            "place": _text(location, "name"),
            "date": _text(slide, "date"),
            "headline": _text(text, "headline"),
            "text": _text(text, "text"),
            "media credit": _text(media, "credit"),
        }
        yield Record(f"slide {number}", _filled(cells), _place(location))


def _events(top: Json) -> Iterable[Record]:
    """Yield the events of a TimelineJS."""
    events = [event for event in top["events"] if isinstance(event, dict)]
    for number, event in enumerate(events, start=1):
        location, text = event.get("location"), event.get("text")
        cells = {
            "place": _text(location, "name"),
            "start": _date(event.get("start_date")),
            "end": _date(event.get("end_date")),
            "headline": _text(text, "headline"),
            "text": _text(text, "text"),
            "group": _text(event, "group"),
        }
        yield Record(f"event {number}", _filled(cells), _place(location))


def _date(value: object) -> str:
    parts = [_text(value, key) for key in ("year", "month", "day")]
    filled = parts[: parts.index("")] if "" in parts else parts
    return "-".join(filled)


def _graph(items: list[Any]) -> Iterable[Record]:
    """Yield the stays of a life that was exported as JSON-LD."""
    known = {item["@id"]: item for item in items if isinstance(item, dict) and "@id" in item}
    for item in known.values():
        if item.get("@type") != "Event":
            continue
        location = item.get("location")
        place = known.get(_text(location, "@id"), {})
        geo, address = place.get("geo"), place.get("address")
        quote = next((o for o in item.get("subjectOf") or [] if _text(o, "text")), None)
        cells = {
            "id": _text(item, "@id").removeprefix("#"),
            "place": _text(place, "name"),
            "place id": _text(place, "identifier"),
            "country now": _text(address, "addressCountry"),
            "title": _text(item, "name"),
            "start": _text(item, "startDate"),
            "end": _text(item, "endDate"),
            "summary": _text(item, "description"),
            "kind": _text(item, "keywords"),
            "quote": _text(quote, "text"),
            "quote by": _text(quote, "creditText"),
        }
        where = {"lat": _text(geo, "latitude"), "lon": _text(geo, "longitude")}
        yield Record(cells["id"], _filled(cells), _place(where if all(where.values()) else None))
