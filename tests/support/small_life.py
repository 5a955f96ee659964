"""A life of three stops and two legs, to be broken in every way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.formats.geojson import collection_text
from mapping.life.dates import parse_span

if TYPE_CHECKING:
    from pathlib import Path

Tables = dict[str, Any]
PARIS, BERLIN, VIENNA = (2.3488, 48.85341), (13.41053, 52.52437), (16.37208, 48.20849)
TOML = """\
title = "A life"
subtitle = "From Paris to Vienna"
lead = "Three towns in four years."

[person]
name = "Jeanne Exemple"
born = "1900-01-01"
died = "1980~"
description = "example"
same_as = ["https://example.org/jeanne"]

[article]
author = "A. Author"
title = "An article"
publication = "A review"
year = 1970
source = "book"

[[chapters]]
id = "west"
title = "West"
summary = "The beginning."

[[chapters]]
id = "east"
title = "East"
summary = "The end."
"""


def tables() -> Tables:
    """Return the parsed files; ``write`` turns them into bytes after an edit."""
    stops = [
        _stop("paris", 1, PARIS, "1920-01/1920-06-30"),
        _stop("berlin", 2, BERLIN, "1920-07~/1922"),
        _stop("vienna", 3, VIENNA, "1923-01-26/1924?"),
    ]
    legs = [
        _leg("paris-berlin", 1, [PARIS, (7.0, 50.9), BERLIN], "1920-07~"),
        _leg("berlin-vienna", 2, [BERLIN, VIENNA], "1923-01-24/1923-01-26"),
    ]
    sources = [
        {
            "id": "book",
            "type": "book",
            "title": "A book",
            "author": [{"family": "Author", "given": "A."}],
            "issued": {"date-parts": [[1970]]},
            "URL": "https://example.org/book",
        }
    ]
    return {
        "life.toml": TOML,
        "stops.geojson": _collection("stops", "Stops", stops),
        "legs.geojson": _collection("legs", "Legs", legs),
        "sources.json": sources,
    }


def stop(parts: Tables, index: int) -> dict[str, Any]:
    """Return the properties of a stop, to be edited in place."""
    return parts["stops.geojson"]["features"][index]["properties"]


def leg(parts: Tables, index: int) -> dict[str, Any]:
    """Return the properties of a leg, to be edited in place."""
    return parts["legs.geojson"]["features"][index]["properties"]


def set_dates(columns: dict[str, Any], edtf: str) -> None:
    """Give a row dates, and the columns that follow from them."""
    span = parse_span(edtf)
    columns |= {"date_edtf": span.edtf}
    columns |= {"start_date": span.first.isoformat(), "end_date": span.last.isoformat()}
    if "date_text" in columns:
        columns["date_text"] = span.words


def as_files(parts: Tables) -> dict[str, bytes]:
    """Return the content of the files."""
    files = {}
    for name, value in parts.items():
        if isinstance(value, bytes):
            files[name] = value
        elif isinstance(value, str):
            files[name] = value.encode()
        else:
            files[name] = json.dumps(value).encode()
    return files


def canonical(parts: Tables) -> Tables:
    """Return the parts with the tables as text in canonical form."""
    texts = {
        name: collection_text(value["name"], value["description"], value["features"])
        for name, value in parts.items()
        if name.endswith(".geojson")
    }
    return parts | texts


def write(parts: Tables, folder: Path) -> Path:
    """Write the files into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in as_files(parts).items():
        (folder / name).write_bytes(data)
    return folder


def _collection(name: str, what: str, features: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "name": name,
        "description": f"{what} of the life of Jeanne Exemple, 1920 to 1924",
        "features": features,
    }


def _stop(name: str, seq: int, position: tuple[float, float], edtf: str) -> dict[str, Any]:
    town = name.capitalize()
    columns: dict[str, Any] = {
        "id": name,
        "seq": seq,
        "chapter": "west" if name == "paris" else "east",
        "title": f"In {town}",
        "name_then": town,
        "name_now": town,
        "country_then": {"paris": "France", "berlin": "Germany", "vienna": "Austria"}[name],
        "country_now": {"paris": "FR", "berlin": "DE", "vienna": "AT"}[name],
        "kind": "home",
        "start_date": None,
        "end_date": None,
        "date_edtf": edtf,
        "date_text": None,
        "certainty": "certain",
        "precision": "city",
        "summary": f"She lives in {town}. Nothing else is known.",
        "persons": None,
        "companions": None,
        "works": None,
        "quote": f"I lived in {town}" if name == "paris" else None,
        "quote_by": "Jeanne" if name == "paris" else None,
        "correction": None,
        "note": None,
        "tour": False,
        "sources": "book",
        "place_id": None,
    }
    set_dates(columns, edtf)
    geometry = {"type": "Point", "coordinates": list(position)}
    return {"type": "Feature", "id": name, "properties": columns, "geometry": geometry}


def _leg(name: str, seq: int, line: list[tuple[float, float]], edtf: str) -> dict[str, Any]:
    start, end = name.split("-")
    columns: dict[str, Any] = {
        "id": name,
        "seq": seq,
        "from_id": start,
        "to_id": end,
        "mode": "rail",
        "guarded": False,
        "start_date": None,
        "end_date": None,
        "date_edtf": edtf,
        "certainty": "less-certain",
        "summary": "By train.",
        "sources": "book",
    }
    set_dates(columns, edtf)
    geometry = {"type": "LineString", "coordinates": [list(position) for position in line]}
    return {"type": "Feature", "id": name, "properties": columns, "geometry": geometry}
