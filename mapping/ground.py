"""Warn of stops that lie in the sea, off the map, or with their axes swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.distance import distance_km
from mapping.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.features import Feature
    from mapping.life import Stop

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
    from mapping.basemap import load_atlas, nearest_polity, on_land, polity_at  # noqa: PLC0415 - heavy

    west, south, east, north = load_atlas().bounds
    ashore = on_land([feature.value.position for feature in stops])
    for number, (feature, dry) in enumerate(zip(stops, ashore, strict=True)):
        stop = feature.value
        (lon, lat), day = stop.position, stop.span.first
        beside = [at for at in (number - 1, number + 1) if 0 <= at < len(stops)]
        swapped = _would_fit_swapped(stops, number)
        if not (west <= lon <= east and south <= lat <= north):
            expected = f"a position on the map, {west:g} to {east:g} and {south:g} to {north:g}"
            found = f"one outside it, at {lon:g}, {lat:g}"
            remedy = _SWAP if swapped else "Check it; no land is drawn there."
        elif not dry and polity_at(lon, lat, day) is None:
            expected = "a position on land"
            found = f"one in the sea off {nearest_polity(lon, lat, day).name}"
            # Where the neighbours are ashore and near, the place is right and the coast coarse.
            lost = not any(ashore[at] and _apart_km(stops, number, at) < FAR_KM for at in beside)
            lands = lost and abs(lon) <= _POLE and polity_at(lat, lon, day) is not None
            swapped = swapped or lands
            remedy = _SWAP if swapped else "Move it ashore."
        elif swapped:
            expected = "a position near the stops before and after"
            found = f"one that would be nearer at {lat:g}, {lon:g}"
            remedy = _SWAP
        else:
            continue
        yield Problem(STOPS, feature.label, "coordinates", expected, found, remedy, "warning")


def _apart_km(stops: Sequence[Feature[Stop]], one: int, two: int) -> float:
    return distance_km(stops[one].value.position, stops[two].value.position)


def _would_fit_swapped(stops: Sequence[Feature[Stop]], number: int) -> bool:
    """Return whether a stop is far from its neighbours, and would not be with axes swapped."""
    lon, lat = stops[number].value.position
    beside = [stops[at].value.position for at in (number - 1, number + 1) if 0 <= at < len(stops)]
    if not beside or abs(lon) > _POLE or min(distance_km((lon, lat), at) for at in beside) < FAR_KM:
        return False
    return min(distance_km((lat, lon), at) for at in beside) < NEAR_KM
