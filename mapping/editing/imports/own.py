"""Take back what ``export xlsx``, ``ods`` or ``csv`` wrote: the same files, or what was changed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from mapping.editing.imports.positions import read_angle
from mapping.editing.tidy import canonical_texts
from mapping.errors import DataError, Problems, at, show
from mapping.formats.geojson import records_text
from mapping.formats.tables import (
    CHAPTER_COLUMNS,
    DATES,
    PEOPLE,
    SOURCE_COLUMNS,
    TOML,
    WHOLE,
    flat_head,
    flat_source,
)
from mapping.life.model import RECORDS, Leg, Stop, property_order, record_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapping.editing.imports.grid import Line

OWN_TABLES = ("stops", "legs", "chapters", "sources", "life")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_WAY = re.compile(r"LINESTRING ?\((.*)\)", re.IGNORECASE | re.DOTALL)
Rows = list[tuple[str, dict[str, str]]]


def is_own(sheets: Mapping[str, Sequence[Line]]) -> bool:
    """Return whether sheets are the tables of a whole life.

    Parameters
    ----------
    sheets
        Lines of cells by name.
    """
    if not {"stops", "life", "chapters", "sources"} <= set(sheets):
        return False
    return bool(sheets["stops"]) and "date_edtf" in sheets["stops"][0][1]


def files_of_sheets(name: str, sheets: Mapping[str, Sequence[Line]]) -> dict[str, str]:
    """Return the files of the life that sheets hold.

    Parameters
    ----------
    name
        Of the workbook, for the problems.
    sheets
        Lines of cells by name.

    Raises
    ------
    DataError
        If a position, a date or a record cannot be read.
    """
    problems = Problems()
    tables = {title: _rows(sheets.get(title, ())) for title in OWN_TABLES}
    base = "\n".join((*cells, "", "")[1] for _, cells in sheets.get(TOML, ())[1:])
    files = {
        TOML: _toml(name, base, tables["life"], tables["chapters"]),
        "stops.geojson": _features(name, "stops", tables["stops"], problems),
        "legs.geojson": _features(name, "legs", tables["legs"], problems),
        "sources.json": _sources(name, tables["sources"], problems),
        **_lists(sheets),
    }
    if problems:
        raise DataError(problems)
    return files | canonical_texts({key: text.encode() for key, text in files.items()})


def _rows(lines: Sequence[Line]) -> Rows:
    """Return the rows by column; the first line is the head."""
    if not lines:
        return []
    head = lines[0][1]
    return [
        (where, {key: cell for key, cell in zip(head, cells, strict=False) if key})
        for where, cells in lines[1:]
        if any(cells)
    ]


def _features(name: str, sheet: str, rows: Rows, problems: Problems) -> str:
    """Return a table as GeoJSON; what is derived is left to ``canonical_texts``."""
    model: type[Stop | Leg] = Stop if sheet == "stops" else Leg
    shape: Callable[[dict[str, str]], dict[str, Any]] = _point if model is Stop else _line
    features = []
    for where, cells in rows:
        try:
            geometry = shape(cells)
        except ValueError as error:
            place = f"sheet {sheet}, {where}"
            problems.at(name, place).error(
                "position",
                expected=str(error),
                found=show(cells.get("wkt") or f"{cells.get('lon')}, {cells.get('lat')}"),
                remedy="Put the position back.",
            )
            continue
        properties: dict[str, Any] = {key: cells.get(key) or None for key in property_order(model)}
        if "sources" in properties:
            properties["sources"] = cells.get("sources", "")
        properties |= dict.fromkeys(("seq", "start_date", "end_date"))
        feature = {"type": "Feature", "id": properties["id"], "properties": properties}
        features.append({**feature, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _point(cells: dict[str, str]) -> dict[str, Any]:
    position = [read_angle(cells.get(axis, "")).degrees for axis in ("lon", "lat")]
    return {"type": "Point", "coordinates": position}


def _line(cells: dict[str, str]) -> dict[str, Any]:
    match = _WAY.fullmatch(cells.get("wkt", "").strip())
    if not match:
        raise ValueError("a way as LINESTRING (lon lat, lon lat)")
    pairs = [pair.split() for pair in match[1].split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("pairs of lon and lat")
    way = [[float(lon), float(lat)] for lon, lat in pairs]
    return {"type": "LineString", "coordinates": way}


def _sources(name: str, rows: Rows, problems: Problems) -> str:
    items = []
    for where, cells in rows:
        try:
            item = json.loads(cells.get(WHOLE) or "{}")
            before = flat_source(item)
        except (ValueError, AttributeError, TypeError, KeyError):
            place = f"sheet sources, {where}"
            problems.at(name, place).error(
                WHOLE,
                expected="a CSL-JSON record",
                found=show(cells.get(WHOLE)),
                remedy="Put the cell back, or empty it.",
            )
            continue
        for column in SOURCE_COLUMNS:
            text = cells.get(column, "")
            if text != before[column]:
                _set(item, column, text)
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _lists(sheets: Mapping[str, Sequence[Line]]) -> dict[str, str]:
    """Return the lists that are among the sheets; one without rows is no list."""
    lists = {}
    for file, model in RECORDS.items():
        rows = _rows(sheets.get(file.removesuffix(".json"), ()))
        order = record_order(model)
        if rows:
            lists[file] = records_text(
                {key: cells.get(key) or None for key in order} for _, cells in rows
            )
    return lists


def _set(item: dict[str, Any], column: str, text: str) -> None:
    """Put what a person wrote into a record."""
    if not text:
        item.pop(column, None)
    elif column in PEOPLE:
        item[column] = [_person(part.strip()) for part in text.split(";") if part.strip()]
    elif column in DATES:
        match = _DAY.fullmatch(text)
        parts = [int(part) for part in match.groups() if part] if match else []
        item[column] = {"date-parts": [parts]} if match else {"raw": text}
    else:
        item[column] = text


def _person(text: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma else {"literal": text}


def _toml(name: str, base: str, facts: Rows, chapters: Rows) -> str:
    """Return ``life.toml`` as it was, with its comments, but for what the sheets say otherwise."""
    try:
        document = tomlkit.parse(base)
    except TOMLKitError as error:
        raise at(name, "sheet life.toml").refusal(
            expected="TOML",
            found=str(error),
            remedy="Delete the hidden sheet life.toml; its comments are lost then.",
        ) from error
    plain: dict[str, Any] = document.unwrap()
    before = {str(key): str(text) for key, text in flat_head(plain)}
    for _, cells in facts:
        key, text = cells.get("what", ""), cells.get("text", "")
        if key and text != before.get(key, ""):
            _put(document, key, text)
    told = plain.get("chapters", [])
    wanted = [_chapter(cells) for _, cells in chapters]
    if wanted != [{key: chapter[key] for key in _chapter_keys(chapter)} for chapter in told]:
        _put_chapters(document, wanted)
    return tomlkit.dumps(document)


def _chapter_keys(chapter: Mapping[str, Any]) -> list[str]:
    return [key for key in CHAPTER_COLUMNS if key in chapter]


def _chapter(cells: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {key: cells[key] for key in CHAPTER_COLUMNS if cells.get(key)}
    if "headline" in found:
        found["headline"] = found["headline"].lower() in ("true", "1", "yes", "wahr", "vrai")
    return found


def _put(document: Any, key: str, text: str) -> None:
    table, _, inner = key.rpartition(".")
    if table and table not in document:
        document[table] = tomlkit.table()
    target = document[table] if table else document
    if not text:
        target.pop(inner, None)
    elif inner == "year":
        target[inner] = int(text) if text.isdigit() else text
    elif inner == "same_as" or isinstance(target.get(inner), list):
        lines = tomlkit.array()
        lines.extend(text.split("\n"))
        target[inner] = lines.multiline(multiline=True)
    else:
        target[inner] = text


def _put_chapters(document: Any, wanted: Sequence[dict[str, Any]]) -> None:
    known = {str(chapter["id"]): chapter for chapter in document.get("chapters", [])}
    chapters = tomlkit.aot()
    for facts in wanted:
        chapter = known.get(str(facts.get("id")))
        if chapter is None or chapter.unwrap() != facts:
            chapter = tomlkit.table()
            for key, value in facts.items():
                chapter[key] = value
            chapter.add(tomlkit.nl())
        chapters.append(chapter)
    document["chapters"] = chapters
