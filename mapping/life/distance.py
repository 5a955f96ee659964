"""How far apart two positions are, where a sphere is near enough."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.life.model import Position

EARTH_RADIUS_KM = 6371.0088  # mean radius of WGS84, IUGG
SAME_TOWN_KM = 10.0  # what lies closer is one town: no leg between, one lane through


def distance_km(a: Position, b: Position) -> float:
    """Return the great-circle distance of two positions by the haversine formula.

    Parameters
    ----------
    a, b
        Longitude and latitude in degrees, EPSG:4326.
    """
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    chord = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
