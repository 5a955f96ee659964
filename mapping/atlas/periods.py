"""The frontiers over a span of time as features, each for the days on which it stood so."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mapping.atlas.made import made_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import MultiPolygon, Polygon

    from mapping.atlas.decode import Atlas, State

_DECIMALS = 3  # the atlas is drawn in steps of 1/200 degree
_DAY = timedelta(days=1)
Feature = dict[str, Any]
_Standing = tuple["State", str, frozenset[int]]


def frontier_features(first: date, last: date) -> list[Feature]:
    """Return the polities between two days as GeoJSON features, EPSG:4326.

    A polity that gains or loses land, changes its name, its sovereign or its ruler, gives one
    feature for the days before and another for the days after. On any one day the features
    cover the land once.

    Parameters
    ----------
    first, last
        Both included; of days that the atlas does not know there are none.

    """
    from mapping.atlas.world import KNOWN, load_atlas

    first, last = max(first, KNOWN[0]), min(last, KNOWN[1])
    if first > last:
        return []

    atlas = load_atlas()
    days = _days_of_change(atlas, first, last)
    ends = [day - _DAY for day in days[1:]] + [last]
    open_since: dict[_Standing, date] = {}
    closed: list[tuple[_Standing, date, date]] = []
    for index, day in enumerate(days):
        standing = _standing_on(atlas, day)
        gone = [key for key in open_since if key not in standing]
        closed += [(key, open_since.pop(key), ends[index - 1]) for key in gone]
        for key in standing:
            open_since.setdefault(key, day)
    closed += [(key, since, last) for key, since in open_since.items()]
    drawn = {faces for (_, _, faces), _, _ in closed}
    shapes = {faces: _united(atlas, faces) for faces in drawn}
    told = {faces: _geometry(shape) for faces, shape in shapes.items()}
    exactness = _exactness(list(drawn))
    features = []
    rows = sorted(closed, key=lambda row: (row[0][0], row[1]))
    for (state, name, faces), begin, end in rows:
        tint = atlas.tints.get(state.sovereign, 0)
        feature = _feature(state, name, tint, (begin, end), told[faces])
        feature["properties"] |= {
            "exactness_km": exactness[faces],
            "source": made_by(state, begin),
        }
        features.append(feature)
    return _with_areas(features, [shapes[faces] for (_, _, faces), _, _ in rows])


def _with_areas(features: list[Feature], shapes: Sequence[MultiPolygon]) -> list[Feature]:
    """Add the area of each, and whether its name is written there: once a name, at its largest."""
    import geopandas as gpd

    areas = gpd.GeoSeries(shapes, crs="EPSG:4326").to_crs("ESRI:54034").area
    km2 = [int(round(metres / 1e6, -1)) for metres in areas]
    largest: dict[str, list[tuple[str, str]]] = {}
    for index in sorted(range(len(features)), key=lambda index: (-km2[index], index)):
        facts = features[index]["properties"]
        days = facts["start_date"], facts["end_date"]
        taken = largest.setdefault(facts["name"], [])
        is_first = all(days[0] > last or days[1] < first for first, last in taken)
        if is_first:
            taken.append(days)
        facts |= {"area_km2": km2[index], "lettered": is_first}
    return features


def water_features(first: date, last: date) -> list[Feature]:
    """Return the lakes between two days as GeoJSON features, each with its days; EPSG:4326.

    Parameters
    ----------
    first, last
        Both included; a lake that was there before and after has these days.
    """
    from mapping.atlas.world import load_atlas

    features: list[Feature] = []
    for number, lake in enumerate(load_atlas().lakes, start=1):
        begin = max(first.isoformat(), lake.begin)
        end = min(last.isoformat(), lake.end or last.isoformat())
        if begin > end:
            continue
        key = f"water-{number}"
        days = {"start_date": begin, "end_date": end}
        features.append(
            {
                "type": "Feature",
                "id": key,
                "properties": {"id": key, "name": lake.name or None, **days},
                "geometry": _geometry(_rounded([lake.shape])),
            }
        )
    return features


def _exactness(drawn: Sequence[frozenset[int]]) -> dict[frozenset[int], int]:
    """Return how far the worst known frontier of faces drawn as one may be out, in km."""
    import pandas as pd

    from mapping.atlas.exactness import exactness_of

    members = [(face, number) for number, faces in enumerate(drawn) for face in faces]
    number = pd.DataFrame(members, columns=["face", "number"]).set_index("face")["number"]
    worst = exactness_of(number).groupby(number.to_numpy()).max()
    return dict(zip(drawn, worst.tolist(), strict=True))


def _days_of_change(atlas: Atlas, first: date, last: date) -> list[date]:
    texts = {day for days, _ in atlas.histories for day in days}
    texts |= {day for days, _ in atlas.names.values() for day in days}
    inside = {date.fromisoformat(text) for text in texts}
    return sorted({first, *(day for day in inside if first < day <= last)})


def _standing_on(atlas: Atlas, day: date) -> set[_Standing]:
    from mapping.atlas.decode import WATER

    members: dict[State, list[int]] = {}
    for face in range(len(atlas.faces)):
        if (state := atlas.state(face, day)).entity != WATER:
            members.setdefault(state, []).append(face)
    return {
        (state, atlas.name(state.entity, day), frozenset(faces)) for state, faces in members.items()
    }


def _united(atlas: Atlas, faces: Iterable[int]) -> MultiPolygon:
    """Return faces as one, its parts from west to east."""
    import numpy as np
    import shapely

    union = shapely.coverage_union_all([atlas.faces[face] for face in sorted(faces)])
    parts = shapely.get_parts(shapely.normalize(union))
    return _rounded(parts[np.lexsort(shapely.bounds(parts).T[::-1])])


def _rounded(parts: Sequence[Polygon]) -> MultiPolygon:
    import numpy as np
    import shapely

    right = shapely.orient_polygons(parts)  # RFC 7946: outer rings anticlockwise
    shape: MultiPolygon = shapely.transform(
        shapely.multipolygons(right), lambda degrees: np.round(degrees, _DECIMALS)
    )
    return shape


def _geometry(shape: MultiPolygon) -> dict[str, Any]:
    import shapely

    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shape))
    return geometry


def _feature(
    state: State, name: str, tint: int, days: tuple[date, date], geometry: dict[str, Any]
) -> Feature:
    begin, end = days
    key = f"{state.entity}-{begin.isoformat()}".lower()
    if state.controller != state.entity or state.status != "sovereign":
        key = f"{state.entity}-{state.controller}-{state.status}-{begin.isoformat()}".lower()
    return {
        "type": "Feature",
        "id": key,
        "properties": {
            "id": key,
            "code": state.entity,
            "name": name,
            "sovereign": state.sovereign,
            "controller": state.controller,
            "status": state.status,
            "start_date": begin.isoformat(),
            "end_date": end.isoformat(),
            "tint": tint,
        },
        "geometry": geometry,
    }
