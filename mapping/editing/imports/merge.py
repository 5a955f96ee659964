"""Bring what was imported into a life that exists; nothing that the table does not say is lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.chapters import follow_chapters
from mapping.editing.imports.derived import leg_id, unused
from mapping.editing.imports.differences import DERIVED, Features, differences, features_of
from mapping.editing.imports.follow import amend_stop, follow_head, follow_legs, say_new
from mapping.editing.imports.library import merge_library
from mapping.editing.imports.stays import recognise_stays
from mapping.editing.tidy import canonical_texts
from mapping.errors import DataError, UnreadableError
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
    from mapping.life.model import Life


@dataclass(frozen=True, slots=True)
class Merged:
    """A life with what was imported in it, not yet written.

    Parameters
    ----------
    files
        Text of the four files.
    changes
        What is added (+), changed (~) and removed (-), a line each.
    notes
        What was derived anew and what was left alone, a sentence each.
    understood
        Which rows were taken for which stops where that is not plain, a sentence each; to be told
        before anybody agrees to the changes.
    """

    files: dict[str, str]
    changes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()


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
    notes: list[str] = []
    understood: tuple[str, ...] = ()
    if imported.whole:
        lists = [name for name in LISTS if name in imported.files]
        files = before | {name: imported.files[name] for name in (*FILES, *lists)}
    else:
        seen = recognise_stays(imported, features_of(before["stops.geojson"]))
        understood = seen.notes
        files = _with_rows(before, imported, life, seen.stop_of, notes)
    texts = {name: text.encode() for name, text in files.items()}
    after, problems = parse_life(texts | pictures)
    if after is None:
        raise DataError([problem for problem in problems if problem.level == "error"])
    return Merged(files, tuple(differences(before, files)), tuple(notes), understood)


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


def _with_rows(
    before: dict[str, str],
    imported: Imported,
    life: Life,
    stop_of: Mapping[str, str],
    notes: list[str],
) -> dict[str, str]:
    """Return the files with the rows of a table in them; no row that is there is made again."""
    stops, new = features_of(before["stops.geojson"]), features_of(imported.files["stops.geojson"])
    sources = json.loads(before["sources.json"])
    chapters = {fold(str(stop["properties"]["chapter"])) for stop in stops.values()}
    cited: set[str] = set()
    renamed: dict[str, str] = {}
    told: dict[str, str] = {}
    for key, feature in new.items():
        said = imported.said.get(key, frozenset())
        chapter = str(feature["properties"]["chapter"])
        match = stop_of.get(key)
        renamed[key] = match or unused(key, stops)
        if match:
            amend_stop(stops[match], feature, said)
        else:
            facts = feature["properties"] | dict.fromkeys(DERIVED) | {"id": renamed[key]}
            if chapter not in chapters:
                facts["chapter"] = _chapter_of(facts["date_edtf"], stops)
            stops[renamed[key]] = {**feature, "id": renamed[key], "properties": facts}
        if "chapter" in said or told:  # an empty cell goes on with the chapter above
            told[renamed[key]] = chapter
        if not match or "sources" in said:
            cited |= {one.source_id for one in parse_citations(feature["properties"]["sources"])}
    known = {item["id"] for item in sources}
    made = json.loads(imported.files["sources.json"])
    sources += [item for item in made if item["id"] in cited - known]
    added = [key for key in renamed if key not in stop_of]
    notes += say_new(len(added), [imported.said.get(key, frozenset()) for key in added])
    head, said_of_chapters = follow_chapters(
        before["life.toml"], imported.files["life.toml"], stops, told
    )
    legs = _with_legs(before, imported, life, stops, renamed)
    tables = {"stops.geojson": stops, "legs.geojson": legs}
    files = before | {name: _collection(table) for name, table in tables.items()}
    files["life.toml"], said_of_head = follow_head(head, life, stops)
    notes += [*said_of_chapters, *said_of_head]
    if len(sources) > len(known):
        files["sources.json"] = json.dumps(sources, ensure_ascii=False, indent=2) + "\n"
    return files | canonical_texts({name: text.encode() for name, text in files.items()})


def _with_legs(
    before: dict[str, str],
    imported: Imported,
    life: Life,
    stops: Features,
    renamed: Mapping[str, str],
) -> Features:
    """Return the legs, with those that lead to a stop that is new, or has new neighbours."""
    legs, pairs = features_of(before["legs.geojson"]), dict[str, tuple[str, str]]()
    made = features_of(imported.files["legs.geojson"])
    for key, leg in made.items():
        pairs[key] = (renamed[leg["properties"]["from_id"]], renamed[leg["properties"]["to_id"]])
    lost = follow_legs(legs, life, stops, set(pairs.values()), set(renamed.values()))
    reached = {leg["properties"]["to_id"] for leg in legs.values()}
    for key, leg in made.items():
        left, right = pairs[key]
        loose = {left, right} & lost or not {left, right} <= life.stop_index.keys()
        if loose and right not in reached:
            name = leg_id(left, right, legs)
            leg["properties"] |= {"id": name, "from_id": left, "to_id": right, "seq": None}
            legs[name] = {**leg, "id": name}
    return legs


def _collection(features: Features) -> str:
    value = {"type": "FeatureCollection", "features": list(features.values())}
    return json.dumps(value, ensure_ascii=False)


def _chapter_of(dates: str, stops: Features) -> str:
    """Return the chapter of the last stop that does not begin later."""
    first = parse_span(dates).first
    facts = [stop["properties"] for stop in stops.values()]
    earlier = [one for one in facts if parse_span(one["date_edtf"]).first <= first]
    return str((earlier or facts)[-1 if earlier else 0]["chapter"])
