"""A life as tables of plain cells, which a spreadsheet can hold and an import takes back whole."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from mapping.formats.geojson import leg_features, record_rows, stop_features
from mapping.life.bibliography import csl_item, issued, people
from mapping.life.model import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.formats.geojson import Feature
    from mapping.life.model import Life

Cell = str | float | None
Grid = list[list[Cell]]
DERIVED = ("seq", "start_date", "end_date", "date_text")
PEOPLE = ("author", "editor", "translator")
DATES = ("issued", "accessed")
WHOLE = "csl"  # the column with a whole record, for what has no column of its own
SOURCE_COLUMNS = (
    *("id", "type", *PEOPLE, "title", "container-title", "publisher", "publisher-place"),
    *("issued", "volume", "issue", "page", "DOI", "ISBN", "URL", "accessed", "language", "note"),
)
CHAPTER_COLUMNS = ("id", "title", "name", "place", "years", "headline", "summary")
TOML = "life.toml"


def life_grids(life: Life, *, derived: bool = False) -> dict[str, Grid]:
    """Return the tables of a life, each with its head in the first line.

    Parameters
    ----------
    life
        A valid life.
    derived
        Whether stops and legs have the columns that ``tidy`` derives.
    """
    head = _head(life)
    lines = enumerate(life.texts.get(TOML, "").split("\n"), start=1)
    # Numbered, for a spreadsheet forgets empty lines at the end.
    toml: Grid = [["line", "text"]]
    toml += [[float(number), line] for number, line in lines]
    return {
        "stops": _features(stop_features(life), _point, ("lon", "lat"), derived=derived),
        "legs": _features(leg_features(life), _way, ("wkt",), derived=derived),
        "chapters": _chapters(head),
        "sources": _sources(life),
        **_lists(life),
        "life": [["what", "text"], *flat_head(head)],
        TOML: toml,
    }


def flat_head(head: dict[str, Any]) -> Grid:
    """Return what ``life.toml`` says besides the chapters as pairs, such as ``person.name``.

    Parameters
    ----------
    head
        Its parsed content. A list is written line by line.
    """
    pairs: Grid = []
    for key, value in head.items():
        if isinstance(value, dict):
            pairs += [[f"{key}.{inner}", text] for inner, text in flat_head(value)]
        elif isinstance(value, (list, tuple)):
            if not any(isinstance(item, dict) for item in value):
                pairs.append([key, "\n".join(map(str, value))])
        else:
            pairs.append([key, str(value).lower() if isinstance(value, bool) else str(value)])
    return pairs


def flat_source(item: dict[str, Any]) -> dict[str, str]:
    """Return a CSL-JSON item as the text of its columns.

    Parameters
    ----------
    item
        As in ``sources.json``.
    """
    cells = {}
    for name in SOURCE_COLUMNS:
        if name in PEOPLE:
            cells[name] = "; ".join(people(item, name))
        elif name in DATES:
            cells[name] = issued(item, name)
        else:
            cells[name] = "" if item.get(name) is None else str(item[name])
    return cells


def _head(life: Life) -> dict[str, Any]:
    if life.texts.get(TOML):
        return tomllib.loads(life.texts[TOML])
    head = life.model_dump(include=set(Head.model_fields), exclude_none=True)
    return {key: value for key, value in head.items() if value != ()}


def _features(
    features: Sequence[Feature], place: Any, columns: Sequence[str], *, derived: bool
) -> Grid:
    names = [
        name
        for name in (features[0]["properties"] if features else ())
        if derived or name not in DERIVED
    ]
    grid: Grid = [[*names, *columns]]
    for feature in features:
        facts = feature["properties"]
        cells = [_cell(facts[name]) for name in names]
        grid.append([*cells, *place(feature["geometry"]["coordinates"])])
    return grid


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _point(coordinates: Sequence[float]) -> tuple[float, float]:
    return coordinates[0], coordinates[1]


def _way(coordinates: Sequence[Sequence[float]]) -> tuple[str]:
    return (f"LINESTRING ({', '.join(f'{lon} {lat}' for lon, lat in coordinates)})",)


def _chapters(head: dict[str, Any]) -> Grid:
    names = CHAPTER_COLUMNS
    chapters = head.get("chapters", ())
    return [[*names], *([_cell(chapter.get(name)) for name in names] for chapter in chapters)]


def _lists(life: Life) -> dict[str, Grid]:
    """Return the lists that a life has, each under the name of its file without ending."""
    grids: dict[str, Grid] = {}
    for file, rows in record_rows(life).items():
        if rows:
            head: list[Cell] = [*rows[0]]
            lines: Grid = [[_cell(value) for value in row.values()] for row in rows]
            grids[file.removesuffix(".json")] = [head, *lines]
    return grids


def _sources(life: Life) -> Grid:
    items = [csl_item(source) for source in life.sources]
    if life.texts.get("sources.json"):
        items = json.loads(life.texts["sources.json"])  # in the order of their members
    grid: Grid = [[*SOURCE_COLUMNS, WHOLE]]
    for item in items:
        whole = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
        grid.append([*(text or None for text in flat_source(item).values()), whole])
    return grid


def left_of_tables(life: Life, name: str) -> list[str]:
    """Return what tables cannot hold, in a sentence.

    Parameters
    ----------
    life
        A valid life.
    name
        Of the format.
    """
    held = {"plans of towns": life.plans, "pictures": life.images}
    behind = " and ".join(what for what, there in held.items() if there)
    folders = " and ".join(f"{what}/" for what in ("plans", "images") if getattr(life, what))
    if not behind:
        return []
    return [f"{name}: {behind} are not in it; copy {folders} of the life, or take format geojson."]
