"""Bring what was imported into a life that exists: by id, or by place and date; nothing is lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.library import merge_library
from mapping.editing.tidy import canonical_texts
from mapping.errors import DataError, UnreadableError, show
from mapping.life.dates import parse_span
from mapping.life.model import parse_citations
from mapping.life.places import fold
from mapping.reading.folder import FILES, LISTS, parse_life, read_files
from mapping.reading.pictures import is_picture
from mapping.reading.syntax import parse_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mapping.editing.imports.records import Imported

Features = dict[str, dict[str, Any]]
_DERIVED = {"seq", "start_date", "end_date", "date_text"}
_TABLES = ("stops.geojson", "legs.geojson")


@dataclass(frozen=True, slots=True)
class Merged:
    """A life with what was imported in it, not yet written.

    Parameters
    ----------
    files
        Text of the four files.
    changes
        What is added (+), changed (~) and removed (-), a line each.
    """

    files: dict[str, str]
    changes: tuple[str, ...]


def merge_into(folder: Path, imported: Imported) -> Merged:
    """Return the life of a folder with what was imported in it.

    Of a stop that is there already, only what the table says is changed; of a life that was
    exported whole, what is no longer in its tables is removed.

    Parameters
    ----------
    folder
        Of the life.
    imported
        What an import made.

    Raises
    ------
    DataError
        If the folder cannot be read, or the result would hold errors.
    """
    there = _files(folder)
    life, problems = parse_life(there)
    if life is None:
        raise DataError(problems)
    pictures = {name: data for name, data in there.items() if is_picture(name)}
    before = {
        name: text.decode("utf-8-sig") for name, text in there.items() if name not in pictures
    }
    if imported.whole:
        lists = [name for name in LISTS if name in imported.files]
        files = before | {name: imported.files[name] for name in (*FILES, *lists)}
    else:
        files = _with_rows(before, imported)
    texts = {name: text.encode() for name, text in files.items()}
    after, problems = parse_life(texts | pictures)
    if after is None:
        raise DataError([problem for problem in problems if problem.level == "error"])
    return Merged(files, tuple(_differences(before, files)))


def merge_sources(folder: Path, library: Sequence[dict[str, Any]]) -> Merged:
    """Return the life of a folder with the records of a library among its sources.

    Parameters
    ----------
    folder
        Of the life.
    library
        CSL-JSON items.

    Raises
    ------
    DataError
        If the sources cannot be read, or the result would hold errors.
    """
    try:
        there = _files(folder)
        sources, _ = parse_json("sources.json", there["sources.json"])
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    merged, changes = merge_library(sources, library)
    text = json.dumps(merged, ensure_ascii=False, indent=2) + "\n"
    after, found = parse_life(there | {"sources.json": text.encode()})
    if after is None:
        raise DataError([problem for problem in found if problem.level == "error"])
    return Merged({"sources.json": text} if changes else {}, tuple(changes))


def _files(folder: Path) -> dict[str, bytes]:
    files, problems = read_files(folder)
    if problems:
        raise DataError(problems)
    return files


def _features(text: str) -> Features:
    value = json.loads(text)
    return {str(feature["id"]): feature for feature in value["features"]}


def _with_rows(before: dict[str, str], imported: Imported) -> dict[str, str]:
    """Return the files with the rows of a table in them; no row that is there is made again."""
    stops, new = _features(before["stops.geojson"]), _features(imported.files["stops.geojson"])
    sources = json.loads(before["sources.json"])
    chapters = {fold(str(stop["properties"]["chapter"])) for stop in stops.values()}
    cited: set[str] = set()
    renamed: dict[str, str] = {}
    for key, feature in new.items():
        match = key if key in stops else _same_stay(feature, stops)
        renamed[key] = match or key
        said = imported.said.get(key, frozenset())
        if match:
            _amend(stops[match], feature, said)
        else:
            facts = feature["properties"] | dict.fromkeys(_DERIVED)
            if facts["chapter"] not in chapters:
                facts["chapter"] = _chapter_of(facts["date_edtf"], stops)
            stops[key] = {**feature, "properties": facts}
        if not match or "sources" in said:
            cited |= {one.source_id for one in parse_citations(feature["properties"]["sources"])}
    known = {item["id"] for item in sources}
    made = json.loads(imported.files["sources.json"])
    sources += [item for item in made if item["id"] in cited - known]
    legs = _features(before["legs.geojson"])
    ends = {(leg["properties"]["from_id"], leg["properties"]["to_id"]) for leg in legs.values()}
    added = set(renamed.values()) - set(_features(before["stops.geojson"]))
    for key, leg in _features(imported.files["legs.geojson"]).items():
        facts = leg["properties"]
        pair = tuple(renamed.get(facts[end], facts[end]) for end in ("from_id", "to_id"))
        if pair[1] in added and pair not in ends and key not in legs:
            facts |= {"from_id": pair[0], "to_id": pair[1], "seq": None}
            legs[key] = leg
    tables = {"stops.geojson": stops, "legs.geojson": legs}
    files = before | {name: _collection(table) for name, table in tables.items()}
    if len(sources) > len(known):
        files["sources.json"] = json.dumps(sources, ensure_ascii=False, indent=2) + "\n"
    return files | canonical_texts({name: text.encode() for name, text in files.items()})


def _collection(features: Features) -> str:
    value = {"type": "FeatureCollection", "features": list(features.values())}
    return json.dumps(value, ensure_ascii=False)


def _same_stay(feature: dict[str, Any], stops: Features) -> str:
    """Return the stop at the same place from the same day, if there is one."""
    facts = feature["properties"]
    span = parse_span(facts["date_edtf"])
    for key, stop in stops.items():
        other = stop["properties"]
        names = {fold(str(other["name_now"])), fold(str(other["name_then"]))} - {""}
        if fold(facts["name_now"]) in names:
            there = parse_span(other["date_edtf"])
            if there.first == span.first:
                return key
    return ""


def _amend(stop: dict[str, Any], feature: dict[str, Any], said: frozenset[str]) -> None:
    """Change what the table says of a stop, and nothing that it does not."""
    for name in said & feature["properties"].keys():
        stop["properties"][name] = feature["properties"][name]
    if "position" in said:
        stop["geometry"] = feature["geometry"]


def _chapter_of(dates: str, stops: Features) -> str:
    """Return the chapter of the last stop that does not begin later."""
    first = parse_span(dates).first
    facts = [stop["properties"] for stop in stops.values()]
    earlier = [one for one in facts if parse_span(one["date_edtf"]).first <= first]
    return str((earlier or facts)[-1 if earlier else 0]["chapter"])


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for name in _TABLES:
        old, new = _features(before[name]), _features(after[name])
        lines += [f"+ {name}, {key}: {_say(new[key])}" for key in new if key not in old]
        for key in new:
            if key in old:
                lines += [f"~ {name}, {key}, {line}" for line in _changed(old[key], new[key])]
        lines += [f"- {name}, {key}: {_say(old[key])}" for key in old if key not in new]
    for name in ("sources.json", *LISTS):
        old, new = (
            {item["id"]: item for item in json.loads(texts.get(name, "[]"))}
            for texts in (before, after)
        )
        lines += [f"+ {name}, {key}" for key in new if key not in old]
        lines += [f"~ {name}, {key}" for key in new if key in old and new[key] != old[key]]
        lines += [f"- {name}, {key}" for key in old if key not in new]
    if before["life.toml"] != after["life.toml"]:
        lines.append("~ life.toml")
    return lines


def _say(feature: dict[str, Any]) -> str:
    facts = feature["properties"]
    return f"{facts.get('title') or facts['summary'][:60]} ({facts['date_edtf']})"


def _changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    one, two = old["properties"], new["properties"]
    names = [name for name in two if name not in _DERIVED and one.get(name) != two[name]]
    lines = [f"{name}: {show(one.get(name))} becomes {show(two[name])}" for name in names]
    if old["geometry"] != new["geometry"]:
        lines.append("geometry: moved")
    return lines
