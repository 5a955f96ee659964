"""Warn of stops that lie in the sea, off the map, or with their axes swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.distance import distance_km
from mapping.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.features import Feature
    from mapping.life import Position, Stop

STOPS = "stops.geojson"
FAR_KM, NEAR_KM = 1500.0, 600.0  # from the stops before and after: as it stands, and swapped
_SWAP = "Swap the two numbers; longitude comes first."


def check_ground(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    """Yield a warning for every stop that is not on the drawn land.

    Parameters
    ----------
    stops
        Valid stops in the order of the life.
    """
    from mapping.basemap import load_atlas, nearest_polity, polity_at  # noqa: PLC0415 - heavy

    west, south, east, north = load_atlas().bounds
    for number, feature in enumerate(stops):
        stop = feature.value
        lon, lat = stop.position
        day = stop.span.first
        neighbours = [
            other.value.position
            for at in (number - 1, number + 1)
            if 0 <= at < len(stops)
            for other in (stops[at],)
        ]
        swapped = abs(lon) <= 90 and _fits_better((lat, lon), (lon, lat), neighbours)  # noqa: PLR2004 - a latitude
        if not (west <= lon <= east and south <= lat <= north):
            expected = f"a position on the map, {west:g} to {east:g} and {south:g} to {north:g}"
            found = f"one outside it, at {lon:g}, {lat:g}"
            remedy = _SWAP if swapped else "Check it; no land is drawn there."
        elif polity_at(lon, lat, day) is None:
            expected = "a position on land"
            found = f"one in the sea off {nearest_polity(lon, lat, day).name}"
            ashore = abs(lon) <= 90 and polity_at(lat, lon, day) is not None  # noqa: PLR2004 - a latitude
            remedy = _SWAP if ashore or swapped else "Move it ashore."
        elif swapped:
            expected = "a position near the stops before and after"
            found = f"one that would be nearer at {lat:g}, {lon:g}"
            remedy = _SWAP
        else:
            continue
        yield Problem(STOPS, feature.label, "coordinates", expected, found, remedy, "warning")


def _fits_better(swapped: Position, position: Position, neighbours: Sequence[Position]) -> bool:
    """Return whether a position is far from its neighbours, and would not be if swapped."""
    if not neighbours:
        return False
    far = min(distance_km(position, other) for other in neighbours)
    near = min(distance_km(swapped, other) for other in neighbours)
    return far > FAR_KM and near < NEAR_KM
