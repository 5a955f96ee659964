"""A life in numbers: stops, places, kilometres by mode, time in captivity and in exile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.life.model import KINDS, MODES
from mapping.life.places import UNKNOWN_COUNTRY, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from mapping.life.dates import DatePoint
    from mapping.life.model import Kind, Life, Mode, Stop


@dataclass(frozen=True, slots=True)
class Totals:
    """What a life adds up to, computed from its stops and legs.

    Parameters
    ----------
    stops, places, countries
        How many stays, how many places and today's countries they are in.
    length_km
        Kilometres of all legs.
    guarded_km
        Kilometres under guard.
    km_by_mode
        Mode and kilometres, the longest first.
    captivity_days, exile_days
        Likely days in captivity and in exile; a day within two stays counts once.
    """

    stops: int
    places: int
    countries: int
    length_km: float
    guarded_km: float
    km_by_mode: tuple[tuple[Mode, float], ...]
    captivity_days: float
    exile_days: float


def add_up(life: Life, legs: gpd.GeoDataFrame) -> Totals:
    """Add up a life.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.
    """
    by_mode = legs.groupby("mode")["length_km"].sum()
    used = [(mode, float(by_mode[mode])) for mode in MODES if by_mode.get(mode)]
    return Totals(
        stops=len(life.stops),
        places=len(set(map(place_of, life.stops))),
        countries=len({stop.country_now for stop in life.stops} - {UNKNOWN_COUNTRY}),
        length_km=float(legs["length_km"].sum()),
        guarded_km=float(legs.loc[legs["guarded"].astype(bool), "length_km"].sum()),
        km_by_mode=tuple(sorted(used, key=lambda pair: -pair[1])),
        captivity_days=_days(life.stops, "captivity"),
        exile_days=_days(life.stops, "exile"),
    )


def kinds_used(life: Life) -> tuple[Kind, ...]:
    """Return the kinds of stay that a life has, in the order of the vocabulary."""
    used = {stop.kind for stop in life.stops}
    return tuple(kind for kind in KINDS if kind in used)


def modes_used(life: Life) -> tuple[Mode, ...]:
    """Return the modes of travel that a life has, in the order of the vocabulary."""
    used = {leg.mode for leg in life.legs}
    return tuple(mode for mode in MODES if mode in used)


def _days(stops: Iterable[Stop], kind: Kind) -> float:
    """Add the likely lengths of the stays of a kind; time that two of them share counts once."""
    spans = sorted(
        (_likely(stop.span.begin), _likely(stop.span.end)) for stop in stops if stop.kind == kind
    )
    total, reached = 0.0, float("-inf")
    for begin, end in spans:
        total += max(0.0, end + 1 - max(begin, reached))
        reached = max(reached, end + 1)
    return total


def _likely(point: DatePoint) -> float:
    return (point.first.toordinal() + point.last.toordinal()) / 2
