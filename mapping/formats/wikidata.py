"""What a life could add to Wikidata, as a table to look through; nothing is ever sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.formats.exported import Exported
from mapping.formats.plain import csv_bytes
from mapping.formats.schema_org import death_of
from mapping.life.bibliography import cite, csl_item
from mapping.life.places import life_slug
from mapping.life.words import say_count

if TYPE_CHECKING:
    from mapping.formats.tables import Grid
    from mapping.life.dates import DatePoint
    from mapping.life.model import Life, Stop

_RESIDENCE = ("P551", "residence")
_PROPERTIES = {
    "birth": ("P19", "place of birth"),
    "home": _RESIDENCE,
    "commune": _RESIDENCE,
    "refuge": _RESIDENCE,
    "exile": _RESIDENCE,
    "politics": ("P937", "work location"),
    "captivity": ("P2632", "place of detention"),
    "death": ("P20", "place of death"),
}
_HEAD = (
    *("item", "property", "property_label", "value", "value_label", "P1566"),
    *("P580", "P582", "P1480", "S854", "citation", "certainty", "dates", "stop"),
)
_CIRCA = "Q5727902"
_ITEM = re.compile(r"wikidata\.org/(?:wiki|entity)/(Q\d+)$")


def wikidata(life: Life) -> Exported:
    """Return statements with start, end and reference: only of certain stays at a known place.

    A place is told by its own item where the life knows it, else by its GeoNames id (P1566), by
    which OpenRefine finds the item. Dates are written as QuickStatements reads them, no finer
    than they are known; P1480 says "circa".

    Parameters
    ----------
    life
        A valid life.
    """
    person = next((m[1] for page in life.person.same_as if (m := _ITEM.search(page))), "")
    died = death_of(life)
    chosen = [
        stop for stop in life.stops if _is_sure(stop) and (stop.kind != "death" or stop is died)
    ]
    citations = {source.id: (cite(csl_item(source)), source.url or "") for source in life.sources}
    rows: Grid = [list(_HEAD), *(_row(person, stop, citations) for stop in chosen)]
    notes = [
        (
            f"Wikidata: {len(chosen)} of {say_count(len(life.stops), 'stop')}: those that are "
            "certain, at a place with an id, of a kind that Wikidata has a property for; legs, "
            "texts and the rest are left out."
        ),
        "Wikidata: a table to look through; nothing is sent. Look for what is there already.",
    ]
    if not person:
        notes.append(
            "Wikidata: the column item is empty: add the person's address there to same_as in "
            "life.toml."
        )
    return Exported({f"{life_slug(life)}-wikidata.csv": csv_bytes(rows)}, notes)


def _is_sure(stop: Stop) -> bool:
    doubt = stop.span.begin.perhaps or stop.span.end.perhaps
    return (
        stop.certainty == "certain"
        and bool(stop.place_id)
        and not doubt
        and (stop.kind in _PROPERTIES)
    )


def _row(
    person: str, stop: Stop, citations: dict[str, tuple[str, str]]
) -> list[str | float | None]:
    number, label = _PROPERTIES[stop.kind]
    prefix, _, key = (stop.place_id or "").partition(":")
    ends = (stop.span.begin, stop.span.end)
    lasting = stop.kind not in {"birth", "death"}
    rests = [citations[one] for one in stop.source_ids]
    return [
        *(person, number, label),
        key if prefix == "wikidata" else "",
        stop.name_now,
        key if prefix == "geonames" else "",
        *(_time(point) if lasting else "" for point in ends),
        _CIRCA if lasting and any(point.about for point in ends) else "",
        next((url for _, url in rests if url), ""),
        " | ".join(told for told, _ in rests),
        stop.certainty,
        stop.span.words,
        stop.id,
    ]


def _time(point: DatePoint) -> str:
    """Return a date as QuickStatements reads it: a day, month, year or decade, and no finer.

    A season is told as its year.
    """
    if point.is_open:
        return ""
    bare = point.text.rstrip("~?%")
    year, month, day = (*bare.split("-"), "00", "00")[:3]
    if "X" in year:
        return f"+{year.replace('X', '0')}-00-00T00:00:00Z/8"
    if month > "12":
        month = "00"
    precision = 11 if day != "00" else 10 if month != "00" else 9
    return f"+{year}-{month}-{day}T00:00:00Z/{precision}"
