"""Read a life folder into a ``Life``, with every problem collected: the only reader of data."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.errors import MOST_TOLD, DataError, Problem, Problems, UnreadableError
from mapping.files import read_bytes
from mapping.life.model import RECORDS, Head, Leg, Life, Stop
from mapping.reading.explain import explain
from mapping.reading.features import parse_features
from mapping.reading.links import url_problem
from mapping.reading.no_folder import given_folder, no_folder
from mapping.reading.parts import Read, in_order
from mapping.reading.pictures import check_pictures, is_picture, read_pictures
from mapping.reading.plans import is_plan, parse_plans, plan_files
from mapping.reading.records import parse_records
from mapping.reading.rules.accepted import without_accepted
from mapping.reading.rules.citations import check_citations, check_locators
from mapping.reading.rules.consistency import check_rules
from mapping.reading.rules.frontiers import check_frontiers
from mapping.reading.rules.gdal import check_gis
from mapping.reading.rules.legs import check_joints
from mapping.reading.rules.map import check_ground, check_states
from mapping.reading.rules.plausibility import check_plausibility
from mapping.reading.rules.records import check_records
from mapping.reading.sources import parse_sources
from mapping.reading.syntax import frozen, parse_json, parse_toml
from mapping.reading.texts import text_problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.life.model import Record, Source
    from mapping.reading.features import Collection
    from mapping.reading.parts import Parts

FILES = ("life.toml", "stops.geojson", "legs.geojson", "sources.json")
LISTS = tuple(RECORDS)
"""Files that a folder may lack."""
_RULES = (check_rules, check_citations, check_records, check_joints, check_plausibility)


def load_life(folder: Path | str) -> Life:
    """Return the life that a folder holds.

    Parameters
    ----------
    folder
        Folder with ``life.toml``, ``stops.geojson``, ``legs.geojson`` and ``sources.json``.

    Raises
    ------
    DataError
        If it holds errors, or is none; carries all of them, and the warnings.
    TypeError
        If it is no name of a folder.

    Examples
    --------
    >>> load_life("data").person.name
    'Victor Serge'
    """
    life, problems = read_life(folder)
    if life is None:
        raise DataError(problems)
    return life


def check_life(folder: Path | str) -> list[Problem]:
    """Return everything that is wrong or unlikely in the folder of a life.

    Parameters
    ----------
    folder
        Folder with the four files of a life.

    Raises
    ------
    TypeError
        If it is no name of a folder.

    Examples
    --------
    >>> [problem.level for problem in check_life("no such folder")]
    ['error']
    """
    _, problems = read_life(folder, thorough=True)
    return problems


def read_life(folder: Path | str, *, thorough: bool = False) -> tuple[Life | None, list[Problem]]:
    """Return the life that a folder holds, and everything that is wrong with it.

    Its tables are read twice: as strict JSON, for messages with their place, and by GeoPandas, as
    QGIS and a notebook read them; where the two differ, that is a warning.

    Parameters
    ----------
    folder
        Folder with the four files of a life.
    thorough
        Whether to hold a sound life against the atlas too: the states that stops name, and the
        frontiers that legs pass.

    Returns
    -------
    tuple of Life or None and list of Problem
        Errors before warnings; no life if there is any error.
    """
    files, problems = read_files(given_folder(folder))
    life, found = parse_life(files)
    problems += found
    if life:
        problems += check_gis("stops.geojson", files["stops.geojson"], life.stops)
        problems += check_gis("legs.geojson", files["legs.geojson"], life.legs)
        if thorough:
            problems += check_locators(life)
            problems += check_states(life.stops)
            problems += check_frontiers(life)
        problems = without_accepted(problems, life.accepted, whole=thorough)
    return life, Problems(sort_problems(problems), most=MOST_TOLD)


def read_files(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the content of a life's files by name, and which cannot be read.

    Parameters
    ----------
    folder
        Folder with the four files of a life, and perhaps the lists beside them and their pictures.
    """
    files: dict[str, bytes] = {}
    problems = Problems()
    if not folder.is_dir():
        return files, Problems([no_folder(folder)])
    for name in (*FILES, *LISTS, *plan_files(folder)):
        path = folder / name
        if name in LISTS and not (path.exists() or path.is_symlink()):
            continue
        try:
            files[name] = read_bytes(path)
        except UnreadableError as error:
            problems.append(error.problem)
    return files | read_pictures(folder, files), problems


def parse_life(files: Mapping[str, bytes]) -> tuple[Life | None, list[Problem]]:
    """Return the life that the content of its files makes, and what is wrong with it.

    Parameters
    ----------
    files
        Content by file name; a file that is not there is left out of all rules.
    """
    content, problems = _parse_files(files)
    for file, value in content.items():
        problems += text_problems(file, value)
    read, found = _read_each(content)
    problems += found
    parts = in_order(read)
    for check in _RULES:
        problems += check(parts)
    problems += check_ground(parts.stops or ())
    problems += check_pictures(parts, files)
    landmarks, found = parse_plans(content, read.head.plans if read.head else ())
    problems += found
    problems = sort_problems(problems)
    if not read.whole or any(problem.level == "error" for problem in problems):
        return None, problems
    kept = {name: files[name].decode("utf-8-sig") for name in ("life.toml", "sources.json")}
    beside = {
        "landmarks": landmarks,
        "texts": kept,
        "pictures": {name: files[name] for name in sorted(files) if is_picture(name)},
    }
    return _assemble(parts, digest(files), beside), problems


def _read_each(content: dict[str, Any]) -> tuple[Read, list[Problem]]:
    """Return each file by itself, and what breaks a rule of its own."""
    problems = Problems()
    found: list[Problem] = []
    head: Head | None = None
    stops: Collection[Stop] | None = None
    legs: Collection[Leg] | None = None
    sources: list[Source] | None = None
    if "life.toml" in content:
        head, found = _parse_head(content["life.toml"])
        problems += found
    if "stops.geojson" in content:
        stops, found = parse_features("stops.geojson", content["stops.geojson"], Stop)
        problems += found
    if "legs.geojson" in content:
        legs, found = parse_features("legs.geojson", content["legs.geojson"], Leg)
        problems += found
    if "sources.json" in content:
        sources, found = parse_sources("sources.json", content["sources.json"])
        problems += found
    records: dict[str, list[Record]] = {}
    for name in LISTS:
        if name in content:
            some, found = parse_records(name, content[name], RECORDS[name])
            records[name] = list(some)
            problems += found
    return Read(
        head,
        stops,
        legs,
        sources,
        _ids(content.get("sources.json")),
        records,
        _ids(content.get("persons.json")),
    ), problems


def digest(files: Mapping[str, bytes]) -> str:
    """Return the first twelve hex digits of the SHA-256 over names, lengths and contents.

    Parameters
    ----------
    files
        Content by file name.
    """
    total = hashlib.sha256()
    beside = [name for name in sorted(files) if is_plan(name) or is_picture(name)]
    for name in (*FILES, *(name for name in LISTS if name in files), *beside):
        data = files.get(name, b"")
        total.update(f"{name}\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()[:12]


def sort_problems(problems: list[Problem]) -> list[Problem]:
    """Return problems with errors first, then by file; within a file as they were found.

    Parameters
    ----------
    problems
        Findings in any order.
    """
    rank = {name: number for number, name in enumerate((*FILES, *LISTS))}
    return sorted(problems, key=lambda p: (p.level != "error", rank.get(p.file, len(rank))))


def _parse_files(files: Mapping[str, bytes]) -> tuple[dict[str, Any], list[Problem]]:
    content: dict[str, Any] = {}
    problems = Problems()
    for name, data in files.items():
        if is_picture(name):
            continue
        parse = parse_toml if name.endswith(".toml") else parse_json
        try:
            content[name], found = parse(name, data)
            problems += found
        except UnreadableError as error:
            problems.append(error.problem)
    return content, problems


def _parse_head(table: dict[str, Any]) -> tuple[Head | None, list[Problem]]:
    try:
        head = Head.model_validate(frozen(table))
    except ValidationError as error:
        return None, explain(error, Head, "life.toml")
    problems = url_problem("life.toml", "", "url", head.url) if head.url else []
    for number, url in enumerate(head.person.same_as, start=1):
        problems += url_problem("life.toml", "", f"person.same_as[{number}]", url)
    return head, problems


def _ids(items: object) -> frozenset[str]:
    """Return the ids of the items of a list, valid or not."""
    some = items if isinstance(items, list) else ()
    ids = (item.get("id") for item in some if isinstance(item, dict))
    return frozenset(name for name in ids if isinstance(name, str))


def _assemble(parts: Parts, fingerprint: str, beside: dict[str, Any]) -> Life:
    fields: dict[str, Any] = {name: getattr(parts.head, name) for name in Head.model_fields}
    for name, records in parts.records.items():
        fields[name.removesuffix(".json")] = tuple(records)
    return Life(
        **fields,
        stops=tuple(feature.value for feature in parts.stops or ()),
        legs=tuple(feature.value for feature in parts.legs or ()),
        sources=tuple(parts.sources or ()),
        digest=fingerprint,
        **beside,
    )
