"""Warn of stops at sea, off the map, with swapped axes, or in a state of another name."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from mapping.errors import Problem, at
from mapping.life.distance import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Position, Stop
    from mapping.reading.features import Feature

STOPS = "stops.geojson"
FAR_KM, NEAR_KM = 1500.0, 600.0  # from the stops before and after: as it stands, and swapped
_POLE = 90.0  # no longitude beyond can be a latitude
_SWAP = "Are the two numbers swapped? If so, longitude comes first; if not, check the place."


def check_ground(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    """Yield a warning for every stop that is not on the drawn land.

    Parameters
    ----------
    stops
        Valid stops in the order of the life.
    """
    from mapping.atlas.world import load_atlas

    if not stops:
        return
    west, south, east, north = load_atlas().bounds
    places = [feature.value.position for feature in stops]
    days = [feature.value.span.first for feature in stops]
    from_land_km = _held(places, days)["polity_km"]
    ashore = (from_land_km == 0).tolist()
    sea = [number for number, km in enumerate(from_land_km) if math.isnan(km)]
    off, turned = _around([places[number] for number in sea], [days[number] for number in sea])
    nearest, lands = dict(zip(sea, off, strict=True)), dict(zip(sea, turned, strict=True))
    for number, feature in enumerate(stops):
        lon, lat = feature.value.position
        beside = [at for at in (number - 1, number + 1) if 0 <= at < len(stops)]
        swapped = _would_fit_swapped(stops, number)
        if not (west <= lon <= east and south <= lat <= north):
            expected = f"a position on the map, {west:g} to {east:g} and {south:g} to {north:g}"
            found = f"one outside it, at {lon:g}, {lat:g}"
            remedy = _SWAP if swapped else "Check it; no land is drawn there."
        elif number in nearest:
            expected = "a position on land"
            found = f"one in the sea off {nearest[number] or 'the nearest coast'}"
            # Where the neighbours are ashore and near, the place is right and the coast coarse.
            lost = not any(ashore[at] and _apart_km(stops, number, at) < FAR_KM for at in beside)
            swapped = swapped or (lost and lands[number])
            remedy = _SWAP if swapped else "Move it ashore."
        elif swapped:
            expected = "a position near the stops before and after"
            found = f"one that would be nearer at {lat:g}, {lon:g}"
            remedy = _SWAP
        else:
            continue
        yield at(STOPS, feature.label).warning(
            "coordinates", expected=expected, found=found, remedy=remedy
        )


def _around(
    places: Sequence[Position], days: Sequence[date]
) -> tuple[list[str | None], list[bool]]:
    """Return off whose coast places at sea lie, if that is known, and whether swapped ones land."""
    if not places:
        return [], []
    nearest = _held(places, days, reach_km=math.inf)["polity_name"]
    swapped = _held([(lat, lon) for lon, lat in places], days)["polity_name"]
    return [name if isinstance(name, str) else None for name in nearest], swapped.notna().tolist()


def check_states(stops: Sequence[Stop]) -> Iterator[Problem]:
    """Yield a warning for every stop whose ``country_then`` shares no word with the atlas.

    Parameters
    ----------
    stops
        Valid stops in the order of the life.
    """
    from mapping.atlas.world import is_known, load_atlas

    name = load_atlas().name
    told: dict[str, list[str]] = {}
    for end in ("first", "last"):
        days = [getattr(stop.span, end) for stop in stops]
        held = _held([stop.position for stop in stops], days)
        for stop, day, row in zip(stops, days, held.itertuples(), strict=True):
            if is_known(day) and isinstance(row.polity_code, str):
                codes = row.polity_sovereign, row.polity_controller
                names = [row.polity_name, *(name(code, day) for code in codes)]
                told.setdefault(stop.id, []).extend(names)
    for stop in stops:
        names = told.get(stop.id, [])
        if names and not _words(stop.country_then) & set().union(*map(_words, names)):
            yield at(STOPS, stop.id).warning(
                "country_then",
                expected=f"the state of that date, {names[0]} by the atlas",
                found=f"“{stop.country_then}”",
                remedy="Mend the name or the position, if the atlas is right.",
            )


def _held(
    places: Sequence[Position], days: Sequence[date], reach_km: float | None = None
) -> gpd.GeoDataFrame:
    """Return who held places on days."""
    import geopandas as gpd
    import numpy as np
    import shapely

    from mapping.atlas.polities import NEAREST_KM, with_polities

    points = shapely.points(np.reshape(places, (-1, 2)))
    start = np.array(days, dtype="datetime64[s]")
    frame = gpd.GeoDataFrame({"start_date": start}, geometry=points, crs="EPSG:4326")
    return with_polities(frame, reach_km=NEAREST_KM if reach_km is None else reach_km)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", name.casefold()))


def _apart_km(stops: Sequence[Feature[Stop]], one: int, two: int) -> float:
    return distance_km(stops[one].value.position, stops[two].value.position)


def _would_fit_swapped(stops: Sequence[Feature[Stop]], number: int) -> bool:
    """Return whether a stop is far from its neighbours, and would not be with axes swapped."""
    lon, lat = stops[number].value.position
    beside = [stops[at].value.position for at in (number - 1, number + 1) if 0 <= at < len(stops)]
    if not beside or abs(lon) > _POLE or min(distance_km((lon, lat), at) for at in beside) < FAR_KM:
        return False
    return min(distance_km((lat, lon), at) for at in beside) < NEAR_KM
