"""Read a life folder into a ``Life``, with every problem collected: the only reader of data."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.errors import DataError, Problem
from mapping.files import UnreadableError, read_bytes
from mapping.life.model import Head, Leg, Life, Stop
from mapping.life.order import order_legs, order_stops
from mapping.reading.characters import check_text, is_plain, say_path, walk_texts
from mapping.reading.explain import explain
from mapping.reading.features import label_of, parse_features
from mapping.reading.links import url_problem
from mapping.reading.rules.consistency import Parts, check_rules
from mapping.reading.rules.frontiers import check_frontiers
from mapping.reading.rules.gdal import check_gis
from mapping.reading.rules.legs import check_joints
from mapping.reading.rules.map import check_ground, check_states
from mapping.reading.rules.plausibility import check_plausibility
from mapping.reading.sources import parse_sources
from mapping.reading.syntax import parse_json, parse_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.life.model import Source
    from mapping.reading.features import Collection

FILES = ("life.toml", "stops.geojson", "legs.geojson", "sources.json")


def load_life(folder: Path | str) -> Life:
    """Return the life that a folder holds.

    Parameters
    ----------
    folder
        Folder with ``life.toml``, ``stops.geojson``, ``legs.geojson`` and ``sources.json``.

    Raises
    ------
    DataError
        If it holds errors; carries all of them, and the warnings.

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

    Examples
    --------
    >>> [problem.level for problem in check_life("no such folder")]
    ['error', 'error', 'error', 'error']
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
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in FILES:
        try:
            files[name] = read_bytes(Path(folder) / name)
        except UnreadableError as error:
            problems.append(error.problem)
    life, found = parse_life(files)
    problems += found
    if life:
        problems += check_gis("stops.geojson", files["stops.geojson"], life.stops)
        problems += check_gis("legs.geojson", files["legs.geojson"], life.legs)
        if thorough:
            problems += check_states(life.stops)
            problems += check_frontiers(life)
    return life, sort_problems(problems)


def parse_life(files: Mapping[str, bytes]) -> tuple[Life | None, list[Problem]]:
    """Return the life that the content of its files makes, and what is wrong with it.

    Parameters
    ----------
    files
        Content by file name; a file that is not there is left out of all rules.
    """
    content, problems = _parse_files(files)
    for file, value in content.items():
        problems += _text_problems(file, value)
    head, found = _parse_head(content["life.toml"]) if "life.toml" in content else (None, [])
    problems += found
    stops: Collection[Stop] | None = None
    legs: Collection[Leg] | None = None
    sources: list[Source] | None = None
    if "stops.geojson" in content:
        stops, found = parse_features("stops.geojson", content["stops.geojson"], Stop)
        problems += found
    if "legs.geojson" in content:
        legs, found = parse_features("legs.geojson", content["legs.geojson"], Leg)
        problems += found
    if "sources.json" in content:
        sources, found = parse_sources("sources.json", content["sources.json"])
        problems += found
    source_ids = _ids(content.get("sources.json"))
    parts = _in_order(head, stops, legs, sources, source_ids)
    problems += check_rules(parts)
    problems += check_joints(parts)
    problems += check_plausibility(parts)
    problems += check_ground(parts.stops or ())
    problems = sort_problems(problems)
    incomplete = head is None or stops is None or legs is None or sources is None
    if incomplete or any(problem.level == "error" for problem in problems):
        return None, problems
    kept = {name: files[name].decode("utf-8-sig") for name in ("life.toml", "sources.json")}
    return _assemble(parts, digest(files), kept), problems


def digest(files: Mapping[str, bytes]) -> str:
    """Return the first twelve hex digits of the SHA-256 over names, lengths and contents.

    Parameters
    ----------
    files
        Content by file name.
    """
    total = hashlib.sha256()
    for name in FILES:
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
    rank = {name: number for number, name in enumerate(FILES)}
    return sorted(problems, key=lambda p: (p.level != "error", rank.get(p.file, len(rank))))


def _parse_files(files: Mapping[str, bytes]) -> tuple[dict[str, Any], list[Problem]]:
    content: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, data in files.items():
        parse = parse_toml if name.endswith(".toml") else parse_json
        try:
            content[name], found = parse(name, data)
            problems += found
        except UnreadableError as error:
            problems.append(error.problem)
    return content, problems


def _text_problems(file: str, value: object) -> list[Problem]:
    """Judge every text of a file, naming the feature or item it stands in."""
    inner = value.get("features") if isinstance(value, dict) else value
    if not isinstance(inner, list):
        return _unsound(file, "", value)
    problems: list[Problem] = []
    for index, item in enumerate(inner):
        body = item.get("properties") if isinstance(item, dict) and inner is not value else item
        problems += _unsound(file, label_of(item, index), body)
    return problems


def _unsound(file: str, label: str, value: object) -> list[Problem]:
    return [
        problem
        for path, text in walk_texts(value)
        if not is_plain(text)
        for problem in check_text(file, label, say_path(path), text)
    ]


def _parse_head(table: dict[str, Any]) -> tuple[Head | None, list[Problem]]:
    try:
        head = Head.model_validate(_frozen(table))
    except ValidationError as error:
        return None, explain(error, Head, "life.toml")
    problems = []
    for number, url in enumerate(head.person.same_as, start=1):
        problems += url_problem("life.toml", "", f"person.same_as[{number}]", url)
    return head, problems


def _frozen(value: Any) -> Any:
    """Return TOML's lists as tuples, which is what the strict models hold."""
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    return value


def _ids(items: object) -> frozenset[str]:
    """Return the ids of the items of a list, valid or not."""
    some = items if isinstance(items, list) else ()
    ids = (item.get("id") for item in some if isinstance(item, dict))
    return frozenset(name for name in ids if isinstance(name, str))


def _in_order(
    head: Head | None,
    stops: Collection[Stop] | None,
    legs: Collection[Leg] | None,
    sources: list[Source] | None,
    source_ids: frozenset[str],
) -> Parts:
    some_stops = stops.features if stops else ()
    some_legs = legs.features if legs else ()
    order = order_stops([f.value.seq for f in some_stops], [f.value.span for f in some_stops])
    ordered_stops = tuple(some_stops[index] for index in order)
    ends = [(feature.value.from_id, feature.value.to_id) for feature in some_legs]
    leg_order = order_legs(ends, [feature.value.id for feature in ordered_stops])
    return Parts(
        head,
        ordered_stops if stops else None,
        tuple(some_legs[index] for index in leg_order) if legs else None,
        tuple(sources) if sources is not None else None,
        stops.ids if stops else frozenset(),
        source_ids,
        bool(stops and stops.complete and legs and legs.complete),
    )


def _assemble(parts: Parts, fingerprint: str, texts: dict[str, str]) -> Life:
    fields = {name: getattr(parts.head, name) for name in Head.model_fields}
    return Life(
        **fields,
        stops=tuple(feature.value for feature in parts.stops or ()),
        legs=tuple(feature.value for feature in parts.legs or ()),
        sources=tuple(parts.sources or ()),
        digest=fingerprint,
        texts=texts,
    )
