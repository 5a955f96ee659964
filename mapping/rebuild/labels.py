"""Find where the name of each polity fits, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.atlas.decode import WATER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.rebuild.facts import History

LAST_DAY = "1948-01-01"
# A name stays where it was while its place is nearly as good as the best one: names that jump
# about as the years pass tire the eye.
_GOOD_ENOUGH = 0.8
_SECOND_BODY = 0.3
_SECOND_KM = 40.0
_WIDE_DEGREES = 60.0
_EARTH_KM = 6371.0


class Label(NamedTuple):
    """A place for the name of a polity: period as ISO days, degrees, inscribed radius in km."""

    code: str
    begin: str
    end: str
    lon: float
    lat: float
    radius_km: float


def place_labels(
    faces: Mapping[str, shapely.Geometry], histories: Mapping[str, History]
) -> list[Label]:
    """Place one label in the main body of every polity and one in each other large body.

    The place is the pole of inaccessibility on a Mercator plane, which keeps distances to the
    edges in proportion.

    Parameters
    ----------
    faces
        The faces by name of their history; degrees, EPSG:4326.
    histories
        The states of each history.
    """
    days = sorted({day for name in faces for day, _ in histories[name]})
    plane = {name: shapely.transform(face, _mercator) for name, face in faces.items()}
    bodies: dict[frozenset[str], list[shapely.Geometry]] = {}
    running: dict[str, list[Label]] = {}
    before: dict[str, frozenset[str]] = {}
    done: list[Label] = []
    for day in days:
        lands = _lands(day, faces, histories)
        for code in sorted(before.keys() | lands.keys()):
            land = lands.get(code, frozenset())
            if land == before.get(code):
                continue
            if land and land not in bodies:
                bodies[land] = _bodies([plane[name] for name in sorted(land)])
            fresh = [
                _label(code, day, body, running.get(code, []), main=i == 0)
                for i, body in enumerate(bodies.get(land, []))
            ]
            places = {(label.lon, label.lat): label for label in fresh if label is not None}
            for old in running.get(code, []):
                if (old.lon, old.lat) in places:
                    kept = places[old.lon, old.lat]
                    places[old.lon, old.lat] = kept._replace(begin=old.begin)
                else:
                    done.append(old._replace(end=day))
            running[code] = list(places.values())
        before = lands
    return sorted(done + [label for labels in running.values() for label in labels])


def _lands(
    day: str, faces: Mapping[str, shapely.Geometry], histories: Mapping[str, History]
) -> dict[str, frozenset[str]]:
    lands: dict[str, set[str]] = {}
    for name in faces:
        state = [state for begin, state in histories[name] if begin <= day][-1]
        if state.entity != WATER:
            lands.setdefault(state.entity, set()).add(name)
    return {code: frozenset(names) for code, names in lands.items()}


def _bodies(faces: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Return the main body and every other one that is nearly as large; wide ones in halves."""
    bodies = sorted(
        shapely.get_parts(shapely.coverage_union_all(faces)).tolist(), key=lambda body: -body.area
    )
    chosen = [body for body in bodies if body.area >= _SECOND_BODY * bodies[0].area]
    halves = []
    for body in chosen:
        west, south, east, north = body.bounds
        if np.degrees(east - west) > _WIDE_DEGREES:
            middle = (west + east) / 2
            halves += [
                shapely.intersection(body, shapely.box(west, south, middle, north)),
                shapely.intersection(body, shapely.box(middle, south, east, north)),
            ]
        else:
            halves.append(body)
    return halves


def _label(
    code: str, day: str, body: shapely.Geometry, old: list[Label], *, main: bool
) -> Label | None:
    circle = shapely.maximum_inscribed_circle(body, tolerance=0.001)
    (x, y), _ = shapely.get_coordinates(circle)
    radius = circle.length
    for label in old:
        place = shapely.Point(_mercator(np.array([[label.lon, label.lat]]))[0])
        room = shapely.distance(place, body.boundary) if shapely.contains(body, place) else 0.0
        if room >= _GOOD_ENOUGH * radius:
            return label._replace(begin=day, end=LAST_DAY, radius_km=_km(room, label.lat))
    lon, lat = _degrees(x, y)
    radius_km = _km(radius, lat)
    if radius_km < _SECOND_KM and not main:
        return None
    return Label(code, day, LAST_DAY, round(lon, 2), round(lat, 2), radius_km)


def _mercator(lonlat: np.ndarray) -> np.ndarray:
    return np.column_stack([np.radians(lonlat[:, 0]), np.arcsinh(np.tan(np.radians(lonlat[:, 1])))])


def _degrees(x: float, y: float) -> tuple[float, float]:
    return float(np.degrees(x)), float(np.degrees(np.arctan(np.sinh(y))))


def _km(radius: float, lat: float) -> float:
    return round(float(radius * np.cos(np.radians(lat)) * _EARTH_KM))
