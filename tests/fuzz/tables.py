"""Random tables, as people might hand them to ``serge-map import``: names, dates, places, ids."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

HEADS = (
    *("id", "place", "Ort", "lieu", "date", "from", "to", "von", "start", "end", "lat", "lon"),
    *("latitude", "Longitude (°E)", "coordinates", "country", "title", "quote", "speaker", "kind"),
    *("source", "summary", "note", "Year", "Month", "Day", "end year", "", " ", "str", "int"),
    *("seq", "place_id", "from_id", "to_id", "mode", "chapter", "WKT", "fid", "Дата", "地点"),
)
PLACES = (
    *(
        "Paris",
        "Saint Petersburg, Smolny, Hall",
        "Orenburg",
        "Москва",
        "東京",
        "القاهرة",
        "São Tomé",
    ),
    *("x" * 29, "a-b-" * 8, "Ciudad de México", "", " ", "-", "front", "chapter-x", "\u202e\0"),
    *("=1+1", "＝1", "'", '"', "Łódź\nPolska", "null", "👩‍👩‍👧", "𝕬", "Kyiv (Київ)"),
)
DATES = (
    *(
        "1919",
        "1919-05-12",
        "12.5.1919",
        "5/12/1919",
        "c. 1919",
        "1919–1921",
        "spring 1921",
        "1920s",
    ),
    *(
        "before 1898",
        "1921/",
        "../1921",
        "193X",
        "1936-21",
        "ca. 1927?",
        "Jan-19",
        "6966",
        "1919.5",
    ),
    *(
        "12 mai 1919",
        "30th December",
        "maybe 1862",
        "1911/12",
        "44 BC",
        "0000",
        "9999-12-31",
        "31.2.",
    ),
    *(
        "20010101",
        "+1919-05-00T00:00:00Z",
        "",
        "unknown",
        "1919-1921-1923",
        "١٩١٩",
        "1~/2~/3",
        "-5",
    ),
)
POSITIONS = (
    *("48.85", "2,35", "48.85, 2.35", "Point(2.35 48.85)", "48°51'N", "−33.9", "181", "nan", "inf"),
    *("1e400", "", "N", "2.35;48.85", "0", "90.0001", "48 51 24 N 2 21 7 E", "POINT EMPTY", "--"),
)
CODES = ("FR", "UK", "SU", "YU", "DD", "CS", "EU", "EL", "FX", "ZZ", "fr", "France", "Russie", "")


def random_table(source: Random) -> tuple[str, bytes]:
    """Return the name and the bytes of a table."""
    heads = [source.choice(HEADS) for _ in range(source.randint(1, 9))]
    if source.random() < 0.8:
        heads += ["place", "date", "lat", "lon"]
    rows = [[_cell(head, source) for head in heads] for _ in range(source.randint(0, 8))]
    kind = source.choice(("csv", "tsv", "json", "geojson"))
    if kind in {"csv", "tsv"}:
        sheet = io.StringIO()
        csv.writer(sheet, delimiter=";" if kind == "csv" else "\t").writerows([heads, *rows])
        text = sheet.getvalue()
    else:
        text = json.dumps([dict(zip(heads, row, strict=True)) for row in rows])
        if kind == "geojson":
            text = json.dumps(_features(heads, rows, source))
    data = text.encode(source.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), errors="replace")
    if source.random() < 0.15 and data:
        at = source.randrange(len(data))
        data = data[:at] + source.randbytes(source.randint(0, 3)) + data[at + 1 :]
    return f"table.{kind}", data


def _features(heads: list[str], rows: list[list[str]], source: Random) -> dict[str, object]:
    features = [
        {
            "type": "Feature",
            "properties": dict(zip(heads, row, strict=True)),
            "geometry": source.choice(
                (
                    None,
                    {"type": "Point", "coordinates": [source.uniform(-200, 200), 50]},
                    {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
                )
            ),
        }
        for row in rows
    ]
    return {"type": "FeatureCollection", "features": features}


def _cell(head: str, source: Random) -> str:
    low = head.lower()
    if source.random() < 0.1:
        return source.choice((*PLACES, *DATES, *POSITIONS, *CODES))
    if any(part in low for part in ("lat", "lon", "coord", "wkt")):
        return source.choice((*POSITIONS, f"{source.uniform(-90, 90):.4f}"))
    if any(part in low for part in ("date", "from", "to", "start", "end", "year", "von", "дата")):
        return source.choice((*DATES, f"{source.randint(1, 2100)}"))
    if low == "country":
        return source.choice(CODES)
    if low in {"month", "day", "seq", "fid"}:
        return str(source.randint(-1, 40))
    return source.choice(PLACES)
