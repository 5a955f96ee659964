"""A life as GeoJSON features: flat properties in the order of the data dictionary."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mapping.life.model import LANDMARK_COLUMNS, RECORDS, property_order, record_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from mapping.life.model import Leg, Life, Stop

Feature = dict[str, Any]
_HALVES = re.compile("[\ud800-\udfff]")


def stop_features(life: Life) -> list[Feature]:
    """Return the stops as GeoJSON Point features, EPSG:4326, longitude first.

    Parameters
    ----------
    life
        A valid life.
    """
    return [_feature(stop, number, "Point", stop.position) for number, stop in _counted(life.stops)]


def leg_features(life: Life) -> list[Feature]:
    """Return the legs as GeoJSON LineString features through their waypoints, EPSG:4326.

    Parameters
    ----------
    life
        A valid life.
    """
    return [
        _feature(leg, number, "LineString", leg.waypoints) for number, leg in _counted(life.legs)
    ]


def shapes_of(features: Iterable[Feature]) -> NDArray[np.object_]:
    """Return the geometries of GeoJSON features as a column of shapely's.

    Parameters
    ----------
    features
        GeoJSON features.
    """
    import shapely

    texts = [json.dumps(feature["geometry"]) for feature in features]
    shapes: NDArray[np.object_] = shapely.from_geojson(texts)
    return shapes


def life_tables(life: Life) -> dict[str, str]:
    """Return ``stops.geojson`` and ``legs.geojson`` as the life's folder has them.

    Parameters
    ----------
    life
        A valid life.
    """
    first = min(stop.span.first for stop in life.stops)
    last = max(stop.span.last for stop in life.stops)
    whose = f"of the life of {life.person.name}, {first.year} to {last.year}"
    return {
        "stops.geojson": collection_text("stops", f"Stops {whose}", stop_features(life)),
        "legs.geojson": collection_text("legs", f"Legs {whose}", leg_features(life)),
    }


def plan_tables(life: Life) -> dict[str, str]:
    """Return the drawn plans of towns as the life's folder has them, by file name.

    Parameters
    ----------
    life
        A valid life.
    """
    rows: dict[str, list[Feature]] = {file: [] for plan in life.plans for file in plan.files}
    for landmark in life.landmarks:
        rows[landmark.file].append(
            {
                "type": "Feature",
                "properties": {name: getattr(landmark, name) for name in LANDMARK_COLUMNS},
                "geometry": landmark.geometry,
            }
        )
    return {
        file: collection_text(PurePosixPath(file).stem, plan_words(file), features)
        for file, features in rows.items()
    }


def plan_words(file: str) -> str:
    """Return what a file of a plan says of itself.

    Parameters
    ----------
    file
        Its name, such as ``plans/paris.geojson``.
    """
    return f"Plan of {PurePosixPath(file).stem}: what is drawn under the stays"


def collection_text(name: str, description: str, features: Iterable[Feature]) -> str:
    """Return a FeatureCollection, one feature a line, as RFC 7946 and QGIS like it.

    Parameters
    ----------
    name
        Becomes the layer's name.
    description
        Becomes the layer's abstract.
    features
        GeoJSON features; NaN is refused.
    """
    rows = map(_line, features)
    head = _line({"type": "FeatureCollection", "name": name, "description": description})
    return head[:-1] + ', "features": [\n' + ",\n".join(rows) + "\n]}\n"


def records_text(rows: Iterable[dict[str, Any]]) -> str:
    """Return a list of flat records, one a line.

    Parameters
    ----------
    rows
        Records, their members in the order of the file.
    """
    lines = [_line(row) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def life_lists(life: Life) -> dict[str, str]:
    """Return the lists of a life as its folder has them; an empty one is left out.

    Parameters
    ----------
    life
        A valid life.
    """
    return {file: records_text(rows) for file, rows in record_rows(life).items() if rows}


def record_rows(life: Life) -> dict[str, list[dict[str, Any]]]:
    """Return the records of each list of a life, by file name.

    Parameters
    ----------
    life
        A valid life.
    """
    return {
        file: [
            {name: getattr(record, name) for name in record_order(model)}
            for record in getattr(life, file.removesuffix(".json"))
        ]
        for file, model in RECORDS.items()
    }


def _counted(values: tuple[Any, ...]) -> Iterable[tuple[int, Any]]:
    return enumerate(values, start=1)


def _feature(value: Stop | Leg, number: int, geometry: str, coordinates: Any) -> Feature:
    properties = value.model_dump()
    derived = {
        "seq": number,
        "start_date": value.span.first.isoformat(),
        "end_date": value.span.last.isoformat(),
        "date_text": value.span.words,
    }
    ordered = {name: derived.get(name, properties[name]) for name in property_order(type(value))}
    return {
        "type": "Feature",
        "id": value.id,
        "properties": ordered,
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def _line(value: object) -> str:
    """Return a value as one line of JSON; half a character stays spelled out."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
