"""Warn of stops at sea, off the map, with swapped axes, or in a state of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.errors import Problem, at
from mapping.life.distance import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd

    from mapping.life.model import Stop
    from mapping.reading.features import Feature

STOPS = "stops.geojson"
FAR_KM, NEAR_KM = 1500.0, 600.0  # from the stops before and after: as it stands, and swapped
_POLE = 90.0  # no longitude beyond can be a latitude
_SWAP = "Swap the two numbers; longitude comes first."


def check_ground(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    """Yield a warning for every stop that is not on the drawn land.

    Parameters
    ----------
    stops
        Valid stops in the order of the life.
    """
    from mapping.atlas.polities import nearest_polity, polity_at
    from mapping.atlas.world import is_known, load_atlas

    if not stops:
        return
    west, south, east, north = load_atlas().bounds
    from_land_km = _held([feature.value for feature in stops], "first")["polity_km"]
    ashore = (from_land_km == 0).tolist()
    for number, (feature, at_sea) in enumerate(zip(stops, from_land_km.isna(), strict=True)):
        stop = feature.value
        (lon, lat), day = stop.position, stop.span.first
        beside = [at for at in (number - 1, number + 1) if 0 <= at < len(stops)]
        swapped = _would_fit_swapped(stops, number)
        if not (west <= lon <= east and south <= lat <= north):
            expected = f"a position on the map, {west:g} to {east:g} and {south:g} to {north:g}"
            found = f"one outside it, at {lon:g}, {lat:g}"
            remedy = _SWAP if swapped else "Check it; no land is drawn there."
        elif at_sea:
            expected = "a position on land"
            near = nearest_polity(lon, lat, day).name if is_known(day) else "the nearest coast"
            found = f"one in the sea off {near}"
            # Where the neighbours are ashore and near, the place is right and the coast coarse.
            lost = not any(ashore[at] and _apart_km(stops, number, at) < FAR_KM for at in beside)
            lands = (
                lost
                and abs(lon) <= _POLE
                and is_known(day)
                and polity_at(lat, lon, day) is not None
            )
            swapped = swapped or lands
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
        for stop, row in zip(stops, _held(stops, end).itertuples(), strict=True):
            day = getattr(stop.span, end)
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


def _held(stops: Sequence[Stop], end: str) -> gpd.GeoDataFrame:
    """Return who held the place of each stop on its first or last day."""
    import geopandas as gpd
    import numpy as np
    import shapely

    from mapping.atlas.polities import with_polities

    days = np.array([getattr(stop.span, end) for stop in stops], dtype="datetime64[s]")
    points = shapely.points([stop.position for stop in stops])
    return with_polities(gpd.GeoDataFrame({"start_date": days}, geometry=points, crs="EPSG:4326"))


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
