"""Parse the drawn plans of towns, each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.errors import Problems, show
from mapping.life.dates import parse_span
from mapping.life.model import SHAPES, Landmark
from mapping.reading.explain import explain
from mapping.reading.features import collection_problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mapping.errors import Place, Problem
    from mapping.life.model import Plan

FOLDER = "plans"
_REDRAW = "Draw it again in QGIS."


def is_plan(name: str) -> bool:
    """Return whether a file of a life's folder is a plan.

    Parameters
    ----------
    name
        Its name inside the folder.

    Examples
    --------
    >>> is_plan("plans/paris.geojson"), is_plan("stops.geojson")
    (True, False)
    """
    return name.startswith(f"{FOLDER}/") and name.endswith(".geojson")


def plan_files(folder: Path) -> list[str]:
    """Return the names of the plans in a folder, in order.

    Parameters
    ----------
    folder
        Folder of a life.
    """
    return sorted(f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.geojson"))


def parse_plans(
    content: Mapping[str, Any], plans: Sequence[Plan]
) -> tuple[tuple[Landmark, ...], list[Problem]]:
    """Parse the landmarks of all plans that ``life.toml`` names.

    Parameters
    ----------
    content
        The parsed JSON of each file by its name; others than plans are passed over.
    plans
        What ``life.toml`` says of them.
    """
    problems = Problems()
    landmarks: list[Landmark] = []
    for plan, file in ((one, file) for one in plans for file in one.files):
        if file not in content:
            problems.at("life.toml", plan.id).error(
                "plans.file" if file == plan.file else "plans.shore",
                expected="a file in the folder plans, such as plans/paris.geojson",
                found=f"{show(file)}, which is not there or cannot be read",
                remedy="Put the file there, or take it out of life.toml.",
            )
            continue
        some, found = _parse_plan(plan, file, content[file])
        landmarks += some
        problems += found
    named = {file for one in plans for file in one.files}
    for file in sorted(name for name in content if is_plan(name) and name not in named):
        problems.at(file).warning(
            expected="a plan that life.toml names",
            found="one that it does not",
            remedy="Add it under [[plans]] of life.toml with its frame and years, or remove it.",
        )
    return tuple(landmarks), problems


def _parse_plan(plan: Plan, file: str, content: object) -> tuple[list[Landmark], list[Problem]]:
    problems = Problems(collection_problems(file, content))
    items = content.get("features") if isinstance(content, dict) else None
    landmarks = []
    for number, item in enumerate(items if isinstance(items, list) else (), start=1):
        properties = item.get("properties") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(properties, dict):
            problems.at(file, f"feature {number}").error(
                expected="a feature with properties",
                found=show(item),
                remedy="Remove it, or fill it in.",
            )
            continue
        name = properties.get("name")
        label = f"feature {number}" + (f" ({show(name)})" if isinstance(name, str) else "")
        facts = {key: value for key, value in properties.items() if key != "fid"}
        shape = item.get("geometry")
        known = {
            "plan": plan.id,
            "file": file,
            "geometry": shape if isinstance(shape, dict) else {},
        }
        try:
            landmark = Landmark.model_validate(facts | known)
        except ValidationError as error:
            problems += explain(error, Landmark, file, label)
            continue
        if _is_sound(landmark, plan, problems.at(file, label)):
            landmarks.append(landmark)
    return landmarks, problems


def _is_sound(landmark: Landmark, plan: Plan, here: Place) -> bool:
    """Note what is wrong with the shape and the dates of a landmark."""
    import numpy as np
    import shapely

    kind = landmark.kind
    allowed = SHAPES.get(kind, ("Point",))
    sort = landmark.geometry.get("type")
    if sort not in allowed:
        found = show(sort) if sort else "none"
        expected = f"a {' or '.join(allowed)} for a {kind}"
        here.error("geometry", expected=expected, found=found, remedy=_REDRAW)
        return False
    try:
        with np.errstate(invalid="ignore"):  # infinite numbers are told below
            shape = landmark.shape
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.GEOSException):
        shape = shapely.Point()
    finite = bool(np.isfinite(shape.bounds).all()) and not shape.is_empty
    if not finite or not shape.is_valid:
        found = shapely.is_valid_reason(shape) if finite else "none that can be drawn"
        here.error("geometry", expected="a valid geometry", found=found, remedy=_REDRAW)
        return False
    if not shape.intersects(shapely.box(*plan.frame)):
        here.error(
            "geometry",
            expected=f"one in the frame of the plan, {', '.join(map(str, plan.frame))}",
            found=", ".join(f"{number:.4f}" for number in shape.bounds[:2]),
            remedy="Longitude comes first; move it, or widen the frame in life.toml.",
        )
        return False
    return _keeps_dates(landmark, here)


def _keeps_dates(landmark: Landmark, here: Place) -> bool:
    start, end = landmark.start_date, landmark.end_date
    if start and end and parse_span(end).last < parse_span(start).first:
        here.error(
            "end_date",
            expected=f"a date after {start}",
            found=show(end),
            remedy="Swap the two, or correct one.",
        )
        return False
    return True
