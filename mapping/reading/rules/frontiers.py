"""Warn of a drawn line that clips a state: a waypoint is missing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import Problem, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

    from mapping.life.model import Life

LEGS = "legs.geojson"
LEAST_KM = 80.0  # a train that enters a state and leaves it again runs farther through it


def check_frontiers(life: Life) -> Iterator[Problem]:
    """Yield a warning for every leg whose line clips a state in which no waypoint lies.

    Parameters
    ----------
    life
        A life that keeps all the rules.
    """
    from mapping.atlas.crossings import crossings
    from mapping.life.frames import legs_frame

    passed = crossings(legs_frame(life))
    inner = passed[passed["leg"].eq(passed["leg"].shift(-1))]
    clipped = inner[inner["through_km"] < LEAST_KM]
    named = _named(life)
    for row in clipped.itertuples():
        if (row.leg, row.to_code) not in named:
            found = f"a line that clips it for {row.through_km:.0f} km, and no waypoint there"
            yield at(LEGS, row.leg).warning(
                "coordinates",
                expected=f"waypoints on either side of {row.to_polity}, or one inside it",
                found=found,
                remedy="Add the stations between which it passed the frontier.",
            )


def _named(life: Life) -> set[tuple[str, str]]:
    """Return each leg with the polities in which one of its waypoints lies."""
    import numpy as np
    import pandas as pd

    from mapping.atlas.polities import with_polities

    held = with_polities(_waypoints(life))
    codes = pd.Series(held["polity_code"].to_numpy(), index=np.asarray(held.index)).dropna()
    return set(zip(codes.index, codes, strict=True))


def _waypoints(life: Life) -> gpd.GeoDataFrame:
    import geopandas as gpd
    import numpy as np
    import shapely

    points = [position for leg in life.legs for position in leg.waypoints]
    counts = [len(leg.waypoints) for leg in life.legs]
    days = np.array([leg.span.first for leg in life.legs], dtype="datetime64[s]").repeat(counts)
    owner = np.array([leg.id for leg in life.legs], dtype=object).repeat(counts)
    return gpd.GeoDataFrame(
        {"start_date": days}, geometry=shapely.points(points), index=owner, crs="EPSG:4326"
    )
