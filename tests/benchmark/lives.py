"""Make lives of any number of stops, the same for the same number and seed."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mapping.editing.tidy import tidy_life
from mapping.life.model import CERTAINTIES, KINDS, PRECISIONS

if TYPE_CHECKING:
    from pathlib import Path

# Towns on the atlas, each the centre of stops scattered a few kilometres about it.
_TOWNS = (
    ("Brussels", "BE", 4.3517, 50.8503),
    ("Paris", "FR", 2.3488, 48.8534),
    ("Barcelona", "ES", 2.159, 41.3888),
    ("Petrograd", "RU", 30.3141, 59.9386),
    ("Moscow", "RU", 37.6178, 55.7517),
    ("Berlin", "DE", 13.4105, 52.5244),
    ("Vienna", "AT", 16.3721, 48.2085),
    ("Orenburg", "RU", 55.0988, 51.7727),
    ("Warsaw", "PL", 21.0118, 52.2298),
    ("Marseille", "FR", 5.3811, 43.297),
    ("Casablanca", "MA", -7.6114, 33.5883),
    ("Mexico City", "MX", -99.1277, 19.4285),
)
_SENTENCE = (
    "He writes at night in a room without heat while friends carry the pages across the frontier "
    "and the police read every letter that leaves the town"
)
_STOPS_A_CHAPTER = 250
_NEAR, _FAR = ("road", "foot", "rail", "sea"), ("air", "unknown")  # for a leg of a day


def write_life(folder: Path, stops: int, seed: int = 1) -> Path:
    """Write a life of so many stops, with a leg to each from the one before, and return it.

    Parameters
    ----------
    folder
        Folder to make.
    stops
        How many; their texts are as long as those of Serge's own life.
    seed
        Another seed makes another life.
    """
    random_source = random.Random(f"{seed} {stops}")  # noqa: S311 - a life that can be repeated
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "life.toml").write_text(_head(stops), encoding="utf-8")
    sources = [
        {"id": f"source-{number}", "type": "book", "title": f"Source {number}"}
        for number in range(1, 21)
    ]
    (folder / "sources.json").write_text(json.dumps(sources), encoding="utf-8")
    features = [_stop(number, stops, random_source) for number in range(stops)]
    legs = [_leg(features[n - 1], features[n], random_source) for n in range(1, stops)]
    for name, table in (("stops", features), ("legs", legs)):
        text = json.dumps({"type": "FeatureCollection", "features": table})
        (folder / f"{name}.geojson").write_text(text, encoding="utf-8")
    tidy_life(folder)
    return folder


def _head(stops: int) -> str:
    chapters = -(-stops // _STOPS_A_CHAPTER)
    head = f"""\
title = "A life of {stops} stops"
subtitle = "Made for measuring"
lead = "Nobody lived it."

[person]
name = "Nemo"
born = "1890-01-01"
died = "1947-12-31"
description = "example"
"""
    return head + "".join(
        f'\n[[chapters]]\nid = "part-{n}"\ntitle = "Part {n}"\nsummary = "Stops in order."\n'
        for n in range(1, chapters + 1)
    )


def _stop(number: int, stops: int, random_source: random.Random) -> dict[str, Any]:
    # Towns change every few stops, as a life's do.
    town, country, lon, lat = _TOWNS[number // 5 * 7 % len(_TOWNS)]
    first, last = (_day(share, stops) for share in (number, number + 1))
    name = f"stop-{number + 1}"
    columns = {
        "id": name,
        "chapter": f"part-{number // _STOPS_A_CHAPTER + 1}",
        "title": f"Stop {number + 1} in {town}",
        "name_then": town,
        "name_now": town,
        "country_then": country,
        "country_now": country,
        "kind": KINDS[number % len(KINDS)],
        "date_edtf": f"{first.isoformat()}/{last.isoformat()}",
        "certainty": random_source.choice(CERTAINTIES),
        "precision": random_source.choice(PRECISIONS),
        "summary": _text(random_source, 45),
        "quote": _text(random_source, 30) if number % 2 else None,
        "quote_by": "Nemo" if number % 2 else None,
        "note": _text(random_source, 35) if number % 3 else None,
        "sources": f"source-{number % 20 + 1}",
    }
    position = [lon + random_source.uniform(-0.2, 0.2), lat + random_source.uniform(-0.1, 0.1)]
    geometry = {"type": "Point", "coordinates": position}
    return {"type": "Feature", "id": name, "properties": columns, "geometry": geometry}


def _leg(
    start: dict[str, Any], end: dict[str, Any], random_source: random.Random
) -> dict[str, Any]:
    name = f"to-{end['id']}"
    is_near = start["properties"]["name_then"] == end["properties"]["name_then"]
    columns = {
        "id": name,
        "from_id": start["id"],
        "to_id": end["id"],
        "mode": random_source.choice(_NEAR if is_near else _FAR),
        "guarded": random_source.random() < 0.2,
        "date_edtf": end["properties"]["date_edtf"].split("/")[0],
        "certainty": random_source.choice(CERTAINTIES),
        "summary": _text(random_source, 12),
        "sources": start["properties"]["sources"],
    }
    line = [start["geometry"]["coordinates"], end["geometry"]["coordinates"]]
    geometry = {"type": "LineString", "coordinates": line}
    return {"type": "Feature", "id": name, "properties": columns, "geometry": geometry}


def _day(number: int, stops: int) -> date:
    first, last = date(1890, 1, 1), date(1947, 12, 31)
    return first + timedelta(days=(last - first).days * number // stops)


def _text(random_source: random.Random, words: int) -> str:
    return " ".join(random_source.choices(_SENTENCE.split(), k=words)).capitalize() + "."
