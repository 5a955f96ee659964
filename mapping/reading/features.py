"""Parse a GeoJSON collection into validated features, each problem with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from mapping.errors import Problem, Problems, at, show
from mapping.life.model import Leg, Stop
from mapping.reading.explain import closest, explain, suggest
from mapping.reading.positions import parse_geometry

_COLLECTION = ("type", "name", "description", "features")
_FEATURE = ("type", "id", "properties", "geometry")
# Written by GDAL and QGIS; "serge-map tidy" drops them, they change nothing.
HARMLESS = ("crs", "bbox", "xy_coordinate_resolution", "z_coordinate_resolution")
WGS84 = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326")
_TIDY = "Run serge-map tidy."
_Value = TypeVar("_Value", Stop, Leg)


@dataclass(frozen=True, slots=True)
class Feature(Generic[_Value]):
    """One feature that keeps every rule of its own.

    Parameters
    ----------
    label
        How problems name it: its id, or its position in the file.
    index
        Its position in the file, from 0.
    value
        The stop or leg.
    """

    label: str
    index: int
    value: _Value


@dataclass(frozen=True, slots=True)
class Collection(Generic[_Value]):
    """What could be read of one file.

    Parameters
    ----------
    features
        The valid features, in the order of the file.
    ids
        Ids of all features, valid or not, so that one broken stop is not many problems.
    complete
        Whether every feature was valid, so that numbers and order can be judged.
    """

    features: tuple[Feature[_Value], ...]
    ids: frozenset[str]
    complete: bool


def parse_features(
    file: str, content: object, model: type[_Value]
) -> tuple[Collection[_Value] | None, list[Problem]]:
    """Parse the content of ``stops.geojson`` or ``legs.geojson``; nothing where it has no features.

    Parameters
    ----------
    file
        Name for the problems.
    content
        The parsed JSON.
    model
        ``Stop`` for points, ``Leg`` for lines.
    """
    problems = Problems(collection_problems(file, content))
    items = content.get("features") if isinstance(content, dict) else None
    if not isinstance(items, list):
        return None, problems
    if _is_saved_elsewhere(items):
        saved = at(file).error(
            expected="the table as serge-map writes it",
            found="one saved by QGIS or another program, which has its own way with ids",
            remedy="Run serge-map tidy; it loses nothing.",
        )
        worse: list[Problem] = [one for one in problems if one.level == "error"]
        return None, [*worse, saved]
    features: list[Feature[_Value]] = []
    ids: list[tuple[int, str, str]] = []
    for index, item in enumerate(items):
        label = label_of(item, index)
        found, properties, geometry = _members(file, label, item)
        problems += found
        if properties is None:
            continue
        if isinstance(properties.get("id"), str):
            ids.append((index, label, properties["id"]))
        place, found = parse_geometry(file, label, geometry, model)
        problems += found
        value, found = _validate(file, label, properties, place, model)
        problems += found
        if value is not None:
            features.append(Feature(label, index, value))
    problems += _doubled_ids(file, ids)
    complete = len(features) == len(items)
    return Collection(tuple(features), frozenset(name for *_, name in ids), complete), problems


def _is_saved_elsewhere(items: list[Any]) -> bool:
    """Return whether a table came from GDAL: ids on the features alone, or numbered rows.

    A row that was added there has its id in the properties: the others decide.
    """
    rows = [item for item in items if isinstance(item, dict)]
    inner = [row["properties"] for row in rows if isinstance(row.get("properties"), dict)]
    if not rows or len(inner) < len(items):
        return False
    outside = sum("id" in row and "id" not in row["properties"] for row in rows)
    return 2 * outside > len(rows) or all("fid" in facts for facts in inner)


def label_of(item: object, index: int) -> str:
    """Return how problems name a feature: its id, or its position in the file.

    Parameters
    ----------
    item
        The feature as the file has it.
    index
        Its position, from 0.
    """
    if isinstance(item, dict):
        properties = item.get("properties")
        inner = properties.get("id") if isinstance(properties, dict) else None
        for name in (inner, item.get("id")):
            if isinstance(name, str) and name.strip():
                return show(name).strip("“”")
    return f"feature {index + 1}"


def collection_problems(file: str, content: object) -> list[Problem]:
    """Return what is wrong with a file as a whole.

    Parameters
    ----------
    file
        Name for the problems.
    content
        The parsed JSON.
    """
    problems = Problems()
    if not isinstance(content, dict):
        problems.at(file).error(
            expected="a FeatureCollection",
            found=show(content),
            remedy="Restore the file from a copy.",
        )
        return problems
    if content.get("type") != "FeatureCollection":
        problems.at(file).error(
            "type",
            expected="“FeatureCollection”",
            found=show(content.get("type")),
            remedy="Put the features into a FeatureCollection.",
        )
    if not isinstance(content.get("features"), list):
        found = show(content.get("features")) if "features" in content else "none"
        problems.at(file).error(
            "features",
            expected="a list of features",
            found=found,
            remedy="Put the features into a list.",
        )
    if "crs" in content:
        problems.append(_crs_problem(file, content["crs"]))
    problems += _unknown_members(file, "", content, _COLLECTION)
    return problems


def _crs_problem(file: str, crs: object) -> Problem:
    expected = "no crs, positions being longitude and latitude (WGS84)"
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is None or name in WGS84:
        return at(file).warning("crs", expected=expected, found=show(name), remedy=_TIDY)
    return at(file).error(
        "crs",
        expected=expected,
        found=show(name or crs),
        remedy="Export the layer again in EPSG:4326.",
    )


def _unknown_members(
    file: str, label: str, item: dict[str, Any], known: tuple[str, ...]
) -> list[Problem]:
    unknown = item.keys() - {*known, *HARMLESS}
    if not unknown:
        return []
    problems = Problems()
    for key in unknown:
        meant = closest(key, [name for name in known if name not in item])
        remedy = suggest(meant, "Remove it; nothing reads it.")
        place = problems.at(file, label)
        tell = place.error if meant else place.warning
        name, expected = show(key).strip("“”"), f"only {', '.join(known)}"
        tell(name, expected=expected, found="another", remedy=remedy)
    return sorted(problems)


def _members(
    file: str, label: str, item: object
) -> tuple[list[Problem], dict[str, Any] | None, object]:
    """Check what every feature has, whatever it is of."""
    problems = Problems()
    here = problems.at(file, label)
    if not isinstance(item, dict):
        here.error(
            expected="a feature", found=show(item), remedy="Remove it, or write a feature there."
        )
        return problems, None, None
    if item.get("type") != "Feature":
        here.error(
            "type", expected="“Feature”", found=show(item.get("type")), remedy="Write it so."
        )
    problems += _unknown_members(file, label, item, _FEATURE)
    properties = item.get("properties")
    if not isinstance(properties, dict):
        found = show(properties) if "properties" in item else "none"
        here.error(
            "properties", expected="an object with the columns", found=found, remedy="Fill it in."
        )
        return problems, None, None
    outer, inner = item.get("id"), properties.get("id")
    if isinstance(inner, str) and outer != inner:
        here.error(
            "id",
            expected=f"the id of its properties, {show(inner)}",
            found=show(outer) if "id" in item else "none",
            remedy=_TIDY,
        )
    return problems, properties, item.get("geometry")


def _doubled_ids(file: str, ids: list[tuple[int, str, str]]) -> list[Problem]:
    count = Counter(name for *_, name in ids)
    return Problems(
        at(file, label).error(
            "id",
            expected="an id of its own",
            found=f"the same in {count[name]} features (this is feature {index + 1})",
            remedy="Give each its own.",
        )
        for index, label, name in ids
        if count[name] > 1
    )


def _validate(
    file: str,
    label: str,
    properties: dict[str, Any],
    position: object,
    model: type[_Value],
) -> tuple[_Value | None, list[Problem]]:
    member = "position" if model is Stop else "waypoints"
    # A broken geometry has its own problem; a stand-in lets the columns be judged all the same.
    stand_in = (0.0, 0.0) if model is Stop else ((0.0, 0.0), (1.0, 1.0))
    filled = {**properties, member: stand_in if position is None else position}
    try:
        value = model.model_validate(filled)
    except ValidationError as error:
        return None, explain(error, model, file, label)
    if member in properties:
        remedy = "Remove it; the geometry says it."
        problem = at(file, label).error(member, expected="no such key", found="one", remedy=remedy)
        return None, [problem]
    return (None if position is None else value), []
